"""Records of all files → one workspace, with the findings that only the whole can show."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import TypeVar

from stdsys.findings import Finding, Place
from stdsys.model.catalogue import Catalogue, defined_twice
from stdsys.model.coverage_record import CoverageRecord
from stdsys.model.identities import check_identities
from stdsys.model.items import Document, Edition
from stdsys.model.placed_values import values_by_node
from stdsys.model.profile_record import ProfileRecord
from stdsys.model.programme_record import PhaseRecord, ProgrammeRecord, TaskRecord
from stdsys.model.programme_references import check_programme
from stdsys.model.references import check_references
from stdsys.model.sections import Sections
from stdsys.model.standard_record import DocumentRecord
from stdsys.model.system_record import NodeRecord, SystemRecord
from stdsys.model.target_record import SeriesRecord, TargetRecord
from stdsys.model.workspace import ASPECT, KIND, STAGE, Axis, Entry, Node, System, Workspace
from stdsys.model.workspace_record import (
    AxisRecord,
    AxisValueRecord,
    OrganisationRecord,
    WorkspaceRecord,
)

_DEFAULT_KINDS = (("technical", "技术标准"), ("management", "管理标准"), ("service", "服务标准"))


def assemble(
    sections: Sections, *, name: str, unread: Sequence[str] = ()
) -> tuple[Workspace, list[Finding]]:
    """Return the workspace and the findings Y104 (unknown id), Y105 (twice) and Y106 (disagree).

    `name` stands in for a missing `workspace:` section; `unread` holds the text of files that could
    not be parsed, in which a missing id may well be defined.
    """
    findings = list(sections.findings)
    head = sections.workspace or WorkspaceRecord(name=name)
    catalogue = Catalogue(findings)
    catalogue.add_records(sections.standards)
    documents = {
        key: Document(key, record.title, record)
        for key, record in _by_id(sections.documents, findings).items()
    }
    written_systems = _by_id(sorted(sections.systems, key=_stated_order), findings)
    for written in written_systems.values():
        catalogue.add_entries(written.entries)
    systems = {
        key: _system(written, catalogue, documents) for key, written in written_systems.items()
    }
    workspace = Workspace(
        record=head,
        place=head.place if sections.workspace else Place("stdsys.yaml"),
        axes=_axes(sections, findings),
        organisations=_by_id(sections.organisations, findings),
        documents=documents,
        editions=catalogue.editions(),
        planned=catalogue.planned(),
        systems=systems,
        coverage=_merged(sections.coverage),
        families=catalogue.families(),
        aliases=catalogue.aliases(),
        lost=frozenset(sections.lost),
        unread=tuple(unread),
        programme=_joined(sections.programmes, findings),
        targets=_by_id(sections.targets, findings),
        series=_by_id(sections.series, findings),
        reviews=tuple(sections.reviews),
        profiles=_by_id(sections.profiles, findings),
    )
    findings.extend(check_references(workspace))
    findings.extend(check_programme(workspace))
    findings.extend(check_identities(workspace))
    return workspace, findings


T = TypeVar(
    "T",
    SystemRecord,
    DocumentRecord,
    OrganisationRecord,
    AxisRecord,
    AxisValueRecord,
    PhaseRecord,
    TaskRecord,
    TargetRecord,
    SeriesRecord,
    ProfileRecord,
)


def _by_id(records: Sequence[T], findings: list[Finding]) -> dict[str, T]:
    """Index records by id; a second record of the same id is Y105, a warning if it is equal."""
    found: dict[str, T] = {}
    for record in records:
        key = record.id
        first = found.setdefault(key, record)
        if first is not record:
            findings.append(defined_twice(key, first, record))
    return found


def _stated_order(system: SystemRecord) -> float:
    """Return the place an author gave a system; those without one keep the order of the files."""
    return inf if system.order is None else system.order


def _axes(sections: Sections, findings: list[Finding]) -> dict[str, Axis]:
    axes = {
        STAGE: Axis(STAGE, None, _by_id(sections.stages, findings)),
        ASPECT: Axis(ASPECT, None, _by_id(sections.aspects, findings)),
        KIND: Axis(KIND, None, _by_id(sections.kinds, findings) or _default_kinds()),
    }
    for key, record in _by_id(sections.axes, findings).items():
        if key not in axes:
            axes[key] = Axis(key, record.name, _by_id(record.values, findings))
    return axes


def _default_kinds() -> dict[str, AxisValueRecord]:
    return {key: AxisValueRecord(id=key, name=name) for key, name in _DEFAULT_KINDS}


def _merged(policies: Sequence[CoverageRecord]) -> CoverageRecord:
    """Join the policies of several files: sections of the same name are concatenated."""
    if len(policies) == 1:
        return policies[0]
    require = tuple(clause for policy in policies for clause in policy.require)
    exempt = tuple(cell for policy in policies for cell in policy.exempt)
    return CoverageRecord(require=require, exempt=exempt)


def _joined(programmes: Sequence[ProgrammeRecord], findings: list[Finding]) -> ProgrammeRecord:
    """Join the sections of several files; the first speaks for the programme as a whole."""
    if not programmes:
        return ProgrammeRecord()
    phases = _by_id([phase for part in programmes for phase in part.phases], findings)
    tasks = _by_id([task for part in programmes for task in part.tasks], findings)
    joined = {"phases": tuple(phases.values()), "tasks": tuple(tasks.values())}
    return programmes[0].model_copy(update=joined)


def _system(
    record: SystemRecord, catalogue: Catalogue, documents: Mapping[str, Document]
) -> System:
    nodes: dict[str, Node] = {}
    _grow(record.id, record.tree, None, nodes)
    values_at = values_by_node(nodes)
    entries = []
    for written in record.entries:
        item = (
            documents.get(written.document)
            if written.document is not None
            else catalogue.item_of(written)
        )
        if item is None:
            continue
        node = nodes.get(written.at) if written.at is not None else None
        placed = values_at[None if node is None else node.code].with_own(written)
        kind = item.facts.kind if isinstance(item, Edition) else written.kind
        entries.append(
            Entry(
                system=record.id,
                item=item,
                node=node,
                see_also=written.see_also,
                values=placed.with_kind(kind),
                record=written,
            )
        )
    return System(
        id=record.id,
        name=record.name,
        shared=record.shared,
        uses=record.uses,
        nodes=nodes,
        entries=tuple(entries),
        record=record,
    )


def _grow(
    system: str,
    records: Sequence[NodeRecord],
    parent: str | None,
    nodes: dict[str, Node],
) -> None:
    """Add nodes in tree order; a code that is taken already is left to rule S001."""
    for record in records:
        if record.code not in nodes:
            nodes[record.code] = Node(
                system=system,
                code=record.code,
                name=record.name,
                order=len(nodes),
                parent=parent,
                children=tuple(child.code for child in record.children),
                record=record,
            )
        _grow(system, record.children, record.code, nodes)
