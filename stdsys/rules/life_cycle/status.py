"""Rules L002 and L003: stated statuses against the evidence, and dead editions still entered."""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.life_cycle.replacements import Link, Replacements
from stdsys.findings import Finding, Place, Related, Severity
from stdsys.messages import Text, _
from stdsys.model.items import Edition
from stdsys.model.vocabulary import StatedStatus
from stdsys.model.workspace import Entry, System
from stdsys.rules.items import place_of
from stdsys.rules.life_cycle.edition_rule import EditionRule, Fault
from stdsys.rules.life_cycle.replacement import upcoming_successors
from stdsys.rules.reading.sources import PRACTICE
from stdsys.rules.rule import Rule, Sample
from stdsys.rules.wording import STATED_WORDS, STATUS_WORDS

_IS_WITHDRAWN = _("it was withdrawn on {date}")
_NOT_YET = _("it takes effect on {date}")


class _Evidence(Struct, frozen=True):
    """What contradicts a stated status, where it stands, and whether it is verified."""

    fact: Text
    place: Place
    unverified: bool = False


class StatusContradicted(EditionRule):
    """L002."""

    code = "L002"
    name = "status-contradicted"
    severity = Severity.WARNING
    summary = _("the stated status is contradicted by dates or by a successor")
    why = _(
        "A status is written once and grows old; dates and replacements do not. The status of a "
        "day is derived from them, and every table shows the derived one."
    )
    source = PRACTICE
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

    def candidates(self, analysis: Analysis) -> Iterable[Edition]:
        """Leave out what is plainly in force, as it is stated."""
        return analysis.statuses.not_plain()

    def judge(self, edition: Edition, analysis: Analysis) -> Fault | None:
        """Refuse a stated status that the evidence certainly contradicts.

        现行 (修订中 and 部分被代替 say so too) and 即将实施 are contradicted by a withdrawal in the
        past and by a whole successor that has taken effect; 现行 also by a start in the future,
        即将实施 by one in the past; 被代替 by successors that are all still to come; 废止 by a date
        of withdrawal in the future. 未知 contradicts nothing. A missing fact is no evidence.
        """
        stated = edition.facts.status
        evidence = None if stated is None else _evidence_against(stated, edition, analysis)
        if stated is None or evidence is None:
            return None
        message = _(
            "{number} is stated as {stated}, but {fact}",
            number=edition.key,
            stated=STATED_WORDS[stated],
            fact=evidence.fact,
        )
        word = STATUS_WORDS[analysis.statuses(edition).status]
        return Fault(
            message,
            edition.at("status"),
            hint=_("leave status: out, or write {status}", status=word),
            related=(Related(evidence.place, _("stated here")),),
            unverified=evidence.unverified,
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
        case _ if stated.says_in_force:
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
    if not analysis.statuses(edition).status.live:
        return None
    for link, successor in upcoming_successors(edition, analysis):
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
        all_dead = analysis.statuses.dead
        replaced_whole = {link.old for link in analysis.replacements.links if link.whole}
        for system in analysis.workspace.systems.values():
            dead = [
                (entry, item)
                for entry in system.entries
                if (item := entry.item).key in all_dead and isinstance(item, Edition)
            ]
            if not dead:
                continue
            living = _living_in(system, analysis)
            succeeded = _succeeded_by(living, replaced_whole, analysis.replacements)
            for entry, item in dead:
                successor = analysis.statuses.live_successor(item.key)
                at_the_end = successor is not None and successor.key in living
                if not at_the_end and succeeded.isdisjoint(_editions_meant(item, analysis)):
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
        place, about = place_of(entry), (entry.key,)
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
            keys.update((item.key, analysis.statuses.stands_for(item).key))
    return frozenset(keys)


def _succeeded_by(
    living: Iterable[str], replaced_whole: Collection[str], replacements: Replacements
) -> set[str]:
    """Return the keys of everything that some editions have come after, by any number of steps.

    A part that was replaced counts only for what nothing replaces as a whole (`replaced_whole`).
    """
    found: set[str] = set()
    waiting = list(living)
    while waiting:
        for link in replacements.predecessors(waiting.pop()):
            if link.old not in found and (link.whole or link.old not in replaced_whole):
                found.add(link.old)
                waiting.append(link.old)
    return found


def _editions_meant(edition: Edition, analysis: Analysis) -> tuple[str, ...]:
    """Return the keys that an entry speaks for: of an undated number all editions of its family."""
    if edition.number is None or edition.number.dated:
        return (edition.key,)
    return analysis.workspace.families[edition.family]
