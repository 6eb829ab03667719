"""A new workspace from a template."""

import re
import shutil
import tempfile
from pathlib import Path

from stdsys.messages import _
from stdsys.output.atomic import OutputError
from stdsys.source.discovery import MAIN_FILE

_NAME_LINE = re.compile(r"^(  name: ).*$", re.MULTILINE)
_NAME = re.compile(r"[^\W_][\w-]*")
TEMPLATES = Path(__file__).parent / "templates"


def create(folder: Path, template: str) -> list[Path]:
    """Write the template's files into a new or empty folder and return their relative paths.

    The workspace is named after the folder: those of several counties are to be told apart.
    The files appear all at once or not at all. OutputError if the folder holds anything or cannot
    be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(_("{path} is not empty: choose a new folder", path=folder))
    source = TEMPLATES / template
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".stdsys-") as temporary:
            fresh = Path(temporary) / "new"
            shutil.copytree(source, fresh)
            _name(fresh, folder.resolve().name)
            if folder.exists():
                folder.rmdir()
            fresh.rename(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            _("cannot write to {path}: {reason}", path=folder, reason=reason)
        ) from None
    return sorted(path.relative_to(source) for path in source.rglob("*") if path.is_file())


def _name(workspace: Path, name: str) -> None:
    """Give a workspace a name, unless it holds signs that YAML or a file system may mind."""
    if _NAME.fullmatch(name):
        main = workspace / MAIN_FILE
        text = main.read_text(encoding="utf-8")
        main.write_text(
            _NAME_LINE.sub(rf"\g<1>{name}", text, count=1), encoding="utf-8", newline="\n"
        )
