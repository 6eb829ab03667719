"""Which findings appeared and which went: by code, subject and sentence, wherever they stand."""

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from stdsys.analysis.difference.field_changes import paired
from stdsys.findings import Finding, Position
from stdsys.messages import Text


class Sighting(Struct, frozen=True, eq=False):
    """A finding, where it stands, and whether it is waived there."""

    finding: Finding
    position: Position
    waived: bool = False


class FindingChange(Struct, frozen=True, eq=False):
    """A finding that stands oftener than before (`after` > `before`), or less often.

    `sighting` is where it stands now, or where it stood. `waived`: it did not come or go for good:
    somebody accepted it, or no longer does.
    """

    sighting: Sighting
    before: int
    after: int
    waived: bool = False

    @property
    def appeared(self) -> bool:
        """Whether there are more of it than before."""
        return self.after > self.before


_Key: TypeAlias = tuple[str, str, str, str]


class _Count(Struct):
    first: Sighting
    times: int


def finding_changes(
    before: Iterable[Sighting], after: Iterable[Sighting]
) -> tuple[FindingChange, ...]:
    """Return the findings that stand more or less often, in the order of the later run."""
    old, new = list(before), list(after)
    old_waived = {_key(one) for one in old if one.waived}
    new_waived = {_key(one) for one in new if one.waived}
    changes = []
    for key, was, is_ in paired(_counted(old), _counted(new)):
        had, has = was.times if was else 0, is_.times if is_ else 0
        found = is_ or was
        if found is not None and had != has:
            waived = key in (old_waived if has > had else new_waived)
            changes.append(FindingChange(found.first, had, has, waived))
    return tuple(changes)


def _counted(sightings: Iterable[Sighting]) -> dict[_Key, _Count]:
    found: dict[_Key, _Count] = {}
    for one in sightings:
        if not one.waived:
            count = found.setdefault(_key(one), _Count(one, 0))
            count.times += one.finding.count
    return found


def _key(one: Sighting) -> _Key:
    finding = one.finding
    return finding.code, finding.severity.value, finding.subject, _said(finding.message)


def _said(value: object) -> str:
    """Return a sentence in no language: its key and its values."""
    if isinstance(value, Text):
        values = ", ".join(f"{name}={_said(inner)}" for name, inner in value.values.items())
        return f"{value.msgid}({values})"
    return "; ".join(map(_said, value)) if isinstance(value, tuple) else str(value)
