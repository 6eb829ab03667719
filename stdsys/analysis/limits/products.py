"""Which product an indicator speaks of: one name for what a system calls by several."""

import unicodedata
from collections.abc import Mapping

from stdsys.analysis.placements import Placements
from stdsys.model.items import Edition, PlannedStandard
from stdsys.model.workspace import System, Workspace

_OF_SYSTEMS = "标准体系"


class Products:
    """The products of a workspace: a system's id, name and aliases are one product, the system's.

    The key of such a product is the system's id, of any other its name without differences of
    width, blanks and capitals.
    """

    def __init__(self, workspace: Workspace, placements: Placements) -> None:
        """Take the workspace and where its standards are placed."""
        self._systems = workspace.systems
        self._placements = placements
        self._ids = _ids(workspace.systems)

    def key(self, product: str | None) -> str | None:
        """Return the key of a product; None for every product."""
        if product is None or not product.strip():
            return None
        plain = _plain(product)
        return self._ids.get(plain, plain)

    def name(self, key: str, stated: str) -> str:
        """Return what a product is called: the words stated, unless they are a system's id."""
        system = self._systems.get(key)
        if system is None or _plain(stated) != _plain(key):
            return stated.strip()
        return _short(system.name) or stated.strip()

    def scope(self, item: Edition | PlannedStandard) -> frozenset[str] | None:
        """Return the systems to whose products an indicator without product is confined.

        A standard that stands in systems of single products, and in no shared base, speaks of
        these: what it says of "every product" is not held against another system's product. None
        is no such bound.
        """
        systems = {entry.system for entry in self._placements.entries_of(item)}
        if not systems or any(self._systems[system].shared for system in systems):
            return None
        return frozenset(systems)

    def within(self, key: str, scope: frozenset[str] | None) -> bool:
        """Whether an indicator without product applies to one; see `scope`."""
        return scope is None or key in scope or key not in self._systems


def _ids(systems: Mapping[str, System]) -> Mapping[str, str]:
    """Return the ids of systems by all their names; ids go before names, names before aliases."""
    ids = {_plain(key): key for key in systems}
    for key, system in systems.items():
        for name in (system.name, _short(system.name)):
            ids.setdefault(_plain(name), key)
    for key, system in systems.items():
        for alias in system.record.aliases:
            ids.setdefault(_plain(alias), key)
    return ids


def _short(name: str) -> str:
    return name.strip().removesuffix(_OF_SYSTEMS).strip()


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
