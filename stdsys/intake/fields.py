"""The fields that a column of a workbook may be taken for."""

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
    "revision",
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
"""`code` is 体系编号, `number` 标准编号; `revision` says 制定 or 修订; `ignore` is for columns of
persons, which are not kept."""

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
