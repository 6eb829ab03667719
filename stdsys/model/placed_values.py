"""The axis values of an entry: its own, else its node's, else those of the nodes above."""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import force_setattr

from stdsys.model.system_record import EntryRecord, NodeRecord
from stdsys.model.workspace import ASPECT, KIND, STAGE, Node

_Values = dict[str, tuple[str, ...]]
_Stated = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""What a record states in the fields of its own: stages, aspects, kinds."""
_FIELD_AXES = (STAGE, ASPECT, KIND)


class PlacedValues(Struct, frozen=True, eq=False):
    """What holds at one place of a system: the values of fields such as `stages`, those of `axes:`.

    Where both name an axis, `axes:` has the say.
    """

    fields: _Values
    axes: _Values
    joined: _Values = field(default_factory=dict)
    """All values by axis; general (no values) where an axis is missing or empty."""
    found: dict[_Stated, "PlacedValues"] = field(default_factory=dict)
    """Answers for records that have no `axes:`: entries state the same few values again and again,
    and so share one mapping."""

    def __post_init__(self) -> None:
        """Join the two, without a second mapping where one says all."""
        joined = self.fields | self.axes if self.axes else self.fields
        force_setattr(self, "joined", joined)

    def with_own(self, record: EntryRecord | NodeRecord) -> "PlacedValues":
        """Return what holds for a record at this place: on each axis its own values, if any."""
        stated = (record.stages, record.aspects, record.kinds)
        if record.axes:
            return self._with(stated, record.axes)
        if stated not in self.found:
            self.found[stated] = self._with(stated, {})
        return self.found[stated]

    def _with(self, stated: _Stated, further: Mapping[str, tuple[str, ...]]) -> "PlacedValues":
        own = {axis: values for axis, values in zip(_FIELD_AXES, stated, strict=True) if values}
        names = (*self.axes, *further)
        axes = {name: further.get(name) or self.axes.get(name, ()) for name in names}
        return PlacedValues(self.fields | own, axes)

    def with_kind(self, kind: str | None) -> Mapping[str, tuple[str, ...]]:
        """Return all values by axis; the kind of the standard itself where no other is stated."""
        if kind is None or self.joined[KIND]:
            return self.joined
        return self.joined | {KIND: (kind,)}


def values_by_node(nodes: Mapping[str, Node]) -> dict[str | None, PlacedValues]:
    """Return what holds at each node of a system, by code, and outside of all nodes (None)."""
    values: dict[str | None, PlacedValues] = {
        None: PlacedValues(dict.fromkeys(_FIELD_AXES, ()), {})
    }
    for code, node in nodes.items():  # each stands behind the one above it
        values[code] = values[node.parent].with_own(node.record)
    return values
