"""All rules, in one explicit table."""

from stdsys.messages import Text, _
from stdsys.rules.citations import CITATION_RULES
from stdsys.rules.coverage import COVERAGE_RULES
from stdsys.rules.law import LAW_RULES
from stdsys.rules.life_cycle import LIFE_CYCLE_RULES
from stdsys.rules.limits import LIMIT_RULES
from stdsys.rules.numbers import NUMBER_RULES
from stdsys.rules.programme import PROGRAMME_RULES
from stdsys.rules.reading import READING_RULES
from stdsys.rules.register import REGISTER_RULES
from stdsys.rules.rule import Rule
from stdsys.rules.structure import STRUCTURE_RULES
from stdsys.rules.targets import TARGET_RULES
from stdsys.rules.waiving import WAIVER_RULES

HIERARCHY_RULES = sorted((*LAW_RULES, *LIMIT_RULES), key=lambda rule: rule.code)

RULES: dict[str, Rule] = {
    rule.code: rule
    for family in (
        READING_RULES,
        NUMBER_RULES,
        LIFE_CYCLE_RULES,
        CITATION_RULES,
        HIERARCHY_RULES,
        COVERAGE_RULES,
        STRUCTURE_RULES,
        TARGET_RULES,
        PROGRAMME_RULES,
        REGISTER_RULES,
        WAIVER_RULES,
    )
    for rule in family
}
"""Rules by code, families in the order of the manual."""

FAMILIES: dict[str, Text] = {
    "Y": _("YAML and schema"),
    "N": _("numbers"),
    "L": _("life cycle"),
    "R": _("citations"),
    "H": _("hierarchy and law"),
    "C": _("coverage"),
    "S": _("structure"),
    "T": _("targets"),
    "P": _("programme"),
    "G": _("against the register"),
    "W": _("waivers"),
}
"""Letter of a code → what the family is about."""
