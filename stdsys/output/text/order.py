"""The order of drafting for people: a numbered list, the critical path, levels for the gaps."""

from collections.abc import Iterable, Iterator, Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.gap_proposals import GapProposal
from stdsys.analysis.drafting.critical_path import Deadline, PhaseLoad, Timing
from stdsys.analysis.drafting.order import Step
from stdsys.messages import Text, Translator, _
from stdsys.output.tables.headings import title
from stdsys.output.tables.order import state_of, unverified
from stdsys.output.tables.order_words import (
    ONLY_PROPOSALS,
    OrderWords,
    above,
    cell_values,
    completion,
    remarks,
)
from stdsys.output.tables.rendering import NONE_DUE, one_line
from stdsys.output.tables.words import WORKFLOW, level_word
from stdsys.output.text.aligned import Layout, Words

_NO_LEVEL = _("level to be decided")


class OrderText:
    """Writes the order of drafting of a workspace as text."""

    def __init__(self, analysis: Analysis, say: Translator, layout: Layout | None = None) -> None:
        self._analysis = analysis
        self._workspace = analysis.workspace
        self._say = say
        self._layout = layout or Layout()
        self._said = OrderWords(analysis)

    def lines(self) -> Iterator[str]:
        """Yield the whole text."""
        yield from self._head()
        if self._workspace.planned:
            yield from self._order()
            yield from self._path()
            yield from self._late()
            yield from self._phases()
        else:
            yield ""
            yield self._say(
                _(
                    "No standard is planned, so there is nothing to put in order; enter what is "
                    "to be drafted in its system as an entry with the key planned."
                )
            )
        yield from self._proposals()

    def _head(self) -> Iterator[str]:
        heading = title(self._analysis, _("proposed order of drafting"))
        yield self._layout.heading(self._line(heading))
        yield self._line(
            _(
                "as of {day}; planned standards: {count}, {doubtful} of them unverified",
                day=self._analysis.as_of,
                count=len(self._workspace.planned),
                doubtful=unverified(self._analysis),
            )
        )

    def _order(self) -> Iterator[str]:
        steps = self._analysis.drafting_order.steps
        yield from self._heading(_("Order of drafting"))
        for step in steps:
            yield from self._step(step)
        plain = sum(step.undistinguished for step in steps)
        if plain > 1:
            yield self._note(
                _(
                    "{count} planned standards state neither urgency nor due date: among "
                    "themselves they stand in the order of the systems, which is no judgement; "
                    "state urgency, focus, new_field, due or phase to have them judged",
                    count=plain,
                )
            )

    def _step(self, step: Step) -> Iterator[str]:
        level = level_word(step.planned.level) or _NO_LEVEL
        yield self._line(
            _(
                "{position}. {title} ({level})",
                position=step.position,
                title=step.planned.title,
                level=level,
            )
        )
        facts = list(self._facts(step))
        if facts:
            yield f"   {self._joined(facts)}"
        if step.needs:
            needs = _("needs: {needs}", needs=tuple(map(self._said.need, step.needs)))
            yield f"   {self._line(needs)}"
        why = _("why here: {reasons}", reasons=self._joined(self._said.why(step)))
        yield f"   {self._line(why)}"

    def _facts(self, step: Step) -> Iterator[Text]:
        if step.score:
            parts = self._said.merits(step)
            yield _("score {score} ({parts})", score=step.score, parts=parts)
        facts = step.planned.facts
        if facts.workflow is not None:
            yield _("work stage: {stage}", stage=WORKFLOW[facts.workflow])
        if facts.due is not None and facts.due.over_by(self._analysis.as_of):
            yield _("due {due}, which has passed", due=facts.due)
        elif facts.due is not None:
            yield _("due {due}", due=facts.due)
        phase = self._said.phase(step)
        if phase is not None:
            yield _("phase {phase}", phase=phase)

    def _path(self) -> Iterator[str]:
        path = self._analysis.critical_path
        yield from self._heading(_("Critical path"))
        bound = self._said.lower_bound()
        if not path.path:
            yield self._say(
                _("none: no duration is stated, and no planned standard waits for another")
            )
            return
        header = [
            _("No."),
            _("Title of planned standard"),
            _("Months"),
            _("Earliest completion"),
            _("To be finished by"),
            _("Slack (days)"),
            _("In time?"),
        ]
        rows = [self._timed(ordinal, timing) for ordinal, timing in enumerate(path.path, 1)]
        yield from self._table(header, rows, right=(0, 2, 5))
        if bound is not None:
            yield self._note(bound)

    def _timed(self, ordinal: int, timing: Timing) -> list[Words]:
        deadline, slack = timing.deadline, timing.slack
        return [
            str(ordinal),
            one_line(timing.step.planned.title),
            NONE_DUE if timing.months is None else str(timing.months),
            self._completion(timing),
            NONE_DUE if deadline is None else str(deadline.day),
            NONE_DUE if slack is None else str(slack),
            self._say(state_of(timing).text),
        ]

    def _late(self) -> Iterator[str]:
        path = self._analysis.critical_path
        if not any(timing.deadline for timing in path.timings.values()):
            yield ""
            yield self._say(
                _("No planned standard has a due date or a phase that ends: nothing can be late.")
            )
            return
        yield from self._heading(_("Late: {count}", count=len(path.late)))
        for timing in path.late:
            if timing.deadline is not None and timing.slack is not None:
                yield self._line(self._lateness(timing, timing.deadline, -timing.slack))
        if not path.late:
            yield self._say(_("none, as far as durations and dates are stated"))

    def _lateness(self, timing: Timing, deadline: Deadline, days: int) -> Text:
        title, by = timing.step.planned.title, self._said.deadline(deadline)
        if timing.finish is None:
            return _(
                "- {title}: was to be finished {days} days ago, by {deadline}",
                title=title,
                days=days,
                deadline=by,
            )
        return _(
            "- {title}: finished on {finish} at the earliest, {days} days after {deadline}",
            title=title,
            finish=timing.finish,
            days=days,
            deadline=by,
        )

    def _completion(self, of: Timing | PhaseLoad) -> str:
        day = completion(of)
        return NONE_DUE if day is None else self._say(day) if isinstance(day, Text) else str(day)

    def _phases(self) -> Iterator[str]:
        loads = [load for load in self._analysis.critical_path.phases if load.timings]
        if not loads:
            return
        yield from self._heading(_("Phases"))
        header = [
            _("Phase"),
            _("Start"),
            _("End"),
            _("Planned standards"),
            _("Earliest completion"),
            _("Late"),
        ]
        rows: list[list[Words]] = [
            [
                one_line(load.phase.name),
                str(load.phase.start or NONE_DUE),
                str(load.phase.end or NONE_DUE),
                str(len(load.timings)),
                self._completion(load),
                str(len(load.late)),
            ]
            for load in loads
        ]
        yield from self._table(header, rows, right=(3, 5))

    def _proposals(self) -> Iterator[str]:
        proposals = self._analysis.gap_proposals
        heading = _("Proposed levels for gaps: {count} cells", count=len(proposals))
        yield from self._heading(heading)
        if not proposals:
            yield self._say(_("no cell of the coverage policy is a gap"))
            return
        yield self._note(ONLY_PROPOSALS)
        groups: dict[tuple[str, Text], list[GapProposal]] = {}
        for proposal in proposals:
            groups.setdefault((proposal.cell.system, proposal.reason), []).append(proposal)
        for (system, reason), group in groups.items():
            said = _(
                "{system}: {level}; {reason}",
                system=self._workspace.systems[system].name,
                level=level_word(group[0].level) or _NO_LEVEL,
                reason=reason,
            )
            yield self._line(said)
            yield from map(self._proposal, group)

    def _proposal(self, proposal: GapProposal) -> str:
        said = _(
            "- {cell} ({clause}): {remarks}",
            cell=cell_values(proposal.cell, self._workspace),
            clause=proposal.cell.clause.called,
            remarks=self._joined((above(proposal), *remarks(proposal))),
        )
        return f"   {self._line(said)}"

    def _heading(self, text: Text) -> Iterator[str]:
        yield ""
        yield self._layout.heading(self._say(text))

    def _table(
        self, header: Sequence[Text], rows: Sequence[Sequence[Words]], *, right: Sequence[int]
    ) -> Iterator[str]:
        yield from self._layout.lines([self._say(text) for text in header], rows, right=right)

    def _note(self, text: Text) -> str:
        return self._layout.paint(self._line(_("note: {remarks}", remarks=text)), "dim")

    def _joined(self, texts: Iterable[Text]) -> str:
        return self._say(_("; ")).join(self._line(text) for text in texts)

    def _line(self, text: Text) -> str:
        return one_line(self._say(text))
