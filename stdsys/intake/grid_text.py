"""Text tables: which encoding, which separator, and the rows."""

import csv
from io import StringIO

from stdsys.intake.grid_bounds import check_size
from stdsys.intake.refused import IntakeError
from stdsys.messages import _

_UTF16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS = ",;\t"
_SAMPLE_LINES = 200


def text_rows(data: bytes, file: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a text table in UTF-8, UTF-16 with a mark, or GB18030 (and so GBK)."""
    text = _decoded(data, file)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text))
    rows: list[tuple[str, ...]] = []
    columns = 0
    try:
        for row in reader:
            rows.append(tuple(row))
            columns = max(columns, len(row))
            check_size(len(rows), columns, file, file)
    except csv.Error:
        raise IntakeError(
            _(
                "{file}, row {row}: a quotation mark is never closed, or a cell is too long; "
                "open the file in Excel and save it as .xlsx",
                file=file,
                row=len(rows) + 1,
            )
        ) from None
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(rows)


def _decoded(data: bytes, file: str) -> str:
    wide = _UTF16.get(data[:2])
    for encoding in (wide,) if wide else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise IntakeError(
        _(
            "{file} is text in no encoding that is known here; save it as UTF-8, or open it in "
            "Excel and save it as .xlsx",
            file=file,
        )
    )


def _separator(text: str) -> str:
    """Choose the separator that stands outside quotation marks most often in the first lines."""
    counts = dict.fromkeys(_SEPARATORS, 0)
    quoted = False
    lines = 0
    for character in text[: 1 << 18]:
        if character == '"':
            quoted = not quoted
        elif character == "\n":
            lines += 1
            if lines == _SAMPLE_LINES:
                break
        elif not quoted and character in counts:
            counts[character] += 1
    return max(counts, key=lambda separator: counts[separator])
