"""Structure quality for people: each principle with what was asked, the result, and where."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.level_mix import Verdict
from stdsys.analysis.quality.structure import Principle, StructureQuality
from stdsys.findings import Place, Position
from stdsys.messages import Text, Translator, _
from stdsys.output.tables.headings import subtitle, title
from stdsys.output.tables.quality import (
    ASKED,
    HOW_JUDGED,
    PRINCIPLE,
    VERDICT,
    figures_of,
    judged_words,
    mix_table,
)
from stdsys.output.tables.rendering import Renderer, one_line
from stdsys.output.text.aligned import Layout
from stdsys.output.text.table import table_lines

_SHOWN = 5
_COLOUR = {
    Verdict.CONFORMS: "black on green",
    Verdict.PARTLY: "black on yellow",
    Verdict.FAILS: "bold white on red",
    Verdict.UNDECIDED: "dim",
}


class QualityText:
    """Writes structure quality as text; `find` tells line and column, `layout` colour and room."""

    def __init__(
        self,
        analysis: Analysis,
        quality: StructureQuality,
        find: Callable[[Place], Position],
        say: Translator,
        layout: Layout | None = None,
    ) -> None:
        self._analysis = analysis
        self._quality = quality
        self._find = find
        self._say = say
        self._layout = layout or Layout()

    def lines(self) -> Iterator[str]:
        """Yield the whole text."""
        analysis = self._analysis
        heading = title(analysis, _("Structure quality"))
        yield self._layout.heading(self._line(heading))
        yield self._say(subtitle(analysis, analysis.statistics.presumed_or_unverified))
        for principle in self._quality.principles:
            yield ""
            yield from self._principle(principle)
        yield ""
        table = replace(mix_table(analysis, self._quality), notes=())
        yield from table_lines(table, Renderer(self._say), self._layout)
        yield ""
        for said in judged_words(self._quality.mixes[0]):
            yield self._line(_("whole region, {judged}", judged=said))
        yield ""
        for note in HOW_JUDGED:
            yield self._line(note)

    def _principle(self, principle: Principle) -> Iterator[str]:
        name = self._say(PRINCIPLE[principle.id])
        word = self._say(VERDICT[principle.verdict].text)
        result = self._layout.paint(word, _COLOUR[principle.verdict])
        yield self._say(
            _("{principle}: {result}", principle=self._layout.heading(name), result=result)
        )
        yield "  " + self._line(_("asked: {question}", question=ASKED[principle.id]))
        yield "  " + self._line(_("found: {figures}", figures=figures_of(principle)))
        for fault in principle.places[:_SHOWN]:
            at = self._find(fault.place)
            where = f"{at.file}:{at.line}:{at.column}"
            code = f" {fault.code}" if fault.code else ""
            yield f"  - {where}{code} {self._line(fault.message)}"
        rest = len(principle.places) - _SHOWN
        if rest > 0:
            more = _("and {count} more: --format json lists all", count=rest)
            yield f"  - {self._line(more)}"

    def _line(self, text: Text) -> str:
        return one_line(self._say(text))
