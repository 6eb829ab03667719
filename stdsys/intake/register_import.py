"""Files with lists of standards → a register."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from stdsys.intake.refused import IntakeError
from stdsys.intake.register_rows import ReadList, lists_of
from stdsys.messages import _
from stdsys.register.writing import RegisterWriter, Taken

_CHUNK = 1 << 20
_STEPS = 1_000
"""Into so many steps the reading of a file is divided, whatever it is measured in."""


class TakenList(Struct, frozen=True):
    """What became of one list."""

    file: str
    rows: int
    not_taken: int
    samples: tuple[tuple[int, str], ...]
    """The first rows that were not taken: row and what stands in it."""
    taken: Taken


def import_lists(
    files: Sequence[Path],
    register: Path,
    *,
    dated: str,
    source: str | None,
    mapping: Mapping[str, str],
    told: Callable[[int, int], None] | None = None,
) -> list[TakenList]:
    """Take the lists of some files into a register, which is made if it isn't there.

    `dated` (a day, ISO) is the day the lists speak of; `source` says who made them, else the file's
    name does. A list whose content, source and day have been taken in before is not read again.
    `IntakeError` for a file without a list, `RegisterError` for the register; lists taken in before
    that stay.
    """
    done: list[TakenList] = []
    writer = RegisterWriter(register)
    try:
        for position, path in enumerate(files):

            def advance(part: int, whole: int, position: int = position) -> None:
                if told is not None:
                    step = position * _STEPS + _STEPS * part // max(whole, 1)
                    told(step, len(files) * _STEPS)

            name = source or path.stem
            digest = _digest(path, name, dated)
            done += _import_file(writer, path, name, dated, digest, mapping, advance)
    finally:
        writer.close()
    return done


def _import_file(
    writer: RegisterWriter,
    path: Path,
    source: str,
    dated: str,
    digest: str,
    mapping: Mapping[str, str],
    told: Callable[[int, int], None],
) -> list[TakenList]:
    done: list[TakenList] = []
    for position, found in enumerate(lists_of(path, mapping=mapping, told=told)):
        mark = f"{digest}/{position}"
        if writer.holds(mark):
            done.append(TakenList(found.file, 0, 0, (), Taken(again=True)))
            continue
        try:
            taken = writer.take(
                found.statements(),
                source=source,
                file=found.file,
                dated=dated,
                digest=mark,
                rows=lambda found=found: _counts(found),  # type: ignore[misc]
            )
        except _NoList:
            continue
        samples = tuple(found.samples)
        done.append(TakenList(found.file, found.rows, found.not_taken, samples, taken))
    if not done:
        raise IntakeError(
            _(
                "no column of standard numbers was found in {file}; say what its columns are with "
                "--map HEADER=FIELD",
                file=path.name,
            )
        )
    return done


class _NoList(Exception):  # noqa: N818 - a sheet without a list is no error
    """A sheet holds no list of standards: nothing of it is taken in."""


def _counts(found: ReadList) -> tuple[int, int]:
    if not found.headed:
        raise _NoList
    return found.counts()


def _digest(path: Path, source: str, dated: str) -> str:
    """Return what tells a file's content, with source and day, from any other."""
    digest = hashlib.blake2b(f"{source}\n{dated}\n".encode(), digest_size=20)
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        reason = error.strerror or str(error)
        raise IntakeError(
            _("{file} cannot be read: {reason}", file=path.name, reason=reason)
        ) from None
    return digest.hexdigest()
