"""What kind of organisation writes standards, and which tier of government a region is."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """Kinds that the law and the programmes tell apart; any other word is a kind of its own."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"
    INSTITUTION = "institution"
    COMMITTEE = "committee"
    ASSOCIATION = "association"
    ENTERPRISE = "enterprise"
    COOPERATIVE = "cooperative"
    HOUSEHOLD = "household"


_WORDS: dict[str, OrganisationKind] = {
    **{kind.value: kind for kind in OrganisationKind},
    "政府": OrganisationKind.GOVERNMENT,
    "人民政府": OrganisationKind.GOVERNMENT,
    "部门": OrganisationKind.DEPARTMENT,
    "政府部门": OrganisationKind.DEPARTMENT,
    "行政机关": OrganisationKind.DEPARTMENT,
    "事业单位": OrganisationKind.INSTITUTION,
    "机构": OrganisationKind.INSTITUTION,
    "科研机构": OrganisationKind.INSTITUTION,
    "检测机构": OrganisationKind.INSTITUTION,
    "institute": OrganisationKind.INSTITUTION,
    "标准化技术委员会": OrganisationKind.COMMITTEE,
    "标委会": OrganisationKind.COMMITTEE,
    "society": OrganisationKind.ASSOCIATION,
    "chamber": OrganisationKind.ASSOCIATION,
    "federation": OrganisationKind.ASSOCIATION,
    "alliance": OrganisationKind.ASSOCIATION,
    "学会": OrganisationKind.ASSOCIATION,
    "协会": OrganisationKind.ASSOCIATION,
    "商会": OrganisationKind.ASSOCIATION,
    "联合会": OrganisationKind.ASSOCIATION,
    "产业技术联盟": OrganisationKind.ASSOCIATION,
    "联盟": OrganisationKind.ASSOCIATION,
    "社会团体": OrganisationKind.ASSOCIATION,
    "团体": OrganisationKind.ASSOCIATION,
    "company": OrganisationKind.ENTERPRISE,
    "企业": OrganisationKind.ENTERPRISE,
    "公司": OrganisationKind.ENTERPRISE,
    "龙头企业": OrganisationKind.ENTERPRISE,
    "合作社": OrganisationKind.COOPERATIVE,
    "farmer": OrganisationKind.HOUSEHOLD,
    "农户": OrganisationKind.HOUSEHOLD,
}
"""Words in use. Of these only associations set group standards (标准化法 art. 18)."""


def organisation_kind(words: str | None) -> OrganisationKind | None:
    """Return the kind that a word names; None where it names none of these, or nothing is said."""
    return _WORDS.get(words.strip().lower()) if words else None


class DivisionTier(StrEnum):
    """Tier of an administrative division."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


def division_tier(code: str | None) -> DivisionTier | None:
    """Return the tier that the six figures of a division tell; None for anything else.

    xx0000 is a province, xxxx00 a city 设区的市 (or prefecture), everything else a county; so are
    the places under a province's own rule (GB/T 2260: the two figures 90).
    """
    if code is None or len(code) != 6 or not (code.isascii() and code.isdigit()):
        return None
    if code.endswith("0000"):
        return DivisionTier.PROVINCE
    if code.endswith("00") and code[2:4] != "90":
        return DivisionTier.CITY
    return DivisionTier.COUNTY
