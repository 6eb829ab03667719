"""What stands before a changed item's title: its number or id, or both where it has changed."""

from stdsys.model.items import Item
from stdsys.output.tables.rendering import one_line


def key_beside(name: str, before: Item | None, after: Item | None) -> str:
    """Return the key of an item before and after; nothing where its title `name` says the same.

    What has neither number nor id has its title for a key.
    """
    keys = dict.fromkeys(one_line(item.key) for item in (before, after) if item is not None)
    return "" if list(keys) == [name] else " → ".join(keys)
