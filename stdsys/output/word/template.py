"""A user's own Word file, filled in: its pages, fonts and logos stay, its fields become values."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import TemplateSyntaxError, UndefinedError

from stdsys.messages import Text, _
from stdsys.output.atomic import atomic_file
from stdsys.output.user_templates.sandbox import TemplateSandbox, TemplateTooLargeError
from stdsys.output.word.document import dateless

_MOST_BYTES = 50 * 1024 * 1024
"""So large a template may be, packed, and so large its text may be unpacked."""

_MOST_PARTS = 5_000
_CHUNK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old Word files begin, and new ones with a password."""

_MAIN_PART = "word/document.xml"
_NAME = re.compile(r"'([^']*)' is undefined")


class TemplateError(Exception):
    """A template that cannot be filled in; `message` is one sentence for its owner."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.msgid)
        self.message = message


def write_from_template(template: Path, context: Mapping[str, object], path: Path) -> None:
    """Fill in a template and write the result.

    TemplateError says what is wrong with the template; OutputError that the file can't be written.
    """
    if path.exists() and template.exists() and path.samefile(template):
        raise TemplateError(
            _("{file} is the template itself: choose another folder for the output", file=template)
        )
    content = filled(template, context)
    with atomic_file(path) as draft:
        draft.write_bytes(content)


def filled(template: Path, context: Mapping[str, object]) -> bytes:
    """Return a template filled in, as the bytes of a Word file; TemplateError as above."""
    content = _checked(template)
    out = BytesIO()
    try:
        word = DocxTemplate(BytesIO(content))
        word.render(context, TemplateSandbox())
        word.save(out)
    except TemplateTooLargeError:
        raise TemplateError(
            _("{file} repeats so much that no document can hold it", file=template)
        ) from None
    except UndefinedError as error:
        found = _NAME.search(str(error))
        raise TemplateError(
            _(
                "{file} asks for a field that there is not: {name}; at the top there are {names}",
                file=template,
                name=found[1] if found else str(error),
                names=tuple(context),
            )
        ) from None
    except TemplateSyntaxError as error:
        raise TemplateError(
            _(
                "{file} has a faulty field ({reason}); fields print values ({print}), loops and "
                "conditions, nothing else",
                file=template,
                reason=error.message or "",
                print="{{ title }}",
            )
        ) from None
    except Exception as error:  # the libraries raise what they please on a damaged file
        raise TemplateError(
            _(
                "{file} cannot be filled in: {reason}",
                file=template,
                reason=f"{type(error).__name__}: {error}"[:200],
            )
        ) from None
    return dateless(out.getvalue())


def _checked(template: Path) -> bytes:
    """Return the bytes of a template that is a Word file of a reasonable size."""
    try:
        with template.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise TemplateError(
            _("{file} cannot be read: {reason}", file=template, reason=reason)
        ) from None
    if len(content) > _MOST_BYTES:
        raise _too_large(template)
    if content.startswith(_OLE):
        raise TemplateError(
            _(
                "{file} is an old Word file or has a password: save it as .docx without one",
                file=template,
            )
        )
    try:
        return _unpackable(content, template)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError):
        raise _no_document(template) from None


def _unpackable(content: bytes, template: Path) -> bytes:
    """Unpack every part once, counting: a directory that lies about sizes deceives nobody."""
    total = 0
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = package.infolist()
        if _MAIN_PART not in package.namelist():
            raise _no_document(template)
        if len(parts) > _MOST_PARTS:
            raise _too_large(template)
        for part in parts:
            with package.open(part) as file:
                while chunk := file.read(_CHUNK):
                    total += len(chunk)
                    if total > _MOST_BYTES:
                        raise _too_large(template)
    return content


def _no_document(template: Path) -> TemplateError:
    return TemplateError(_("{file} is no Word document (.docx), or it is damaged", file=template))


def _too_large(template: Path) -> TemplateError:
    limit = _MOST_BYTES // 1024 // 1024
    return TemplateError(
        _("{file} is larger than {limit} MiB, unpacked or packed", file=template, limit=limit)
    )
