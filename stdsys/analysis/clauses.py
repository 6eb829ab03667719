"""The coverage policy read against the axes: which cells a clause asks for, what matches them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from stdsys.model.coverage_record import ClauseRecord, ExemptionRecord
from stdsys.model.references import axis_of
from stdsys.model.workspace import Document, Entry, System, Workspace

Square = tuple[str, ...]
"""The values of one cell, in the order of its clause's axes."""


@dataclass(frozen=True, slots=True, eq=False)
class Requirement:
    """A clause with its axes: `each` makes the cells of `values`, `filters` only restrict."""

    clause: ClauseRecord
    each: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
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
        clause = self.clause
        if (shared and not clause.shared) or isinstance(entry.item, Document):
            return iter(())
        if clause.levels and entry.item.level not in clause.levels:
            return iter(())
        for axis, wanted in self.filters.items():
            has = entry.values.get(axis, ())
            if not (wanted.intersection(has) if has else clause.general):
                return iter(())
        return product(*self._on_each_axis(entry))

    def _on_each_axis(self, entry: Entry) -> Iterator[tuple[str, ...]]:
        for axis, values in zip(self.each, self.values, strict=True):
            has = entry.values.get(axis, ())
            if has:
                yield tuple(value for value in values if value in has)
            else:
                yield values if self.clause.general else ()


@dataclass(frozen=True, slots=True, eq=False)
class Exemption:
    """An exemption with its axes. `system` is the system that states it, None the workspace."""

    system: str | None
    record: ExemptionRecord
    values: Mapping[str, frozenset[str]]
    valid: bool

    def matches(self, requirement: Requirement, square: Square) -> bool:
        """Whether the whole cell is exempt.

        An axis that the exemption names must be an axis of the cell, or one that the clause filters
        by with no other values than the exempt ones: `{stage: sales, aspect: safety}` exempts no
        cell that asks for standards of every aspect.
        """
        if not self.valid or self.record.clause not in (None, requirement.clause.id):
            return False
        at = dict(zip(requirement.each, square, strict=True))
        return all(
            at[axis] in values
            if axis in at
            else bool(requirement.filters.get(axis)) and requirement.filters[axis] <= values
            for axis, values in self.values.items()
        )


def requirements_of(system: System, workspace: Workspace) -> tuple[Requirement, ...]:
    """Return what a system must hold: the workspace's clauses, overridden by id, then its own.

    A shared base has no cells. A clause that names an unknown axis, or only unknown values, makes
    no cells: Y104 has reported it, and a gap besides would be a second message for one fault.
    """
    if system.shared:
        return ()
    clauses = _by_id(workspace.coverage.require) | _by_id(system.record.coverage.require)
    read = (_requirement(clause, workspace) for clause in clauses.values())
    return tuple(requirement for requirement in read if requirement is not None)


def exemptions_of(system: System, workspace: Workspace) -> tuple[Exemption, ...]:
    """Return the exemptions stated in a system."""
    return _exemptions(system.id, system.record.coverage.exempt, workspace)


def common_exemptions(workspace: Workspace) -> tuple[Exemption, ...]:
    """Return the exemptions stated for every system."""
    return _exemptions(None, workspace.coverage.exempt, workspace)


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
