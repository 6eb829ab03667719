"""What building a document finds wrong with it, in a form that tests can compare."""

from stdsys.messages import Text
from stdsys.source.builder import build
from stdsys.source.decoding import Problem


def only_problem(text: str) -> Problem:
    (problem,) = build(text).problems
    return problem


def place(problem: Problem) -> tuple[str, int, int]:
    return problem.code, problem.line, problem.column


def said(text: Text | None) -> str:
    assert text is not None
    return text.msgid
