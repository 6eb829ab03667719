"""Rule H001: a county may not issue local standards."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.written_numbers import items_with_facts
from stdsys.findings import Finding, Severity
from stdsys.messages import _
from stdsys.model.items import Edition, PlannedStandard
from stdsys.model.organisation_kinds import DivisionTier
from stdsys.numbers import Level
from stdsys.rules.items import name_of
from stdsys.rules.law.issuing_powers import issuing_power
from stdsys.rules.law.stated_issuers import Issuer, Issuers
from stdsys.rules.rule import Rule, Sample


class CountyLocalStandard(Rule):
    """H001."""

    code = "H001"
    name = "county-local-standard"
    severity = Severity.ERROR
    summary = _("a local standard is issued by a county")
    why = _(
        "Provinces issue local standards, and with their approval cities divided into districts; "
        "counties, county-level cities and districts do not. Such a standard is void or wrongly "
        "recorded, so that this is an error whoever made it. A county that only leads the work on "
        "a planned standard is no fault: it drafts, and the city or the province issues."
    )
    source = _("Standardization Law, art. 13: provinces and cities issue local standards")
    bad = Sample(
        """\
organisations:
  - {id: county, name: 示例县人民政府, kind: government, region: "990121"}
standards:
  - number: DB42/T 99001-2024
    title: 示例种植规范
    issuer: county
""",
        at=(6, 13),
    )
    good = Sample(
        """\
organisations:
  - {id: county, name: 示例县人民政府, kind: government, region: "990121"}
standards:
  - number: DB42/T 99001-2024
    title: 示例种植规范
    drafting_units: [county]
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every issuer that is a county's, of a local standard not dead yet.

        A planned standard is judged by the issuer it states, not by who leads the work.
        """
        issuers = Issuers.of(analysis.workspace)
        local = Level.LOCAL
        for item in [one for one in items_with_facts(analysis.workspace) if one.level is local]:
            county = county_issuing(item, issuers)
            if county is None or analysis.statuses(item).status.dead:
                continue
            message = _(
                "{name} is a local standard, and {issuer} belongs to a county, which may not issue "
                "one",
                name=name_of(item),
                issuer=county.name,
            )
            yield self.found(
                message,
                item.at("issuer"),
                item.key,
                about=analysis.placements.waived_at(item),
                hint=_(
                    "name the province or city that issued it, or make it a group standard of an "
                    "association"
                ),
                unverified=item.unverified,
            )


def county_issuing(item: Edition | PlannedStandard, issuers: Issuers) -> Issuer | None:
    """Return the county's organisation that issues a local standard without anybody entitled.

    None where one of the issuers may issue it, or is not an organisation of the workspace.
    """
    power = issuing_power(item.level, None) if item.level is Level.LOCAL else None
    stated = issuers.issuing(item) if power else ()
    if power is None or not power.bars_all(stated):
        return None
    return next((issuer for issuer in stated if issuer.tier is DivisionTier.COUNTY), None)
