"""Rule H008: who may issue a standard of a level, and what may be planned."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Severity
from stdsys.messages import _
from stdsys.model.items import Edition, PlannedStandard
from stdsys.model.organisation_kinds import DivisionTier, division_tier
from stdsys.model.workspace import Workspace
from stdsys.numbers import Level, Nature
from stdsys.rules.items import name_of
from stdsys.rules.law.county import county_issuing
from stdsys.rules.law.issuing_powers import issuing_power
from stdsys.rules.law.mandatory_exceptions import may_be_mandatory
from stdsys.rules.law.stated_issuers import Issuer, Issuers
from stdsys.rules.life_cycle.edition_rule import Fault
from stdsys.rules.rule import Rule, Sample
from stdsys.rules.wording import LEVEL_WORDS

_DIVISION_FIGURES = 6

_MANDATORY_FAULT: dict[Level, Severity] = {
    Level.INDUSTRY: Severity.WARNING,
    Level.LOCAL: Severity.ERROR,
    Level.GROUP: Severity.ERROR,
    Level.ENTERPRISE: Severity.ERROR,
}
"""How grave it is to plan a mandatory standard below the national level."""


class IssuerMayNot(Rule):
    """H008."""

    code = "H008"
    name = "issuer-may-not"
    severity = Severity.ERROR
    summary = _("a standard's issuer may not issue at its level")
    why = _(
        "The law says who issues what: ministries industry standards, provinces and cities local "
        "ones, associations group standards, enterprises their own; only national standards are "
        "mandatory unless another law says otherwise, and a city needs the province's approval. "
        "An own standard that is certainly outside its issuer's powers is an error, one that may "
        "be wrongly recorded a warning; of another's it is an info. Only organisations whose kind "
        "the workspace states are judged."
    )
    source = _("Standardization Law, arts. 10 to 13, 18 and 19")
    bad = Sample(
        """\
organisations:
  - {id: bureau, name: 示例市主管局, kind: department, region: "990100", own: true}
standards:
  - number: T/SLXH 001-2024
    title: 示例种植规范
    issuer: bureau
""",
        at=(6, 13),
    )
    good = Sample(
        """\
organisations:
  - {id: society, name: 示例学会, kind: association, region: "990100", own: true}
standards:
  - number: T/SLXH 001-2024
    title: 示例种植规范
    issuer: society
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield what certainly exceeds the powers of those who issue, or plan, a standard.

        The dead are not judged, and what a county issues is H001 alone. For an own standard the
        severity is that of the power exceeded; for another's it is info.
        """
        issuers = Issuers.of(analysis.workspace)
        for item in _candidates(analysis.workspace, issuers):
            if county_issuing(item, issuers) or analysis.statuses(item).status.dead:
                continue
            own = analysis.ownership.is_own(item)
            for fault in _faults(item, issuers, analysis.workspace):
                yield self.found(
                    fault.message,
                    fault.place,
                    item.key,
                    about=analysis.placements.waived_at(item),
                    severity=fault.severity if own else Severity.INFO,
                    hint=fault.hint,
                    unverified=item.unverified,
                )


def _candidates(workspace: Workspace, issuers: Issuers) -> Iterator[Edition | PlannedStandard]:
    """Yield what may exceed a power, in reading order.

    What is said of an edition follows from its code and its issuers: where nothing is said of the
    first of a code and an issuer, nothing is of the others.
    """
    sound: dict[tuple[str, str | None, str], bool] = {}
    for edition in workspace.editions.values():
        issuer, number = edition.facts.issuer, edition.number
        if issuer is None or not issuers.all_named(issuer):
            continue
        if number is not None:
            alike = number.code, number.qualifier, issuer
            if alike not in sound:
                sound[alike] = not any(_faults(edition, issuers, workspace))
            if sound[alike]:
                continue
        yield edition
    yield from workspace.planned.values()


def _faults(
    item: Edition | PlannedStandard, issuers: Issuers, workspace: Workspace
) -> Iterator[Fault]:
    stated = issuers.issuing(item)
    wrong_issuer = _wrong_issuer(item, stated)
    if isinstance(item, Edition):
        fault = wrong_issuer or _wrong_region(item, stated)
    else:
        fault = wrong_issuer or _without_approval(item, stated, issuers, workspace)
        mandatory = _mandatory_below_national(item)
        if mandatory:
            yield mandatory
    if fault:
        yield fault


def _wrong_issuer(item: Edition | PlannedStandard, stated: tuple[Issuer, ...]) -> Fault | None:
    """Refuse issuers none of which may issue at the item's level; each must be of a known kind."""
    level = item.level
    power = issuing_power(level, item.nature)
    if level is None or power is None or not power.bars_all(stated):
        return None
    if any(issuer.kind is None for issuer in stated):
        return None
    message = _(
        "{name} is a {level}, and {issuer} may not issue one",
        name=name_of(item),
        level=LEVEL_WORDS[level],
        issuer=tuple(issuer.name for issuer in stated),
    )
    return Fault(message, item.at("issuer"), hint=power.law, severity=power.severity)


def _wrong_region(edition: Edition, stated: tuple[Issuer, ...]) -> Fault | None:
    """Refuse a local number whose region is that of none of the issuers, all known."""
    number = edition.number
    if number is None or number.level is not Level.LOCAL or number.region is None or not stated:
        return None
    division = number.region.ljust(_DIVISION_FIGURES, "0")
    if any(issuer.kind is None or issuer.tier is None for issuer in stated):
        return None
    if any(issuer.region == division for issuer in stated):
        return None
    message = _(
        "{number} bears the region code {code}, which is not that of {issuer}",
        number=edition.key,
        code=number.region,
        issuer=tuple(issuer.name for issuer in stated),
    )
    hint = _(
        "a province's local standards bear the first two figures of its division's code, a city's "
        "the first four"
    )
    return Fault(message, edition.at("issuer"), hint=hint, severity=Severity.WARNING)


def _mandatory_below_national(planned: PlannedStandard) -> Fault | None:
    """Refuse to plan a mandatory standard of another level, outside what other laws allow.

    A planned standard has no code: whether another law may allow it is told by its title.
    """
    level = planned.level
    if planned.facts.nature is not Nature.MANDATORY or level is None:
        return None
    if level not in _MANDATORY_FAULT or may_be_mandatory(level, None, planned.title):
        return None
    message = _(
        "{title} is planned as a mandatory {level}", title=planned.title, level=LEVEL_WORDS[level]
    )
    hint = _(
        "only national standards are mandatory, unless another law says otherwise (arts. 2 and "
        "10): leave nature: out, or propose a national one"
    )
    return Fault(message, planned.at("nature"), hint=hint, severity=_MANDATORY_FAULT[level])


def _without_approval(
    planned: PlannedStandard, stated: tuple[Issuer, ...], issuers: Issuers, workspace: Workspace
) -> Fault | None:
    """Refuse to plan a city's local standard of which nobody says that the province approved it."""
    facts = planned.facts
    if planned.level is not Level.LOCAL or facts.province_approval:
        return None
    if _issuing_tier(planned, stated, issuers, workspace) is not DivisionTier.CITY:
        return None
    message = _(
        "{title} is planned as a local standard of a city, and the province's approval is not "
        "stated",
        title=planned.title,
    )
    hint = _(
        "write province_approval: true once the province has approved it, or state the province's "
        "issuer where the province is to issue it"
    )
    telling = "level" if facts.province_approval is None else "province_approval"
    return Fault(message, planned.at(telling), hint=hint, severity=Severity.WARNING)


def _issuing_tier(
    planned: PlannedStandard, stated: tuple[Issuer, ...], issuers: Issuers, workspace: Workspace
) -> DivisionTier | None:
    """Return who would issue a planned local standard: its issuers, its lead, the region itself.

    A stated issuer decides, known or not. A lead that is a province or a city stands for it; any
    other lead only drafts for the workspace's own region.
    """
    if planned.facts.issuer is not None:
        tiers = {issuer.tier for issuer in stated}
        return DivisionTier.CITY if tiers == {DivisionTier.CITY} else None
    lead = issuers.named(planned.facts.lead)
    if lead is not None and lead.tier in (DivisionTier.PROVINCE, DivisionTier.CITY):
        return lead.tier
    region = workspace.record.region
    return division_tier(region.code if region else None)
