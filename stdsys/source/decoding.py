"""Bytes to YAML text: what cannot be read is said with its place."""

import codecs
import stat
from bisect import bisect_right
from pathlib import Path

from msgspec import Struct

from stdsys.messages import Text, _
from stdsys.patterns import pattern

MAX_BYTES = 10 * 1024 * 1024
"""A larger file is refused: nobody writes 10 MiB of YAML by hand (about 400,000 lines)."""

_FORBIDDEN = pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HARMLESS = bytes({9, 10, 13, *range(32, 256)} - {0x7F, 0xC2})
"""Bytes that begin or continue no forbidden character, unless they follow EF BF."""
_LINE_END = pattern(r"\r\n?|\n")
_WIDE = {
    codecs.BOM_UTF32_LE: ("UTF-32", "utf-32-le"),
    codecs.BOM_UTF32_BE: ("UTF-32", "utf-32-be"),
    codecs.BOM_UTF16_LE: ("UTF-16", "utf-16-le"),
    codecs.BOM_UTF16_BE: ("UTF-16", "utf-16-be"),
}


class Problem(Struct, frozen=True):
    """What is wrong with a file's text, and where; lines and columns count characters from 1.

    `code` is Y001 (not readable as UTF-8), Y002 (syntax), Y003 (duplicate key) or Y004 (hostile).
    `related` holds the other places the problem speaks of, as (line, column, what is there).
    """

    code: str
    message: Text
    line: int = 1
    column: int = 1
    hint: Text | None = None
    related: tuple[tuple[int, int, Text], ...] = ()


def line_starts(text: str) -> list[int]:
    """Return the offset of each line's first character.

    Lines end as editors end them: LF, CRLF or CR. YAML 1.1 also breaks at U+0085, U+2028 and
    U+2029, which no editor counts.
    """
    return [0, *(end.end() for end in _LINE_END.finditer(text))]


def locate(starts: list[int], offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of a character offset in a text with these line starts."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def read_bytes(path: Path) -> bytes | Problem:
    """Return a file's bytes; Y004 if it is larger than `MAX_BYTES`, Y001 if it cannot be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Problem("Y001", _("cannot be read: not a regular file"))
        if status.st_size > MAX_BYTES:
            return _too_large(status.st_size)
        with path.open("rb") as file:
            data = file.read(status.st_size + 1)
    except FileNotFoundError:
        return Problem("Y001", _("cannot be read: the file does not exist"))
    except PermissionError:
        return Problem("Y001", _("cannot be read: permission denied"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Problem("Y001", _("cannot be read: {reason}", reason=reason))
    return data if len(data) <= MAX_BYTES else _too_large(len(data))


def read_text(path: Path) -> str | Problem:
    """Return a file's text as `decode` does, or why its bytes cannot be read."""
    data = read_bytes(path)
    return data if isinstance(data, Problem) else decode(data)


def decode(data: bytes) -> str | Problem:
    """Return the text of a UTF-8 file without its byte order mark; line ends stay as they are.

    Y001 if the bytes are not UTF-8, at the first bad one; Y002 at a character that YAML forbids
    (YAML 1.2.2, 5.1).
    """
    if b"\0" in data or data.startswith(tuple(_WIDE)):
        return _not_utf8(data)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _bad_byte(data, error.start)
    # Hardly any file has such bytes, and looking at the bytes is quicker than at the characters.
    if data.translate(None, _HARMLESS) or b"\xef\xbf" in data:
        return forbidden_character(text) or text
    return text


def forbidden_character(text: str) -> Problem | None:
    """Return the problem of the first character that YAML forbids, if there is one."""
    found = _FORBIDDEN.search(text)
    if found is None:
        return None
    line, column = locate(line_starts(text), found.start())
    return Problem(
        "Y002",
        _(
            "the control character {character} is not allowed in YAML",
            character=f"U+{ord(found[0]):04X}",
        ),
        line,
        column,
        _("delete it; it is invisible in most editors"),
    )


def _too_large(size: int) -> Problem:
    return Problem(
        "Y004",
        _(
            "the file is too large: {size} MiB, at most {limit} MiB are read",
            size=f"{size / 1024 / 1024:.1f}",
            limit=MAX_BYTES // 1024 // 1024,
        ),
        hint=_("split it: the same section may stand in several files"),
    )


def _not_utf8(data: bytes) -> Problem:
    """Tell text in a wider encoding, which is full of NUL bytes, from a binary file."""
    encoding = _wide_encoding(data)
    if encoding is not None:
        return Problem(
            "Y001",
            _("not UTF-8: this is {encoding}", encoding=encoding),
            hint=_convert(encoding),
        )
    line, column = _place_of_byte(data, max(data.find(b"\0"), 0))
    return Problem("Y001", _("a binary file, not YAML"), line, column)


def _wide_encoding(data: bytes) -> str | None:
    for mark, (name, _codec) in _WIDE.items():
        if data.startswith(mark):
            return name
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        # Without a mark: every second byte of ASCII is NUL, so the other order gives no text.
        if (
            text
            and _FORBIDDEN.search(text) is None
            and any(character < "\x7f" for character in text)
        ):
            return "UTF-16"
    return None


def _bad_byte(data: bytes, offset: int) -> Problem:
    line, column = _place_of_byte(data, offset)
    message = _("not UTF-8: byte {byte} here", byte=f"0x{data[offset]:02X}")
    if _is_gb18030(data):
        return Problem(
            "Y001",
            _("{problem}; looks like GB18030", problem=message),
            line,
            column,
            _convert("GB18030"),
        )
    return Problem("Y001", message, line, column, _("save the file as UTF-8"))


def _is_gb18030(data: bytes) -> bool:
    """Tell a GB18030 file from a damaged UTF-8 one, whose bytes often decode as GB18030 too."""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    as_utf8 = data.decode("utf-8", "replace")
    bad = as_utf8.count("�")
    return bad >= sum(character > "\x7f" for character in as_utf8) - bad


def _convert(encoding: str) -> Text:
    return _(
        "open it in an editor and save it as UTF-8 (Windows Notepad: Save as, encoding UTF-8), or "
        "convert it: iconv -f {encoding} -t UTF-8 FILE > NEW-FILE",
        encoding=encoding,
    )


def _place_of_byte(data: bytes, offset: int) -> tuple[int, int]:
    before = data[:offset].removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    return locate(line_starts(before), len(before))
