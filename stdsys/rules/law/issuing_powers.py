"""Who may issue standards of which level: 标准化法 arts. 10 to 13, 18 and 19, as a table.

The table lists who certainly may not. What it does not list is either entitled or cannot be told by
the kind of organisation alone: an institution may act for a department, the committee of a
province's health authorities is a department by another name, and the federation of supply and
marketing cooperatives issues industry standards (GH).
"""

from msgspec import Struct

from stdsys.findings import Severity
from stdsys.messages import Text, _
from stdsys.model.organisation_kinds import DivisionTier, OrganisationKind
from stdsys.numbers import Level, Nature
from stdsys.rules.law.stated_issuers import Issuer

_K = OrganisationKind


class IssuingPower(Struct, frozen=True):
    """Which kinds and tiers may not issue, who may, and how grave an own standard's fault is."""

    barred_kinds: frozenset[OrganisationKind]
    barred_tiers: frozenset[DivisionTier]
    law: Text
    severity: Severity

    def bars(self, issuer: Issuer) -> bool:
        """Whether an organisation certainly may not issue such a standard."""
        return issuer.kind in self.barred_kinds or issuer.tier in self.barred_tiers

    def bars_all(self, issuers: tuple[Issuer, ...]) -> bool:
        """Whether issuers are known and none of them may; one that may is enough."""
        return bool(issuers) and all(self.bars(issuer) for issuer in issuers)


_PRIVATE = frozenset({_K.ASSOCIATION, _K.ENTERPRISE, _K.COOPERATIVE, _K.HOUSEHOLD})
_OF_A_REGION = frozenset(DivisionTier)

_MANDATORY_NATIONAL = IssuingPower(
    _PRIVATE,
    _OF_A_REGION,
    _("mandatory national standards are approved by the State Council (art. 10)"),
    Severity.ERROR,
)

_POWERS: dict[Level, IssuingPower] = {
    Level.NATIONAL: IssuingPower(
        _PRIVATE,
        _OF_A_REGION,
        _(
            "recommended national standards are issued by the State Council's standardization "
            "department (art. 11)"
        ),
        Severity.WARNING,
    ),
    Level.INDUSTRY: IssuingPower(
        frozenset({_K.ASSOCIATION, _K.ENTERPRISE, _K.HOUSEHOLD}),
        _OF_A_REGION,
        _("industry standards are issued by departments of the State Council (art. 12)"),
        Severity.WARNING,
    ),
    Level.LOCAL: IssuingPower(
        _PRIVATE,
        frozenset({DivisionTier.COUNTY}),
        _(
            "local standards are issued by the standardization departments of provinces and, with "
            "their approval, of cities divided into districts (art. 13)"
        ),
        Severity.ERROR,
    ),
    Level.GROUP: IssuingPower(
        frozenset(_K) - {_K.ASSOCIATION},
        frozenset(),
        _(
            "group standards are issued by societies, associations, chambers of commerce, "
            "federations and industrial technology alliances (art. 18)"
        ),
        Severity.WARNING,
    ),
    Level.ENTERPRISE: IssuingPower(
        frozenset({_K.GOVERNMENT, _K.DEPARTMENT, _K.COMMITTEE, _K.ASSOCIATION, _K.HOUSEHOLD}),
        frozenset(),
        _("enterprise standards are made by an enterprise, or by several together (art. 19)"),
        Severity.ERROR,
    ),
}


def issuing_power(level: Level | None, nature: Nature | None) -> IssuingPower | None:
    """Return who may issue standards of a level; None outside the five levels."""
    if level is Level.NATIONAL and nature is Nature.MANDATORY:
        return _MANDATORY_NATIONAL
    return None if level is None else _POWERS.get(level)
