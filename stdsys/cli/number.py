"""`stdsys number`."""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import IO, Annotated

import typer

from stdsys.cli.endings import FOUND, NOTHING_FOUND, WRONG_USE
from stdsys.cli.options import LangOption, help_text
from stdsys.messages import Translator, _, choose_language, translator
from stdsys.numbers import Outcome, Reading, read
from stdsys.numbers.canonical import canonical_text
from stdsys.source.collector import without_collector

_CHUNK = 1 << 16
_LONGEST_LINE = 1 << 16
"""Bytes kept of a line; far more than any text that can be read as numbers."""
_FAILING = (Outcome.REJECT, Outcome.NOT_A_NUMBER)


class Format(StrEnum):
    """Formats of the readings."""

    TEXT = "text"
    JSONL = "jsonl"


def number(
    texts: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT",
            help=help_text(_("texts to read (default: the lines of standard input)")),
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", help=help_text(_("format of the readings")))
    ] = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Read standard numbers: outcome, canonical form, text as given, and a note.

    Exit code 1 if a text is malformed or no number at all.
    """
    say = translator(choose_language(lang))
    if not texts and (sys.stdin is None or sys.stdin.isatty()):
        usage = _("give numbers as arguments, or one a line on standard input")
        print(f"stdsys: {say(usage)}", file=sys.stderr)
        raise typer.Exit(WRONG_USE)
    batches = (
        [[_decoded(os.fsencode(text)) for text in texts]] if texts else _lines(sys.stdin.buffer)
    )
    coming_year = date.today().year + 1
    failed = False
    try:
        with without_collector():  # readings hold no cycles, and a register has millions
            for batch in batches:
                if format is Format.JSONL:
                    lines, bad = _records(batch, coming_year)
                else:
                    lines, bad = _rows(batch, coming_year, say)
                _print(lines)
                failed = failed or bad
    except BrokenPipeError:
        # The reader has seen enough (`| head`); what is still buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(FOUND if failed else NOTHING_FOUND)


def _decoded(line: bytes) -> str:
    """Decode UTF-8; bytes that are none become U+FFFD, which no number contains."""
    return line.decode("utf-8", "replace").removeprefix("\ufeff").rstrip("\r")


def _lines(stream: IO[bytes]) -> Iterator[list[str]]:
    """Yield the lines of a stream in batches, as they come in; a huge line is cut."""
    receive = getattr(stream, "read1", stream.read)
    rest = b""
    while chunk := receive(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\n")
        rest = rest[:_LONGEST_LINE]
        yield [_decoded(line) for line in whole]
    if rest:
        yield [_decoded(rest)]


def _print(lines: list[str]) -> None:
    if lines:
        sys.stdout.buffer.write(("\n".join(lines) + "\n").encode("utf-8", "replace"))
        sys.stdout.buffer.flush()


def _records(texts: Iterable[str], latest_year: int) -> tuple[list[str], bool]:
    """Return the readings as JSON lines, and whether one of them fails."""
    from stdsys.output.json.numbers import json_line

    readings = [read(text, latest_year=latest_year) for text in texts]
    return [json_line(reading) for reading in readings], any(map(_fails, readings))


def _rows(texts: Iterable[str], latest_year: int, say: Translator) -> tuple[list[str], bool]:
    """Return the readings as rows of the table, and whether one of them fails."""
    rows, failed = [], False
    for text in texts:
        canonical = canonical_text(text, latest_year)
        if canonical and text.isprintable():
            # Nearly every line of a register: nothing to explain, nothing to clean.
            rows.append(f"{Outcome.OK}\t{canonical}\t{text}\t")
        else:
            reading = read(text, latest_year=latest_year)
            failed = failed or _fails(reading)
            rows.append(_row(reading, say))
    return rows, failed


def _row(reading: Reading, say: Translator) -> str:
    from stdsys.output.text.number_notes import note_of

    raw = "".join(c if c.isprintable() else " " for c in reading.raw)
    note = note_of(reading)
    words = say(note) if note else ""
    return f"{reading.outcome}\t{reading.canonical or ''}\t{raw}\t{words}"


def _fails(reading: Reading) -> bool:
    """Whether a text is malformed or no number; an empty line is neither."""
    return reading.outcome in _FAILING and bool(reading.raw.strip())
