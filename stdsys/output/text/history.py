"""The coverage on one day after another, for people: bars, what changed most, and the figures."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.cells import CoverageSummary
from stdsys.analysis.coverage.history import History
from stdsys.analysis.life_cycle.statuses import Basis
from stdsys.messages import Text, Translator, _
from stdsys.output.tables.headings import title
from stdsys.output.tables.history import trend_table
from stdsys.output.tables.rendering import Renderer, one_line
from stdsys.output.tables.rendering import percent as share_of
from stdsys.output.text.aligned import GAP, Layout
from stdsys.output.text.coverage import percent
from stdsys.output.text.sparkline import shares_a_bar, sparkline
from stdsys.output.text.table import table_lines

MOST_BARS = 120
"""A longer row of bars is read by nobody; on a narrow terminal there are fewer."""

LEAST_BARS = 12


class HistoryText:
    """Writes a history as text; `layout` decides on colour and room."""

    def __init__(
        self,
        analysis: Analysis,
        history: History,
        say: Translator,
        layout: Layout | None = None,
    ) -> None:
        self._analysis = analysis
        self._workspace = analysis.workspace
        self._history = history
        self._say = say
        self._layout = layout or Layout()

    def lines(self) -> Iterator[str]:
        """Yield the whole text."""
        yield self._layout.heading(
            one_line(self._say(title(self._analysis, _("coverage over time"))))
        )
        yield self._span()
        yield from self._reliance()
        yield ""
        if not self._history.first.summary.required:
            yield self._say(_("No coverage is required: the workspace has no clause that applies."))
        else:
            yield from self._bars()
            if len(self._history.points) > 1:
                yield ""
                yield from self._largest_change()
        yield from self._refused()
        yield ""
        yield from table_lines(trend_table(self._history), Renderer(self._say), self._layout)
        yield ""
        yield from self._notes()

    def _span(self) -> str:
        first, last = self._history.first, self._history.last
        return self._say(
            _(
                "from {first} to {last}, {count} points",
                first=first.day,
                last=last.day,
                count=len(self._history.points),
            )
        )

    def _bars(self) -> Iterator[str]:
        """Yield a line of bars for all systems and for each, and how they are read."""
        header = [self._say(text) for text in (_("System"), _("First"), _("Last"), _("Trend"))]
        lines = [(self._say(_("Total")), [point.summary for point in self._history.points])]
        for system in self._history.first.systems:
            name = one_line(self._workspace.systems[system].name)
            lines.append((name, [point.systems[system] for point in self._history.points]))
        figures = [[name, percent(all_[0]), percent(all_[-1])] for name, all_ in lines]
        room = self._room(header[:3], figures)
        rows = [
            [*figure, sparkline([summary.ratio for summary in summaries], room)]
            for figure, (_name, summaries) in zip(figures, lines, strict=True)
        ]
        yield from self._layout.lines(header, rows, right=(1, 2))
        yield self._legend(shares_a_bar(len(self._history.points), room))

    def _room(self, header: Sequence[str], figures: Sequence[Sequence[str]]) -> int:
        """Return how many bars have room beside the figures."""
        if self._layout.width is None:
            return MOST_BARS
        columns = zip(header, *figures, strict=True)
        used = sum(max(map(cell_len, column)) + len(GAP) for column in columns)
        return max(LEAST_BARS, min(MOST_BARS, self._layout.width - used))

    def _legend(self, points: int) -> str:
        parts: list[Text] = [_("▁ to █: from none to all cells covered")]
        if points > 1:
            parts.append(_("one bar stands for {count} points, and shows the latest", count=points))
        return self._note(parts)

    def _largest_change(self) -> Iterator[str]:
        pair = self._history.largest_change
        if pair is None:
            yield self._say(_("the share covered is the same on all days"))
            return
        before, after = pair
        yield self._say(
            _(
                "the largest change: {before} on {day}, {after} on {next_day}",
                before=self._share(before.summary),
                day=before.day,
                after=self._share(after.summary),
                next_day=after.day,
            )
        )

    def _share(self, summary: CoverageSummary) -> Text:
        return _(
            "{covered} of {required} cells ({percent})",
            covered=summary.covered,
            required=summary.required,
            percent=percent(summary),
        )

    def _refused(self) -> Iterator[str]:
        for system, clause in self._history.refused:
            said = _(
                "{system}: the clause {clause} makes too many cells and is left out",
                system=self._workspace.systems[system].name,
                clause=clause.called,
            )
            yield one_line(self._say(said))

    def _reliance(self) -> Iterator[str]:
        """Yield how far the statuses may be relied on: undated facts make no trend."""
        last = self._history.last
        yield self._say(
            _(
                "standards and plans entered: {entered}; on {day} {dated} % of their statuses are "
                "known by dates, {presumed} % are presumed or unverified",
                entered=last.entered,
                day=last.day,
                dated=share_of(last.by_basis[Basis.DATES], last.entered),
                presumed=share_of(last.doubtful, last.entered),
            )
        )

    def _notes(self) -> Iterator[str]:
        yield self._note(
            [
                _("what is stated without a date, and what is planned, holds on all days"),
                _("a standard without dates counts from the year in its number on"),
            ]
        )
        as_of = self._analysis.as_of
        foretold = sum(point.day > as_of for point in self._history.points)
        if foretold:
            yield self._note(
                [_("points after {day}: {count}; known dates foretell", day=as_of, count=foretold)]
            )

    def _note(self, parts: Sequence[Text]) -> str:
        remarks = self._say(_("; ")).join(map(self._say, parts))
        return self._layout.paint(self._say(_("note: {remarks}", remarks=remarks)), "dim")
