"""责任单位: who has to act on a finding, and in which system."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.ownership import Ownership
from stdsys.findings import Finding
from stdsys.model.workspace import Entry, Node, System, Workspace

_OF_TEXTS = frozenset("HR")
"""Families of rules that judge what a standard says, not how it is entered."""


class Responsibility:
    """Finds the lead units and systems of what findings are about.

    The lead of an entry or planned standard is the one it states, else that of its node or of the
    nodes above, else the owner of its system. What stands in several systems has several leads.
    Targets and tasks have their own leads. What a standard of others says is nobody's here to
    change: entering it makes no unit answer for its text.
    """

    def __init__(self, workspace: Workspace, own: Ownership) -> None:
        self._workspace = workspace
        self._own = own

    @classmethod
    def of(cls, analysis: Analysis) -> "Responsibility":
        """Return the answers for a workspace."""
        return cls(analysis.workspace, analysis.ownership)

    def leads(self, finding: Finding) -> tuple[str, ...]:
        """Return the names of the units that answer for what a finding is about."""
        family = finding.code[0]
        if family == "T" or (family == "P" and finding.subject not in self._entries):
            return self._names(self._leads_of_promise(finding.subject))
        if family in _OF_TEXTS and not self._about_own_text(finding):
            return ()
        for about in self._keys(finding):
            leads = self.leads_of(about)
            if leads:
                return leads
        return ()

    def systems(self, finding: Finding) -> tuple[System, ...]:
        """Return the systems that hold what a finding is about."""
        for about in self._keys(finding):
            systems = self._systems_of(about)
            if systems:
                return systems
        return ()

    def _leads_of_promise(self, subject: str) -> tuple[str, ...]:
        """Return the units that a target or task names; a phase names none."""
        target = self._workspace.targets.get(subject)
        if target is not None:
            return target.lead
        tasks = self._workspace.programme.tasks
        return next((task.lead for task in tasks if task.id == subject), ())

    def _about_own_text(self, finding: Finding) -> bool:
        """Whether the standard whose text is at fault is own.

        What is gathered by the object that others cite is about their texts.
        """
        workspace, key = self._workspace, finding.subject
        kinds = (workspace.editions, workspace.planned, workspace.documents)
        items = (kind[key] for kind in kinds if key in kind)
        return finding.group is None and any(map(self._own.is_own, items))

    def leads_of(self, key: str) -> tuple[str, ...]:
        """Return the lead units of an entry, item, node, system or cell, by its key."""
        entries = self._entries.get(key)
        if entries is not None:
            return self._names(self._lead_of_entry(entry) for entry in entries)
        system = self._system_named(key)
        if system is None:
            return ()
        return self._names([self._lead_of_node(system, self._nodes.get(key))])

    def _systems_of(self, key: str) -> tuple[System, ...]:
        entries = self._entries.get(key)
        if entries is not None:
            names = dict.fromkeys(entry.system for entry in entries)
            return tuple(self._workspace.systems[name] for name in names)
        system = self._system_named(key)
        return (system,) if system else ()

    @staticmethod
    def _keys(finding: Finding) -> Iterable[str]:
        """Yield what a finding is about, a single entry before the item in all its places."""
        return sorted(
            dict.fromkeys((finding.subject, *finding.about)), key=lambda key: ":" not in key
        )

    def _system_named(self, key: str) -> System | None:
        """Return the system of `tea`, `tea/3.1` or `tea/processing`; an id may hold a slash."""
        systems = self._workspace.systems
        node = self._nodes.get(key)
        if node is not None:
            return systems[node.system]
        return systems.get(key) or systems.get(key.split("/", 1)[0])

    def _lead_of_entry(self, entry: Entry) -> str | None:
        system = self._workspace.systems[entry.system]
        planned = self._workspace.planned.get(entry.item.key)
        stated = entry.record.lead or (planned.facts.lead if planned else None)
        return stated or self._lead_of_node(system, entry.node)

    def _lead_of_node(self, system: System, node: Node | None) -> str | None:
        while node is not None:
            if node.record.lead is not None:
                return node.record.lead
            node = system.nodes[node.parent] if node.parent is not None else None
        return system.record.owner

    def _names(self, units: Iterable[str | None]) -> tuple[str, ...]:
        named = (self._workspace.name_of(unit) for unit in units if unit is not None)
        return tuple(dict.fromkeys(named))

    @cached_property
    def _entries(self) -> Mapping[str, list[Entry]]:
        """The entries by their own key, by their item's key and by its family."""
        entries: dict[str, list[Entry]] = {}
        for entry in self._workspace.entries():
            for key in {entry.key: None, entry.item.key: None, entry.item.family: None}:
                entries.setdefault(key, []).append(entry)
        return entries

    @cached_property
    def _nodes(self) -> Mapping[str, Node]:
        systems = self._workspace.systems.values()
        return {node.key: node for system in systems for node in system.nodes.values()}
