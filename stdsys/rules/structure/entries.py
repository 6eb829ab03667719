"""Rules S003 and S004: where a system's entries stand in its tree."""

from collections.abc import Collection, Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Related, Severity
from stdsys.messages import _
from stdsys.model.items import Edition
from stdsys.model.workspace import Entry, System
from stdsys.rules.items import name_of, place_of
from stdsys.rules.reading.sources import APPROPRIATE_LAYERS, CLEAR_DIVISION
from stdsys.rules.rule import Rule, Sample


class EntryNowhere(Rule):
    """S003."""

    code = "S003"
    name = "entry-at-no-node"
    severity = Severity.ERROR
    summary = _("an entry stands at no node of its system's tree")
    why = _(
        "An entry without a home node appears in no box of the structure diagram and in no row of "
        "the statistics by subsystem: the totals of the tables would not agree."
    )
    source = CLEAR_DIVISION
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
    entries:
      - {standard: GB/T 99001-2020, at: "1"}
      - {standard: GB/T 99002-2020}
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范}
  - {number: GB/T 99002-2020, title: 示例加工规范}
""",
        at=(8, 20),
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
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every entry without `at`; a system without a tree needs none.

        An `at` that names no node is an unknown id (Y104).
        """
        for system in analysis.workspace.systems.values():
            if not system.record.tree:
                continue
            for entry in system.entries:
                if entry.record.at is not None:
                    continue
                name = name_of(entry.item)
                message = _("{system}: {name} stands at no node", system=system.name, name=name)
                hint = _("say at which node of the tree it stands: at: CODE")
                place, about = place_of(entry), (entry.key,)
                yield self.found(message, place, entry.item.key, about=about, hint=hint)


class FamilyInSiblings(Rule):
    """S004."""

    code = "S004"
    name = "family-in-siblings"
    severity = Severity.INFO
    summary = _("editions of one standard stand at two sibling nodes")
    why = _(
        "What several neighbouring subsystems need is common to them and belongs one layer higher. "
        "Editions of one standard at different nodes also hide that one replaces the other."
    )
    source = APPROPRIATE_LAYERS
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
      - {code: "2", name: 示例加工}
    entries:
      - {standard: GB/T 99001.1-2015, at: "1"}
      - {standard: GB/T 99001.1-2020, at: "2"}
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
      - {standard: GB/T 99001.1-2015, at: "1"}
      - {standard: GB/T 99001.2-2020, at: "2"}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each family and group of siblings, at its second home node.

        Only different editions: the same one twice is N005. Nodes named in `see_also` are no homes.
        """
        families = analysis.workspace.families.items()
        several = {family for family, keys in families if len(keys) > 1}
        for system in analysis.workspace.systems.values() if several else ():
            for family, entries in _by_family_and_parent(system, several).items():
                codes = dict.fromkeys(entry.node.code for entry in entries if entry.node)
                if len(codes) > 1:
                    yield self._about(system, family[0], tuple(codes), entries)

    def _about(
        self, system: System, family: str, codes: tuple[str, ...], entries: list[Entry]
    ) -> Finding:
        home = system.nodes[codes[0]]
        second = next(entry for entry in entries if entry.node is not home)
        message = _(
            "{system}: editions of {family} stand at the sibling nodes {codes}",
            system=system.name,
            family=family,
            codes=codes,
        )
        if home.parent is not None:
            hint = _(
                "lift it to {parent}, or keep one home and name the other in see_also",
                parent=system.nodes[home.parent].name,
            )
        else:
            hint = _("keep one home and name the other in see_also")
        related = tuple(
            Related(place_of(entry), _("also at node {code}", code=entry.node.code))
            for entry in entries
            if entry is not second and entry.node is not None
        )
        about = tuple(entry.key for entry in entries)
        return self.found(
            message, place_of(second), family, about=about, hint=hint, related=related
        )


def _by_family_and_parent(
    system: System, families: Collection[str]
) -> dict[tuple[str, str | None], list[Entry]]:
    """Gather a system's standards by family and the node above their home; each item once."""
    seen: set[str] = set()
    gathered: dict[tuple[str, str | None], list[Entry]] = {}
    for entry in [one for one in system.entries if one.item.family in families]:
        if entry.node is None or not isinstance(entry.item, Edition) or entry.item.key in seen:
            continue
        seen.add(entry.item.key)
        gathered.setdefault((entry.item.family, entry.node.parent), []).append(entry)
    return gathered
