"""A revision of a git repository as a folder, without touching any checkout.

Git is only asked to read: which commit a name means, which files it holds, what is in them. The
files of the workspace are written to a folder of ours. Of files that are no YAML nothing but their
being there matters here, so they are written empty, in their true size.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from subprocess import Popen

from msgspec import Struct

from stdsys.messages import Text, _
from stdsys.source.decoding import MAX_BYTES
from stdsys.source.discovery import MAIN_FILE, SUFFIXES
from stdsys.source.git import RevisionError, asked, reader_of_contents, said

MOST_FILES = 200_000
"""A revision that holds more files below the workspace is refused."""

MOST_BYTES = 1024 * 1024 * 1024
"""So is one with more YAML than this; single files are bounded as in a folder."""

_LONGEST_LISTING = 64 * 1024 * 1024
_LINK, _FILES = "120000", ("100644", "100755", "100664")


class Revision(Struct, frozen=True):
    """A commit and the folder of the workspace in it (`""` for the top), with `/`."""

    repository: "Repository"
    name: str
    commit: str

    @property
    def short(self) -> str:
        """The commit as people quote it."""
        return self.commit[:8]


class _Blob(Struct, frozen=True):
    mode: str
    id: str
    size: int
    path: str


class Repository:
    """The repository that holds a workspace's folder, which need not exist any more."""

    def __init__(self, folder: Path) -> None:
        """Find the repository; RevisionError if there is none, or no git."""
        here = Path(os.path.abspath(folder))  # noqa: PTH100 - links in the path are git's matter
        missing: list[str] = []
        while not here.is_dir() and here != here.parent:
            missing.insert(0, here.name)
            here = here.parent
        self._at = here
        self.folder = folder
        prefix = said(here, "rev-parse", "--show-prefix")
        if prefix is None:
            raise RevisionError(_("{path} is in no git repository", path=folder))
        path = PurePosixPath(prefix, *missing).as_posix()
        self.prefix = "" if path == "." else path

    def revision(self, name: str) -> Revision:
        """Return the commit that a name means (`HEAD~5`, `main`, a tag); RevisionError if none."""
        if name.startswith("-") or any(ord(sign) < 32 for sign in name):
            raise RevisionError(_no_revision(name))
        commit = said(self._at, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        if commit is None:
            shallow = said(self._at, "rev-parse", "--is-shallow-repository") == "true"
            raise RevisionError(_too_shallow(name) if shallow else _no_revision(name))
        return Revision(self, name, commit)

    def common_ancestor(self, one: Revision, other: Revision) -> Revision:
        """Return where two revisions parted (`one...other`); RevisionError if they never met."""
        commit = said(self._at, "merge-base", one.commit, other.commit)
        if commit is None:
            raise RevisionError(
                _("{one} and {other} have no common ancestor", one=one.name, other=other.name)
            )
        return Revision(self, f"{one.name}...{other.name}", commit.split("\n")[0])

    def write(self, revision: Revision, into: Path) -> Path:
        """Write the workspace of a revision below a folder, and return its folder there.

        RevisionError if the revision has no workspace at this place, or more than can be kept.
        """
        root = into / (PurePosixPath(self.prefix).name or self._at.name or "workspace")
        root.mkdir()
        blobs = [blob for blob in self._listing(revision) if _is_safe(blob.path)]
        if not any(blob.path == MAIN_FILE for blob in blobs):
            raise RevisionError(
                _(
                    "the revision {name} has no {file} in {path}",
                    name=revision.name,
                    file=MAIN_FILE,
                    path=self.prefix or ".",
                )
            )
        wanted = [blob for blob in blobs if _is_read(blob)]
        if sum(blob.size for blob in wanted) > MOST_BYTES:
            raise RevisionError(_too_large(revision))
        try:
            self._write_all(blobs, wanted, root)
        except OSError as error:
            reason = error.strerror or str(error)
            raise RevisionError(
                _("the revision {name} cannot be kept: {reason}", name=revision.name, reason=reason)
            ) from None
        return root

    def _write_all(self, blobs: Sequence[_Blob], wanted: Sequence[_Blob], root: Path) -> None:
        for blob in blobs:
            if blob.mode in _FILES and not _is_read(blob):
                _write_placeholder(root / blob.path, blob.size)
        links: list[tuple[str, str]] = []
        for blob, content in self._contents(wanted):
            if blob.mode == _LINK:
                links.append((blob.path, os.fsdecode(content)))
            else:
                _write(root / blob.path, content)
        for path, target in links:
            _link(root, path, target)

    def _listing(self, revision: Revision) -> Iterator[_Blob]:
        """Yield the files below the workspace's folder, their paths relative to it."""
        tree = f"{revision.commit}:{self.prefix}"
        words = ("ls-tree", "-r", "-z", "-l", "--full-tree", tree)
        data = asked(self._at, *words, most=_LONGEST_LISTING)
        if data is None:
            return
        lines = data.split(b"\0")
        if len(data) > _LONGEST_LISTING or len(lines) > MOST_FILES:
            raise RevisionError(_too_large(revision))
        for line in filter(None, lines):
            facts, _tab, path = line.partition(b"\t")
            mode, kind, name, size_text = facts.decode("ascii").split()
            if kind == "blob" and size_text.isdigit():
                yield _Blob(mode, name, int(size_text), os.fsdecode(path))

    def _contents(self, blobs: Sequence[_Blob]) -> Iterator[tuple[_Blob, bytes]]:
        """Yield what files hold, one after another from one process."""
        with reader_of_contents(self._at) as process:
            for blob in blobs:
                content = _content(process, blob)
                if content is None:
                    lost = _("git cannot read {path} of this revision", path=blob.path)
                    raise RevisionError(lost)
                yield blob, content


def _content(process: Popen[bytes], blob: _Blob) -> bytes | None:
    """Return what one file holds; None if git cannot tell."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(OSError):
        process.stdin.write(f"{blob.id}\n".encode("ascii"))
        process.stdin.flush()
        head = process.stdout.readline().split()
        if len(head) == 3:
            return process.stdout.read(int(head[2]) + 1)[:-1]
    return None


def _no_revision(name: str) -> Text:
    return _("there is neither a folder nor a git revision {name}", name=name)


def _too_shallow(name: str) -> Text:
    return _(
        "there is no revision {name} in this shallow clone: fetch more of its history", name=name
    )


def _too_large(revision: Revision) -> Text:
    return _("the workspace of revision {name} is too large to be compared", name=revision.name)


def _is_read(blob: _Blob) -> bool:
    """Whether what a file holds matters: YAML of a size that is read at all, and links."""
    if blob.mode == _LINK:
        return blob.size <= 4096
    return blob.mode in _FILES and blob.path.endswith(SUFFIXES) and blob.size <= MAX_BYTES


def _is_safe(path: str) -> bool:
    """Whether a path stays below its folder; a repository made by hand may hold others."""
    parts = path.replace("\\", "/").split("/")
    return not any(part in ("", ".", "..") or part.lower() == ".git" for part in parts)


def _write(path: Path, content: bytes) -> None:
    with suppress(FileExistsError, NotADirectoryError):  # two of one name: the first stands
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)


def _write_placeholder(path: Path, size: int) -> None:
    _write(path, b"")
    if path.suffix in SUFFIXES:  # too large to be read: its size says so without taking room
        os.truncate(path, size)


def _link(root: Path, path: str, target: str) -> None:
    """Make a link that stays inside; links are made last, so that nothing is written through."""
    inside = Path(os.path.normpath(PurePosixPath(path).parent / target))
    if inside.is_absolute() or inside.parts[:1] == ("..",):
        return
    with suppress(OSError):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(target)
