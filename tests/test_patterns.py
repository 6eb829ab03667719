"""A pattern is compiled when it is first used, and answers as a compiled one does."""

import re

import pytest

from stdsys.patterns import pattern


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    late, usual = (
        pattern(r"(?P<figures>\d+) x", re.ASCII),
        re.compile(r"(?P<figures>\d+) x", re.ASCII),
    )
    assert late.search("a 12 x b").group("figures") == "12"  # type: ignore[union-attr]
    assert late.fullmatch("a 12 x b") is None
    assert late.sub("-", "12 x, 3 x") == usual.sub("-", "12 x, 3 x")
    assert (late.pattern, late.flags, late.groupindex) == (
        usual.pattern,
        usual.flags,
        usual.groupindex,
    )


def test_it_is_compiled_when_first_used() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.match("a")


def test_what_no_pattern_has_it_has_not() -> None:
    with pytest.raises(AttributeError):
        pattern("a").nothing  # type: ignore[attr-defined]  # noqa: B018
