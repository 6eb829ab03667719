"""Rule H010: units that nobody can convert."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.limits.requirements import Standard
from stdsys.analysis.limits.unit_texts import plain
from stdsys.findings import Finding, Severity
from stdsys.messages import Text, _, did_you_mean
from stdsys.rules.items import name_of
from stdsys.rules.reading.sources import PRACTICE
from stdsys.rules.rule import Rule, Sample


class UnknownUnit(Rule):
    """H010."""

    code = "H010"
    name = "unknown-unit"
    severity = Severity.WARNING
    summary = _("a unit of an indicator is not known")
    why = _(
        "A limit in an unknown unit can be compared with nothing but limits in the very same "
        "words, so that a looser one passes unseen. A unit of the workspace's own is defined as an "
        "amount of known ones."
    )
    source = PRACTICE
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例茶
    indicators:
      - {id: lead, name: 铅, limit: "<= 5.0", unit: mg/kgg}
""",
        at=(5, 52),
    )
    good = Sample(
        """\
workspace: {format: 1, name: sample, units: {示例筐: 25 kg}}
standards:
  - number: GB/T 99001-2020
    title: 示例茶
    indicators:
      - {id: lead, name: 铅, limit: "<= 5.0", unit: mg/kg}
      - {id: load, name: 装运, limit: "<= 40", unit: 示例筐/m²}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield unknown units, one finding each, and faulty definitions of the workspace's own."""
        workspace = analysis.workspace
        for faulty in analysis.units.faulty if workspace.record.units else ():
            message = _("the unit {unit}: {reason}", unit=faulty.name, reason=faulty.reason)
            yield self.found(message, workspace.place.at("units", faulty.name), faulty.name)
        items: list[Standard] = [*workspace.editions.values(), *workspace.planned.values()]
        for item in items:
            if item.facts.indicators:
                yield from self._of(item, analysis)

    def _of(self, item: Standard, analysis: Analysis) -> Iterator[Finding]:
        units = analysis.units
        for index, indicator in enumerate(item.facts.indicators):
            unit = indicator.unit
            if unit is None or units.known(unit):
                continue
            yield self.found(
                _(
                    "{number}: the unit {unit} of {name} is not known",
                    number=name_of(item),
                    unit=unit,
                    name=indicator.called,
                ),
                item.at("indicators").at(index, "unit"),
                item.key,
                about=analysis.placements.waived_at(item),
                hint=did_you_mean(unit, units.names) or _define(unit),
                group=plain(unit),
            )


def _define(unit: str) -> Text:
    return _("define it in stdsys.yaml under workspace: units: as {unit}: 25 kg", unit=unit)
