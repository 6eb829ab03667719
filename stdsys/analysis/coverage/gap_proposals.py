"""宜定级别 of gaps: the level at which those who answer for them may fill them, and why."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.coverage.matrix import Cell, CellState, Coverage
from stdsys.analysis.life_cycle.statuses import Statuses
from stdsys.messages import Text, _
from stdsys.model.items import Edition
from stdsys.model.organisation_kinds import (
    DivisionTier,
    OrganisationKind,
    division_tier,
    organisation_kind,
)
from stdsys.model.references import axis_of
from stdsys.model.workspace import ASPECT, System, Workspace
from stdsys.numbers import Level, Nature

MOST_NAMED = 3
"""So many standards of higher levels are named at most; the others are counted."""

_SAFETY = "安全"
"""What the category of aspects of safety holds: 安全, or GB/T 13016's 安全、卫生、环保标准."""

_LEVEL_ORDER = {level: order for order, level in enumerate(Level)}


class GapProposal(Struct, frozen=True, eq=False):
    """The level proposed for a gap; only a proposal, for who approves projects decides.

    `reason` is always printed beside the level (None: to be decided). `above` are the live
    standards of higher levels that the system and its bases have for the same axis values, at most
    three, and `above_count` is their number. `unknown` counts the standards in the cell whose
    status nobody knows. `safety`: the cell asks for an aspect of safety.
    """

    cell: Cell
    level: Level | None
    reason: Text
    above: tuple[Edition, ...]
    above_count: int
    unknown: int
    safety: bool


def gap_proposals(
    coverage: Coverage, workspace: Workspace, statuses: Statuses
) -> tuple[GapProposal, ...]:
    """Return a proposal for every cell whose state is gap, in the order of the cells.

    What is obsolete only wants revision, what is planned has its level already: neither is a gap.
    """
    live: dict[str, _Live] = {}
    found = []
    for cell in coverage.cells:
        if cell.state is not CellState.GAP:
            continue
        level, reason = proposed_level(cell, workspace)
        if cell.system not in live:
            live[cell.system] = _Live(workspace.systems[cell.system], workspace, statuses)
        above = live[cell.system].above(cell, level)
        found.append(
            GapProposal(
                cell,
                level,
                reason,
                above[:MOST_NAMED],
                len(above),
                cell.counts[RowClass.X],
                _is_of_safety(cell, workspace),
            )
        )
    return tuple(found)


def proposed_level(cell: Cell, workspace: Workspace) -> tuple[Level | None, Text]:
    """Return the level proposed for a gap and the reason, which is always printed beside it.

    The lowest level that the clause admits; where it admits all, the level at which the unit that
    answers for the system may set standards itself (标准化法 art. 13, 18, 19). Where neither is
    known, none is proposed.
    """
    owner = workspace.systems[cell.system].record.owner
    unit = workspace.organisations.get(owner) if owner is not None else None
    kind = organisation_kind(unit.kind) if unit else None
    region = workspace.record.region
    tier = division_tier((unit.region if unit else None) or (region.code if region else None))
    if cell.clause.levels:
        lowest = max(cell.clause.levels, key=_LEVEL_ORDER.__getitem__)
        return lowest, _required(lowest, tier, several=len(cell.clause.levels) > 1)
    if kind is OrganisationKind.ENTERPRISE:
        return Level.ENTERPRISE, _("an enterprise sets its own standards (标准化法 art. 19)")
    if kind is OrganisationKind.ASSOCIATION:
        return Level.GROUP, _("an association sets group standards (标准化法 art. 18)")
    return _by_tier(tier, division_tier(region.code if region else None))


def _by_tier(
    tier: DivisionTier | None, of_workspace: DivisionTier | None
) -> tuple[Level | None, Text]:
    """Propose by the tier of the unit; a county of a city may also apply there."""
    match tier:
        case None:
            return None, _("to be decided: the region of the responsible unit is not stated")
        case DivisionTier.COUNTY if of_workspace is DivisionTier.CITY:
            return Level.GROUP, _(
                "a county may not issue local standards (标准化法 art. 13): an association may set "
                "a group standard, or the county applies to the city for a local standard (a "
                "project of the city, approved by the province)"
            )
        case DivisionTier.COUNTY:
            return Level.GROUP, _(
                "a county may not issue local standards (标准化法 art. 13); "
                "an association may set a group standard"
            )
        case DivisionTier.CITY:
            return Level.LOCAL, _(
                "for special local conditions or customs a city may issue a local standard with "
                "the province's approval (标准化法 art. 13), else a group standard"
            )
        case DivisionTier.PROVINCE:
            return Level.LOCAL, _(
                "for special local conditions or customs a province may issue a local standard "
                "(标准化法 art. 13), else a group standard"
            )


def _required(level: Level, tier: DivisionTier | None, *, several: bool) -> Text:
    who = _ISSUERS[level](tier)
    if several:
        return _("of the levels that the requirement admits the lowest is proposed; {who}", who=who)
    return _("the requirement admits this level only; {who}", who=who)


def _local_issuer(tier: DivisionTier | None) -> Text:
    match tier:
        case DivisionTier.COUNTY:
            return _(
                "a county may not issue a local standard and applies to the city or province "
                "(标准化法 art. 13)"
            )
        case DivisionTier.CITY:
            return _("a city may issue it with the province's approval (标准化法 art. 13)")
        case DivisionTier.PROVINCE:
            return _("a province may issue it (标准化法 art. 13)")
        case None:
            return _(
                "provinces may issue it, and cities with the province's approval (标准化法 art. 13)"
            )


_ISSUERS: Mapping[Level, Callable[[DivisionTier | None], Text]] = {
    Level.NATIONAL: lambda _tier: _(
        "only the state issues it (标准化法 art. 10, 11): a project can be proposed"
    ),
    Level.INDUSTRY: lambda _tier: _(
        "only departments of the State Council issue it (标准化法 art. 12): "
        "a project can be proposed"
    ),
    Level.LOCAL: _local_issuer,
    Level.GROUP: lambda _tier: _("an association may set it (标准化法 art. 18)"),
    Level.ENTERPRISE: lambda _tier: _("an enterprise may set it (标准化法 art. 19)"),
    Level.OTHER: lambda _tier: _("it stands outside the five levels (标准化法 art. 2)"),
}
"""Who may issue a standard of a level."""


def _is_of_safety(cell: Cell, workspace: Workspace) -> bool:
    aspects = workspace.axes[ASPECT].values
    own = cell.axes.get(ASPECT)
    filters = cell.clause.axes.items()
    filtered = [v for axis, values in filters if axis_of(axis, workspace) == ASPECT for v in values]
    asked = filtered if own is None else [own]
    categories = (aspects[key].category or "" for key in asked if key in aspects)
    return any(_SAFETY in category for category in categories)


_Pairs = frozenset[tuple[str, str]]
"""Axes with a value each, any of which will do."""


class _Live:
    """The live standards that a system and its bases enter, by the values of their entries."""

    def __init__(self, system: System, workspace: Workspace, statuses: Statuses) -> None:
        self._workspace = workspace
        self._editions: list[Edition] = []  # of each live entry
        self._by_value: dict[tuple[str, str], set[int]] = {}
        self._known: dict[frozenset[_Pairs], tuple[Edition, ...]] = {}
        for entry, _shared in workspace.visible(system):
            if not isinstance(entry.item, Edition):
                continue
            edition = statuses.stands_for(entry.item)
            if not statuses(edition).status.live:
                continue
            for axis, values in entry.values.items():
                for value in values:
                    self._by_value.setdefault((axis, value), set()).add(len(self._editions))
            self._editions.append(edition)

    def above(self, cell: Cell, level: Level | None) -> tuple[Edition, ...]:
        """Return those of a cell's values whose level is higher; the highest, mandatory ones first.

        Where no level is proposed, national and industry standards are.
        """
        bound = _LEVEL_ORDER[level or Level.LOCAL]
        return tuple(
            edition
            for edition in self._of(cell)
            if edition.level is not None and _LEVEL_ORDER[edition.level] < bound
        )

    def _of(self, cell: Cell) -> tuple[Edition, ...]:
        wanted = {frozenset([pair]) for pair in cell.axes.items()}
        for name, values in cell.clause.axes.items():
            axis = axis_of(name, self._workspace)
            if axis is not None and axis not in cell.axes:
                wanted.add(frozenset((axis, value) for value in values))
        key = frozenset(wanted)
        if key not in self._known:
            self._known[key] = self._matching(key)
        return self._known[key]

    def _matching(self, wanted: Iterable[_Pairs]) -> tuple[Edition, ...]:
        """Return what has one value of each set, all in one entry; each family once."""
        sets = [set().union(*(self._by_value.get(pair, ()) for pair in one)) for one in wanted]
        places = set.intersection(*sets) if sets else range(len(self._editions))
        found = [self._editions[place] for place in sorted(places)]
        found.sort(key=_weight)
        return tuple({edition.family: edition for edition in reversed(found)}.values())[::-1]


def _weight(edition: Edition) -> tuple[int, bool]:
    """Order by level, mandatory ones first: below these nothing may fall (标准化法 art. 21)."""
    return _LEVEL_ORDER[edition.level or Level.OTHER], edition.nature is not Nature.MANDATORY
