"""Which standards are the workspace's own 自制: somebody here can amend them."""

from msgspec import Struct

from stdsys.model.items import Item
from stdsys.model.vocabulary import Origin
from stdsys.model.workspace import Workspace
from stdsys.patterns import pattern

BETWEEN_ISSUERS = pattern(r"[、，,；;]")


class Ownership(Struct, frozen=True):
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
        ours = Origin.OWN
        own.update([entry.item for entry in workspace.entries() if entry.record.origin is ours])
        # Few texts are the issuers of all standards: each is looked at once.
        editions, documents = workspace.editions.values(), workspace.documents.values()
        stated = {item.facts.issuer for item in editions}
        stated |= {item.record.issuer for item in documents}
        issuing = {text for text in stated if text is not None and names & _issuers(text)}
        own.update([item for item in editions if item.facts.issuer in issuing])
        own.update([item for item in documents if item.record.issuer in issuing])
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


def _issuers(stated: str) -> set[str]:
    """Return a stated issuer and its parts: either may be the name of an organisation."""
    return {stated.strip(), *(part.strip() for part in BETWEEN_ISSUERS.split(stated))}
