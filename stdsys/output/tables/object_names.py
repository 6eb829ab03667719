"""What the objects of findings are called in tables: by name where findings say an id."""

from collections.abc import Mapping
from functools import cached_property

from stdsys.findings import Finding
from stdsys.model.workspace import System, Workspace


class ObjectNames:
    """Names objects by the subject of a finding; what has no name keeps its subject."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, finding: Finding, *, within: System | None = None) -> str:
        """Return the name of what a finding is about: a target's before a system's of that id."""
        subject = finding.subject
        match finding.code[0]:
            case "T" if subject in self._workspace.targets:
                return self._workspace.targets[subject].called
            case "P" if subject in self._of_programme:
                return self._of_programme[subject]
        return self(subject, within=within)

    def __call__(self, subject: str, *, within: System | None = None) -> str:
        """Return a name: `茶业标准体系 / 3.1 鲜叶` for `tea/3.1`; `within` tea only `3.1 鲜叶`."""
        workspace = self._workspace
        if subject in workspace.systems:
            return workspace.systems[subject].name
        if subject in workspace.planned:
            return workspace.planned[subject].title
        if subject in workspace.documents:
            return workspace.documents[subject].title
        edition = workspace.editions.get(subject)
        if edition is not None:
            return subject if edition.number is not None else edition.title or subject
        if subject in self._beside:
            return self._beside[subject]
        return self._part(subject, within)

    def _part(self, subject: str, within: System | None) -> str:
        """Name a node or a cell of a system."""
        head, slash, rest = subject.partition("/")
        system = self._workspace.systems.get(head)
        if system is None or not slash:
            return subject
        node = system.nodes.get(rest)
        names = [f"{node.code} {node.name}"] if node else [*map(self._value, rest.split("/"))]
        return " / ".join(names if system is within else (system.name, *names))

    def _value(self, value: str) -> str:
        return self._values.get(value, value)

    @cached_property
    def _of_programme(self) -> Mapping[str, str]:
        """Names of the tasks and phases; of two alike ids the task's holds."""
        programme = self._workspace.programme
        phases = {phase.id: phase.name for phase in programme.phases}
        return phases | {task.id: task.title for task in programme.tasks}

    @cached_property
    def _beside(self) -> Mapping[str, str]:
        """Names of what stands in no system: organisations, clauses, the programme, targets."""
        workspace = self._workspace
        names = {key: unit.name for key, unit in workspace.organisations.items()}
        names |= {series.id: series.name for series in workspace.series.values()}
        required = [system.record.coverage for system in workspace.systems.values()]
        for coverage in (*required, workspace.coverage):
            names |= {clause.id: clause.called for clause in coverage.require}
        names |= self._of_programme
        return names | {target.id: target.called for target in workspace.targets.values()}

    @cached_property
    def _values(self) -> Mapping[str, str]:
        """Names of the values of all axes; of two alike ids the first axis' holds."""
        names: dict[str, str] = {}
        for axis in self._workspace.axes.values():
            for value, record in axis.values.items():
                names.setdefault(value, record.name)
        return names
