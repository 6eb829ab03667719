"""Coverage of members side by side, by the stages of the chain: states and shares."""

from collections.abc import Iterable
from typing import TypeAlias

from stdsys.analysis.rollup.member_summary import StageState
from stdsys.analysis.rollup.whole import RollUp
from stdsys.messages import Text, _
from stdsys.output.tables import words
from stdsys.output.tables.rollup_names import MEMBER, NOT_READ, line_names, total_name
from stdsys.output.tables.table import Cell, Column, Kind, Ratio, Table, Word


def stages_table(rollup: RollUp) -> Table:
    """Return the heat map: a line a member, a column a stage, the worst state on each square.

    A member of which something could not be read may have more stages than are known.
    """
    rows = [
        (name, *(None if found is None else _state(found) for found in row))
        for name, row in stage_lines(rollup)
    ]
    notes = [_("where several requirements meet, the worst state is shown")]
    single = stages_of_one(rollup)
    if single:
        notes.append(
            _(
                "stages of one member only, perhaps called otherwise by the others: {stages}",
                stages=single,
            )
        )
    columns = (MEMBER, *_stage_columns(rollup.stages, Kind.WORD))
    caption = _("State by member and stage")
    return Table("stages", columns, tuple(rows), caption, notes=tuple(notes))


StageCell: TypeAlias = StageState | Text | None
"""A stage in a member: its state, that it is not read, or None where nothing is required."""


def _state(found: StageState | Text) -> Word | Text:
    return found if isinstance(found, Text) else words.STATE[found.state]


def _share(found: StageState | Text) -> Ratio | Text:
    return found if isinstance(found, Text) else Ratio(found.covered, found.required)


def stage_lines(rollup: RollUp) -> list[tuple[str | Text, tuple[StageCell, ...]]]:
    """Return a line a member with what is known of each stage, last those not read at all."""
    named = line_names(rollup)
    lines: list[tuple[str | Text, tuple[StageCell, ...]]] = []
    for member in rollup.members:
        if not member.empty:
            unknown = None if member.readable else NOT_READ
            row = tuple(member.stages.get(stage, unknown) for stage in rollup.stages)
            lines.append((named[member.name], row))
    nothing = (NOT_READ,) * len(rollup.stages)
    lines += [(fault.finding.subject, nothing) for fault in rollup.unread]
    return lines


def stages_of_one(rollup: RollUp) -> tuple[str, ...]:
    """Return the stages that only one member has, where several have any."""
    having = [member.stages for member in rollup.members if member.stages]
    if len(having) < 2:
        return ()
    return tuple(name for name in rollup.stages if sum(name in one for one in having) == 1)


def shares_table(rollup: RollUp) -> Table:
    """Return the share of the required cells that are covered, by member and stage, in per cent."""
    rows: list[tuple[Cell, ...]] = [
        (name, *(None if found is None else _share(found) for found in row))
        for name, row in stage_lines(rollup)
    ]
    every = [_share_of(rollup, stage) for stage in rollup.stages]
    rows.append((total_name(rollup, _("Together")), *every))
    columns = (MEMBER, *_stage_columns(rollup.stages, Kind.RATIO))
    caption = _("Share of cells covered by member and stage (%)")
    return Table("shares", columns, tuple(rows), caption, frozenset((len(rows) - 1,)))


def _share_of(rollup: RollUp, stage: str) -> Ratio:
    found = [member.stages[stage] for member in rollup.members if stage in member.stages]
    return Ratio(sum(one.covered for one in found), sum(one.required for one in found))


def _stage_columns(stages: Iterable[str], kind: Kind) -> Iterable[Column]:
    return (Column(f"stage:{stage}", stage, kind) for stage in stages)
