"""What members and the axes of their cells are called in tables."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from stdsys.analysis.rollup.member_summary import Named, Square
from stdsys.analysis.rollup.whole import RollUp
from stdsys.messages import Text, _
from stdsys.model.workspace import ASPECT, KIND, STAGE
from stdsys.output.tables.table import Cell, Column, Kind

MEMBER = Column("member", _("Member"))

_AXES = {STAGE: _("Stage"), ASPECT: _("Aspect"), KIND: _("Kind")}

NOT_READ = _("not read")
"""Stands where nothing is known because a member, or a part of it, could not be read."""

Names: TypeAlias = Mapping[Named, Text | str]
"""What to call each member."""


def labels(rollup: RollUp) -> Names:
    """Return what to call each member; two of one name are told apart by the key."""
    often = Counter(member.name.label for member in rollup.members)
    above = {rollup.members[one.at].name for one in rollup.subtotals}
    return {
        member.name: _label(
            member.name,
            unique=often[member.name.label] == 1,
            itself=member.name.own or member.name in above,
        )
        for member in rollup.members
    }


def _label(name: Named, *, unique: bool, itself: bool) -> Text | str:
    label = name.label if unique else _("{name} ({key})", name=name.label, key=name.key)
    return _("{name} itself", name=label) if itself else label


def line_names(rollup: RollUp) -> Names:
    """Return what stands before each member's line of figures."""
    partly = frozenset(rollup.partly_read)
    return {
        name: line_name(name, label, read=name not in partly)
        for name, label in labels(rollup).items()
    }


def line_name(name: Named, label: Text | str, *, read: bool) -> Text | str:
    """Return a label with a mark if not all is read; members of members are set in."""
    shown = label if read else _("{name} (not fully read)", name=label)
    inner = name.depth - 1
    return _("{blank}{name}", blank=INSET * inner, name=shown) if inner > 0 else shown


INSET = "· "
"""Stands before a member of a member, twice before one of that, …; text has no other indent."""


def total_name(rollup: RollUp, name: Text) -> Text:
    """Return the name of a sum, marked where something is missing from it."""
    return name if rollup.complete else _("{name} (incomplete)", name=name)


def members_named(named: Names, members: Sequence[Named], every: int) -> tuple[Text | str, ...]:
    """Return the names of members as a cell; where they are `every` one, say so shortly."""
    if len(members) == every > 2:
        return (_("all members"),)
    return tuple(named[member] for member in members)


def axis_columns(squares: Iterable[Square]) -> tuple[Column, ...]:
    """Return a column for each axis that any of these squares has a value on."""
    axes = dict.fromkeys(axis for square in squares for axis, _value in square)
    return tuple(Column(f"axis-{axis}", _AXES.get(axis, axis), Kind.WORD) for axis in axes)


def axis_cells(square: Square, columns: Iterable[Column]) -> tuple[Cell, ...]:
    """Return the values of a square below these columns."""
    values = dict(square)
    return tuple(values.get(column.key.removeprefix("axis-")) for column in columns)
