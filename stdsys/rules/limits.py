"""Rules H002, H003, H009 and H010: limits looser than those of a higher standard."""

from stdsys.rules.rule import Rule

LIMIT_RULES: tuple[Rule, ...] = ()
