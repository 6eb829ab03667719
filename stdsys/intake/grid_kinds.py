"""What a file is, by its content: a workbook, a text table, or something to be turned away."""

import zipfile
from enum import StrEnum
from io import BytesIO

from stdsys.intake.refused import IntakeError, damaged
from stdsys.messages import Text, _

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096


class Kind(StrEnum):
    """A kind of file that can be read."""

    XLSX = "xlsx"
    ODS = "ods"
    XLS = "xls"
    TEXT = "text"


def kind_of(data: bytes, file: str) -> Kind:
    """Return what a file's bytes are; `IntakeError` says what else they are and what to do."""
    if data.startswith(_OLE):
        return _compound(data, file)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data, file)
    head = data[:_HEAD]
    if head.startswith(b"%PDF"):
        raise _not_a_table(file, "PDF", _("ask for the workbook that it was printed from"))
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<head", b"<meta")):
        raise _not_a_table(file, "HTML/XML", _SAVE_AS)
    if b"\0" in head and not head.startswith(_WIDE_MARKS):
        if head[:2] == b"\x09\x08":
            return Kind.XLS
        raise _not_a_table(file, _("a binary file"), _SAVE_AS)
    return Kind.TEXT


_SAVE_AS = _("open it in Excel or WPS and save it as .xlsx")


def protected(file: str) -> IntakeError:
    """Return the refusal of a workbook that only a password opens."""
    return IntakeError(
        _("{file} is protected by a password: open it, take the password off, save it", file=file)
    )


def _not_a_table(file: str, what: str | Text, advice: Text) -> IntakeError:
    return IntakeError(
        _("{file} is no workbook but {what}; {advice}", file=file, what=what, advice=advice)
    )


def _compound(data: bytes, file: str) -> Kind:
    """Tell an old workbook from other files in the same old container, by its streams' names."""
    names = {name: name.encode("utf-16-le") in data for name in _STREAMS}
    if names["EncryptedPackage"]:
        raise protected(file)
    if names["Workbook"] or names["Book"]:
        return Kind.XLS
    if names["WordDocument"]:
        raise _not_a_table(file, _("a Word document"), _COPY_TABLE)
    raise _not_a_table(file, _("a file of another program"), _SAVE_AS)


_STREAMS = ("EncryptedPackage", "Workbook", "Book", "WordDocument")
_COPY_TABLE = _("copy its tables into a workbook and save it as .xlsx")


def _packed(data: bytes, file: str) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            mimetype = b""
            if "mimetype" in names and package.getinfo("mimetype").file_size < _HEAD:
                mimetype = package.read("mimetype")
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        raise damaged(file) from None
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    if mimetype.strip() == _ODS:
        return Kind.ODS
    if any(name.startswith("word/") for name in names):
        raise _not_a_table(file, _("a Word document"), _COPY_TABLE)
    if any(name.startswith("ppt/") for name in names):
        raise _not_a_table(file, _("a presentation"), _COPY_TABLE)
    if "xl/workbook.bin" in names:
        raise _not_a_table(file, "xlsb", _SAVE_AS)
    raise _not_a_table(file, _("a packed folder"), _("unpack it and name the workbook inside"))
