"""All rules, in one explicit table."""

from stdsys.messages import Text, _
from stdsys.rules.citations.family import CITATION_RULES
from stdsys.rules.coverage.family import COVERAGE_RULES
from stdsys.rules.law.family import LAW_RULES
from stdsys.rules.life_cycle.family import LIFE_CYCLE_RULES
from stdsys.rules.limits.family import LIMIT_RULES
from stdsys.rules.numbers.family import NUMBER_RULES
from stdsys.rules.programme.family import PROGRAMME_RULES
from stdsys.rules.reading.family import READING_RULES
from stdsys.rules.register.family import REGISTER_RULES
from stdsys.rules.rule import Rule
from stdsys.rules.structure.family import STRUCTURE_RULES
from stdsys.rules.targets.family import TARGET_RULES
from stdsys.rules.waivers.family import WAIVER_RULES

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
