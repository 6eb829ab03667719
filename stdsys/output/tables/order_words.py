"""What is said of the order of drafting: scores, needs, reasons, deadlines, what exists above."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.cells import Cell
from stdsys.analysis.coverage.gap_proposals import GapProposal
from stdsys.analysis.drafting.critical_path import Bound, Deadline, PhaseLoad, Timing
from stdsys.analysis.drafting.needs import Need, NeedState
from stdsys.analysis.drafting.order import Merit, Step
from stdsys.messages import Text, _
from stdsys.model.partial_date import PartialDate
from stdsys.model.workspace import Workspace
from stdsys.output.tables.words import value_name
from stdsys.rules.coverage.cells import few
from stdsys.rules.items import name_of

MERIT: Mapping[Merit, Text] = {
    Merit.URGENT: _("urgent"),
    Merit.SOON: _("fairly urgent"),
    Merit.FOCUS: _("key project"),
    Merit.NEW_FIELD: _("new field"),
}
"""What the parts of a score are for."""

_LOOKED_AT = 6
"""Of a long circle only the first are named: every one of its members says who is in it."""

ONLY_PROPOSALS = _(
    "only proposals: whoever approves the project decides; where a standard of a higher level "
    "serves already none is needed: local standards are for special local requirements, group "
    "standards for what market and innovation need (标准化法 art. 13, 18); none may fall below a "
    "mandatory one (art. 21)"
)
"""What stands beside every list of proposed levels."""


class OrderWords:
    """Says what is known of the planned standards of one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._workspace = analysis.workspace
        self._order = analysis.drafting_order

    def title(self, key: str) -> str:
        """Return the title of a planned standard."""
        return self._workspace.planned[key].title

    def merits(self, step: Step) -> tuple[Text, ...]:
        """Return the parts of a score: 急需 4."""
        return tuple(
            _("{merit} {weight}", merit=MERIT[merit], weight=weight)
            for merit, weight in step.merits.items()
        )

    def phase(self, step: Step) -> str | None:
        """Return the name of the phase that a planned standard belongs to."""
        phase = self._workspace.phase(step.planned.facts.phase)
        return phase.name if phase else None

    def need(self, need: Need) -> Text:
        """Return what is needed and how far it is."""
        match need.state:
            case NeedState.PLANNED:
                position = self._order.by_key[need.name].position
                name = self.title(need.name)
                return _("{title} (planned, no. {position})", title=name, position=position)
            case NeedState.IN_FORCE:
                return _("{name} (in force)", name=self._called(need.name))
            case NeedState.UPCOMING if need.ready is not None:
                return _("{name} (takes effect on {day})", name=need.name, day=need.ready)
            case NeedState.UPCOMING:
                return _("{name} (issued, date of effect not stated)", name=need.name)
            case NeedState.OBSOLETE if need.successor is not None:
                return _(
                    "{name}, which is not in force any more (now {successor})",
                    name=need.name,
                    successor=need.successor,
                )
            case NeedState.OBSOLETE:
                return _("{name}, which is not in force any more", name=self._called(need.name))
            case NeedState.UNKNOWN:
                return _("{name}, whose status is unknown", name=self._called(need.name))
            case NeedState.ABSENT:
                return _("{name}, which is not in the workspace", name=need.name)

    def _called(self, name: str) -> str:
        """Return the title of a standard that goes by an id because nobody knows its number."""
        edition = self._workspace.editions.get(name)
        return name if edition is None else name_of(edition)

    def why(self, step: Step) -> Iterator[Text]:
        """Yield why a planned standard stands where it does."""
        if step.cycle:
            yield self._circle(step)
        if step.waits_for:
            titles = tuple(map(self.title, step.waits_for))
            yield _("after {titles}, which it needs", titles=titles)
        if step.forward_for is not None:
            title = self.title(step.forward_for)
            yield _("put forward for {title}, which needs it and comes first", title=title)
        elif step.score:
            yield _("by its score")
        elif step.due is not None:
            yield _("by its due date")
        else:
            yield _("by the order of the systems: neither urgency nor due date is stated")

    def _circle(self, step: Step) -> Text:
        keys = islice((key for key in step.cycle if key != step.key), _LOOKED_AT)
        others = few(map(self.title, keys))
        if not others:
            return _("it is said to need itself: correct that")
        return _(
            "it and {titles} need each other in a circle: settle which comes first, or draft them "
            "together",
            titles=others,
        )

    def deadline(self, deadline: Deadline) -> Text:
        """Return a deadline and what sets it."""
        day = deadline.day
        if deadline.bound is Bound.PHASE:
            phase = self._workspace.phase(deadline.of)
            return _(
                "{day}, the end of the phase {phase}", day=day, phase=phase.name if phase else ""
            )
        if deadline.bound is Bound.NEEDED and deadline.of is not None:
            return _("{day}, needed by {title}", day=day, title=self.title(deadline.of))
        return _("{day}, its due date", day=day)

    def lower_bound(self) -> Text | None:
        """Say how many durations nobody has stated, if any."""
        count = self._analysis.critical_path.unknown_durations
        if not count:
            return None
        return _(
            "durations not stated: {count}; these standards have no earliest completion, and what "
            "comes after them can be finished at the day given or later",
            count=count,
        )


def above(proposal: GapProposal) -> Text:
    """Return which standards of higher levels there are for the values of a cell."""
    names = tuple(map(name_of, proposal.above))
    if not names:
        return _("no standard of a higher level for the same")
    if proposal.above_count == len(names):
        return _("of higher levels: {names}", names=names)
    return _(
        "{count} of higher levels, such as {names}",
        count=proposal.above_count,
        names=names,
    )


def remarks(proposal: GapProposal) -> Iterator[Text]:
    """Yield what else is to be minded before a gap is filled."""
    if proposal.unknown:
        yield _("first settle the status of {count} here", count=proposal.unknown)
    if proposal.safety:
        yield _(
            "food-safety standards are set by the state, local ones by the provincial health "
            "authority (食品安全法 art. 25, 29)"
        )


def cell_values(cell: Cell, workspace: Workspace) -> str | Text:
    """Return the names of a cell's values; a clause without axes asks for the whole system."""
    if not cell.axes:
        return _("the whole system")
    return " / ".join(value_name(axis, value, workspace) for axis, value in cell.axes.items())


def completion(of: Timing | PhaseLoad) -> PartialDate | Text | None:
    """Return the earliest completion, "not before" that day where a duration is not known."""
    if of.finish is None:
        return None
    return _or_later(of.finish) if of.bound_only else full_date(of.finish)


def beginning(of: Timing) -> PartialDate | Text:
    """Return the earliest beginning, "not before" that day where a duration before is unknown."""
    return _or_later(of.begin) if of.after_unknown else full_date(of.begin)


def _or_later(day: date) -> Text:
    return _("not before {day}", day=day)


def full_date(day: date) -> PartialDate:
    """Return a day as tables hold it."""
    return PartialDate(day.year, day.month, day.day)
