"""Family C: the cells of the coverage policy, its exemptions, and empty subsystems."""

from stdsys.rules.coverage.gaps import Gap, TooFew
from stdsys.rules.coverage.not_in_force import NotYet, OnlyObsolete, StatusUnknown
from stdsys.rules.coverage.reasons import EmptySubsystem, UnfoundedExemption

COVERAGE_RULES = (
    Gap(),
    OnlyObsolete(),
    NotYet(),
    TooFew(),
    UnfoundedExemption(),
    EmptySubsystem(),
    StatusUnknown(),
)
"""The rules of the family, in the order of their codes."""
