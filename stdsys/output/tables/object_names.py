"""What the objects of findings are called in tables: by name where findings say an id."""

from collections.abc import Mapping
from functools import cached_property

from stdsys.model.workspace import System, Workspace


class ObjectNames:
    """Names objects by the subject of a finding; what has no name keeps its subject."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

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
    def _values(self) -> Mapping[str, str]:
        """Names of the values of all axes; of two alike ids the first axis' holds."""
        names: dict[str, str] = {}
        for axis in self._workspace.axes.values():
            for value, record in axis.values.items():
                names.setdefault(value, record.name)
        return names
