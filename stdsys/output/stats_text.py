"""The counts for people: the headline, both layouts of the statistics, or one breakdown."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Translator, _
from stdsys.output.aligned_text import Layout, one_line
from stdsys.output.breakdowns import Breakdown, breakdown, s2_tables
from stdsys.output.table_text import table_lines
from stdsys.output.tables.headings import subtitle, title
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.statistics import s1_sheet
from stdsys.output.tables.table import Ratio, Table


class StatsText:
    """Writes the counts of a workspace as text; `layout` decides on colour."""

    def __init__(self, analysis: Analysis, say: Translator, layout: Layout | None = None) -> None:
        self._analysis = analysis
        self._say = say
        self._render = Renderer(say)
        self._layout = layout or Layout()

    def lines(self, by: Breakdown | None = None) -> Iterator[str]:
        """Yield the whole text, or with `by` the headline and one breakdown."""
        yield from self._head()
        for table in self._tables() if by is None else (breakdown(self._analysis, by),):
            yield ""
            yield from table_lines(table, self._render, self._layout)

    def _tables(self) -> Iterator[Table]:
        yield from s1_sheet(self._analysis).tables
        yield from s2_tables(self._analysis)
        yield breakdown(self._analysis, Breakdown.STATUS)
        yield breakdown(self._analysis, Breakdown.STAGE)

    def _head(self) -> Iterator[str]:
        counts = self._analysis.statistics
        heading = title(self._analysis, _("Statistics of standards"))
        yield self._layout.heading(one_line(self._say(heading)))
        yield self._say(subtitle(self._analysis, counts.presumed_or_unverified))
        share = self._render(Ratio(counts.total.existing, counts.total.required))
        yield self._say(
            _(
                "required: {required}, existing: {existing}, existing ÷ required (%): {percent}",
                required=counts.total.required,
                existing=counts.total.existing,
                percent=share,
            )
        )
        yield self._say(
            _(
                "besides, not counted: {successions} that will replace one in force, {obsolete} "
                "withdrawn or replaced",
                successions=counts.successions,
                obsolete=counts.obsolete,
            )
        )
