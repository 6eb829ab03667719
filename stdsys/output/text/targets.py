"""The targets for people: one table, then what proves each target, or what is lacking."""

from collections.abc import Iterator, Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.targets.figures import goal_of
from stdsys.analysis.targets.reached import TargetResult
from stdsys.messages import Text, Translator, _
from stdsys.model.target_vocabulary import Measured
from stdsys.output.tables.headings import subtitle, title
from stdsys.output.tables.rendering import NONE_DUE, Renderer, one_line
from stdsys.output.tables.table import Tone
from stdsys.output.tables.target_names import TargetNames
from stdsys.output.tables.targets import STRENGTH, actual_of, reasons_of, state_of, summary_of
from stdsys.output.text.aligned import Layout, Styled, Words

_SHOWN = 8
_PROOF_SHOWN = 3
"""So many items are named of a target that is reached, the others are counted."""

_WRITTEN_DOWN = (Measured.ENTERED, Measured.GROWTH, Measured.VALUE)
"""Measures whose evidence is files, addresses and sources."""

_STYLES = {
    Tone.GOOD: "green",
    Tone.COMING: "",
    Tone.PLANNED: "yellow",
    Tone.BAD: "red",
    Tone.NEUTRAL: "dim",
}


class TargetsText:
    """Writes targets as text; `layout` decides on colour and room."""

    def __init__(
        self,
        analysis: Analysis,
        results: Sequence[TargetResult],
        say: Translator,
        layout: Layout | None = None,
    ) -> None:
        self._analysis = analysis
        self._results = results
        self._say = say
        self._render = Renderer(say)
        self._names = TargetNames(analysis)
        self._layout = layout or Layout()

    def lines(self) -> Iterator[str]:
        """Yield the whole text."""
        heading = title(self._analysis, _("State of the targets"))
        yield self._layout.heading(one_line(self._say(heading)))
        doubtful = sum(result.doubtful for result in self._results)
        yield self._say(subtitle(self._analysis, doubtful))
        if not self._results:
            yield self._say(_("There is no such target."))
            return
        yield ""
        yield from self._layout.lines(self._header(), [self._row(r) for r in self._results])
        for result in self._results:
            yield ""
            yield from self._details(result)
        yield ""
        yield self._say(summary_of(self._results))

    def _header(self) -> list[str]:
        names = (_("Target"), _("Goal"), _("Actual"), _("Strength"), _("Due"), _("Attainment"))
        return [self._say(name) for name in names]

    def _row(self, result: TargetResult) -> list[Words]:
        state = state_of(result)
        return [
            one_line(result.target.called),
            one_line(goal_of(result.target)),
            one_line(actual_of(result)),
            self._say(STRENGTH[result.target.strength]),
            NONE_DUE if result.due is None else str(result.due),
            Styled(self._say(state.text), _STYLES.get(state.tone, "")),
        ]

    def _details(self, result: TargetResult) -> Iterator[str]:
        """Yield why a target stands as it does, what proves it or is counted, who has to act."""
        target, measured = result.target, result.measured
        yield self._layout.heading(one_line(target.called))
        yield f"  {one_line(str(self._render(reasons_of(result))))}"
        if result.met:
            yield self._listed(self._proof(result))
        elif measured.evidence:
            yield self._listed(_("counted: {items}", items=self._few(result, measured.evidence)))
        if measured.unverified:
            yield self._listed(
                _("unverified: {items}", items=self._few(result, measured.unverified))
            )
        if measured.uncertain:
            yield self._listed(
                _("cannot be told: {items}", items=self._few(result, measured.uncertain))
            )
        if target.lead and not result.met:
            units = tuple(map(self._analysis.workspace.name_of, target.lead))
            yield self._listed(_("lead unit: {unit}", unit=units))
        if target.support and not result.met:
            units = tuple(map(self._analysis.workspace.name_of, target.support))
            yield self._listed(_("supporting units: {units}", units=units))
        if target.source:
            yield self._listed(_("source: {source}", source=target.source))

    def _listed(self, text: Text) -> str:
        return f"  {one_line(self._say(text))}"

    def _proof(self, result: TargetResult) -> Text:
        """Say what proves that a target is reached: files and addresses, or what is counted."""
        items = self._few(result, result.evidence, _PROOF_SHOWN)
        if result.target.measure.of in _WRITTEN_DOWN:
            return _("proven by {items}", items=items)
        count = len(result.evidence)
        if not result.measured.evidence:
            return _("none among the {count} looked through: {items}", count=count, items=items)
        return _("proven by {count} counted: {items}", count=count, items=items)

    def _few(
        self, result: TargetResult, items: Sequence[str], most: int = _SHOWN
    ) -> Text | tuple[str | Text, ...]:
        """Return the names of the first items for a sentence, and how many there are besides."""
        named = tuple(self._names(result, item) for item in items[:most])
        if len(items) <= most:
            return named
        return _("{named} and {more} more", named=named, more=len(items) - most)
