"""Chains of replacement: which standards have been replaced more than once."""

from stdsys.analysis.life_cycle.replacements import Replacements
from stdsys.analysis.life_cycle.statuses import Statuses


def replacement_chains(
    replacements: Replacements, statuses: Statuses, *, longer_than: int = 2
) -> tuple[tuple[str, ...], ...]:
    """Return the chains of whole replacement of more than so many editions, longest first.

    A chain begins with an edition that replaces nothing and ends with the one that holds (or the
    last that is known); editions absent from the workspace take part. Circles have no beginning.
    """
    replacing = {link.new for link in replacements.links}
    oldest = dict.fromkeys(link.old for link in replacements.links if link.old not in replacing)
    chains = (statuses.chain(key) for key in oldest)
    return tuple(sorted((c for c in chains if len(c) > longer_than), key=len, reverse=True))
