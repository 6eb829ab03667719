"""How long every rule takes, and every question that rules share, each without the others."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from time import perf_counter

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding
from stdsys.rules.rule import Rule


class Stopwatch:
    """The seconds of every step by its name, in the order of their beginning.

    A step that begins inside another is not charged to it.
    """

    def __init__(self) -> None:
        """Begin with no step."""
        self.seconds: dict[str, float] = {}
        self._open: list[str] = []
        self._since = perf_counter()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Charge to a step what happens inside."""
        self._charge()
        self.seconds.setdefault(name, 0.0)
        self._open.append(name)
        try:
            yield
        finally:
            self._charge()
            self._open.pop()

    def _charge(self) -> None:
        now = perf_counter()
        if self._open:
            self.seconds[self._open[-1]] += now - self._since
        self._since = now

    def findings_of(self, rules: Sequence[Rule], analysis: Analysis) -> Iterator[Finding]:
        """Yield what the rules find, one after the other, each rule a step."""
        for rule in rules:
            with self.step(rule.code):
                found = list(rule.check(analysis))
            yield from found

    def timed(self, analysis: Analysis) -> Analysis:
        """Return an analysis of the same workspace whose every question is a step of its own."""
        questions = {
            name: _timed(name, question, self)
            for name, question in vars(Analysis).items()
            if isinstance(question, cached_property)
        }
        timed: type[Analysis] = type("TimedAnalysis", (Analysis,), questions)
        return timed(analysis.workspace, analysis.as_of, analysis.register)


class _timed:  # noqa: N801 - stands where a `cached_property` stands
    """A question that is answered once, as a step."""

    def __init__(self, name: str, question: "cached_property[object]", watch: Stopwatch) -> None:
        self._name, self._answer, self._watch = name, question.func, watch

    def __get__(self, analysis: Analysis, owner: type) -> object:
        with self._watch.step(self._name):
            answer = self._answer(analysis)
        vars(analysis)[self._name] = answer
        return answer
