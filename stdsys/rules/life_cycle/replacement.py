"""Rules L004, L005 and L008: what is said of who replaces whom."""

from collections.abc import Iterable, Iterator
from datetime import date

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.life_cycle.replacements import Link
from stdsys.analysis.life_cycle.status_rules import first_day
from stdsys.findings import Finding, Related, Severity
from stdsys.messages import _
from stdsys.model.items import Edition
from stdsys.model.status import Status
from stdsys.model.vocabulary import StatedStatus
from stdsys.rules.items import place_of
from stdsys.rules.life_cycle.edition_rule import EditionRule, Fault
from stdsys.rules.reading.sources import PRACTICE
from stdsys.rules.rule import Per, Rule, Sample

_MOST = 10
_STATED_REPLACED = StatedStatus.REPLACED


class ReplacementUnclear(EditionRule):
    """L004."""

    code = "L004"
    name = "replacement-unclear"
    severity = Severity.WARNING
    summary = _("what replaces a standard is not said, or said in two ways")
    why = _(
        "Without its successor nobody can tell what to apply instead of a replaced standard "
        "(info). Two records that disagree on whether all or part of it is replaced give it two "
        "statuses (warning). A predecessor that is not in the workspace is no fault."
    )
    source = PRACTICE
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2010
    title: 示例种植规范
    status: 被代替
""",
        at=(4, 13),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2010
    title: 示例种植规范
    status: 被代替
    replaced_by: [GB/T 99001-2020]
"""
    )

    def candidates(self, analysis: Analysis) -> Iterable[Edition]:
        """Return what is stated 被代替."""
        editions = analysis.workspace.editions.values()
        return [one for one in editions if one.facts.status is _STATED_REPLACED]

    def judge(self, edition: Edition, analysis: Analysis) -> Fault | None:
        """Ask for the successor of what is stated 被代替."""
        if edition.facts.status is not _STATED_REPLACED or edition.facts.replaced_by:
            return None
        if analysis.replacements.successors(edition.key):
            return None
        message = _("{number} is replaced, but not said by what", number=edition.key)
        hint = _("name its successor at replaced_by:")
        return Fault(message, edition.at("status"), hint=hint, severity=Severity.INFO)

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every 被代替 without a successor, and at sides that disagree."""
        yield from super().check(analysis)
        for link in analysis.replacements.links:
            if link.conflict:
                yield self._conflict(link, analysis)

    def _conflict(self, link: Link, analysis: Analysis) -> Finding:
        message = _(
            "that {new} replaces {old} is said once wholly and once in part",
            new=link.new,
            old=link.old,
        )
        other = link.other_place
        return self.found(
            message,
            link.place,
            link.old,
            about=(link.new, *_waived_at((link.old, link.new), analysis)),
            hint=_("write the same scope on both sides; without scope: it is the whole"),
            related=(Related(other, _("stated differently here")),) if other else (),
            unverified=link.unverified,
        )


class ReplacementCycle(Rule):
    """L005."""

    code = "L005"
    name = "replacement-cycle"
    severity = Severity.ERROR
    summary = _("standards replace each other in a cycle")
    why = _(
        "What is replaced by its own successor has no status: all members count as unknown until "
        "the cycle is broken. Mostly the two sides of one replacement have been exchanged."
    )
    source = PRACTICE
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2010
    title: 示例种植规范
    replaces: [GB/T 99001-2020]
  - number: GB/T 99001-2020
    title: 示例种植规范
    replaces: [GB/T 99001-2010]
""",
        at=(4, 16),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2010
    title: 示例种植规范
    replaced_by: [GB/T 99001-2020]
  - number: GB/T 99001-2020
    title: 示例种植规范
    replaces: [GB/T 99001-2010]
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding a cycle: at its first statement, with all others related."""
        for cycle in analysis.replacements.cycles:
            members = sorted(cycle)
            links = [
                link
                for key in members
                for link in analysis.replacements.successors(key)
                if link.new in cycle and link.definite
            ]
            links.sort(key=lambda link: link.place.sort_key)
            first, *others = links
            shown = (*members[:_MOST], *["…"] * (len(members) > _MOST))
            message = (
                _("{numbers} replace each other in a cycle", numbers=shown)
                if len(members) > 1
                else _("{number} is said to replace itself", number=members[0])
            )
            related = tuple(
                Related(link.place, _("{new} replaces {old}", new=link.new, old=link.old))
                for link in others
            )
            yield self.found(
                message,
                first.place,
                members[0],
                about=(*members[1:], *_waived_at(members, analysis)),
                related=related,
                unverified=any(link.unverified for link in links),
            )


def _waived_at(keys: Iterable[str], analysis: Analysis) -> Iterator[str]:
    """Yield the entry keys at which findings about several editions may be waived."""
    for key in keys:
        edition = analysis.workspace.editions.get(key)
        if edition is not None:
            yield from analysis.placements.waived_at(edition)


class NewEditionComing(Rule):
    """L008."""

    code = "L008"
    name = "new-edition-coming"
    severity = Severity.INFO
    per = Per.SUBJECT
    summary = _("an entered standard in force is going to be replaced")
    why = _(
        "Until the day of effect the edition in force applies, from then on the new one. "
        "Contracts, training and own standards that cite it are best prepared before that day."
    )
    source = PRACTICE
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree: [{code: "1", name: 示例种植}]
    entries:
      - {standard: GB/T 99001-2010, at: "1"}
standards:
  - {number: GB/T 99001-2010, title: 示例种植规范, effective: 2010-09-01}
  - number: GB/T 99001-2026
    title: 示例种植规范
    effective: 2027-03-01
    replaces: [GB/T 99001-2010]
""",
        at=(6, 20),
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree: [{code: "1", name: 示例种植}]
    entries:
      - {standard: GB/T 99001-2026, at: "1"}
standards:
  - number: GB/T 99001-2026
    title: 示例种植规范
    effective: 2027-03-01
    replaces: [GB/T 99001-2010]
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every entry in force that has a whole successor still to come.

        An undated entry stands for its family's live edition.
        """
        expecting = _expecting_successors(analysis)
        for entry in analysis.workspace.entries() if expecting else ():
            item = entry.item
            if not isinstance(item, Edition):
                continue
            edition = analysis.statuses.stands_for(item)
            if edition.key not in expecting:
                continue
            if analysis.statuses(edition).status is not Status.IN_FORCE:
                continue
            coming = sorted(upcoming_successors(edition, analysis), key=_by_first_day)
            numbers = tuple(successor.key for _link, successor in coming)
            dates = [one.facts.effective for _link, one in coming if one.facts.effective]
            first = min(dates, key=lambda stated: stated.first, default=None)
            message = (
                _(
                    "{number} is replaced by {successors} on {date}",
                    number=edition.key,
                    successors=numbers,
                    date=first,
                )
                if first is not None
                else _(
                    "{number} is going to be replaced by {successors}",
                    number=edition.key,
                    successors=numbers,
                )
            )
            place, about = place_of(entry), (entry.key,)
            unverified = edition.unverified or any(
                link.unverified or successor.unverified for link, successor in coming
            )
            yield self.found(message, place, item.key, about=about, unverified=unverified)


def _expecting_successors(analysis: Analysis) -> frozenset[str]:
    """Return the keys of everything that has an upcoming successor."""
    return frozenset(link.old for link in analysis.replacements.links if _is_coming(link, analysis))


def _is_coming(link: Link, analysis: Analysis) -> bool:
    status = analysis.statuses.of_key(link.new) if link.whole and link.definite else None
    return status is not None and status.status is Status.UPCOMING


def upcoming_successors(edition: Edition, analysis: Analysis) -> list[tuple[Link, Edition]]:
    """Return the whole successors that have not taken effect, in reading order."""
    return [
        (link, analysis.workspace.editions[link.new])
        for link in analysis.replacements.successors(edition.key)
        if _is_coming(link, analysis)
    ]


def _by_first_day(coming: tuple[Link, Edition]) -> date:
    return first_day(coming[1])
