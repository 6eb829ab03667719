"""Rules L002 and L003: stated statuses against the evidence, and dead editions still entered."""

from collections.abc import Iterator
from dataclasses import dataclass

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.replacements import Link
from stdsys.analysis.status import Status
from stdsys.findings import Finding, Place, Related, Severity
from stdsys.messages import Text, _
from stdsys.model.vocabulary import StatedStatus
from stdsys.model.workspace import Edition, Entry, System
from stdsys.rules.placements import Placements
from stdsys.rules.rule import Rule, Sample
from stdsys.rules.wording import STATED_WORDS, STATUS_WORDS

_SAYS_IN_FORCE = (
    StatedStatus.IN_FORCE,
    StatedStatus.UNDER_REVISION,
    StatedStatus.PARTLY_REPLACED,
)
_IS_WITHDRAWN = _("it was withdrawn on {date}")
_NOT_YET = _("it takes effect on {date}")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What contradicts a stated status, where it stands, and whether it is verified."""

    fact: Text
    place: Place
    unverified: bool = False


class StatusContradicted(Rule):
    """L002."""

    code = "L002"
    name = "status-contradicted"
    severity = Severity.WARNING
    summary = _("the stated status is contradicted by dates or by a successor")
    why = _(
        "A status is written once and grows old; dates and replacements do not. The status of a "
        "day is derived from them, and every table shows the derived one."
    )
    source = _("practice")
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    status: 现行
    withdrawn: 2024-05-01
""",
        at=(4, 13),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    status: 废止
    withdrawn: 2024-05-01
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every stated status that the evidence certainly contradicts.

        现行 (修订中 and 部分被代替 say so too) and 即将实施 are contradicted by a withdrawal in the
        past and by a whole successor that has taken effect; 现行 also by a start in the future,
        即将实施 by one in the past; 被代替 by successors that are all still to come; 废止 by a date
        of withdrawal in the future. 未知 contradicts nothing. A missing fact is no evidence.
        """
        placements = Placements(analysis.workspace)
        for edition in analysis.workspace.editions.values():
            stated = edition.facts.status
            if stated is None or stated is StatedStatus.UNKNOWN:
                continue
            evidence = _evidence_against(stated, edition, analysis)
            if evidence is None:
                continue
            message = _(
                "{number} is stated as {stated}, but {fact}",
                number=edition.key,
                stated=STATED_WORDS[stated],
                fact=evidence.fact,
            )
            word = STATUS_WORDS[analysis.statuses(edition).status]
            yield self.found(
                message,
                edition.at("status"),
                edition.key,
                about=placements.waived_at(edition),
                hint=_("leave status: out, or write {status}", status=word),
                related=(Related(evidence.place, _("stated here")),),
                unverified=edition.unverified or evidence.unverified,
            )


def _evidence_against(
    stated: StatedStatus, edition: Edition, analysis: Analysis
) -> _Evidence | None:
    match stated:
        case StatedStatus.WITHDRAWN:
            return _future_withdrawal(edition, analysis)
        case StatedStatus.REPLACED:
            return _successor_to_come(edition, analysis)
        case StatedStatus.UPCOMING:
            return _end(edition, analysis) or _past_start(edition, analysis)
        case _ if stated in _SAYS_IN_FORCE:
            return _end(edition, analysis) or _future_start(edition, analysis)
        case _:
            return None


def _end(edition: Edition, analysis: Analysis) -> _Evidence | None:
    """Return what has ended an edition: its withdrawal, or a whole successor."""
    withdrawn = edition.facts.withdrawn
    if withdrawn is not None and withdrawn.last <= analysis.as_of:
        return _Evidence(_(_IS_WITHDRAWN.msgid, date=withdrawn), edition.at("withdrawn"))
    key = analysis.statuses(edition).successor
    links = [link for link in analysis.replacements.successors(edition.key) if link.new == key]
    if key is None or not links:
        return None
    successor = analysis.workspace.editions[key]
    unverified = links[0].unverified or successor.unverified
    return _Evidence(_("{number} has replaced it", number=key), links[0].place, unverified)


def _past_start(edition: Edition, analysis: Analysis) -> _Evidence | None:
    start = edition.facts.effective
    if start is None or not start.begun_by(analysis.as_of):
        return None
    return _Evidence(_("it took effect on {date}", date=start), edition.at("effective"))


def _future_start(edition: Edition, analysis: Analysis) -> _Evidence | None:
    """Return a start that is still to come; what is not issued yet cannot be in force."""
    effective, issued = edition.facts.effective, edition.facts.issued
    if effective is not None:
        if effective.begun_by(analysis.as_of):
            return None
        return _Evidence(_(_NOT_YET.msgid, date=effective), edition.at("effective"))
    if issued is None or issued.begun_by(analysis.as_of):
        return None
    return _Evidence(_("it is issued on {date}", date=issued), edition.at("issued"))


def _future_withdrawal(edition: Edition, analysis: Analysis) -> _Evidence | None:
    withdrawn = edition.facts.withdrawn
    if withdrawn is None or withdrawn.last <= analysis.as_of:
        return None
    if analysis.statuses(edition).status.dead or withdrawn.begun_by(analysis.as_of):
        return None
    fact = _("it is withdrawn only on {date}", date=withdrawn)
    return _Evidence(fact, edition.at("withdrawn"))


def _successor_to_come(edition: Edition, analysis: Analysis) -> _Evidence | None:
    """Return the successor on which 被代替 rests, where none has taken effect."""
    if analysis.statuses(edition).status not in (Status.IN_FORCE, Status.UPCOMING):
        return None
    for link in analysis.replacements.successors(edition.key):
        status = analysis.statuses.of_key(link.new) if link.whole and link.definite else None
        if status is not None and status.status is Status.UPCOMING:
            successor = analysis.workspace.editions[link.new]
            unverified = link.unverified or successor.unverified
            fact = _("{number} has not taken effect yet", number=link.new)
            return _Evidence(fact, link.place, unverified)
    return None


class DeadEntry(Rule):
    """L003."""

    code = "L003"
    name = "dead-entry"
    severity = Severity.WARNING
    summary = _("a withdrawn or replaced standard is entered, and no living successor")
    why = _(
        "Nobody may apply it any more, so the system has a gap that looks filled. Where the "
        "successor stands in the same system or in a base it uses, the old edition is shown beside "
        "it and is no fault."
    )
    source = _("GB/T 13016: a system holds standards in force and standards to be made")
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree: [{code: "1", name: 示例种植}]
    entries:
      - {standard: GB/T 99001-2010, at: "1"}
standards:
  - {number: GB/T 99001-2010, title: 示例种植规范}
  - {number: GB/T 99001-2020, title: 示例种植规范, replaces: [GB/T 99001-2010]}
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
      - {standard: GB/T 99001-2010, at: "1"}
      - {standard: GB/T 99001-2020, at: "1"}
standards:
  - {number: GB/T 99001-2010, title: 示例种植规范}
  - {number: GB/T 99001-2020, title: 示例种植规范, replaces: [GB/T 99001-2010]}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every entry of a dead edition that nothing living stands in for.

        Whole successors are followed across any number of editions and numbers; where an edition
        was replaced only in parts, any of the parts will do. A live edition of the successor's
        family, or its undated number, stands in for it as well.
        """
        living: dict[str, frozenset[str]] = {}
        for system in analysis.workspace.systems.values():
            for entry in system.entries:
                item = entry.item
                if not isinstance(item, Edition) or not analysis.statuses(item).status.dead:
                    continue
                if system.id not in living:
                    living[system.id] = _living_in(system, analysis)
                if living[system.id].isdisjoint(_stand_ins(item, analysis)):
                    yield self._finding(entry, item, system, analysis)

    def _finding(self, entry: Entry, item: Edition, system: System, analysis: Analysis) -> Finding:
        status = STATUS_WORDS[analysis.statuses(item).status]
        successor = analysis.statuses.live_successor(item.key)
        message = _(
            "{system}: {number} is entered but {status}, and no living successor is entered",
            system=system.name,
            number=item.key,
            status=status,
        )
        links = _decisive(analysis.replacements.successors(item.key))
        outside = [link.new for link in links if link.new not in analysis.workspace.editions]
        named = successor.key if successor is not None else next(iter(outside), None)
        hint = (
            _("enter {number} in its place", number=named)
            if named is not None
            else _("enter what has taken its place, or remove it")
        )
        unverified = (
            item.unverified
            or any(link.unverified for link in links)
            or (successor is not None and successor.unverified)
        )
        place, about = entry.place.at("standard"), (entry.key,)
        return self.found(message, place, item.key, about=about, hint=hint, unverified=unverified)


def _decisive(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return the whole successors, or the partial ones where there is no whole one."""
    return tuple(link for link in links if link.whole) or links


def _living_in(system: System, analysis: Analysis) -> frozenset[str]:
    """Return the keys of the live editions that a system and its bases enter.

    An undated entry stands for its family's live edition.
    """
    workspace = analysis.workspace
    keys: set[str] = set()
    for entry, _shared in workspace.visible(system):
        item = entry.item
        if isinstance(item, Edition) and analysis.statuses(item).status.live:
            keys.add(item.key)
            live = analysis.statuses.live_edition(item.family)
            if item.number is not None and not item.number.dated and live is not None:
                keys.add(live.key)
    return frozenset(keys)


def _stand_ins(edition: Edition, analysis: Analysis) -> set[str]:
    """Return the keys of everything that has come after an edition, by any number of steps."""
    found: set[str] = set()
    open_: list[str] = [edition.key]
    if edition.number is not None and not edition.number.dated:
        open_ += analysis.workspace.families[edition.family]
    while open_:
        for link in _decisive(analysis.replacements.successors(open_.pop())):
            if link.new not in found:
                found.add(link.new)
                open_.append(link.new)
    found.update(analysis.statuses.chain(edition.key)[1:])
    return found
