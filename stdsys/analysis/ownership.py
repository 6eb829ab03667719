"""Which standards are the workspace's own 自制: somebody here can amend them."""

import re
from dataclasses import dataclass

from stdsys.model.vocabulary import Origin
from stdsys.model.workspace import Edition, Item, PlannedStandard, Workspace

BETWEEN_ISSUERS = re.compile(r"[、，,；;]")


@dataclass(frozen=True, slots=True)
class Ownership:
    """The own items of a workspace; ask with `is_own`."""

    own: frozenset[Item]

    @classmethod
    def of(cls, workspace: Workspace) -> "Ownership":
        """Find the own items of a workspace.

        Own is what a planned standard will be, what any entry calls `origin: own`, and what an
        organisation with `own: true` has issued. The issuer may be stated by the organisation's id,
        name or alias; where several issuers are joined by 、 ， or ； one own issuer is enough.
        """
        names = own_names(workspace)
        own: set[Item] = set(workspace.planned.values())
        own.update(entry.item for entry in workspace.entries() if entry.origin is Origin.OWN)
        own.update(item for item in workspace.items() if _issuers(item) & names)
        return cls(frozenset(own))

    def is_own(self, item: Item) -> bool:
        """Whether the item is own."""
        return item in self.own


def own_names(workspace: Workspace) -> frozenset[str]:
    """Return the ids, names and aliases of the organisations with `own: true`."""
    return frozenset(
        name.strip()
        for key, organisation in workspace.organisations.items()
        if organisation.own
        for name in (key, organisation.name, *organisation.aliases)
    )


def _issuers(item: Item) -> set[str]:
    match item:
        case PlannedStandard():
            return set()
        case Edition():
            stated = item.facts.issuer
        case _:
            stated = item.record.issuer
    if stated is None:
        return set()
    return {stated.strip(), *(part.strip() for part in BETWEEN_ISSUERS.split(stated))}
