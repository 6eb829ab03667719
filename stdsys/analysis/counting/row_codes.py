"""The 体系编号 of a system's rows: given ones are kept, the others number the rows of a node."""

from collections.abc import Iterable

from stdsys.model.workspace import Entry
from stdsys.patterns import pattern

UNPLACED = "0"
"""Stands for the node's code in the codes of rows that have no node: `0-001`."""

_SERIAL = pattern(r"^(.+)-([0-9]{1,9})$")


def codes_of(entries: Iterable[Entry]) -> dict[Entry, str]:
    """Return the 体系编号 of each entry: as given, else node code, hyphen, three-figure serial.

    Serials count the rows of a node in the table's order, whatever their status, and skip those
    that a given code of the node has taken.
    """
    entries = tuple(entries)
    given = {entry.record.code for entry in entries if entry.record.code is not None}
    taken = {(node, int(serial)) for code in given for node, serial in _SERIAL.findall(code)}
    last: dict[str, int] = {}
    codes = {}
    for entry in entries:
        if entry.record.code is not None:
            codes[entry] = entry.record.code
            continue
        node = entry.node.code if entry.node else UNPLACED
        serial = last.get(node, 0) + 1
        while (node, serial) in taken:
            serial += 1
        last[node] = serial
        codes[entry] = f"{node}-{serial:03d}"
    return codes
