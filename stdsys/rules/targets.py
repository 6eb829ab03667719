"""Family T: targets missed, due soon, or without evidence."""

from stdsys.rules.rule import Rule

TARGET_RULES: tuple[Rule, ...] = ()
