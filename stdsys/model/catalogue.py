"""Identity: every edition and every planned standard exactly once, wherever it is stated.

A numbered standard is identified by its canonical number, a planned one and one whose number is
unknown by `id`, else by title. Facts stated in two places must agree (Y106).
"""

import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct, field

from stdsys.findings import Finding, Place, Related, Severity
from stdsys.messages import Text, _
from stdsys.model.items import Edition, Item, PlannedStandard
from stdsys.model.partial_date import PartialDate
from stdsys.model.readings import reading_of
from stdsys.model.record import Part, Record
from stdsys.model.standard_record import UNKNOWN_NUMBER, StandardFacts, StandardRecord
from stdsys.model.system_record import EntryRecord
from stdsys.numbers import Outcome, StandardNumber

_SPEAKS_OF_ITSELF = {"source", "verified", "notes", "waive"}
_FACTS = tuple(name for name in StandardFacts.model_fields if name not in _SPEAKS_OF_ITSELF)
_FACT_NAMES = frozenset(_FACTS)
_PLAN_FACTS = (
    *_FACTS,
    "planned",
    "urgency",
    "focus",
    "new_field",
    "due",
    "phase",
    "started",
    "months",
    "lead",
    "support",
    "workflow",
    "needs",
    "province_approval",
    "upgrades",
)


def read_number(text: str) -> StandardNumber | None:
    """Return the one standard number a text names; None if it names none, several or a plan."""
    return reading_of(text).number


def looks_like_number(text: str) -> bool:
    """Whether a text means a standard number, well-formed or not; rule N001 judges its form."""
    return reading_of(text).outcome is not Outcome.NOT_A_NUMBER


def title_key(title: str) -> str:
    """Return a title without blanks, punctuation and width: the identity of what has no number."""
    folded = unicodedata.normalize("NFKC", title).lower()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LN") or title


class _Draft(Struct):
    """An edition while its facts are being gathered."""

    key: str
    number: StandardNumber | None
    facts: StandardFacts
    recorded: bool
    fields: dict[str, Place] = field(default_factory=dict)


class Catalogue:
    """Gathers records and entries; findings go to the list it was given."""

    def __init__(self, findings: list[Finding]) -> None:
        self._findings = findings
        self._drafts: dict[str, _Draft] = {}
        self._aliases: dict[str, str] = {}
        self._planned: dict[str, PlannedStandard] = {}
        self._planned_titles: dict[str, str] = {}
        self._frozen: dict[str, Edition] = {}

    def add_records(self, records: Sequence[StandardRecord]) -> None:
        """Take in the records of `standards:`; a second one of the same edition is Y105."""
        for record in records:
            number = read_number(record.number) if record.numbered else None
            key = self._record_key(record, number)
            if key is None:
                message = _("a standard of unknown number needs an id or a title")
                self._say("Y102", record.place, record.number, message)
                continue
            first = self._drafts.setdefault(key, _Draft(key, number, record, True))
            if first.facts is not record:
                self._findings.append(defined_twice(key, first.facts, record))
                continue
            for former in record.formerly:
                named = read_number(former)
                if named is not None:
                    self._aliases[named.edition_key] = key

    @staticmethod
    def _record_key(record: StandardRecord, number: StandardNumber | None) -> str | None:
        if number is not None:
            return number.edition_key
        if record.numbered:
            return record.number
        if record.id is not None:
            return record.id
        return title_key(record.title) if record.title else None

    def add_entries(self, entries: Sequence[EntryRecord]) -> None:
        """Take in what entries say of their items; disagreement with a record is Y106."""
        for entry in entries:
            said = entry.named_by
            if len(said) != 1:
                wanted = _("an entry names exactly one of standard, planned and document")
                self._say("Y102", entry.place, str(entry.place), wanted)
            elif said == ("planned",):
                self._add_planned(entry, entry.planned or "")
            elif said != ("document",):
                self._add_edition(entry)

    def _edition_key(self, entry: EntryRecord) -> tuple[str, StandardNumber | None]:
        """Return the key of the edition that an entry names, by number, by id or by title alone."""
        text = entry.standard or entry.number
        if text is None or text in UNKNOWN_NUMBER:
            return entry.id or title_key(entry.title or ""), None
        if text in self._drafts:
            return text, self._drafts[text].number
        number = read_number(text)
        if number is None:
            return text, None
        return self._aliases.get(number.edition_key, number.edition_key), number

    def _add_edition(self, entry: EntryRecord) -> None:
        key, number = self._edition_key(entry)
        given = _FACT_NAMES & entry.model_fields_set  # of most entries none, so ask that first
        stated = [name for name in _FACTS if name in given] if given else []
        draft = self._drafts.get(key)
        if draft is None:
            fields = {name: entry.place.at(name) for name in stated}
            self._drafts[key] = _Draft(key, number, entry, False, fields)
            return
        more = {}
        for name in stated:
            if name not in draft.facts.model_fields_set:
                more[name] = getattr(entry, name)
                draft.fields[name] = entry.place.at(name)
            elif not _agree(getattr(draft.facts, name), getattr(entry, name)):
                other = draft.fields.get(name, draft.facts.place.at(name))
                self._disagree(key, name, entry.place.at(name), other)
        if more:
            draft.facts = draft.facts.model_copy(update=more)

    def _add_planned(self, entry: EntryRecord, title: str) -> None:
        folded = title_key(title)
        key = entry.id or self._planned_titles.get(folded) or folded
        known = self._planned.get(key)
        if known is None:
            self._planned[key] = PlannedStandard(key, title, entry)
            self._planned_titles.setdefault(folded, key)
            return
        for name in _PLAN_FACTS:
            both = name in entry.model_fields_set and name in known.facts.model_fields_set
            if both and not _agree(getattr(known.facts, name), getattr(entry, name)):
                self._disagree(key, name, entry.place.at(name), known.place.at(name))

    def _disagree(self, key: str, name: str, place: Place, other: Place) -> None:
        message = _("{field} of {id} is stated differently elsewhere", field=name, id=key)
        related = (Related(other, _("stated differently here")),)
        self._findings.append(
            Finding("Y106", Severity.ERROR, message, place, key, (key,), related=related)
        )

    def item_of(self, entry: EntryRecord) -> Item | None:
        """Return the edition or planned standard that an entry places."""
        if entry.planned is not None:
            folded = title_key(entry.planned)
            return self._planned.get(entry.id or self._planned_titles.get(folded) or folded)
        return self.editions().get(self._edition_key(entry)[0])

    def editions(self) -> dict[str, Edition]:
        """Return all editions by key; call when everything has been added."""
        if not self._frozen:
            self._frozen = {
                key: Edition(key, d.number, d.facts, d.recorded, d.fields)
                for key, d in self._drafts.items()
            }
        return self._frozen

    def planned(self) -> dict[str, PlannedStandard]:
        """Return all planned standards by key."""
        return self._planned

    def aliases(self) -> dict[str, str]:
        """Return earlier numbers of an edition (`formerly`) → its key."""
        return {old: key for old, key in self._aliases.items() if old not in self._drafts}

    def families(self) -> dict[str, tuple[str, ...]]:
        """Return the keys of the editions of each undated number, in reading order."""
        families: dict[str, list[str]] = {}
        for edition in self.editions().values():
            families.setdefault(edition.family, []).append(edition.key)
        return {family: tuple(keys) for family, keys in families.items()}

    def _say(self, code: str, place: Place, subject: str, message: Text) -> None:
        self._findings.append(Finding(code, Severity.ERROR, message, place, subject, (subject,)))


def defined_twice(key: str, first: Record, second: Record) -> Finding:
    """Return Y105 at the second record; a warning if both say the same, however it is typed."""
    same = _comparable(first) == _comparable(second)
    message = (
        _("{id} is defined twice, with the same content", id=key)
        if same
        else _("{id} is defined twice, with different content", id=key)
    )
    return Finding(
        "Y105",
        Severity.WARNING if same else Severity.ERROR,
        message,
        second.place,
        key,
        (key,),
        related=(Related(first.place, _("first defined here")),),
        hint=_("delete one of them"),
    )


def _agree(one: object, other: object) -> bool:
    """Whether two statements of a fact can both be true; a less precise date agrees."""
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one.may_equal(other)
    return _comparable(one) == _comparable(other)


def _comparable(value: object) -> object:
    """Return a value without what is only a matter of typing: dashes, blanks, order of a list."""
    if isinstance(value, StrEnum) or not isinstance(value, str | dict | list | tuple | Part):
        return value
    if isinstance(value, str):
        number = read_number(value)
        return title_key(value) if number is None else number.edition_key
    if isinstance(value, Part):
        fields = type(value).model_fields
        return {name: _comparable(getattr(value, name)) for name in fields}
    if isinstance(value, dict):
        return {name: _comparable(inner) for name, inner in value.items()}
    return sorted((_comparable(inner) for inner in value), key=repr)
