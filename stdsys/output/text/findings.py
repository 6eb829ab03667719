"""Findings for people: one greppable line each, on a terminal with the source line and a caret."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from stdsys.findings import Position, Severity
from stdsys.messages import Translator, _
from stdsys.output.json.findings import sentence
from stdsys.output.tables.rendering import one_line
from stdsys.rules.checking import Located, Report
from stdsys.rules.registry import RULES
from stdsys.source.positions import Positions

if TYPE_CHECKING:
    from stdsys.output.text.aligned import Layout

SHOWN_PLACES = 5
"""How many related places the text shows; JSON carries all."""


_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
"""How severities look on a terminal; the word says it, too."""


class FindingsText:
    """Writes a report as text.

    `positions` gives source lines for the caret, None leaves them out; `in_full` prints infos like
    the others instead of one line a code; `layout` paints severities on a terminal.
    """

    def __init__(
        self,
        say: Translator,
        *,
        positions: Positions | None = None,
        in_full: bool = False,
        layout: "Layout | None" = None,
    ) -> None:
        self._say = say
        self._positions = positions
        self._in_full = in_full
        self._layout = layout

    def lines(self, report: Report, as_of: date, *, show_waived: bool = False) -> Iterator[str]:
        """Yield the lines of the whole report, the summary last."""
        shown = [f for f in report.findings if self._in_full or f.severity is not Severity.INFO]
        for one in shown:
            yield from self._finding(one)
        if not self._in_full:
            yield from self._infos_by_code(report)
        if show_waived:
            for one in report.waived:
                yield from self._finding(one, prefix=self._say(_("waived")) + " ")
        yield self.summary(report, as_of)

    def summary(self, report: Report, as_of: date) -> str:
        """Return the last line: how many of each severity, on which day."""
        return self._say(
            _(
                "errors: {errors}, warnings: {warnings}, infos: {infos}, waived: {waived} "
                "(as of {day})",
                errors=report.count(Severity.ERROR),
                warnings=report.count(Severity.WARNING),
                infos=report.count(Severity.INFO),
                waived=len(report.waived),
                day=as_of,
            )
        )

    def _infos_by_code(self, report: Report) -> Iterator[str]:
        infos = Counter(f.finding.code for f in report.findings if f.severity is Severity.INFO)
        for code, count in sorted(infos.items()):
            yield self._say(
                _(
                    "info {code} {summary}: {count} (see them with --select {code})",
                    code=code,
                    summary=RULES[code].summary,
                    count=count,
                )
            )

    def _finding(self, one: Located, prefix: str = "") -> Iterator[str]:
        finding, say = one.finding, self._say
        times = say(_(" [{count} places]", count=finding.count)) if finding.count > 1 else ""
        severity = self._painted(finding.severity)
        head = f"{where(one.position)}: {prefix}{severity} {finding.code}"
        yield f"{head} {one_line(sentence(one, say))}{times}"
        yield from self._source(one.position)
        if finding.hint is not None:  # of what is waived it is the reason
            hint = finding.hint if prefix else _("hint: {hint}", hint=finding.hint)
            yield "    " + one_line(say(hint))
        for position, related in one.related[:SHOWN_PLACES]:
            yield f"    {where(position)}: {one_line(say(related.message))}"
        if len(one.related) > SHOWN_PLACES:
            more = len(one.related) - SHOWN_PLACES
            yield "    " + say(
                _("and {more} more places (all of them with --format json)", more=more)
            )

    def _painted(self, severity: Severity) -> str:
        if self._layout is None:
            return severity.value
        return self._layout.paint(severity.value, _STYLES[severity])

    def _source(self, position: Position) -> Iterator[str]:
        if self._positions is None:
            return
        line = self._positions.line(position.file, position.line)
        if not line.strip():
            return
        from rich.cells import cell_len

        margin = f"{position.line:>6} | "
        yield margin + line
        yield " " * (len(margin) + cell_len(line[: position.column - 1])) + "^"


def where(position: Position) -> str:
    """Return `file:line:column`."""
    return f"{position.file}:{position.line}:{position.column}"
