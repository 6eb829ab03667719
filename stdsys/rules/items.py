"""What standards, planned standards, documents and entries are called in findings, and where."""

from stdsys.findings import Place
from stdsys.model.items import Edition, Item
from stdsys.model.workspace import Entry


def name_of(item: Item) -> str:
    """Return the number of a standard; what has none goes by its title."""
    if isinstance(item, Edition):
        return item.key if item.number is not None else item.title or item.key
    return item.title


def place_of(entry: Entry) -> Place:
    """Return where an entry says what it places: its number, title or document's id."""
    return entry.place.at(entry.record.named_by[0])
