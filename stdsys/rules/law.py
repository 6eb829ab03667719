"""Rules H001, H004, H005, H006 and H008: who may issue what, and how binding it may be."""

from stdsys.rules.rule import Rule

LAW_RULES: tuple[Rule, ...] = ()
