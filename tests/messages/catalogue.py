"""The Chinese catalogue, kept by Babel: `python -m tests.messages.catalogue` after changing a text.

Extracts every text of the code, keeps the translations there are, drops what no code says any more,
and compiles the catalogue that stdsys reads. Texts without a translation are listed.
"""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import stdsys
from stdsys.messages.translator import LOCALE

PACKAGE = Path(stdsys.__file__).parent
PO = LOCALE / "zh" / "LC_MESSAGES" / "stdsys.po"
MO = PO.with_suffix(".mo")

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Babel writes the date of its run into the header; the same texts are to give the same bytes."""


def extracted() -> Catalog:
    """Return a catalogue of every text of the code, untranslated."""
    catalogue = Catalog(locale="zh", project="stdsys", charset="utf-8", fuzzy=False)
    found = extract_from_dir(str(PACKAGE), [("**.py", "python")], keywords={"_": None})
    for file, _line, message, comments, _context in found:
        catalogue.add(message, locations=[(f"stdsys/{file}", 1)], auto_comments=comments)
    return catalogue


def stored() -> Catalog:
    """Return the committed catalogue."""
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="zh")
    catalogue.creation_date = UNDATED
    return catalogue


def updated(translations: dict[str, str] | None = None) -> Catalog:
    """Return the catalogue of the code's texts with the translations known so far."""
    known = {str(m.id): str(m.string) for m in stored() if m.id} if PO.exists() else {}
    known |= translations or {}
    catalogue = extracted()
    for message in catalogue:
        if message.id:
            message.string = known.get(str(message.id), "")
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """Return the text of a catalogue, sorted, without dates and line numbers."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, omit_header=True, sort_output=True, include_lineno=False)
    header = (
        b'msgid ""\nmsgstr ""\n"Language: zh\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    )
    return header + buffer.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """Return the compiled catalogue."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> int:
    """Update and compile the catalogue; 1 if a translation is missing."""
    catalogue = updated()
    PO.write_bytes(as_po(catalogue))
    MO.write_bytes(as_mo(stored()))
    missing = [m.id for m in catalogue if m.id and not m.string]
    for text in missing:
        print(f"no Chinese for: {text!r}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
