"""Measure `standards`: how many standards are what a target asks for."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from stdsys.analysis.life_cycle.statuses import Basis
from stdsys.analysis.ownership import own_names
from stdsys.analysis.targets.codes import CodeWords
from stdsys.analysis.targets.result import Candidate, Measurement, all_of, count_of
from stdsys.messages import _
from stdsys.model.items import Document, Edition, PlannedStandard
from stdsys.model.partial_date import PartialDate
from stdsys.model.period import Period
from stdsys.model.status import Status
from stdsys.model.target_record import Measure
from stdsys.model.vocabulary import Origin, Participation
from stdsys.model.workspace import ASPECT, STAGE, Entry
from stdsys.numbers import Level

if TYPE_CHECKING:
    from stdsys.analysis.analysis import Analysis

Standard: TypeAlias = Edition | PlannedStandard
Pool: TypeAlias = Mapping[Standard, list[Entry]]
"""Standards that may count, and the entries in scope that place them."""


def standards(measure: Measure, scope: frozenset[str], analysis: "Analysis") -> Measurement:
    """Count the distinct standards that are placed in a system of `scope` (empty: in any).

    Where no scope is named, and own standards or own participation are asked for, recorded
    standards that no system places count too: what the region has made counts wherever it stands.
    Laws and policies are no standards. Without `levels` and `codes` the five levels count, as for
    现有数. What cannot be told of a standard (a date not precise enough, a level or status that
    nobody knows) makes it uncertain, never counted.
    """
    codes = CodeWords.of(measure.codes)
    if codes.unknown:
        return Measurement(lacking=_("{code} is no code of standards", code=codes.unknown[0]))
    pool = _pool(measure, scope, analysis)
    wanted = _Wanted(measure, codes, analysis)
    answers = {item: wanted(item, entries) for item, entries in pool.items()}
    nothing_found = True not in answers.values()
    candidates = [
        Candidate(
            key=item.key,
            counts=answer,
            unverified=item.unverified,
            presumed=analysis.statuses(item).basis is Basis.PRESUMED,
        )
        for item, answer in answers.items()
        if nothing_found or answer is not False
    ]
    return count_of(candidates, _("no standard is recorded in these systems"))


def _pool(measure: Measure, scope: frozenset[str], analysis: "Analysis") -> Pool:
    workspace = analysis.workspace
    pool: dict[Standard, list[Entry]] = {}
    for system in workspace.systems.values():
        if scope and system.id not in scope:
            continue
        for entry in system.entries:
            if not isinstance(entry.item, Document):
                pool.setdefault(entry.item, []).append(entry)
    if not scope and (measure.origin is Origin.OWN or measure.participation):
        for edition in workspace.editions.values():
            pool.setdefault(edition, [])
    return pool


class _Wanted:
    """Tells whether a standard is what a measure asks for; None where that cannot be told."""

    def __init__(self, measure: Measure, codes: CodeWords, analysis: "Analysis") -> None:
        self._measure = measure
        self._codes = codes
        self._analysis = analysis
        self._own = own_names(analysis.workspace)
        self._statuses = frozenset(measure.status or (Status.IN_FORCE,))
        self._checks: tuple[Callable[[Standard], bool | None], ...] = (
            self._level,
            self._status,
            self._codes,
            self._origin,
            self._participation,
            self._issued,
            self._effective,
            self._exists,
        )

    def __call__(self, item: Standard, entries: list[Entry]) -> bool | None:
        answers = (check(item) for check in self._checks)
        return all_of(answers) if self._placed(entries) else False

    def _exists(self, item: Standard) -> bool:
        """Whether the day knows it: what is issued later does not count yet."""
        issued = issued_on(item)
        return issued is None or issued.begun_by(self._analysis.as_of)

    def _status(self, item: Standard) -> bool | None:
        status = self._analysis.statuses(item).status
        if status in self._statuses:
            return True
        may_be = self._statuses - {Status.PLANNED, Status.DRAFTING}
        return None if status is Status.UNKNOWN and may_be else False

    def _level(self, item: Standard) -> bool | None:
        if self._measure.levels:
            return None if item.level is None else item.level in self._measure.levels
        return bool(self._codes) or item.level is not Level.OTHER

    def _origin(self, item: Standard) -> bool:
        origin = self._measure.origin
        return origin is None or (origin is Origin.OWN) is self._analysis.ownership.is_own(item)

    def _participation(self, item: Standard) -> bool:
        asked = self._measure.participation
        return not asked or self._part_in(item) in asked

    def _part_in(self, item: Standard) -> Participation | None:
        """Return what part own organisations had in it.

        What is stated, else what the drafting units tell (of a planned standard those who are to
        make it): the first is own, 主导; any is, 参与. Own standards without a word about it were
        led; where nothing is said of another's standard, nobody took part.
        """
        facts = item.facts
        if facts.participation is not None:
            return facts.participation
        units = facts.drafting_units
        if not units and isinstance(item, PlannedStandard):
            units = tuple(unit for unit in (item.facts.lead, *item.facts.support) if unit)
        if not units:
            return Participation.LEAD if self._analysis.ownership.is_own(item) else None
        if units[0].strip() in self._own:
            return Participation.LEAD
        joined = any(unit.strip() in self._own for unit in units)
        return Participation.JOIN if joined else None

    def _issued(self, item: Standard) -> bool | None:
        period = self._measure.issued
        if period is None:
            return True
        if isinstance(item, PlannedStandard):
            return self._yet_to_come(period)
        issued = issued_on(item)
        return None if issued is None else period.holds(issued)

    def _effective(self, item: Standard) -> bool | None:
        period = self._measure.effective
        if period is None:
            return True
        if isinstance(item, PlannedStandard):
            return self._yet_to_come(period)
        effective = item.facts.effective
        if effective is not None:
            return period.holds(effective)
        issued = issued_on(item)
        return False if issued is not None and issued.first > period.last else None

    def _yet_to_come(self, period: Period) -> bool | None:
        """Whether what comes after the day may fall in a period: perhaps, unless it is over."""
        return None if period.last > self._analysis.as_of else False

    def _placed(self, entries: list[Entry]) -> bool:
        """Whether one entry stands at the stages and the aspects asked for."""
        stages, aspects = frozenset(self._measure.stages), frozenset(self._measure.aspects)
        if not stages and not aspects:
            return True
        return any(
            (not stages or not stages.isdisjoint(entry.values.get(STAGE, ())))
            and (not aspects or not aspects.isdisjoint(entry.values.get(ASPECT, ())))
            for entry in entries
        )


def issued_on(item: Standard) -> PartialDate | None:
    """Return the date of issue: what is stated, else the year in the number (GB/T 1.1)."""
    if isinstance(item, PlannedStandard):
        return None
    if item.facts.issued is not None:
        return item.facts.issued
    year = item.number.year if item.number else None
    return None if year is None else PartialDate(year)
