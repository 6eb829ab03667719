"""Family R: what documents cite, and whether it can still be applied."""

from stdsys.rules.citations.circular import CitationCycle, CitesItself
from stdsys.rules.citations.outdated import CitesObsolete, NoLiveEdition, OtherPrefix
from stdsys.rules.citations.reach import CitesLowerLevel, CitesOutside, CitesPlanned

CITATION_RULES = (
    CitesOutside(),
    CitesObsolete(),
    CitationCycle(),
    CitesLowerLevel(),
    NoLiveEdition(),
    CitesPlanned(),
    CitesItself(),
    OtherPrefix(),
)
"""The rules of the family, in the order of their codes."""
