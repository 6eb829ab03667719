"""Family L: the life cycle of standards."""

from stdsys.rules.life_cycle.dates import (
    EffectiveBeforeIssued,
    PlannedPastDue,
    ReviewOverdue,
    YearDiffers,
)
from stdsys.rules.life_cycle.planned import PlannedInCircle
from stdsys.rules.life_cycle.replacement import (
    NewEditionComing,
    ReplacementCycle,
    ReplacementUnclear,
)
from stdsys.rules.life_cycle.status import DeadEntry, StatusContradicted

LIFE_CYCLE_RULES = (
    EffectiveBeforeIssued(),
    StatusContradicted(),
    DeadEntry(),
    ReplacementUnclear(),
    ReplacementCycle(),
    ReviewOverdue(),
    YearDiffers(),
    NewEditionComing(),
    PlannedPastDue(),
    PlannedInCircle(),
)
"""The rules of the family, in the order of their codes."""
