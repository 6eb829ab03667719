"""The quick way from data to records: what is sound in every part is validated as a whole.

Nearly all of a workspace is so. The rest takes the careful way of `sections`, field by field and
item by item, so that every fault is found and costs only itself.
"""

from collections.abc import Iterable
from typing import TypeVar

from pydantic import ValidationError

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
    _settle(record, place)
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


def _settle(record: Record, place: Place) -> None:
    """Tell a record and those inside it where they stand."""
    record.stand_at(place)
    for name in NESTED.get(type(record), ()):
        items = getattr(record, name)
        if items:
            above = place.at(name)
            for index, item in enumerate(items):
                _settle(item, above.at(index))
    if isinstance(record, SystemRecord) and "coverage" in record.model_fields_set:
        _settle(record.coverage, place.at("coverage"))
