"""The coverage policy read against the axes: which cells a clause asks for, what matches them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod

from msgspec import Struct

from stdsys.model.coverage_record import ClauseRecord, ExemptionRecord
from stdsys.model.items import Document, Item
from stdsys.model.references import axis_of
from stdsys.model.workspace import Entry, System, Workspace

Square = tuple[str, ...]
"""The values of one cell, in the order of its clause's axes."""

Coordinates = tuple[tuple[str, ...], ...]
"""Any number of values on each axis, in the same order."""


class Requirement(Struct, frozen=True, eq=False):
    """A clause with its axes: `each` makes the cells of `values`, `filters` only restrict."""

    clause: ClauseRecord
    each: tuple[str, ...]
    values: Coordinates
    filters: Mapping[str, frozenset[str]]

    @property
    def size(self) -> int:
        """How many cells it makes in a system."""
        return prod(len(values) for values in self.values)

    def squares(self) -> Iterator[Square]:
        """Yield its cells in the order of the axes' values."""
        return product(*self.values)

    def matched_by(self, entry: Entry, *, shared: bool) -> Iterator[Square]:
        """Yield the cells that an entry counts in.

        On every axis of the clause the entry must share a value with the cell (or with the filter);
        without a value on an axis it counts only where the clause says `general: true`. An entry of
        a used base (`shared`) counts only where the clause says `shared: true`. Laws and other
        documents are no standards and match nothing.
        """
        for matches in self.matches(((entry, shared),)):
            yield from matches.squares()

    def matches(self, entries: Iterable[tuple[Entry, bool]]) -> list["Matches"]:
        """Return what counts in which cells, of entries each with whether it is of a used base.

        Many entries state the same values: what these mean is found once, and the cells are not
        made before somebody asks for them.
        """
        alike: defaultdict[Coordinates, list[Item]] = defaultdict(list)
        found = self._asked_for(entries)
        axis, *others = self.each or (None,)
        if axis is not None and not others:  # as most clauses have it
            of_axis: defaultdict[tuple[str, ...], list[Item]] = defaultdict(list)
            for entry in found:
                of_axis[entry.values.get(axis, ())].append(entry.item)
            alike.update(((stated,), items) for stated, items in of_axis.items())
        else:
            for entry in found:
                stated = tuple([entry.values.get(axis, ()) for axis in self.each])
                alike[stated].append(entry.item)
        return [Matches(items, self._on_each_axis(stated)) for stated, items in alike.items()]

    def _asked_for(self, entries: Iterable[tuple[Entry, bool]]) -> list[Entry]:
        """Return the entries that count somewhere, one condition after the other."""
        clause, levels = self.clause, self.clause.levels
        if clause.shared:
            found = [entry for entry, _ in entries if not isinstance(entry.item, Document)]
        else:
            found = [e for e, shared in entries if not (shared or isinstance(e.item, Document))]
        if levels:
            found = [entry for entry in found if entry.item.level in levels]
        for axis, wanted in self.filters.items():
            stated = [(entry, entry.values.get(axis, ())) for entry in found]
            general = clause.general
            found = [e for e, has in stated if (wanted.intersection(has) if has else general)]
        return found

    def _on_each_axis(self, stated: Coordinates) -> Coordinates:
        """Return on every axis those values of the cells that are stated; all where none is."""
        without = self.values if self.clause.general else ((),) * len(self.each)
        return tuple(
            tuple(filter(frozenset(has).__contains__, values)) if has else of_all
            for values, has, of_all in zip(self.values, stated, without, strict=True)
        )


class Matches(Struct, frozen=True, eq=False):
    """Items that count in the same cells: in those that have one of the values on every axis."""

    items: list[Item]
    values: Coordinates

    @property
    def count(self) -> int:
        """How often an item counts in a cell, all taken together."""
        return len(self.items) * prod(map(len, self.values))

    def squares(self) -> Iterator[Square]:
        """Yield the cells that each of the items counts in."""
        return product(*self.values)


class Exemption(Struct, frozen=True, eq=False):
    """An exemption with its axes. `system` is the system that states it, None the workspace."""

    system: str | None
    record: ExemptionRecord
    values: Mapping[str, frozenset[str]]
    valid: bool

    def may_match(self, requirement: Requirement) -> bool:
        """Whether it can exempt cells of a clause.

        An axis that the exemption names must be an axis of the cell, or one that the clause filters
        by with no other values than the exempt ones: `{stage: sales, aspect: safety}` exempts no
        cell that asks for standards of every aspect.
        """
        if not self.valid or self.record.clause not in (None, requirement.clause.id):
            return False
        return all(
            axis in requirement.each
            or (bool(requirement.filters.get(axis)) and requirement.filters[axis] <= values)
            for axis, values in self.values.items()
        )


class CellExemptions:
    """Which exemptions match the cells of one clause.

    They are found by the values of the cell, as bits of one number, and not tried one by one: many
    exemptions of many cells stay quick.
    """

    def __init__(self, requirement: Requirement, exemptions: Iterable[Exemption]) -> None:
        self._exemptions = [e for e in exemptions if e.may_match(requirement)]
        self._by_value: list[dict[str, int]] = []
        self._of_all_values: list[int] = []
        for axis in requirement.each:
            by_value: dict[str, int] = {}
            of_all_values = 0
            for place, exemption in enumerate(self._exemptions):
                if axis not in exemption.values:
                    of_all_values |= 1 << place
                for value in exemption.values.get(axis, ()):
                    by_value[value] = by_value.get(value, 0) | 1 << place
            self._by_value.append(by_value)
            self._of_all_values.append(of_all_values)
        self._used = 0

    def first(self, square: Square) -> Exemption | None:
        """Return the first exemption of a cell; all that match it are used from now on."""
        found = (1 << len(self._exemptions)) - 1
        for value, by_value, all_values in zip(
            square, self._by_value, self._of_all_values, strict=True
        ):
            found &= by_value.get(value, 0) | all_values
        if not found:
            return None
        self._used |= found
        return self._exemptions[(found & -found).bit_length() - 1]

    def used(self) -> Iterator[Exemption]:
        """Yield those that have matched a cell."""
        return (e for place, e in enumerate(self._exemptions) if self._used >> place & 1)


def requirements_of(system: System, workspace: Workspace) -> tuple[Requirement, ...]:
    """Return what a system must hold: the workspace's clauses, overridden by id, then its own.

    A shared base has no cells. A clause that names an unknown axis, or only unknown values, makes
    no cells: Y104 has reported it, and a gap besides would be a second message for one fault.
    """
    if system.shared:
        return ()
    clauses = _by_id(workspace.coverage.require)
    for key, own in _by_id(system.record.coverage.require).items():
        clauses[key] = _overridden(clauses[key], own) if key in clauses else own
    read = (_requirement(clause, workspace) for clause in clauses.values())
    return tuple(requirement for requirement in read if requirement is not None)


def exemptions_of(system: System, workspace: Workspace) -> tuple[Exemption, ...]:
    """Return the exemptions stated in a system."""
    return _exemptions(system.id, system.record.coverage.exempt, workspace)


def common_exemptions(workspace: Workspace) -> tuple[Exemption, ...]:
    """Return the exemptions stated for every system."""
    return _exemptions(None, workspace.coverage.exempt, workspace)


def _overridden(common: ClauseRecord, own: ClauseRecord) -> ClauseRecord:
    """Return a common clause with what a system states anew; what it leaves out stays."""
    merged = common.model_copy(update={name: getattr(own, name) for name in own.model_fields_set})
    merged.stand_at(own.place)
    return merged


def _by_id(clauses: Iterable[ClauseRecord]) -> dict[str, ClauseRecord]:
    """Index clauses by id; of two with one id the first holds."""
    first: dict[str, ClauseRecord] = {}
    for clause in clauses:
        first.setdefault(clause.id, clause)
    return first


def _requirement(clause: ClauseRecord, workspace: Workspace) -> Requirement | None:
    named = _axis_values(clause.axes, workspace)
    axes = [axis_of(name, workspace) for name in clause.each]
    each = tuple(dict.fromkeys(axis for axis in axes if axis is not None))
    if named is None or None in axes:
        return None
    filters = {axis: values for axis, values in named.items() if axis not in each}
    known = {
        axis: values.intersection(workspace.axes[axis].values) for axis, values in filters.items()
    }
    if not all(known.values()):
        return None
    values = tuple(
        tuple(
            value
            for value in workspace.axes[axis].values
            if axis not in named or value in named[axis]
        )
        for axis in each
    )
    return Requirement(clause, each, values, known)


def _exemptions(
    system: str | None, records: Iterable[ExemptionRecord], workspace: Workspace
) -> tuple[Exemption, ...]:
    exemptions = []
    for record in records:
        values = _axis_values(record.axes, workspace)
        exemptions.append(Exemption(system, record, values or {}, valid=values is not None))
    return tuple(exemptions)


def _axis_values(
    stated: Mapping[str, tuple[str, ...]], workspace: Workspace
) -> dict[str, frozenset[str]] | None:
    """Return the stated values by axis (`stage` and `stages` are one); None if one is unknown."""
    values: dict[str, frozenset[str]] = {}
    for name, words in stated.items():
        axis = axis_of(name, workspace)
        if axis is None:
            return None
        if words:
            values[axis] = values.get(axis, frozenset()) | frozenset(words)
    return values
