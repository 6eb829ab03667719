from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.analysed import DAY, statuses
from tests.analysis.oracle_status import Oracle

NUMBERS = [
    f"GB/T {serial}{year}" for serial in (1, 2, 3) for year in ("", "-2000", "-2010", "-2026")
]
ABSENT = ["GB/T 7-1999", "GB/T 7-2020", "GB/T 7-2026", "GB/T 7"]
dates = st.sampled_from([None, "2000", "2009-12", "2025", "2026-11-22", "2026-11", "2027-05"])
sides = st.lists(
    st.tuples(st.sampled_from(NUMBERS + ABSENT), st.sampled_from(["whole", "whole", "part"])),
    max_size=2,
)
facts = st.fixed_dictionaries(
    {
        "status": st.sampled_from(
            [None, None, "现行", "即将实施", "被代替", "废止", "修订中", "未知"]
        ),
        "issued": dates,
        "effective": dates,
        "withdrawn": st.one_of(st.none(), dates),
        "replaces": sides,
        "replaced_by": sides,
    }
)
editions = st.dictionaries(st.sampled_from(NUMBERS), facts, min_size=1, max_size=7)


def as_yaml(number: str, written: Mapping[str, Any]) -> str:
    fields = [f"number: {number}"]
    for name, value in written.items():
        if isinstance(value, list):
            said = ", ".join(f"{{number: {other}, scope: {scope}}}" for other, scope in value)
            fields.append(f"{name}: [{said}]")
        elif value is not None:
            fields.append(f"{name}: {value}")
    return ", ".join(fields)


@given(editions)
@settings(max_examples=250, deadline=None)
def test_the_statuses_are_those_of_the_naive_restatement(data: dict[str, dict[str, Any]]) -> None:
    oracle = Oracle(data, DAY)

    found = statuses(*(as_yaml(number, written) for number, written in data.items()))

    for number in data:
        result = found.of_key(number)
        assert result is not None
        partly = "partly" if result.partly_replaced else ""
        assert (result.status, partly) == oracle.status(number), number


@given(editions)
@settings(max_examples=100, deadline=None)
def test_every_chain_ends_and_stops_at_the_first_live_edition(
    data: dict[str, dict[str, Any]],
) -> None:
    found = statuses(*(as_yaml(number, written) for number, written in data.items()))

    for number in (*data, *ABSENT):
        chain = found.chain(number)
        assert chain[0] == number
        assert len(set(chain)) == len(chain)
        for key in chain[:-1]:
            before = found.of_key(key)
            assert before is None or not before.status.live
