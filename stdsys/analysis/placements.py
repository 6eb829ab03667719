"""Where items stand: the entries that place an item."""

from stdsys.model.items import Edition, Item
from stdsys.model.workspace import Entry, Workspace


class Placements:
    """The entries of a workspace by item."""

    def __init__(self, by_item: dict[Item, list[Entry]]) -> None:
        self._by_item = by_item

    @classmethod
    def of(cls, workspace: Workspace) -> "Placements":
        """Index the entries of a workspace."""
        by_item: dict[Item, list[Entry]] = {}
        for entry in workspace.entries():
            by_item.setdefault(entry.item, []).append(entry)
        return cls(by_item)

    def entries_of(self, item: Item) -> tuple[Entry, ...]:
        """Return the entries that place an item, in reading order."""
        return tuple(self._by_item.get(item, ()))

    def waived_at(self, item: Item) -> tuple[str, ...]:
        """Return the entry keys at which findings about an item may be waived.

        What has a record is waived there; the facts of anything else stand beside its entries.
        """
        if isinstance(item, Edition) and item.recorded:
            return ()
        return tuple(entry.key for entry in self.entries_of(item))
