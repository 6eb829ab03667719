"""Family T: targets missed, due soon, or without evidence."""

from stdsys.rules.rule import Rule
from stdsys.rules.targets.missed import FirmTargetMissed, StretchTargetMissed
from stdsys.rules.targets.open import TargetDueSoon, TargetWithoutEvidence

TARGET_RULES: tuple[Rule, ...] = (
    FirmTargetMissed(),
    StretchTargetMissed(),
    TargetDueSoon(),
    TargetWithoutEvidence(),
)
"""The rules of the family, in the order of their codes."""
