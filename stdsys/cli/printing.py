"""Results to standard output or to a file, whole or not at all."""

import sys
from pathlib import Path

from stdsys.cli.endings import CommandError
from stdsys.messages import _
from stdsys.output.atomic import write_text


def emit(text: str, output: Path | None) -> None:
    """Write a result to `output`, else to standard output as UTF-8 on every system."""
    if output is not None:
        write_text(output, text)
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise  # the reader has seen enough
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError(_("the output cannot be written: {reason}", reason=reason)) from None
