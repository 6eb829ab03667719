"""Git, asked for facts: it changes nothing, asks nobody, and its failures are one sentence."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired
from tempfile import TemporaryFile

from stdsys.messages import Text, _

PATIENCE = 120.0
"""Seconds after which git is not waited for any longer."""

_GIT = ("git", "-c", "core.fsmonitor=false", "--no-replace-objects")
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE")
_LONGEST_ANSWER = 64 * 1024


class RevisionError(Exception):
    """A revision that cannot be had; `message` is one sentence for the user."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.msgid)
        self.message = message


def asked(at: Path, *words: str, most: int = _LONGEST_ANSWER) -> bytes | None:
    """Return what git prints, at most one byte more than `most`; None if it has no answer.

    RevisionError if there is no git, it does not come to an end, or it refuses this repository.
    """
    with TemporaryFile() as out, TemporaryFile() as err:
        try:
            with Popen(
                [*_GIT, "-C", str(at), *words],
                stdin=DEVNULL,
                stdout=out,
                stderr=err,
                env=_environment(),
            ) as process:
                code = _ended(process)
        except OSError as error:
            raise RevisionError(_no_git(error)) from None
        out.seek(0)
        err.seek(0)
        if code != 0 and b"dubious ownership" in err.read(_LONGEST_ANSWER):
            reason = _("the repository belongs to another user (see git's safe.directory)")
            raise RevisionError(_("git refuses to read {path}: {reason}", path=at, reason=reason))
        return out.read(most + 1) if code == 0 else None


def said(at: Path, *words: str) -> str | None:
    """Return git's answer as text without its line end; None if it has none, as in `asked`."""
    answer = asked(at, *words)
    return None if answer is None else os.fsdecode(answer).removesuffix("\n")


@contextmanager
def reader_of_contents(at: Path) -> Iterator[Popen[bytes]]:
    """Give a process that answers the id of an object, a line, with what it holds."""
    try:
        process = Popen(
            [*_GIT, "-C", str(at), "cat-file", "--batch"],
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env=_environment(),
        )
    except OSError as error:
        raise RevisionError(_no_git(error)) from None
    with process:
        try:
            yield process
        finally:
            process.kill()


def _ended(process: Popen[bytes]) -> int:
    try:
        return process.wait(PATIENCE)
    except TimeoutExpired:
        process.kill()
        raise RevisionError(_("git does not answer")) from None


def _environment() -> dict[str, str]:
    """Return git's environment: no questions, English, and not that of a hook."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def _no_git(error: OSError) -> Text:
    if isinstance(error, FileNotFoundError):
        return _("git is not installed, so revisions cannot be read; compare two folders instead")
    return _("git cannot be run: {reason}", reason=error.strerror or str(error))
