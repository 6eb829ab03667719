"""Measures `systems`, `owners`, `organisations` and `adopters`: who and what takes part."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from stdsys.analysis.targets.result import Candidate, Measurement, all_of, count_of
from stdsys.analysis.targets.standards import issued_on
from stdsys.messages import _
from stdsys.model.items import Edition
from stdsys.model.organisation_kinds import OrganisationKind, organisation_kind
from stdsys.model.provenance import RECALLED
from stdsys.model.target_record import Measure
from stdsys.model.workspace import System, Workspace
from stdsys.model.workspace_record import OrganisationRecord
from stdsys.numbers import read

if TYPE_CHECKING:
    from stdsys.analysis.analysis import Analysis

_GENERAL_WORDS = frozenset(
    {
        *(kind.value for kind in OrganisationKind),
        "政府",
        "部门",
        "事业单位",
        "机构",
        "社会团体",
        "团体",
        "企业",
        "公司",
        "company",
        "合作社",
        "农户",
        "farmer",
    }
)
"""Words for a whole kind. A narrower one (龙头企业, 协会) means only those that bear it."""


def systems(measure: Measure, scope: frozenset[str], analysis: "Analysis") -> Measurement:
    """Count the systems, shared bases apart, that have a tree and at least one entry.

    With `kinds` only those whose owner is of such a kind.
    """
    workspace = analysis.workspace
    candidates = [
        Candidate(
            key=system.id,
            counts=all_of((_stands(system), _owned_by(system, measure, workspace))),
        )
        for system in _systems(scope, workspace)
    ]
    return count_of(candidates, _("no system is recorded"))


def owners(measure: Measure, scope: frozenset[str], analysis: "Analysis") -> Measurement:
    """Count the distinct organisations that answer for a system with a tree and an entry.

    A system that names no owner may belong to a further one: that cannot be told.
    """
    workspace = analysis.workspace
    found: dict[tuple[str, str | None], Candidate] = {}
    for system in _systems(scope, workspace):
        if not _stands(system):
            continue
        owner = system.record.owner
        unit = workspace.organisations.get(owner) if owner is not None else None
        found.setdefault(
            ("", owner) if owner is not None else (system.id, None),
            Candidate(
                key=system.id if owner is None else owner,
                counts=None if owner is None else is_of_kind(unit, measure.kinds),
                unverified=_recalled(unit),
            ),
        )
    return count_of(tuple(found.values()), _("no system is recorded"))


def organisations(measure: Measure, scope: frozenset[str], analysis: "Analysis") -> Measurement:
    """Count organisations by their `members`; with a scope those that have a part in its systems.

    That is: that answer for one of them, or apply a standard that stands in one. Those without a
    `source` are counted, but prove nothing.
    """
    workspace = analysis.workspace
    part = _Applied(scope, analysis)
    answering = {system.record.owner for system in _systems(scope, workspace)}
    candidates = [
        _candidate(
            key, unit, measure, has_part=not scope or key in answering or part.applied_by(unit)
        )
        for key, unit in workspace.organisations.items()
    ]
    return count_of(candidates, _("no organisation is recorded"))


def adopters(measure: Measure, scope: frozenset[str], analysis: "Analysis") -> Measurement:
    """Count, by their `members`, the organisations that apply a standard of the workspace.

    With a scope the standard stands in one of its systems. A standard that was not yet issued on
    the day cannot have been applied. Those without a `source` are counted, but prove nothing.
    """
    part = _Applied(scope, analysis)
    candidates = [
        _candidate(key, unit, measure, has_part=part.applied_by(unit))
        for key, unit in analysis.workspace.organisations.items()
        if unit.applies
    ]
    return count_of(candidates, _("no organisation says which standards it applies (applies:)"))


def is_of_kind(unit: OrganisationRecord | None, kinds: Iterable[str]) -> bool | None:
    """Whether an organisation is of one of these kinds (none named: of any); None if not stated.

    A word for a whole kind (企业, enterprise) means all words of that kind; any other word means
    those that bear exactly this word.
    """
    asked = {_plain(kind) for kind in kinds}
    if not asked:
        return True
    if unit is None or unit.kind is None:
        return None
    general = {organisation_kind(word) for word in asked & _GENERAL_WORDS}
    return _plain(unit.kind) in asked or organisation_kind(unit.kind) in general - {None}


def _candidate(
    key: str, unit: OrganisationRecord, measure: Measure, *, has_part: bool
) -> Candidate:
    in_role = not measure.roles or not set(measure.roles).isdisjoint(unit.roles)
    counts = all_of((has_part, in_role, unit.members > 0, is_of_kind(unit, measure.kinds)))
    unproven = unit.source is None or _recalled(unit)
    return Candidate(key=key, counts=counts, weight=unit.members, unverified=unproven)


class _Applied:
    """Tells which organisations apply a standard of the workspace, or of the systems in scope."""

    def __init__(self, scope: frozenset[str], analysis: "Analysis") -> None:
        self._scope = scope
        self._analysis = analysis

    def applied_by(self, unit: OrganisationRecord) -> bool:
        """Whether an organisation applies one of them."""
        return any(map(self._counts, self._named(unit)))

    def _named(self, unit: OrganisationRecord) -> Iterator[Edition]:
        """Yield the editions that an organisation applies: of an undated number any of them."""
        workspace = self._analysis.workspace
        for name in unit.applies:
            found = workspace.named(name)
            if isinstance(found, Edition):
                yield found
                continue
            number = read(name).number
            if number is not None and not number.dated:
                keys = workspace.families.get(number.family, ())
                yield from (workspace.editions[key] for key in keys if key in workspace.editions)

    def _counts(self, edition: Edition) -> bool:
        issued = issued_on(edition)
        if issued is not None and not issued.begun_by(self._analysis.as_of):
            return False
        entries = self._analysis.placements.entries_of(edition)
        return not self._scope or any(entry.system in self._scope for entry in entries)


def _systems(scope: frozenset[str], workspace: Workspace) -> tuple[System, ...]:
    return tuple(
        system
        for system in workspace.systems.values()
        if not system.shared and (not scope or system.id in scope)
    )


def _stands(system: System) -> bool:
    return bool(system.nodes and system.entries)


def _owned_by(system: System, measure: Measure, workspace: Workspace) -> bool | None:
    owner = system.record.owner
    unit = workspace.organisations.get(owner) if owner is not None else None
    return is_of_kind(unit, measure.kinds)


def _recalled(unit: OrganisationRecord | None) -> bool:
    return unit is not None and unit.source == RECALLED


def _plain(words: str) -> str:
    return words.strip().lower()
