"""The program: it runs the command asked for, and says how a failure leaves it."""

import gc
import os
import sys
from typing import NoReturn

from stdsys.cli.endings import DEFECT, NOTHING_FOUND, WRONG_USE, CommandError
from stdsys.messages import Text, _


def console() -> NoReturn:
    """Be the program `stdsys`: run, and leave without taking the workspace apart.

    A run is short and what it builds lives to its end: looking for garbage, and freeing object by
    object at the end, would take as long as the checking. Outputs are whole by then.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # to look for plugins takes a while
    try:
        main()
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else DEFECT
        if os.environ.get("STDSYS_DEBUG"):  # profilers and debuggers want an ordinary end
            raise
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # the reader has gone
        pass
    os._exit(code)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the program with these arguments (default: the process's); exit with a code."""
    from stdsys.output.atomic import OutputError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = sys.argv[1:] if arguments is None else arguments
    try:
        sys.exit(_run(words))
    except (CommandError, OutputError) as error:
        _complain(error.message, words)
        sys.exit(WRONG_USE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(NOTHING_FOUND)
    except KeyboardInterrupt:
        interrupted = _("interrupted")
        print(f"stdsys: {_said(interrupted, words)}", file=sys.stderr)
        sys.exit(130)
    except Exception as error:
        from stdsys.cli.commands import COMMANDS
        from stdsys.cli.usage_errors import usage_sentence

        wrong = usage_sentence(error, list(COMMANDS))
        if wrong is not None:
            _complain(wrong, words)
            sys.exit(WRONG_USE)
        if os.environ.get("STDSYS_DEBUG"):
            raise
        sentence = _(
            "a defect of stdsys: {error}; set STDSYS_DEBUG=1 to see where, and please report it",
            error=f"{type(error).__name__}: {error}",
        )
        print(f"stdsys: {_said(sentence, words)}", file=sys.stderr)
        sys.exit(DEFECT)


def _run(words: list[str]) -> int:
    """Run the command, unless it is one that was answered before and nothing has changed."""
    asked_before = None
    if words[:1] == ["validate"]:
        from stdsys.cli.validation import plainly_asked, validation

        if not {"--no-cache", "--timing"} & set(words):
            from stdsys.cli.printing import emit
            from stdsys.cli.remembered import Remembered

            asked_before = Remembered.of(words)
            answer = asked_before.recall() if asked_before is not None else None
            if answer is not None:
                emit(answer.text, None)
                return answer.code
        asked = plainly_asked(words)
        if asked is not None:
            return validation(asked, asked_before)
    from stdsys.cli.commands import application

    code = application(words)(args=words or ["--help"], standalone_mode=False, obj=asked_before)
    return code if isinstance(code, int) else NOTHING_FOUND


def _complain(sentence: Text, words: list[str]) -> None:
    """Print what may quote a workspace on one line of standard error."""
    from stdsys.output.tables.rendering import one_line

    print(f"stdsys: {one_line(_said(sentence, words))}", file=sys.stderr)


def _said(sentence: Text, words: list[str]) -> str:
    """Return a sentence in the language that the command line asks for."""
    from stdsys.cli.options import language_asked
    from stdsys.messages import translator

    return translator(language_asked(words))(sentence)
