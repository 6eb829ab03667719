"""The sections of all files: raw data → records; every fault a finding, what is sound is kept.

A field that is wrong is reported and left out, so that one fault gives one message. A record is
lost only when a field it cannot do without is missing or wrong; the names it bore are remembered,
so that nobody complains of an "unknown id" that is merely unreadable.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from msgspec import Struct, field
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from stdsys.findings import Finding, Place, Severity
from stdsys.messages import Text, _
from stdsys.model.advice import expected_of, field_advice, value_advice
from stdsys.model.coverage_record import CoverageRecord
from stdsys.model.evidence_record import Evidence
from stdsys.model.indicator_record import Indicator
from stdsys.model.profile_record import ProfileColumn, ProfileRecord
from stdsys.model.programme_record import ProgrammeRecord
from stdsys.model.record import Part, Record, Waiver
from stdsys.model.review_record import ReviewRecord
from stdsys.model.sound_records import NESTED, sound_record, sound_records
from stdsys.model.standard_record import (
    Adoption,
    Citation,
    DocumentRecord,
    Replacement,
    StandardRecord,
)
from stdsys.model.system_record import SystemRecord
from stdsys.model.target_record import Measure, SeriesRecord, TargetRecord
from stdsys.model.workspace_record import (
    AxisRecord,
    AxisValueRecord,
    DraftingRecord,
    FileRecord,
    OrganisationRecord,
    RegionRecord,
    WorkspaceRecord,
)

LISTS: dict[str, type[Record]] = {
    "stages": AxisValueRecord,
    "aspects": AxisValueRecord,
    "kinds": AxisValueRecord,
    "axes": AxisRecord,
    "organisations": OrganisationRecord,
    "documents": DocumentRecord,
    "standards": StandardRecord,
    "systems": SystemRecord,
    "targets": TargetRecord,
    "series": SeriesRecord,
    "reviews": ReviewRecord,
    "profiles": ProfileRecord,
}
"""Sections that hold lists, and what they are lists of; each is a field of `Sections`."""

_PARTS: dict[str, type[Part]] = {
    "replaces": Replacement,
    "replaced_by": Replacement,
    "cites": Citation,
    "adopts": Adoption,
    "indicators": Indicator,
    "waive": Waiver,
    "region": RegionRecord,
    "drafting": DraftingRecord,
    "measure": Measure,
    "evidence": Evidence,
    "columns": ProfileColumn,
}
"""Fields that hold small mappings: whose fields a misspelt one is compared with."""

_NAMES = ("id", "number", "code", "planned", "standard")
_MAIN_ONLY = "workspace"

R = TypeVar("R", bound=Record)


class Sections(Struct):
    """The records of all files, in reading order, and what was wrong with them."""

    workspace: WorkspaceRecord | None = None
    coverage: list[CoverageRecord] = field(default_factory=list)
    stages: list[AxisValueRecord] = field(default_factory=list)
    aspects: list[AxisValueRecord] = field(default_factory=list)
    kinds: list[AxisValueRecord] = field(default_factory=list)
    axes: list[AxisRecord] = field(default_factory=list)
    organisations: list[OrganisationRecord] = field(default_factory=list)
    documents: list[DocumentRecord] = field(default_factory=list)
    standards: list[StandardRecord] = field(default_factory=list)
    systems: list[SystemRecord] = field(default_factory=list)
    programmes: list[ProgrammeRecord] = field(default_factory=list)
    targets: list[TargetRecord] = field(default_factory=list)
    series: list[SeriesRecord] = field(default_factory=list)
    reviews: list[ReviewRecord] = field(default_factory=list)
    profiles: list[ProfileRecord] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)

    def read_file(self, file: str, data: object, *, main: bool, stated: bool = False) -> None:
        """Take in the sections of one file; only the `main` one may hold `workspace:`.

        `stated` tells that no value is missing anywhere in the data, if that is known.
        """
        place = Place(file)
        if data is None:
            return
        if not isinstance(data, dict):
            self._say(
                "Y103", place, file, _("expected: {expected}", expected=_("a mapping of sections"))
            )
            return
        for key, value in data.items():
            if value is None and key in FileRecord.model_fields:
                continue
            if key in LISTS:
                found = sound_records(LISTS[key], value, place.at(key), stated=stated)
                if found is None:
                    self._read_list(LISTS[key], value, place.at(key), getattr(self, key).append)
                else:
                    getattr(self, key).extend(found)
            elif key == "coverage":
                self._take(self.read(CoverageRecord, value, place.at(key)), self.coverage.append)
            elif key == "programme":
                self._take(self.read(ProgrammeRecord, value, place.at(key)), self.programmes.append)
            elif key == _MAIN_ONLY and main:
                self._take(self.read(WorkspaceRecord, value, place.at(key)), self._set_workspace)
            else:
                self._unknown_section(key, place, main)

    def _set_workspace(self, record: WorkspaceRecord) -> None:
        self.workspace = record

    @staticmethod
    def _take(record: R | None, keep: Callable[[R], None]) -> None:
        if record is not None:
            keep(record)

    def _unknown_section(self, key: str, place: Place, main: bool) -> None:
        if key == _MAIN_ONLY and not main:
            message = _("the section {field} stands in the workspace's own stdsys.yaml", field=key)
            hint = _("a folder that is a workspace of its own is left out with workspace: exclude:")
            self._say("Y101", place.key(key), key, message, hint)
        else:
            self._unknown_field(key, FileRecord, place)

    def _read_list(
        self, kind: type[R], value: object, place: Place, keep: Callable[[R], None]
    ) -> None:
        if not isinstance(value, list):
            expected = _("a list: every item starts with «- »")
            self._say(
                "Y103", place, str(place.route[-1]), _("expected: {expected}", expected=expected)
            )
            return
        for index, item in enumerate(value):
            self._take(self.read(kind, item, place.at(index)), keep)

    def read(self, kind: type[R], raw: object, place: Place) -> R | None:
        """Return the record of a mapping, without its faulty fields; None if it cannot stand."""
        if not isinstance(raw, dict):
            message = _("expected: {expected}", expected=_("a mapping of fields (name: value)"))
            self._say("Y103", place, str(raw)[:60], message)
            return None
        return sound_record(kind, raw, place) or self._read_carefully(kind, raw, place)

    def _read_carefully(self, kind: type[R], raw: dict[str, object], place: Place) -> R | None:
        """Return the record of a mapping that has a fault or a field without a value."""
        body = _stated(kind, raw)
        for name, inner in NESTED.get(kind, {}).items():
            if name in body:
                items: list[Record] = []
                self._read_list(inner, body.pop(name), place.at(name), items.append)
                body[name] = tuple(items)
        if kind is SystemRecord and "coverage" in body:
            policy = self.read(CoverageRecord, body.pop("coverage"), place.at("coverage"))
            body |= {} if policy is None else {"coverage": policy}
        record = self._validate(kind, body, place)
        if record is None:
            self.lost.update(str(raw[name]) for name in _NAMES if isinstance(raw.get(name), str))
            return None
        record.stand_at(place)
        return record

    def _validate(self, kind: type[R], body: dict[str, object], place: Place) -> R | None:
        try:
            return kind.model_validate(body)
        except ValidationError as error:
            faults = error.errors(include_url=False)
        faulty = set(self._report(kind, body, place, faults))
        kept = {name: value for name, value in body.items() if name not in faulty}
        try:
            return kind.model_validate(kept)
        except ValidationError:
            return None

    def _report(
        self,
        kind: type[Record],
        body: dict[str, object],
        place: Place,
        faults: Iterable[ErrorDetails],
    ) -> Iterator[str]:
        """Say what is wrong with a mapping; yield the names of its faulty fields."""
        subject = next((str(body[n]) for n in _NAMES if isinstance(body.get(n), str)), str(place))
        for fault in faults:
            route = [step for step in fault["loc"] if step != "[key]"]
            if route and route[0] == "axes" and "axes" not in body:
                route = route[1:]  # an axis named directly, as in `stages: [processing]`
            if not route:
                yield from body
                continue
            yield str(fault["loc"][0])
            where = place.at(*route)
            match fault["type"]:
                case "extra_forbidden":
                    owner = _PARTS.get(str(route[0]), kind) if len(route) > 1 else kind
                    name, empty = str(route[-1]), fault["input"] is None
                    self._unknown_field(name, owner, place.at(*route[:-1]), subject, empty=empty)
                case "missing":
                    message = _("the field {field} is missing", field=route[-1])
                    self._say("Y102", place.at(*route[:-1]), subject, message)
                case _:
                    expected = expected_of(fault)
                    message = _("{field}: expected {expected}", field=route[0], expected=expected)
                    self._say("Y103", where, subject, message, value_advice(fault))

    def _unknown_field(
        self, name: str, kind: type[Part], place: Place, subject: str = "", *, empty: bool = False
    ) -> None:
        message = _("unknown field {field}", field=name)
        hint = field_advice(name, kind, empty=empty)
        self._say("Y101", place.key(name), subject or name, message, hint)

    def _say(
        self, code: str, place: Place, subject: str, message: Text, hint: Text | None = None
    ) -> None:
        self.findings.append(
            Finding(code, Severity.ERROR, message, place, subject, (subject,), hint=hint)
        )


def _stated(kind: type[Part], raw: dict[str, object]) -> dict[str, object]:
    """Return the fields of a mapping that have a value; an unknown name stays, with or without."""
    body: dict[str, object] = {}
    for name, value in raw.items():
        if value is None and name in kind.model_fields:
            continue
        part = _PARTS.get(name)
        if part is not None and isinstance(value, list):
            body[name] = [_stated(part, item) if isinstance(item, dict) else item for item in value]
        elif part is not None and isinstance(value, dict):
            body[name] = _stated(part, value)
        elif isinstance(value, dict):
            body[name] = {key: inner for key, inner in value.items() if inner is not None}
        else:
            body[name] = value
    return body
