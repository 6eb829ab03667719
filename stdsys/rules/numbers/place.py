"""Where the number of an edition is written."""

from stdsys.findings import Place
from stdsys.model.items import Edition
from stdsys.model.system_record import EntryRecord


def number_place(edition: Edition) -> Place:
    """Return the place of an edition's number: in its record, else at the entry that states it."""
    facts = edition.facts
    name = facts.named_by[0] if isinstance(facts, EntryRecord) else "number"
    return edition.place.at(name)
