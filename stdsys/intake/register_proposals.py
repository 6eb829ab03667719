"""What a register knows better → edits of a workspace's files, proposed one by one."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.register_answers import Answer, date_of
from stdsys.findings import Place
from stdsys.intake.format_words import STATUS
from stdsys.intake.yaml_text import Plain, field_lines, flow
from stdsys.model.partial_date import PartialDate
from stdsys.model.standard_record import Replacement
from stdsys.model.status import Status
from stdsys.register.facts import Said
from stdsys.rules.register.numbers import same_title
from stdsys.source.edits import Edit, InsertField, NewText, ReplaceValue
from stdsys.source.plain_lines import Data

_DATES = ("issued", "effective", "withdrawn")
_ORDER = (
    *("number", "standard", "id", "title", "title_en", "level", "nature", "status"),
    *("issued", "effective", "withdrawn", "reviewed", "replaces", "replaced_by"),
)
_ROW = Status.IN_FORCE, Status.UPCOMING, Status.REPLACED, Status.WITHDRAWN


class Proposal(Struct, frozen=True, eq=False):
    """One field of one standard: what stands there (None: nothing), and what the register says."""

    number: str
    field: str
    place: Place
    old: str | None
    new: str
    said: Said
    edit: Edit

    @property
    def order(self) -> tuple[object, ...]:
        """What proposals are sorted by: file and place, then the usual order of fields."""
        return *self.place.sort_key, _ORDER.index(self.field)


def proposals(analysis: Analysis) -> Iterator[Proposal]:
    """Yield what to write into the workspace so that it says what the register does, by edition.

    Facts that are missing are added, those that differ replaced. Left alone is what somebody has
    verified after the register's day, and undated numbers: which edition they mean may change.
    """
    answers = analysis.register_answers
    for answer in answers.answers if answers is not None else ():
        number = answer.edition.number
        if answer.known is not None and number is not None and number.dated:
            for proposal in _of_edition(answer, analysis):
                verified = answer.edition.facts.verified
                later = isinstance(verified, PartialDate) and (
                    verified.first.isoformat() > proposal.said.origin.dated
                )
                if not later:
                    yield proposal


def _of_edition(answer: Answer, analysis: Analysis) -> Iterator[Proposal]:
    known, edition = answer.known, answer.edition
    assert known is not None
    title = known.facts.get("title")
    if title and not (edition.title and same_title(edition.title, title)):
        yield _proposal(answer, "title", edition.title, title, known.by("title"))
    yield from _status(answer, analysis)
    for name in _DATES:
        registered, own = date_of(known, name), getattr(edition.facts, name)
        if registered is not None and (own is None or not own.may_equal(registered)):
            old = None if own is None else str(own)
            yield _proposal(answer, name, old, str(registered), known.by(name))


def _status(answer: Answer, analysis: Analysis) -> Iterator[Proposal]:
    """Propose the status in words where it is another, and the successors that are not named."""
    registered, said, edition = answer.status, answer.said, answer.edition
    if registered is None or said is None or registered.status not in _ROW:
        return
    stated = edition.facts.status
    if registered.status is not analysis.statuses(edition).status:
        old = STATUS[stated.value] if stated is not None else None
        new = STATUS[registered.status.value]
        if old != new:
            yield _proposal(answer, "status", old, new, said)
    if registered.status is not Status.REPLACED:
        return
    links = {link.new for link in analysis.replacements.successors(edition.key)}
    missing = [one for one in answer.successors if one.key not in links]
    if not missing or not links.isdisjoint(one.key for one in answer.successors):
        return
    items: list[Plain] = [
        one.key if one.whole else {"number": one.key, "scope": "部分"} for one in missing
    ]
    old_items = [_item(one) for one in edition.facts.replaced_by]
    old = flow(old_items) if old_items else None
    yield _proposal(answer, "replaced_by", old, items, said)


def _item(one: Replacement) -> Plain:
    return one.number


def _data(value: Plain) -> Data:
    """Return a value as a reader of the file will see it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _data(inner) for key, inner in value.items()}
    return [_data(inner) for inner in value]


def _proposal(answer: Answer, field: str, old: str | None, value: Plain, said: Said) -> Proposal:
    edition = answer.edition
    place = edition.at(field)
    holder = Place(place.file, place.route[:-1])
    if old is None:
        block = tuple(field_lines(field, value, 4))
        text = NewText(_data(value), flow(value, key=field), block)
        edit: Edit = InsertField(holder.route, field, text, _ORDER)
    else:
        block = tuple(field_lines(field, value, 4))
        edit = ReplaceValue(place.route, NewText(_data(value), flow(value, key=field), block))
    shown = value if isinstance(value, str) else flow(value)
    return Proposal(edition.key, field, holder if old is None else place, old, shown, said, edit)
