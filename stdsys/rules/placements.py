"""Where items stand: the entries that place an item."""

from functools import cached_property

from stdsys.model.workspace import Edition, Entry, Item, Workspace


class Placements:
    """The entries of a workspace by item; the index is built at the first question."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def _by_item(self) -> dict[Item, list[Entry]]:
        index: dict[Item, list[Entry]] = {}
        for entry in self._workspace.entries():
            index.setdefault(entry.item, []).append(entry)
        return index

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
