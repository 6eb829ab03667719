"""Which organisations of the workspace a standard names as its issuers 发布机构."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from stdsys.analysis.ownership import BETWEEN_ISSUERS
from stdsys.model.items import Edition, PlannedStandard
from stdsys.model.organisation_kinds import (
    DivisionTier,
    OrganisationKind,
    division_tier,
    organisation_kind,
)
from stdsys.model.workspace import Workspace
from stdsys.model.workspace_record import OrganisationRecord


class Issuer(Struct, frozen=True):
    """An organisation as the law looks at it; None where the workspace does not tell.

    `region` is its division's code, six figures where `tier` is known. A department without a
    region of its own is one of the government it belongs to.
    """

    name: str
    kind: OrganisationKind | None
    tier: DivisionTier | None
    region: str | None


class Issuers:
    """The organisations of a workspace by every name that an issuer may be stated by."""

    def __init__(self, by_name: Mapping[str, Issuer | None]) -> None:
        """Take the organisations by name; None for a name that several of them bear."""
        self._by_name = by_name
        self._known: dict[str, tuple[Issuer, ...]] = {}

    @classmethod
    def of(cls, workspace: Workspace) -> "Issuers":
        """Index the organisations of a workspace by id, name and alias."""
        organisations = workspace.organisations
        by_name: dict[str, Issuer | None] = {}
        for key, organisation in organisations.items():
            issuer = _issuer(organisation, organisations)
            called = {name.strip() for name in (key, organisation.name, *organisation.aliases)}
            for name in called:
                by_name[name] = None if name in by_name else issuer
        return cls(by_name)

    def named(self, text: str | None) -> Issuer | None:
        """Return the organisation that an id, name or alias names."""
        return self._by_name.get(text.strip()) if text else None

    def issuing(self, item: Edition | PlannedStandard) -> tuple[Issuer, ...]:
        """Return the issuers that an item states, joined by 、 ， or ； where they are several.

        Empty unless every one of them is an organisation of the workspace: who is not known here
        may be the one that is entitled to issue.
        """
        stated = item.facts.issuer
        return () if stated is None else self.all_named(stated)

    def all_named(self, stated: str) -> tuple[Issuer, ...]:
        """Return the issuers that a text names, empty unless all are known; each text once."""
        known = self._known.get(stated)
        if known is None:
            known = self._known[stated] = self._all_named(stated)
        return known

    def _all_named(self, stated: str) -> tuple[Issuer, ...]:
        whole = self.named(stated)
        if whole is not None:
            return (whole,)
        known = [self.named(part) for part in BETWEEN_ISSUERS.split(stated) if part.strip()]
        found = tuple(issuer for issuer in known if issuer is not None)
        return found if len(found) == len(known) else ()


def _issuer(organisation: OrganisationRecord, known: Mapping[str, OrganisationRecord]) -> Issuer:
    region = next((one.region for one in _governing(organisation, known) if one.region), None)
    region = region.strip() if region else None
    kind = organisation_kind(organisation.kind)
    return Issuer(organisation.name, kind, division_tier(region), region)


def _governing(
    organisation: OrganisationRecord, known: Mapping[str, OrganisationRecord]
) -> Iterator[OrganisationRecord]:
    """Yield an organisation and, of a department, what it belongs to, upwards, each once."""
    seen: set[str] = set()
    current: OrganisationRecord | None = organisation
    while current is not None and current.id not in seen:
        yield current
        seen.add(current.id)
        if organisation_kind(current.kind) is not OrganisationKind.DEPARTMENT:
            return
        current = known.get(current.parent) if current.parent else None
