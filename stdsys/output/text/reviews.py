"""The reviews for people: scores, what the machine checked, and who is still without a review."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.quality.rule_run import RuleRun
from stdsys.messages import Translator, _
from stdsys.model.review_record import ReviewKind
from stdsys.output.tables.headings import subtitle, title
from stdsys.output.tables.rendering import Renderer, one_line
from stdsys.output.tables.review_notes import left_out
from stdsys.output.tables.review_words import KIND
from stdsys.output.tables.reviews import (
    REMARKS,
    SCORES,
    counts,
    earlier_reviews,
    earlier_sheet,
    only,
    review_table,
)
from stdsys.output.tables.table import Table
from stdsys.output.text.aligned import Layout
from stdsys.output.text.table import table_lines


class ReviewsText:
    """Writes the reviews of a workspace as text; `layout` decides on colour and room."""

    def __init__(
        self, analysis: Analysis, run: RuleRun, say: Translator, layout: Layout | None = None
    ) -> None:
        self._analysis = analysis
        self._run = run
        self._say = say
        self._render = Renderer(say)
        self._layout = layout or Layout()

    def lines(self, kinds: Sequence[ReviewKind]) -> Iterator[str]:
        """Yield the whole text: for each kind the scores, the checks, the notes; then the past."""
        heading = title(self._analysis, _("Review of standards"))
        yield self._layout.heading(one_line(self._say(heading)))
        for text in left_out(self._analysis):
            yield one_line(self._say(text))
        for kind in kinds:
            yield ""
            yield from self._kind(kind)
        if earlier_reviews(self._analysis, kinds):
            sheet = earlier_sheet(self._analysis, kinds)
            yield ""
            yield self._layout.heading(self._render.text(sheet.name))
            yield from self._table(sheet.tables[0])

    def _kind(self, kind: ReviewKind) -> Iterator[str]:
        lines = self._analysis.reviews.of_kind(kind)
        yield self._layout.heading(self._render.text(KIND[kind]))
        if not lines:
            yield self._render.text(_("nothing to list"))
            return
        yield self._render.text(subtitle(self._analysis, sum(line.doubtful for line in lines)))
        yield self._render.text(counts(lines))
        table = review_table(self._analysis, self._run, kind)
        for keys in (SCORES, REMARKS):
            yield ""
            yield from self._table(only(table, keys))
        yield ""
        above = frozenset(left_out(self._analysis))
        for note in table.notes:
            if note not in above:
                yield one_line(self._render.text(note))

    def _table(self, table: Table) -> Iterator[str]:
        yield from table_lines(replace(table, notes=()), self._render, self._layout)
