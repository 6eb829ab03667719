"""Results to standard output or to a file, whole or not at all."""

import sys
from pathlib import Path

from stdsys.output.atomic import atomic_file


def emit(text: str, output: Path | None) -> None:
    """Write a result to `output`, else to standard output as UTF-8 on every system."""
    if output is not None:
        with atomic_file(output) as path:
            path.write_text(text, encoding="utf-8", newline="\n")
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
