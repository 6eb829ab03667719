"""Runs rules, one after the other."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding
from stdsys.rules.rule import Rule

Runner: TypeAlias = Callable[[Sequence[Rule], Analysis], Iterator[Finding]]
"""Gives what rules find, in their order."""


def findings_of(rules: Sequence[Rule], analysis: Analysis) -> Iterator[Finding]:
    """Yield what the rules find, in their order."""
    for rule in rules:
        yield from rule.check(analysis)
