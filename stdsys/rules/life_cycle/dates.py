"""Rules L001, L006, L007 and L009: dates that contradict each other, or have passed."""

from collections.abc import Iterable, Iterator
from datetime import date

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Related, Severity
from stdsys.messages import _
from stdsys.model.items import Edition
from stdsys.model.partial_date import PartialDate
from stdsys.model.status import Status
from stdsys.numbers import Level
from stdsys.rules.life_cycle.edition_rule import EditionRule, Fault
from stdsys.rules.life_cycle.replacement import upcoming_successors
from stdsys.rules.reading.sources import PRACTICE
from stdsys.rules.rule import Rule, Sample

REVIEW_YEARS = 5
"""Longest time between two reviews (标准化法 art. 29: 复审周期一般不超过五年)."""


class EffectiveBeforeIssued(EditionRule):
    """L001."""

    code = "L001"
    name = "effective-before-issued"
    severity = Severity.ERROR
    summary = _("a standard takes effect before it is issued")
    why = _(
        "One of the two dates is wrong, and the status of every day depends on them. Effect on the "
        "day of issue is common and no fault."
    )
    source = PRACTICE
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    issued: 2020-06-01
    effective: 2020-03-01
""",
        at=(5, 16),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    issued: 2020-06-01
    effective: 2020-06
"""
    )

    def candidates(self, analysis: Analysis) -> Iterable[Edition]:
        """Leave out what has no date of effect, or has one that is plainly not before its issue."""
        return [
            edition
            for edition in analysis.workspace.editions.values()
            if (effective := edition.facts.effective) is not None
            and (issued := edition.facts.issued) is not None
            and effective.year <= issued.year
            and (effective.year, effective.month or 0) <= (issued.year, issued.month or 12)
        ]

    def judge(self, edition: Edition, analysis: Analysis) -> Fault | None:
        """Refuse a date of effect that is certainly before the date of issue."""
        issued, effective = edition.facts.issued, edition.facts.effective
        if issued is None or effective is None or not effective.surely_before(issued):
            return None
        message = _(
            "{number} takes effect on {effective}, before it is issued on {issued}",
            number=edition.key,
            effective=effective,
            issued=issued,
        )
        related = (Related(edition.at("issued"), _("date of issue")),)
        return Fault(message, edition.at("effective"), related=related)


class ReviewOverdue(EditionRule):
    """L006."""

    code = "L006"
    name = "review-overdue"
    severity = Severity.WARNING
    summary = _("an own standard has not been reviewed for more than five years")
    why = _(
        "Who has made a standard reviews it, generally at least every five years, and confirms, "
        "revises or withdraws it. Only own standards with a known date are judged: nobody here can "
        "review another's."
    )
    source = _("Standardization Law, art. 29: reviews generally at most five years apart")
    bad = Sample(
        """\
standards:
  - number: T/SLXH 001-2020
    title: 示例种植规范
    issued: 2020-03-01
    issuer: guild
""",
        at=(4, 13),
    )
    good = Sample(
        """\
standards:
  - number: T/SLXH 001-2020
    title: 示例种植规范
    issued: 2020-03-01
    reviewed: 2025-02
    issuer: guild
"""
    )

    def candidates(self, analysis: Analysis) -> Iterable[Edition]:
        """Leave out what is not own, and what was issued too short a time ago."""
        own, latest = analysis.ownership.own, analysis.as_of.year - REVIEW_YEARS
        editions = analysis.workspace.editions.values()
        dated = [(edition, edition.facts.issued) for edition in editions if edition in own]
        return [edition for edition, issued in dated if issued is None or issued.year <= latest]

    def judge(self, edition: Edition, analysis: Analysis) -> Fault | None:
        """Refuse an own standard in force whose last review is too long ago.

        The review counts from the last day its date can mean; a reaffirmation in the number
        (DB33/T 823-2011(2015)) is a review. What is under revision, or whose new edition is issued
        already, has been reviewed.
        """
        last = _last_review(edition)
        if last is None or _years_after(last[0].last, REVIEW_YEARS) >= analysis.as_of:
            return None
        if not analysis.ownership.is_own(edition) or _is_revised(edition, analysis):
            return None
        message = _(
            "{number} was last issued or reviewed on {last}: its review is overdue",
            number=edition.key,
            last=last[0],
        )
        place = edition.place.at(last[1]) if last[1] in _NUMBER_FIELDS else edition.at(last[1])
        return Fault(message, place, hint=_("review it, and state the date at reviewed:"))


_NUMBER_FIELDS = ("number", "standard")
"""Where the number of an edition stands: in its record or at its entry."""


def _is_revised(edition: Edition, analysis: Analysis) -> bool:
    """Whether a standard needs no review: it is not in force, or its revision is on the way."""
    status = analysis.statuses(edition)
    if status.status is not Status.IN_FORCE or status.under_revision:
        return True
    return bool(upcoming_successors(edition, analysis))


def _last_review(edition: Edition) -> tuple[PartialDate, str] | None:
    """Return the last known date of issue or review, and the field in which it stands."""
    facts = edition.facts
    known = [
        (stated, name)
        for name, stated in (("issued", facts.issued), ("reviewed", facts.reviewed))
        if stated is not None
    ]
    if edition.number is not None and edition.number.reaffirmed is not None:
        name = "number" if edition.recorded else "standard"
        known.append((PartialDate(edition.number.reaffirmed), name))
    return max(known, key=lambda one: one[0].last, default=None)


def _years_after(day: date, years: int) -> date:
    """Return the same day some years later, at most the last of the calendar; 29 February: 28th."""
    if day.year + years > date.max.year:
        return date.max
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


class YearDiffers(EditionRule):
    """L007."""

    code = "L007"
    name = "year-differs"
    severity = Severity.INFO
    summary = _("the year of the number is not the year of issue")
    why = _(
        "The year in a standard number is the year of issue. Where they differ, one of them may be "
        "a typing error; some issuers number a standard in one year and publish it in the next."
    )
    source = _("GB/T 1.1: code, serial and year of issue form the number")
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    issued: 2021-03-01
""",
        at=(4, 13),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    issued: 2020-03-01
    effective: 2021-01-01
"""
    )

    def candidates(self, analysis: Analysis) -> Iterable[Edition]:
        """Leave out what was issued in the year of its number."""
        return [
            edition
            for edition in analysis.workspace.editions.values()
            if (number := edition.number) is not None
            and (issued := edition.facts.issued) is not None
            and issued.year != number.year
        ]

    def judge(self, edition: Edition, analysis: Analysis) -> Fault | None:
        """Refuse a date of issue in another year than the number's.

        A partial revision (2018年版) is issued in its own year. Documents outside the five levels,
        such as those of Codex, keep their first year through all revisions and are not judged.
        """
        number, issued = edition.number, edition.facts.issued
        if number is None or number.year is None or number.level is Level.OTHER:
            return None
        if issued is None or issued.year == number.year:
            return None
        if number.edition is not None and number.edition.startswith(str(issued.year)):
            return None
        message = _(
            "{number} bears the year {year}, but was issued on {issued}",
            number=edition.key,
            year=number.year,
            issued=issued,
        )
        return Fault(message, edition.at("issued"))


class PlannedPastDue(Rule):
    """L009."""

    code = "L009"
    name = "planned-past-due"
    severity = Severity.WARNING
    summary = _("a planned standard should have been finished by now")
    why = _(
        "The programme counts on it. If it has been issued, enter it with its number; if it is "
        "late, set a new date; if it was given up, remove it."
    )
    source = PRACTICE
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
    entries:
      - {planned: 示例种植规范, at: "1", lead: office, due: 2025-12}
""",
        at=(7, 55),
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
    entries:
      - {planned: 示例种植规范, at: "1", lead: office, due: 2026-12}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every due date whose last day has passed."""
        workspace = analysis.workspace
        for planned in workspace.planned.values():
            due, lead = planned.facts.due, planned.facts.lead
            if due is None or not due.over_by(analysis.as_of):
                continue
            message = _("{title} was due on {due}", title=planned.title, due=due)
            hint = _("lead unit: {unit}", unit=workspace.name_of(lead)) if lead else None
            yield self.found(
                message,
                planned.at("due"),
                planned.key,
                about=analysis.placements.waived_at(planned),
                hint=hint,
                unverified=planned.unverified,
            )
