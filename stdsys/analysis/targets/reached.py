"""Are the targets reached? Every target with its figure, its state and what that rests on."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from stdsys.analysis.targets.figures import goal_of, measured_figure
from stdsys.analysis.targets.measures import measure
from stdsys.analysis.targets.result import Measurement
from stdsys.messages import Text, _
from stdsys.model.goal import Goal
from stdsys.model.partial_date import PartialDate
from stdsys.model.target_record import TargetRecord
from stdsys.model.target_vocabulary import Measured
from stdsys.model.workspace import Workspace

if TYPE_CHECKING:
    from stdsys.analysis.analysis import Analysis

SOON = 90
"""So many days before its due date a target is due soon."""


class TargetState(StrEnum):
    """Where a target stands on the day."""

    MET = "met"
    DUE_SOON = "due-soon"
    NOT_YET = "not-yet"
    MISSED = "missed"
    NO_EVIDENCE = "no-evidence"


class TargetResult(Struct, frozen=True, eq=False):
    """A target on the day.

    `met` is true or false only where the facts prove it: true if everything they allow reaches the
    goal, false if nothing they allow does, else None. `due` is the target's own date, else the end
    of its phase. `why` says it in one sentence.
    """

    target: TargetRecord
    due: PartialDate | None
    measured: Measurement
    met: bool | None
    state: TargetState
    why: Text

    @property
    def actual(self) -> Fraction | None:
        """The figure reached: a number, for a goal in percent a fraction of one."""
        return self.measured.value

    @property
    def evidence(self) -> tuple[str, ...]:
        """What the figure rests on; of a goal reached because nothing was found, what was searched.

        Where something is lacking for an answer it may still name what there is.
        """
        return self.measured.evidence or (self.measured.searched if self.met else ())

    @property
    def doubtful(self) -> bool:
        """Whether it rests on something unverified or only presumed."""
        return bool(self.target.unverified or self.measured.unverified or self.measured.presumed)


class Targets(Struct, frozen=True, eq=False):
    """The targets in the order in which they are written."""

    all: tuple[TargetResult, ...]

    @classmethod
    def of(cls, analysis: "Analysis") -> "Targets":
        """Measure every target on the day."""
        return cls(
            tuple(result_of(target, analysis) for target in analysis.workspace.targets.values())
        )


def result_of(target: TargetRecord, analysis: "Analysis") -> TargetResult:
    """Measure one target on the day.

    What happened after the due date but by the day counts: it is reached, late. A target that
    should count only what came in time says so in its measure (`issued`, `until`).
    """
    due = target.due
    if due is None:
        phase = analysis.workspace.phase(target.phase)
        due = phase.end if phase is not None else None
    measured = measure(target, analysis)
    met = _met(measured, target)
    return TargetResult(
        target=target,
        due=due,
        measured=measured,
        met=met,
        state=_state(met, due, analysis.as_of),
        why=_why(measured, met, target, analysis.workspace),
    )


def _met(measured: Measurement, target: TargetRecord) -> bool | None:
    """Compare what the facts allow with the goal.

    Where the workspace does not record everything there may be any number more. What rests on
    nothing never reaches a goal; that something is not there rests on what was looked through.
    """
    if measured.lacking is not None or measured.least is None:
        return None
    verdict = compare(target.value, measured.least, measured.most if target.complete else None)
    if verdict and not measured.evidence and not (target.value.low is None and measured.searched):
        return None
    return verdict


def compare(goal: Goal, least: Fraction, most: Fraction | None) -> bool | None:
    """Whether all figures from `least` to `most` (None: without end) reach a goal, or none does."""
    factor = 100 if goal.percent else 1
    low = least * factor
    high = None if most is None else most * factor
    if goal.exceeded_by(low) or (high is not None and goal.undercut_by(high)):
        return False
    unbounded = high is None and goal.high is not None
    if goal.undercut_by(low) or unbounded or (high is not None and goal.exceeded_by(high)):
        return None
    return True


def _state(met: bool | None, due: PartialDate | None, day: date) -> TargetState:
    if met:
        return TargetState.MET
    if met is None:
        return TargetState.NO_EVIDENCE
    if due is None:
        return TargetState.NOT_YET
    if due.over_by(day):
        return TargetState.MISSED
    return TargetState.DUE_SOON if (due.last - day).days <= SOON else TargetState.NOT_YET


_OF_UNITS = (Measured.ORGANISATIONS, Measured.ADOPTERS)


def _why(
    measured: Measurement, met: bool | None, target: TargetRecord, workspace: Workspace
) -> Text:
    actual = measured_figure(measured, target, workspace)
    if measured.lacking is not None:
        if actual is None or not measured.spans:
            return measured.lacking
        return _("{growth}; {lacking}", growth=actual, lacking=measured.lacking)
    value, least, most = measured.value, measured.least, measured.most
    assert value is not None
    assert least is not None
    assert most is not None
    goal = goal_of(target)
    if met:
        return _("{actual}: {goal} is reached", actual=actual, goal=goal)
    if met is False:
        return _("{actual}: {goal} is not reached", actual=actual, goal=goal)
    if not target.complete and compare(target.value, least, most) is not None:
        return _(
            "{actual} recorded against {goal}, but the workspace does not record everything",
            actual=actual,
            goal=goal,
        )
    if compare(target.value, value, value) and not compare(target.value, least, value):
        if target.measure.of in _OF_UNITS:
            return _(
                "{actual} against {goal}, but {count} of the organisations counted state no source",
                actual=actual,
                goal=goal,
                count=len(measured.unverified),
            )
        return _(
            "{actual} against {goal}, but {count} of what is counted is unverified",
            actual=actual,
            goal=goal,
            count=len(measured.unverified),
        )
    if measured.uncertain:
        return _(
            "{actual} against {goal}; of {count} more it cannot be told whether they count",
            actual=actual,
            goal=goal,
            count=len(measured.uncertain),
        )
    return _("nothing is recorded that {goal} could rest on", goal=goal)
