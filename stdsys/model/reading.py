"""Raw data of a file → records; every fault a finding, and what is sound is kept.

A field that is wrong is reported and left out, so that one fault gives one message. A record is
lost only when a field it cannot do without is missing or wrong; the names it bore are remembered,
so that nobody complains of an "unknown id" that is merely unreadable.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from stdsys.findings import Finding, Place, Severity
from stdsys.messages import Text, _
from stdsys.model.coverage_record import ClauseRecord, CoverageRecord, ExemptionRecord
from stdsys.model.record import Part, Record, Waiver
from stdsys.model.standard_record import (
    Adoption,
    Citation,
    DocumentRecord,
    Indicator,
    Replacement,
    StandardRecord,
)
from stdsys.model.system_record import EntryRecord, NodeRecord, SystemRecord
from stdsys.model.workspace_record import (
    AxisRecord,
    AxisValueRecord,
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
}
"""Sections that hold lists, and what they are lists of."""

_NESTED: dict[type[Record], dict[str, type[Record]]] = {
    SystemRecord: {"tree": NodeRecord, "entries": EntryRecord},
    NodeRecord: {"children": NodeRecord},
    CoverageRecord: {"require": ClauseRecord, "exempt": ExemptionRecord},
    AxisRecord: {"values": AxisValueRecord},
}
"""Lists of records inside a record: read one by one, so that a bad item costs only itself."""

_PARTS: dict[str, type[Part]] = {
    "replaces": Replacement,
    "replaced_by": Replacement,
    "cites": Citation,
    "adopts": Adoption,
    "indicators": Indicator,
    "waive": Waiver,
    "region": RegionRecord,
}
"""Fields that hold small mappings: whose fields a misspelt one is compared with."""

_NAMES = ("id", "number", "code", "planned")
_MAIN_ONLY = "workspace"

R = TypeVar("R", bound=Record)


@dataclass
class Sections:
    """The records of all files, in reading order, and what was wrong with them."""

    workspace: WorkspaceRecord | None = None
    coverage: list[CoverageRecord] = field(default_factory=list)
    lists: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in LISTS})
    findings: list[Finding] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)

    def read_file(self, file: str, data: object, *, main: bool) -> None:
        """Take in the sections of one file; only the `main` one may hold `workspace:`."""
        place = Place(file)
        if data is None:
            return
        if not isinstance(data, dict):
            self._say(
                "Y103", place, file, _("expected: {expected}", expected=_("a mapping of sections"))
            )
            return
        for key, value in data.items():
            if key in LISTS:
                self._read_list(LISTS[key], value, place.at(key), self.lists[key].append)
            elif key == "coverage":
                self._take(self.read(CoverageRecord, value, place.at(key)), self.coverage.append)
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
            message = _("the section {field} stands in stdsys.yaml only", field=key)
            self._say("Y101", place.key(key), key, message)
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
        nested = _NESTED.get(kind, {})
        body = dict(raw)
        for name, inner in nested.items():
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

    def _validate(self, kind: type[R], body: dict[str, Any], place: Place) -> R | None:
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
        self, kind: type[Record], body: dict[str, Any], place: Place, faults: Iterable[ErrorDetails]
    ) -> Iterator[str]:
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
                    self._unknown_field(str(route[-1]), owner, place.at(*route[:-1]), subject)
                case "missing":
                    message = _("the field {field} is missing", field=route[-1])
                    self._say("Y102", place.at(*route[:-1]), subject, message)
                case _:
                    message = _(
                        "{field}: expected {expected}", field=route[0], expected=_wanted(fault)
                    )
                    self._say("Y103", where, subject, message)

    def _unknown_field(self, name: str, kind: type[Part], place: Place, subject: str = "") -> None:
        fields = sorted(kind.model_fields)
        close = get_close_matches(name, fields, n=1, cutoff=0.6)
        hint = (
            _("did you mean {name}?", name=close[0])
            if close
            else _("known here: {names}", names=tuple(fields))
        )
        message = _("unknown field {field}", field=name)
        self._say("Y101", place.key(name), subject or name, message, hint)

    def _say(
        self, code: str, place: Place, subject: str, message: Text, hint: Text | None = None
    ) -> None:
        self.findings.append(
            Finding(code, Severity.ERROR, message, place, subject, (subject,), hint=hint)
        )


def _wanted(fault: ErrorDetails) -> Text:
    """Say in words what pydantic expected."""
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "stdsys":
        expected: Text = context["expected"]
        return expected
    if kind == "string_type":
        return _("text")
    if kind in ("tuple_type", "list_type"):
        return _("a list")
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return _("a mapping of fields (name: value)")
    if kind == "missing":
        return _("the field {field}", field=fault["loc"][-1])
    if kind == "extra_forbidden":
        return _("no field {field}", field=fault["loc"][-1])
    return _("another value ({detail})", detail=fault["msg"])
