"""Lists of a roll-up: shared numbers, gaps in common and by member, conflicts, findings by code."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from stdsys.analysis.rollup.conflicts import Statement, Value
from stdsys.analysis.rollup.whole import RollUp
from stdsys.findings import Position
from stdsys.messages import Text, _
from stdsys.model.status import Status
from stdsys.output.tables import words
from stdsys.output.tables.rollup_names import (
    MEMBER,
    axis_cells,
    axis_columns,
    labels,
    members_named,
)
from stdsys.output.tables.table import Cell, Column, Kind, Table
from stdsys.rules.registry import RULES

Where: TypeAlias = Callable[[Statement], Position]
"""Finds the line of what a member says, at its path from the folder of the whole."""

FACTS: Mapping[str, Text] = {
    "formerly": _("Present number"),
    "title": _("Title of standard"),
    "status": _("Status"),
    "issued": _("Issued"),
    "effective": _("Effective"),
    "withdrawn": _("Withdrawn"),
}
"""What members may disagree about."""

_ORDINAL = Column("ordinal", _("No."), Kind.COUNT)
_NUMBER = Column("number", _("Standard number"), Kind.NUMBER)
_STATE = Column("state", _("State"), Kind.WORD)


def shared_table(rollup: RollUp) -> Table:
    """Return the numbers that several members hold, those of most members first."""
    named = labels(rollup)
    holders = sum(bool(member.holdings) for member in rollup.members) if rollup.complete else 0
    columns = (
        _ORDINAL,
        _NUMBER,
        Column("title", _("Title of standard")),
        Column("level", _("Level"), Kind.WORD),
        Column("status", _("Status"), Kind.WORD),
        Column("count", _("Members"), Kind.COUNT),
        Column("members", _("Held by")),
    )
    body = tuple(
        (
            ordinal,
            item.key,
            item.title,
            words.level_word(item.level),
            words.STATUS[item.status.status],
            len(item.held),
            members_named(named, [one.member for one in item.held], holders),
        )
        for ordinal, item in enumerate(rollup.shared, 1)
    )
    notes = (_("a number without a year is counted as a standard of its own"),)
    undated = any(not item.first.dated for item in rollup.shared)
    return Table("shared", columns, body, notes=notes if undated else ())


def common_gaps_table(rollup: RollUp) -> Table:
    """Return what several members lack, those that most lack first."""
    named = labels(rollup)
    axes = axis_columns(gap.square for gap in rollup.common_gaps)
    columns = (
        _ORDINAL,
        *axes,
        Column("lacking", _("Members that lack it"), Kind.COUNT),
        Column("required-by", _("Members that require it"), Kind.COUNT, width=18),
        Column("everywhere", _("In none of them"), Kind.WORD),
        Column("members", _("Lacking in")),
    )
    body = tuple(
        (
            ordinal,
            *axis_cells(gap.square, axes),
            len(gap.lacking),
            gap.required_by,
            words.YES if gap.everywhere else words.NO,
            members_named(named, gap.lacking, len(rollup.members) if rollup.complete else 0),
        )
        for ordinal, gap in enumerate(rollup.common_gaps, 1)
    )
    notes = (
        _("a member lacks something if one of its systems has nothing valid, and nothing planned"),
    )
    return Table("common-gaps", columns, body, notes=notes)


def open_cells_table(rollup: RollUp) -> Table:
    """Return every cell of every member for which nothing valid exists or is on its way."""
    named = labels(rollup)
    cells = [(member, cell) for member in rollup.members for cell in member.open_cells]
    axes = axis_columns(cell.square for _member, cell in cells)
    columns = (
        _ORDINAL,
        MEMBER,
        Column("system", _("System")),
        *axes,
        Column("clause", _("Requirement")),
        _STATE,
        Column("missing", _("Missing"), Kind.COUNT),
    )
    body = tuple(
        (
            ordinal,
            named[member.name],
            cell.system_name,
            *axis_cells(cell.square, axes),
            cell.clause_name,
            words.STATE[cell.state],
            cell.missing,
        )
        for ordinal, (member, cell) in enumerate(cells, 1)
    )
    return Table("open-cells", columns, body)


def conflicts_table(rollup: RollUp, where: Where) -> Table:
    """Return what members say differently of one number, a row a statement."""
    named = labels(rollup)
    columns = (
        _ORDINAL,
        _NUMBER,
        Column("fact", _("Item"), Kind.WORD),
        MEMBER,
        Column("value", _("What it says")),
        Column("place", _("Place")),
    )
    body: list[tuple[Cell, ...]] = []
    for conflict in rollup.conflicts:
        for statement in conflict.statements:
            at = where(statement)
            body.append(
                (
                    len(body) + 1,
                    conflict.number,
                    FACTS[conflict.fact],
                    named[statement.member],
                    value_cell(statement.value),
                    f"{at.file}:{at.line}:{at.column}",
                )
            )
    return Table("conflicts", columns, tuple(body))


def value_cell(value: Value) -> Cell:
    """Return what a member says as a cell."""
    return words.STATUS[value] if isinstance(value, Status) else value


def codes_table(rollup: RollUp) -> Table:
    """Return how many findings each member has of each code."""
    named = labels(rollup)
    columns = (
        _ORDINAL,
        MEMBER,
        Column("code", _("Rule code"), Kind.WORD),
        Column("severity", _("Severity of the problem"), Kind.WORD),
        Column("problem", _("Problem")),
        Column("count", _("Count"), Kind.COUNT),
    )
    found = (
        (member, code, severity, count)
        for member in rollup.members
        for (code, severity), count in member.codes.items()
    )
    body: list[tuple[Cell, ...]] = [
        (
            ordinal,
            named[member.name],
            code,
            words.SEVERITY[severity],
            RULES[code].summary,
            count,
        )
        for ordinal, (member, code, severity, count) in enumerate(found, 1)
    ]
    return Table("codes", columns, tuple(body))
