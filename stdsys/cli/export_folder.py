"""The output folder of `stdsys export`: one that is made for nothing goes again."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from stdsys.cli.delivering import prepare_folder
from stdsys.cli.opening import Opened


@contextmanager
def output_folder(folder: Path, opened: Opened) -> Iterator[None]:
    """Make the output folder; if writing fails, take away what was made and stayed empty.

    CommandError if it is the workspace or cannot be written.
    """
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    prepare_folder(folder, opened)
    try:
        yield
    except BaseException:
        with suppress(OSError):  # a folder that holds something is not taken away
            for one in made:
                one.rmdir()
        raise
