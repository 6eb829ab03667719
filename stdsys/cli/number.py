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
                readings = [read(text, latest_year=coming_year) for text in batch]
                failed = failed or any(r.outcome in _FAILING and r.raw.strip() for r in readings)
                _print(readings, format, say)
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


def _print(readings: Iterable[Reading], form: Format, say: Translator) -> None:
    if form is Format.JSONL:
        from stdsys.output.number_json import json_line

        lines = [json_line(reading) for reading in readings]
    else:
        lines = _rows(readings, say)
    if lines:
        sys.stdout.buffer.write(("\n".join(lines) + "\n").encode("utf-8", "replace"))
        sys.stdout.buffer.flush()


def _rows(readings: Iterable[Reading], say: Translator) -> list[str]:
    from stdsys.output.number_notes import note_of

    rows = []
    for reading in readings:
        raw = reading.raw
        if reading.number and reading.outcome is Outcome.OK and raw.isprintable():
            # Nearly every line of a register: nothing to explain, nothing to clean.
            words = ""
        else:
            raw = "".join(c if c.isprintable() else " " for c in raw)
            note = note_of(reading)
            words = say(note) if note else ""
        canonical = reading.number or reading.canonical or ""
        rows.append(f"{reading.outcome.value}\t{canonical}\t{raw}\t{words}")
    return rows
