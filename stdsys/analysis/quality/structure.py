"""Structure quality: the four principles of GB/T 13016-2018, each with figures and a verdict.

A principle looks at things one by one (systems, targets, cells, rows, nodes) and counts those at
fault. None at fault: conforms; up to half: partly; more than half: fails; nothing there to look
at: undecided. Where a rule judges a thing already, its findings are taken, never judged again; a
figure whose rules did not all run is None, and without it no principle is said to conform.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from stdsys.analysis.counting.level_mix import LevelMix, Verdict, level_mixes, worse
from stdsys.analysis.counting.statistics import Statistics
from stdsys.analysis.coverage.matrix import Coverage
from stdsys.analysis.quality.measurable import unmeasurable
from stdsys.analysis.quality.rule_run import RuleRun, gathered_places
from stdsys.findings import Finding, Place, Route
from stdsys.messages import Text, _
from stdsys.model.items import Edition, Item
from stdsys.model.workspace import Entry, System, Workspace

OVERLAP_SHARE = 0.2
"""A system of whose entries more than this share stands in other systems too is not set apart."""


class PrincipleId(StrEnum):
    """目标明确, 全面成套, 层次适当, 划分清楚."""

    OBJECTIVE = "objective"
    COMPLETE = "complete"
    LAYERS = "layers"
    DIVISION = "division"


Figures: TypeAlias = Mapping[str, int | None]
"""Counts by stable key; None where it was not counted."""


class Fault(Struct, frozen=True):
    """A thing at fault: its subject (as findings name it), a sentence, where it stands."""

    subject: str
    message: Text
    place: Place
    code: str | None = None


class Principle(Struct, frozen=True):
    """A principle, how far it is met, the figures behind that, and where it is not."""

    id: PrincipleId
    verdict: Verdict
    figures: Figures
    places: tuple[Fault, ...]


class StructureQuality(Struct, frozen=True):
    """The four principles in the order of GB/T 13016, and the mix of levels."""

    principles: tuple[Principle, ...]
    mixes: tuple[LevelMix, ...]


def structure_quality(
    workspace: Workspace, coverage: Coverage, statistics: Statistics, run: RuleRun
) -> StructureQuality:
    """Judge a workspace by the four principles and by its mix of levels."""
    return StructureQuality(
        (
            _objective(workspace, run),
            _complete(coverage, run),
            _layers(workspace, statistics, run),
            _division(workspace, run),
        ),
        level_mixes(workspace, statistics),
    )


def _verdict(looked_at: int, at_fault: int, *, complete: bool = True) -> Verdict:
    if not looked_at:
        return Verdict.UNDECIDED
    if not at_fault:
        return Verdict.CONFORMS if complete else Verdict.UNDECIDED
    return Verdict.PARTLY if at_fault * 2 <= looked_at else Verdict.FAILS


def _objective(workspace: Workspace, run: RuleRun) -> Principle:
    """目标明确: every system that is no shared base states its objective; targets are measurable.

    Systems and targets are judged apart, and the worse of the two counts: many good targets make
    up for no missing objective. A target that could not be read is not measurable either.
    """
    systems = _judged(workspace)
    silent = [
        Fault(
            system.id,
            _("{system}: no objective is stated", system=system.name),
            system.place.at("name"),
        )
        for system in systems
        if not (system.record.objective or "").strip()
    ]
    vague = [
        Fault(
            target.id,
            _("target {target} is not measurable: {why}", target=target.called, why=why),
            target.place,
        )
        for target in workspace.targets.values()
        if (why := unmeasurable(target, workspace)) is not None
    ]
    refused = [f for f in run.of("Y102", "Y103") if f.place.route[:1] == ("targets",)]
    kept = {_record(target.place) for target in workspace.targets.values()}
    lost = {_record(finding.place) for finding in refused}
    faulty = lost | {_record(fault.place) for fault in vague}
    targets = len(kept | lost)
    return Principle(
        PrincipleId.OBJECTIVE,
        worse(
            _verdict(len(systems), len(silent)),
            _verdict(targets, len(faulty)) if systems and targets else None,
        ),
        {
            "systems": len(systems),
            "with_objective": len(systems) - len(silent),
            "targets": targets,
            "measurable": targets - len(faulty),
        },
        (*silent, *vague, *_faults(refused)),
    )


def _complete(coverage: Coverage, run: RuleRun) -> Principle:
    """全面成套: each required cell is filled, or exempt for a stated reason.

    Filled is a cell whose standards in force, upcoming and planned are enough: a system holds what
    is still to be made, too (GB/T 13016: 已实施及拟实施).
    """
    summary = coverage.summary
    open_cells = summary.gap + summary.obsolete_only
    exemptions = len(run.of("C005")) if run.ran("C005") else None
    looked_at = summary.required + summary.exempt
    return Principle(
        PrincipleId.COMPLETE,
        _verdict(looked_at, open_cells + (exemptions or 0), complete=exemptions is not None),
        {
            "required": summary.required,
            "covered": summary.covered,
            "on_the_way": summary.upcoming + summary.planned,
            "open": open_cells,
            "exempt": summary.exempt,
            "exemptions_at_fault": exemptions,
        },
        _faults(run.of("C001", "C002", "C004", "C005", "C007")),
    )


def _layers(workspace: Workspace, statistics: Statistics, run: RuleRun) -> Principle:
    """层次适当: what is common stands above what it is common to, and no tree is too deep.

    At fault are editions of one standard in sibling nodes, standards in several systems instead of
    a shared base, entries at no node of a tree that there is, nodes of a layer too deep. The figure
    `at_no_node` is that of the statistics: rows at no subsystem, in systems without a tree as well.
    """
    several = _in_several(workspace)
    spread = [
        Fault(
            item.key,
            _(
                "{name} stands in {count} systems: it belongs in a shared base",
                name=_name(item),
                count=len({entry.system for entry in entries}),
            ),
            entries[1].place,
        )
        for item, entries in several.items()
    ]
    rules = ("S003", "S004", "S005")
    found = {code: sum(f.count for f in run.of(code)) for code in rules}
    rows = {(entry.system, entry.item) for entry in workspace.entries()}
    nodes = sum(len(system.nodes) for system in workspace.systems.values())
    return Principle(
        PrincipleId.LAYERS,
        _verdict(len(rows) + nodes, sum(found.values()) + len(several), complete=run.ran(*rules)),
        {
            "rows": len(rows),
            "nodes": nodes,
            "layers": max(map(_depth, workspace.systems.values()), default=0),
            "in_sibling_nodes": _counted(run, "S004"),
            "in_several_systems": len(several),
            "too_deep": _counted(run, "S005"),
            "at_no_node": sum(map(_at_no_node, statistics.systems.values())),
        },
        (*_faults(run.of(*rules)), *spread),
    )


def _division(workspace: Workspace, run: RuleRun) -> Principle:
    """划分清楚: everything has one home; nothing says again what a higher standard says.

    At fault are further entries of a standard in its system, codes used twice, standards that
    overlap with a higher one on the same object and aspect, and systems of whose rows more than a
    fifth stand in other systems too.
    """
    several = _in_several(workspace)
    systems = _judged(workspace)
    rows = {(entry.system, entry.item) for entry in workspace.entries()}
    held = Counter(system for system, _item in rows)
    shared = Counter(system for system, item in rows if item in several)
    mixed = [
        Fault(
            system.id,
            _(
                "{system}: {count} of its {rows} rows stand in other systems, too",
                system=system.name,
                count=shared[system.id],
                rows=held[system.id],
            ),
            system.place.at("name"),
        )
        for system in systems
        if shared[system.id] > OVERLAP_SHARE * held[system.id]
    ]
    rules = ("N005", "S001", "H006")
    found = sum(f.count for f in run.of(*rules))
    return Principle(
        PrincipleId.DIVISION,
        _verdict(len(rows), found + len(mixed), complete=run.ran(*rules)),
        {
            "rows": len(rows),
            "entered_twice": _counted(run, "N005"),
            "codes_twice": _counted(run, "S001"),
            "overlapping": _counted(run, "H006"),
            "systems": len(systems),
            "systems_mixed": len(mixed),
        },
        (*_faults(run.of(*rules)), *mixed),
    )


def _at_no_node(of_system: Statistics) -> int:
    tally = of_system.by_subsystem.get(f"{of_system.scope}/")
    return tally.required if tally else 0


def _record(place: Place) -> tuple[str, Route]:
    """Return the record in which a place of a list's section lies."""
    return place.file, place.route[:2]


def _judged(workspace: Workspace) -> list[System]:
    return [system for system in workspace.systems.values() if not system.shared]


def _in_several(workspace: Workspace) -> dict[Item, list[Entry]]:
    """Return the items that several systems hold each for itself; a shared base is the remedy."""
    entries: dict[Item, list[Entry]] = {}
    for system in _judged(workspace):
        for entry in system.entries:
            entries.setdefault(entry.item, []).append(entry)
    return {
        item: held
        for item, held in entries.items()
        if len(held) > 1 and len({entry.system for entry in held}) > 1
    }


def _name(item: Item) -> str:
    """Return the number of a standard, the title of what has none."""
    numbered = isinstance(item, Edition) and item.number is not None
    return item.key if numbered else item.title or item.key


def _depth(system: System) -> int:
    layer: dict[str, int] = {}
    for node in system.nodes.values():  # a parent comes before its children
        layer[node.code] = 1 + layer.get(node.parent or "", 0)
    return max(layer.values(), default=0)


def _counted(run: RuleRun, code: str) -> int | None:
    return sum(f.count for f in run.of(code)) if run.ran(code) else None


def _faults(findings: Iterable[Finding]) -> tuple[Fault, ...]:
    """Return findings as faults, each gathered occurrence at its own place."""
    return tuple(
        Fault(finding.subject, finding.message, place, finding.code)
        for finding in findings
        for place in gathered_places(finding)
    )
