"""The numbers of a workspace in the register of known standards: what it says of each on the day.

The register's facts are judged by the same rules as the workspace's own, so that the two statuses
can be compared. What a list of a later day than the one asked about says in words (现行, 废止) may
have come about since: it is told all the same, with the list's day.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from stdsys.analysis.life_cycle.status_on import Basis, StatusOn
from stdsys.analysis.life_cycle.status_rules import Successor as InForceSuccessor
from stdsys.analysis.life_cycle.status_rules import judge
from stdsys.findings import Place
from stdsys.model.items import Edition
from stdsys.model.partial_date import PartialDate
from stdsys.model.standard_record import StandardFacts
from stdsys.model.status import Status
from stdsys.model.vocabulary import StatedStatus
from stdsys.model.workspace import Workspace
from stdsys.numbers import Level, StandardNumber, read
from stdsys.register.facts import Known, Said, Successor
from stdsys.register.reading import Register

_NOWHERE = Place("")


class Answer(Struct, frozen=True):
    """What the register says of an edition of the workspace, or that it doesn't know it.

    `known` is None for a number that the register should know and doesn't; `others` are then the
    editions that it knows of the same family. `status` is None where the register does not tell.
    """

    edition: Edition
    known: Known | None
    status: StatusOn | None = None
    said: Said | None = None
    """Who said what the status rests on."""
    successors: tuple[Successor, ...] = ()
    coming: tuple[str, ...] = ()
    """Whole successors, known to the register, that have not taken effect on the day."""
    others: tuple[str, ...] = ()


class RegisterAnswers(Struct, frozen=True):
    """The answers for all numbered editions, in reading order.

    `beyond` are those the register cannot speak of, because it holds nothing of their kind: no
    number under the same code, or no group or enterprise standards at all.
    """

    answers: tuple[Answer, ...]
    beyond: tuple[Edition, ...]

    @classmethod
    def of(cls, workspace: Workspace, as_of: date, register: Register) -> "RegisterAnswers":
        """Look all numbers up, in batches. RegisterError if the register is damaged."""
        numbered = [(one, one.number) for one in workspace.editions.values() if one.number]
        keys_of = {one: tuple(_keys(one, number, register)) for one, number in numbered}
        known = register.lookup({key for keys in keys_of.values() for key in keys})
        named = {one.key for found in known.values() for one in found.successors}
        successors = known | register.lookup(named - known.keys())
        covered: dict[str, bool] = {}
        answers: list[Answer] = []
        beyond: list[Edition] = []
        for edition, number in numbered:
            keys = [key for key in keys_of[edition] if key in known]
            if keys:
                answers.append(_answer(edition, known[keys[-1]], successors, as_of))
                continue
            kind = _kind(number)
            if kind not in covered:
                covered[kind] = register.covers(kind)
            if covered[kind]:
                answers.append(Answer(edition, None, others=register.editions(number)))
            else:
                beyond.append(edition)
        return cls(tuple(answers), tuple(beyond))


def date_of(known: Known, fact: str) -> PartialDate | None:
    """Return a date that the register knows of an edition."""
    text = known.facts.get(fact)
    if not text:
        return None
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _keys(edition: Edition, number: StandardNumber, register: Register) -> Iterable[str]:
    """Return the keys under which the register may know an edition, the best last.

    An earlier number of the edition finds it, too; an undated number means the newest edition.
    """
    if not number.dated:
        return register.editions(number)[-1:] or (edition.key,)
    earlier = (read(text).number for text in edition.facts.formerly)
    return (*(one.edition_key for one in earlier if one is not None), edition.key)


def _kind(number: StandardNumber) -> str:
    """Return how all numbers begin that a list with this one would hold.

    Lists of group or enterprise standards hold those of all associations or enterprises.
    """
    if number.level in (Level.GROUP, Level.ENTERPRISE) and "/" in number.code:
        return number.code.partition("/")[0] + "/"
    return number.facts.prefix


def _answer(edition: Edition, known: Known, others: Mapping[str, Known], day: date) -> Answer:
    successors = [_successor(one, others.get(one.key), day) for one in known.successors]
    number = edition.number if known.key == edition.key else read(known.key).number
    status = plainly_in_force(known, day) or judge(_as_edition(known, number), day, successors)
    tells = status.basis is not Basis.PRESUMED or status.status is Status.REPLACED
    coming = tuple(
        one.key
        for one in successors
        if one.whole and one.on_day is not None and one.on_day.status is Status.UPCOMING
    )
    said = _said(known, status, others)
    return Answer(edition, known, status if tells else None, said, known.successors, coming)


def _said(known: Known, status: StatusOn, others: Mapping[str, Known]) -> Said:
    """Return who said what a status rests on: the edition's own row, or its successor's."""
    if status.status is Status.REPLACED:
        if "replaced_by" in known.facts:
            return known.by("replaced_by")
        named = (others.get(one.key) for one in known.successors)
        by_successor = next((one.by("replaces") for one in named if one is not None), None)
        return by_successor or known.by("status")
    if status.basis is Basis.DATES:
        return known.by("withdrawn" if status.status is Status.WITHDRAWN else "effective")
    return known.by("status")


def _successor(named: Successor, known: Known | None, day: date) -> InForceSuccessor:
    number = read(named.key).number
    if known is None:
        return InForceSuccessor(named.key, number, named.whole)
    edition = _as_edition(known, number)
    return InForceSuccessor(named.key, number, named.whole, edition, judge(edition, day, ()))


def plainly_in_force(known: Known, day: date) -> StatusOn | None:
    """Return "in force" for what the rules need not be asked about, which is nearly everything.

    It has taken effect, nobody says that it has ended or will, and nothing replaces it.
    """
    facts = known.facts
    effective = facts.get("effective", "")
    if known.successors or "withdrawn" in facts or len(effective) != _DAY:
        return None
    if facts.get("status", _IN_FORCE) != _IN_FORCE or effective > day.isoformat():
        return None
    return StatusOn(Status.IN_FORCE, Basis.DATES) if date_of(known, "effective") else None


_DAY = len("2020-01-01")
_IN_FORCE = StatedStatus.IN_FORCE.value


def _as_edition(known: Known, number: StandardNumber | None) -> Edition:
    """Return what the register knows as an edition that can be judged."""
    stated = known.facts.get("status")
    facts = StandardFacts.model_construct(
        status=StatedStatus(stated) if stated in _WORDS else None,
        issued=date_of(known, "issued"),
        effective=date_of(known, "effective"),
        withdrawn=date_of(known, "withdrawn"),
    )
    return Edition(known.key, number, facts, recorded=False)


_WORDS = frozenset(word.value for word in StatedStatus)
