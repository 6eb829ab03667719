"""The quick way from data to records: what is sound in every part is validated as a whole.

Nearly all of a workspace is so. The rest takes the careful way of `sections`, field by field and
item by item, so that every fault is found and costs only itself.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from stdsys.findings import Place
from stdsys.model.coverage_record import ClauseRecord, CoverageRecord, ExemptionRecord
from stdsys.model.programme_record import PhaseRecord, ProgrammeRecord, TaskRecord
from stdsys.model.record import Record
from stdsys.model.system_record import EntryRecord, NodeRecord, SystemRecord
from stdsys.model.target_record import SeriesRecord, SeriesValueRecord
from stdsys.model.workspace_record import AxisRecord, AxisValueRecord

NESTED: dict[type[Record], dict[str, type[Record]]] = {
    SystemRecord: {"tree": NodeRecord, "entries": EntryRecord},
    NodeRecord: {"children": NodeRecord},
    CoverageRecord: {"require": ClauseRecord, "exempt": ExemptionRecord},
    AxisRecord: {"values": AxisValueRecord},
    ProgrammeRecord: {"phases": PhaseRecord, "tasks": TaskRecord},
    SeriesRecord: {"values": SeriesValueRecord},
}
"""Lists of records inside a record: read one by one, so that a bad item costs only itself."""

R = TypeVar("R", bound=Record)


def sound_records(
    kind: type[R], items: object, place: Place, *, stated: bool
) -> Sequence[R] | None:
    """Return the records of a whole list, their places told; None where anything asks for care.

    `stated` tells that no value is missing anywhere in the list.
    """
    if not isinstance(items, list) or not (stated or _all_stated(items)):
        return None
    try:
        records = _list_of(kind).validate_python(items)
    except ValidationError:
        return None
    _settle(records, kind, place)
    return records


@cache
def _list_of(kind: type[R]) -> TypeAdapter[list[R]]:
    return TypeAdapter(list[kind])  # type: ignore[valid-type]


def sound_record(kind: type[R], raw: dict[str, object], place: Place) -> R | None:
    """Return the record of a mapping, its place told; None where something asks for more care.

    That is a fault, or a field without a value, which counts as absent.
    """
    if not _all_stated(raw.values()):
        return None
    try:
        record = kind.model_validate(raw)
    except ValidationError:
        return None
    record.stand_at(place)
    _settle_inside(record, place)
    return record


def _all_stated(values: Iterable[object]) -> bool:
    """Whether no value is missing, in lists and mappings inside either."""
    for value in values:
        if isinstance(value, str):  # nearly all are
            continue
        if value is None:
            return False
        if isinstance(value, dict | list):
            inner = value.values() if isinstance(value, dict) else value
            if not _all_stated(inner):
                return False
    return True


def _settle(items: Sequence[Record], kind: type[Record], place: Place) -> None:
    """Tell the records of a list at this place, and those inside them, where they stand."""
    nested = kind in NESTED
    for index, item in enumerate(items):
        item.stand_in(place, index)
        if nested:
            _settle_inside(item, place.at(index))


def _settle_inside(record: Record, place: Place) -> None:
    """Tell the records inside one at this place where they stand."""
    for name, kind in NESTED.get(type(record), {}).items():
        items: tuple[Record, ...] = getattr(record, name)
        if items:
            _settle(items, kind, place.at(name))
    if isinstance(record, SystemRecord) and "coverage" in record.model_fields_set:
        above = place.at("coverage")
        record.coverage.stand_at(above)
        _settle_inside(record.coverage, above)
