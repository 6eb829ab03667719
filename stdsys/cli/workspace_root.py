"""Which folder is the workspace of a command line."""

from pathlib import Path

from stdsys.cli.endings import CommandError
from stdsys.messages import Text, _
from stdsys.source.discovery import MAIN_FILE, find_workspace


def workspace_root(folder: Path | None) -> Path:
    """Return the folder that holds `stdsys.yaml`."""
    try:
        if folder is None:
            found = find_workspace(Path.cwd())
            if found is None:
                raise CommandError(
                    _(
                        "there is no {file} here or in any folder above; {advice}",
                        file=MAIN_FILE,
                        advice=_nearby(Path.cwd()) or _("make a workspace with: stdsys init DIR"),
                    )
                )
            return found
        if folder.is_file() and folder.name == MAIN_FILE:
            return folder.parent
        if not folder.exists():
            raise CommandError(_("the folder {path} does not exist", path=folder))
        if not folder.is_dir():
            raise CommandError(_("{path} is not a folder", path=folder))
        next(folder.iterdir(), None)
        if not (folder / MAIN_FILE).is_file():
            raise CommandError(
                _(
                    "{path} is no workspace: it has no {file}; {advice}",
                    path=folder,
                    file=MAIN_FILE,
                    advice=_nearby(folder) or _("make one with: stdsys init {path}", path=folder),
                )
            )
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError(
            _("the folder {path} cannot be read: {reason}", path=folder or ".", reason=reason)
        ) from None
    return folder


def _nearby(folder: Path) -> Text | None:
    """Say which folder above or just below is a workspace, or which file lacks the right name."""
    for name in _MISNAMED:
        if (folder / name).is_file():
            return _("rename {name} to {file}", name=name, file=MAIN_FILE)
    above = find_workspace(folder)
    if above is not None:
        return _("it lies in the workspace {path}", path=above)
    below = sorted(path.name for path in folder.iterdir() if (path / MAIN_FILE).is_file())
    if below:
        names = (*below[:_SHOWN], *(["…"] if len(below) > _SHOWN else []))
        return _("these folders in it are: {names}", names=names)
    return None


_MISNAMED = ("stdsys.yml", f"{MAIN_FILE}.txt", f"{MAIN_FILE}.yaml")
_SHOWN = 5
