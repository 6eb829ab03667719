"""Ids that an import gives: no two things share one, and a name keeps the id it has already."""

from collections.abc import Collection, Iterable, Mapping
from difflib import SequenceMatcher

from msgspec import Struct, field

from stdsys.intake.yaml_text import writable
from stdsys.model.catalogue import title_key
from stdsys.model.workspace import Workspace

_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("technical", "技术标准", "技术"), "technical"),
    **dict.fromkeys(("management", "管理标准", "管理"), "management"),
    **dict.fromkeys(("service", "服务标准", "服务"), "service"),
}
"""The kinds that every workspace has unless it names its own, by id and by name."""


class FreeIds:
    """Gives ids away, each once: a second `tea` becomes `tea-2`."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._taken

    def take(self, wanted: str, otherwise: str = "item") -> str:
        """Return the wanted id, or the nearest that is free; `otherwise` stands for a blank one."""
        base = writable(wanted).strip() or otherwise
        key, number = base, self._next.get(base, 2)
        while key in self._taken:
            key, number = f"{base}-{number}", number + 1
        self._next[base] = number
        self._taken.add(key)
        return key

    def reserve(self, key: str) -> None:
        """Never give this id away."""
        self._taken.add(key)


class NamedThings(Struct):
    """Organisations, or the values of an axis: known ones by name, new ones with an id of theirs.

    `new` holds id → name of what the workspace does not have yet.
    """

    ids: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)

    def know(self, key: str, *names: str) -> None:
        """Tell of a thing that the workspace has."""
        self.ids[key] = key
        for name in names:
            self.by_name.setdefault(title_key(name), key)

    def add(self, wanted: str, name: str) -> None:
        """Tell of a thing that the import defines; one that bears the name already is taken."""
        if wanted in self.ids:
            return
        key = self.by_name.get(title_key(name)) or writable(wanted).strip() or writable(name)
        if key not in self.ids.values():
            self.new[key] = writable(name).strip() or key
        self.ids[wanted] = self.ids[key] = key
        self.by_name.setdefault(title_key(name), key)

    def id_of(self, text: str) -> str:
        """Return the id of what a text names by id or name; what nobody knows is new."""
        if text in self.ids:
            return self.ids[text]
        if title_key(text) not in self.by_name:
            self.add(text, text)
        return self.by_name[title_key(text)]


class Names(Struct):
    """What an import may refer to: organisations, values of the axes, ids that are taken."""

    organisations: NamedThings = field(default_factory=NamedThings)
    stages: NamedThings = field(default_factory=NamedThings)
    aspects: NamedThings = field(default_factory=NamedThings)
    kinds: Mapping[str, str] = field(default_factory=lambda: dict(_KINDS))
    taken: frozenset[str] = frozenset()
    workspace: Workspace | None = None

    @classmethod
    def of(cls, workspace: Workspace) -> "Names":
        """Return what a workspace knows."""
        taken = frozenset(item.key for item in workspace.items())
        names = cls(kinds={}, taken=taken, workspace=workspace)
        for key, unit in workspace.organisations.items():
            names.organisations.know(key, unit.name, *unit.aliases)
        for axis, things in (("stage", names.stages), ("aspect", names.aspects)):
            for key, value in workspace.axes[axis].values.items():
                things.know(key, value.name, *value.aliases)
        names.kinds = {
            word: key
            for key, value in workspace.axes["kind"].values.items()
            for word in (key, value.name, *value.aliases)
        }
        return names

    def edition_key(self, key: str) -> str:
        """Return the key of the edition in the workspace that bears this number, else the key."""
        return self.workspace.aliases.get(key, key) if self.workspace else key

    def unnumbered_key(self, key: str, title: str) -> str | None:
        """Return the key of the workspace's standard of unknown number that is meant, if any."""
        if self.workspace is None:
            return None
        editions = self.workspace.editions.values()
        return _meant(key, title, {e.key: e.title or "" for e in editions if e.number is None})

    def planned_key(self, key: str, title: str) -> str | None:
        """Return the key of the workspace's planned standard that is meant, if any."""
        if self.workspace is None:
            return None
        return _meant(key, title, {p.key: p.title for p in self.workspace.planned.values()})

    def document_key(self, key: str, title: str) -> str | None:
        """Return the key of the workspace's document that is meant, if any."""
        if self.workspace is None:
            return None
        return _meant(key, title, {d.key: d.title for d in self.workspace.documents.values()})

    def system_key(self, key: str, name: str) -> str | None:
        """Return the id of the workspace's system that is meant, if any."""
        if self.workspace is None:
            return None
        systems = self.workspace.systems.values()
        names = {alias: s.id for s in systems for alias in (*s.record.aliases, s.name)}
        known = _meant(name, name, {alias: alias for alias in names})
        return names[known] if known else _meant(key, name, {s.id: s.name for s in systems})

    def system_holding(self, keys: Collection[str]) -> str | None:
        """Return the id of the workspace's system that holds at least half of these items.

        A sheet without a title names no system: the file's name is all there is.
        """
        if self.workspace is None or not keys:
            return None
        held = {
            system.id: len({entry.item.key for entry in system.entries} & set(keys))
            for system in self.workspace.systems.values()
        }
        best = max(held, key=lambda key: held[key], default=None)
        return best if best is not None and 2 * held[best] >= len(set(keys)) else None


def similar(one: str, other: str) -> bool:
    """Whether two names may be meant for one thing: one holds the other, or most letters agree."""
    first, second = title_key(one), title_key(other)
    if first in second or second in first:
        return True
    return SequenceMatcher(None, first[:_COMPARED], second[:_COMPARED]).ratio() >= _ALIKE


_ALIKE = 0.6
_COMPARED = 200  # letters: comparing takes the square of them


def _meant(key: str, title: str, titles: Mapping[str, str]) -> str | None:
    """Return whose title this is; an id decides only between titles that are alike.

    Ids that an import gives are counted, so that another import may give them to other things.
    """
    key, wanted = writable(key).strip(), title_key(writable(title))
    same = (known for known, name in titles.items() if wanted and title_key(name) == wanted)
    found = next(same, None)
    if found is None and key in titles and similar(title, titles[key]):
        return key
    return found
