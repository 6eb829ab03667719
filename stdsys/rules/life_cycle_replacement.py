"""Rules L004, L005 and L008: what is said of who replaces whom."""

from collections.abc import Iterator
from datetime import date

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.replacements import Link
from stdsys.analysis.status import Status
from stdsys.findings import Finding, Place, Related, Severity
from stdsys.messages import _
from stdsys.model.vocabulary import StatedStatus
from stdsys.model.workspace import Edition
from stdsys.rules.placements import Placements
from stdsys.rules.rule import Per, Rule, Sample

_MOST = 10


class ReplacementUnclear(Rule):
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
    source = _("practice")
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

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every 被代替 without a successor, and at sides that disagree."""
        workspace = analysis.workspace
        placements = Placements(workspace)
        for edition in workspace.editions.values():
            if edition.facts.status is not StatedStatus.REPLACED or edition.facts.replaced_by:
                continue
            if analysis.replacements.successors(edition.key):
                continue
            message = _("{number} is replaced, but not said by what", number=edition.key)
            yield self.found(
                message,
                edition.at("status"),
                edition.key,
                about=placements.waived_at(edition),
                severity=Severity.INFO,
                hint=_("name its successor at replaced_by:"),
                unverified=edition.unverified,
            )
        for link in analysis.replacements.links:
            if link.conflict:
                yield self._conflict(link, analysis, placements)

    def _conflict(self, link: Link, analysis: Analysis, placements: Placements) -> Finding:
        message = _(
            "that {new} replaces {old} is said once wholly and once in part",
            new=link.new,
            old=link.old,
        )
        editions = (analysis.workspace.editions.get(key) for key in (link.old, link.new))
        waived_at = [key for one in editions if one for key in placements.waived_at(one)]
        other = link.other_place
        return self.found(
            message,
            link.place,
            link.old,
            about=(link.new, *waived_at),
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
    source = _("practice")
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
        placements = Placements(analysis.workspace)
        for cycle in analysis.replacements.cycles:
            members = sorted(cycle)
            links = [
                link
                for key in members
                for link in analysis.replacements.successors(key)
                if link.new in cycle and link.definite
            ]
            links.sort(key=lambda link: _reading_order(link.place))
            first, *others = links
            known = (analysis.workspace.editions.get(key) for key in members)
            waived_at = [key for one in known if one for key in placements.waived_at(one)]
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
                about=(*members[1:], *waived_at),
                related=related,
                unverified=any(link.unverified for link in links),
            )


def _reading_order(place: Place) -> tuple[str, tuple[str, ...]]:
    """Return a sort key of places; indices are padded so that they sort among keys."""
    steps = (f"{step:09d}" if isinstance(step, int) else step for step in place.route)
    return place.file, tuple(steps)


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
    source = _("practice")
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
        for entry in analysis.workspace.entries():
            item = entry.item
            if not isinstance(item, Edition):
                continue
            edition = _edition_in_force(item, analysis)
            coming = _coming(edition, analysis) if edition is not None else []
            if edition is None or not coming:
                continue
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
            place, about = entry.place.at("standard"), (entry.key,)
            unverified = edition.unverified or any(
                link.unverified or successor.unverified for link, successor in coming
            )
            yield self.found(message, place, item.key, about=about, unverified=unverified)


def _edition_in_force(item: Edition, analysis: Analysis) -> Edition | None:
    """Return the edition in force that an entry means, if it means one."""
    if analysis.statuses(item).status is not Status.IN_FORCE:
        return None
    if item.number is not None and not item.number.dated:
        return analysis.statuses.live_edition(item.family)
    return item


def _coming(edition: Edition, analysis: Analysis) -> list[tuple[Link, Edition]]:
    """Return the whole successors that have not taken effect, by their date of effect."""
    found = []
    for link in analysis.replacements.successors(edition.key):
        status = analysis.statuses.of_key(link.new) if link.whole and link.definite else None
        if status is not None and status.status is Status.UPCOMING:
            found.append((link, analysis.workspace.editions[link.new]))
    return sorted(found, key=lambda one: _start(one[1]))


def _start(edition: Edition) -> date:
    effective = edition.facts.effective
    return effective.first if effective is not None else date.max
