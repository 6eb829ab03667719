"""Circles of citations: the quick search against walking every way. All is invented."""

from random import Random

import pytest

from tests.analysis.analysed import analysed, standards


def _key(number: int) -> str:
    return f"GB/T {number}-2020"


def _reached(cited: dict[int, list[int]], start: int) -> set[int]:
    """Walk every way from a standard; it is reached itself only where a way leads back."""
    reached: set[int] = set()
    waiting = list(cited[start])
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached.add(number)
            waiting.extend(cited[number])
    return reached


@pytest.mark.parametrize("seed", range(20))
def test_standards_in_a_circle_are_those_that_reach_each_other(seed: int) -> None:
    random = Random(seed)
    numbers = range(1, 13)
    # From hardly any citation to so many that there are several circles, some joined.
    most = random.randrange(1, 4)
    cited = {n: random.choices(numbers, k=random.randrange(most + 1)) for n in numbers}
    items = [f"number: {_key(n)}, cites: [{', '.join(map(_key, cited[n]))}]" for n in numbers]
    reached = {n: _reached(cited, n) for n in numbers}
    circles = {
        tuple(_key(m) for m in numbers if m == n or (m in reached[n] and n in reached[m]))
        for n in numbers
    }

    found = analysed(standards(*items)).citations.cycles

    assert set(found) == {circle for circle in circles if len(circle) > 1}
    order = [_key(n) for n in numbers]
    assert list(found) == sorted(found, key=lambda keys: order.index(keys[0]))


def test_what_leads_into_a_circle_or_out_of_it_is_not_in_it() -> None:
    items = (
        "number: GB/T 1-2020, cites: [GB/T 2, GB/T 2]",
        "number: GB/T 2-2020, cites: [GB/T 3, GB/T 3-2020]",
        "number: GB/T 3-2020, cites: [GB/T 2, GB/T 4]",
        "number: GB/T 4-2020, cites: [GB/T 4, GB/T 5]",
        "number: GB/T 5-2020",
    )
    assert analysed(standards(*items)).citations.cycles == (("GB/T 2-2020", "GB/T 3-2020"),)


def test_a_long_chain_is_no_circle_until_it_is_closed() -> None:
    count = 3_000
    chain = [f"number: {_key(n)}, cites: [{_key(n + 1)}]" for n in range(1, count)]

    for last, circles in (("", 0), (f", cites: [{_key(1)}]", 1)):
        found = analysed(standards(*chain, f"number: {_key(count)}{last}")).citations.cycles
        assert [len(keys) for keys in found] == [count] * circles
