"""Family P: the programme's phases."""

from stdsys.rules.rule import Rule

PROGRAMME_RULES: tuple[Rule, ...] = ()
