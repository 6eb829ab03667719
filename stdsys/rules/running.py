"""Runs the rules over a workspace: one after the other, or half of them in a second process."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding
from stdsys.rules.rule import Rule
from stdsys.source.second_process import SecondProcess

Runner: TypeAlias = Callable[[Sequence[Rule], Analysis], Iterator[Finding]]
"""Gives what rules find, in their order."""

FEWEST, MOST = 2_000, 300_000
"""Editions from which on a second process gains time, and up to which it is worth its memory."""

_SECOND = frozenset("NCS")
"""Families of the second process: about half of the work, which shares little with the rest."""


def findings_of(rules: Sequence[Rule], analysis: Analysis) -> Iterator[Finding]:
    """Yield what the rules find, in their order, however many processes are at it."""
    second = _start(rules, analysis)
    if second is None:
        for rule in rules:
            yield from rule.check(analysis)
        return
    from pickle import loads

    try:
        found = {rule.code: list(rule.check(analysis)) for rule in rules if not _is_second(rule)}
        while (message := second.receive()) is not None:
            code, findings = loads(message)  # this program's own, a moment ago
            found[code] = findings
    finally:
        second.close()
    for rule in rules:
        yield from found[rule.code] if rule.code in found else rule.check(analysis)


def _is_second(rule: Rule) -> bool:
    return rule.code[0] in _SECOND


def _start(rules: Sequence[Rule], analysis: Analysis) -> SecondProcess | None:
    """Start the second process, if the workspace is large; what both halves ask is answered."""
    if not FEWEST <= len(analysis.workspace.editions) <= MOST:
        return None
    _ = analysis.placements, analysis.statuses
    others = [rule for rule in rules if _is_second(rule)]

    from pickle import dumps

    def work(send: Callable[[bytes], None]) -> None:
        for rule in others:
            send(dumps((rule.code, list(rule.check(analysis)))))

    return SecondProcess.start(work)
