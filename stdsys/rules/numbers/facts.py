"""Rules N003, N005, N006 and N007: what a number tells, against what else is said."""

from collections.abc import Iterable, Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.statements import is_unverified, numbers_in
from stdsys.findings import Finding, Related, Severity
from stdsys.messages import Text, _
from stdsys.model.items import Edition, Item, PlannedStandard
from stdsys.model.workspace import Entry
from stdsys.numbers import Level, Nature, StandardNumber, Tier
from stdsys.rules.items import name_of, place_of
from stdsys.rules.life_cycle.edition_rule import EditionRule, Fault
from stdsys.rules.reading.sources import ONCE_IN_SYSTEM
from stdsys.rules.rule import Per, Rule, Sample
from stdsys.rules.wording import LEVEL_WORDS, NATURE_WORDS

_KINDS = _("Standardization Law, art. 2: five levels; mandatory and recommended standards")

_ALSO_SAID: dict[Tier, Level] = {
    Tier.NATIONAL: Level.NATIONAL,
    Tier.INDUSTRY: Level.INDUSTRY,
    Tier.LOCAL_METROLOGY: Level.LOCAL,
}
"""Series outside the five levels (JJF, GSB …) and the level of the body that issues them."""


class LevelDisagrees(EditionRule):
    """N003."""

    code = "N003"
    name = "level-disagrees"
    severity = Severity.ERROR
    summary = _("the stated level contradicts the number")
    why = _(
        "The code of a number tells the level: GB national, NY/T industry, DB local, T/ group, Q/ "
        "enterprise. The number is counted by; either it or the stated level is wrong."
    )
    source = _KINDS
    bad = Sample(
        """\
standards:
  - number: T/SLXH 001-2020
    title: 示例种植规范
    level: 地方标准
""",
        at=(4, 12),
    )
    good = Sample(
        """\
standards:
  - number: T/SLXH 001-2020
    title: 示例种植规范
    level: 团体标准
"""
    )

    def candidates(self, analysis: Analysis) -> Iterable[Edition]:
        """Return what has a stated level."""
        return [one for one in analysis.workspace.editions.values() if one.facts.level is not None]

    def judge(self, edition: Edition, analysis: Analysis) -> Fault | None:
        """Refuse a stated level that the number rules out.

        Series outside the five levels, such as JJF, may be called by their issuer's level.
        """
        stated, number = edition.facts.level, edition.number
        if stated is None or number is None or stated is number.level:
            return None
        if number.level is Level.OTHER and _ALSO_SAID.get(number.tier) is stated:
            return None
        message = _contradiction(edition, LEVEL_WORDS[stated], LEVEL_WORDS[number.level])
        hint = _("leave level: out where the number tells it")
        return Fault(message, edition.at("level"), hint=hint)


class NatureDisagrees(EditionRule):
    """N007."""

    code = "N007"
    name = "nature-disagrees"
    severity = Severity.WARNING
    summary = _("the stated nature contradicts the number")
    why = _(
        "GB is mandatory, GB/T recommended, GB/Z guidance, a group or enterprise standard "
        "voluntary. Standards whose nature was changed by notice bear another number since: about "
        "a thousand GB became GB/T in 2017."
    )
    source = _KINDS
    bad = Sample(
        """\
standards:
  - number: GB 99001-2020
    title: 示例种植规范
    nature: 推荐性
""",
        at=(4, 13),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    nature: 推荐性
    formerly: [GB 99001-2020]
"""
    )

    def candidates(self, analysis: Analysis) -> Iterable[Edition]:
        """Return what has a stated nature."""
        return [one for one in analysis.workspace.editions.values() if one.facts.nature is not None]

    def judge(self, edition: Edition, analysis: Analysis) -> Fault | None:
        """Refuse a stated nature that differs from what the number tells."""
        stated, number = edition.facts.nature, edition.number
        if stated is None or number is None:
            return None
        if number.nature in (stated, Nature.NOT_APPLICABLE):
            return None
        message = _contradiction(edition, NATURE_WORDS[stated], NATURE_WORDS[number.nature])
        hint = _("if its nature was changed, write the new number, and this under formerly:")
        return Fault(message, edition.at("nature"), hint=hint)


def _contradiction(edition: Edition, stated: Text, told: Text) -> Text:
    return _(
        "{number} is stated as {stated}, but its number says {told}",
        number=edition.key,
        stated=stated,
        told=told,
    )


class TwiceInSystem(Rule):
    """N005."""

    code = "N005"
    name = "twice-in-system"
    severity = Severity.ERROR
    summary = _("an edition, planned standard or document is entered twice in one system")
    why = _(
        "Every row of the detail table counts once. A standard that matters to several subsystems "
        "has one home node; the others name it by see_also."
    )
    source = ONCE_IN_SYSTEM
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
      - {code: "2", name: 示例加工}
    entries:
      - {standard: GB/T 99001-2020, at: "1"}
      - {standard: GB/T 99001-2020, at: "2"}
      - {planned: 示例加工规范, at: "2"}
""",
        at=(9, 20),
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
      - {code: "2", name: 示例加工}
    entries:
      - {standard: GB/T 99001-2020, at: "1", see_also: ["2"]}
      - {planned: 示例加工规范, at: "2"}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every further entry of an item that the system holds already."""
        for system in analysis.workspace.systems.values():
            first_of: dict[Item, Entry] = {}
            for entry in system.entries:
                first = first_of.setdefault(entry.item, entry)
                if first is entry:
                    continue
                name = name_of(entry.item)
                message = _("{system}: {name} is entered twice", system=system.name, name=name)
                hint = _("keep one entry, and name the other node in its see_also:")
                related = (Related(place_of(first), _("first entered here")),)
                yield self.found(
                    message,
                    place_of(entry),
                    entry.item.key,
                    about=(entry.key,),
                    hint=hint,
                    related=related,
                )


class Undated(Rule):
    """N006."""

    code = "N006"
    name = "undated-entry"
    severity = Severity.WARNING
    per = Per.SUBJECT
    summary = _("an entry, or what a standard replaces, is named without its year")
    why = _(
        "A detail table lists editions. An undated number means whatever edition is newest, so "
        "that the table says something else every year, and nobody can tell which edition was "
        "replaced. Normative references may be undated."
    )
    source = _(
        "GB/T 1.1: an undated reference is to the newest edition, a dated one to that edition"
    )
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
    entries:
      - {standard: GB/T 99001, at: "1"}
""",
        at=(7, 20),
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
    entries:
      - {standard: GB/T 99001-2020, at: "1"}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every undated entry and every undated side of a replacement.

        The hint names the family's live edition where the workspace knows one.
        """
        editions = analysis.workspace.editions.values()
        undated = {
            edition
            for edition in editions
            if (number := edition.number) is not None
            and number.year is None
            and _is_undated(number)
        }
        for entry in analysis.workspace.entries() if undated else ():
            item = entry.item
            if isinstance(item, Edition) and item.number and item in undated:
                message = _("{number} is entered without its year", number=item.key)
                hint = self._edition(item.number, analysis)
                place, about = place_of(entry), (entry.key,)
                yield self.found(
                    message, place, item.key, about=about, hint=hint, unverified=item.unverified
                )
        yield from self._replacements(analysis)

    def _replacements(self, analysis: Analysis) -> Iterator[Finding]:
        workspace = analysis.workspace
        fields = ("replaces", "replaced_by")
        planned = workspace.planned.values()
        items: list[Edition | PlannedStandard] = [*analysis.replacements.stating, *planned]
        for item in items:
            for field in fields:
                for index, statement in enumerate(getattr(item.facts, field)):
                    undated = [n for n in numbers_in(statement.number) if _is_undated(n)]
                    if not undated:
                        continue
                    number = undated[0]
                    message = _("{number} is named without its year", number=number)
                    yield self.found(
                        message,
                        item.at(field).at(index, "number"),
                        item.key,
                        about=analysis.placements.waived_at(item),
                        hint=self._edition(number, analysis) if field == "replaced_by" else None,
                        unverified=is_unverified(statement, item),
                    )

    @staticmethod
    def _edition(number: StandardNumber, analysis: Analysis) -> Text | None:
        live = analysis.statuses.live_edition(number.family)
        if live is None or live.number is None or not live.number.dated:
            return None
        return _("did you mean {name}?", name=live.key)


def _is_undated(number: StandardNumber) -> bool:
    return not number.dated and not number.placeholder
