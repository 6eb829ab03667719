"""What members and the axes of their cells are called in tables."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from stdsys.analysis.rollup.member_summary import Named, Square
from stdsys.analysis.rollup.whole import RollUp
from stdsys.messages import Text, _
from stdsys.model.workspace import ASPECT, KIND, STAGE
from stdsys.output.tables.table import Cell, Column, Kind

MEMBER = Column("member", _("Member"))

_AXES = {STAGE: _("stage"), ASPECT: _("aspect"), KIND: _("kind")}


def labels(rollup: RollUp) -> Mapping[str, Text | str]:
    """Return what to call each member, by its key; two of one name are told apart by the key."""
    often = Counter(member.name.label for member in rollup.members)
    return {
        member.name.key: _label(member.name, unique=often[member.name.label] == 1)
        for member in rollup.members
    }


def _label(name: Named, *, unique: bool) -> Text | str:
    label = name.label if unique else _("{name} ({key})", name=name.label, key=name.key)
    return _("{name} itself", name=label) if name.own else label


def members_named(
    named: Mapping[str, Text | str], members: Sequence[Named], every: int
) -> tuple[Text | str, ...]:
    """Return the names of members as a cell; where they are `every` one, say so shortly."""
    if len(members) == every > 2:
        return (_("all members"),)
    return tuple(named[member.key] for member in members)


def axis_columns(squares: Iterable[Square]) -> tuple[Column, ...]:
    """Return a column for each axis that any of these squares has a value on."""
    axes = dict.fromkeys(axis for square in squares for axis, _value in square)
    return tuple(Column(f"axis-{axis}", _AXES.get(axis, axis), Kind.WORD) for axis in axes)


def axis_cells(square: Square, columns: Iterable[Column]) -> tuple[Cell, ...]:
    """Return the values of a square below these columns."""
    values = dict(square)
    return tuple(values.get(column.key.removeprefix("axis-")) for column in columns)
