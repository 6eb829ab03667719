"""The fields that a column of a workbook may be taken for."""

from collections.abc import Mapping

from stdsys.intake.refused import IntakeError
from stdsys.messages import _, did_you_mean

IDENTIFYING = frozenset({"number", "title", "number_title"})
"""A table of standards has one of these columns at least."""

FIELDS = IDENTIFYING | {
    "ordinal",
    "title_en",
    "code",
    "subsystem",
    "system",
    "level",
    "nature",
    "urgency",
    "status",
    "workflow",
    "issued",
    "effective",
    "withdrawn",
    "reviewed",
    "replaces",
    "replaced_by",
    "adopts",
    "degree",
    "cites",
    "issuer",
    "custodian",
    "drafting_units",
    "ics",
    "ccs",
    "classification",
    "kind",
    "stage",
    "aspect",
    "origin",
    "lead",
    "support",
    "due",
    "needs",
    "upgrades",
    "remarks",
    "source",
    "verification",
    "ignore",
}
"""`code` is 体系编号, `number` 标准编号; `ignore` is for columns of persons, which are not kept."""

LISTS = frozenset(
    {
        "number",
        "replaces",
        "replaced_by",
        "adopts",
        "degree",
        "cites",
        "drafting_units",
        "ics",
        "ccs",
        "classification",
        "stage",
        "aspect",
        "support",
        "needs",
        "upgrades",
        "remarks",
    }
)
"""Fields whose cells hold several values: two columns of one such field are read as one."""


def checked_field(name: str) -> str:
    """Return the field of that name, written with - or _; `IntakeError` if there is none."""
    field = name.strip().lower().replace("-", "_")
    if field in FIELDS:
        return field
    hint = did_you_mean(field, sorted(FIELDS)) or _(
        "known fields: {fields}", fields=tuple(sorted(FIELDS))
    )
    raise IntakeError(_("there is no field {name}; {hint}", name=name, hint=hint))


def checked_mapping(mapping: Mapping[str, str]) -> dict[str, str]:
    """Return the mapping heading → field with every field checked."""
    return {header: checked_field(field) for header, field in mapping.items()}
