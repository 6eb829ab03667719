"""N008: doubts about a number arise only beside a record that is left over."""

import pytest

from stdsys.rules.numbers.near_misses import NearMiss
from tests.rules.judging import findings

ENTRY = 'systems: [{id: a, name: 示例, tree: [{code: "1", name: 示例}], entries: [%s]}]\n'


def found(entered: str, recorded: str) -> list[str]:
    """Return the subjects of N008 for entries and records written as flow items."""
    text = ENTRY % entered + f"standards: [{recorded}]\n"
    return [f.subject for f in findings(NearMiss(), text)]


@pytest.mark.parametrize(
    ("entered", "recorded"),
    [
        ("GB/T 24885-2011", "GB/T 24885-2010"),
        ("GB/T 24858-2010", "GB/T 24885-2010"),
        ("GB/T 9833.12-2013", "GB/T 9833.21-2013"),
    ],
)
def test_a_wrong_year_or_exchanged_figures_are_doubted(entered: str, recorded: str) -> None:
    entry = f'{{standard: {entered}, at: "1"}}'
    assert found(entry, f"{{number: {recorded}, title: 示例}}") == [entered]


@pytest.mark.parametrize(
    ("entered", "recorded"),
    [
        ("GB/T 8302-2013", "GB/T 8303-2013"),
        ("GB/T 8302-2013", "GB/T 2308-2013"),
        ("GB 24885-2010", "GB/T 24885-2010"),
        ("GB/T 24885", "GB/T 24885-2010"),
        ("GB/T 24885-2010", "GB/T 24885-2010"),
    ],
)
def test_neighbours_and_other_codes_are_not(entered: str, recorded: str) -> None:
    entry = f'{{standard: {entered}, at: "1"}}'
    assert found(entry, f"{{number: {recorded}, title: 示例}}") == []


def test_a_bare_list_without_records_is_fine() -> None:
    entries = '{standard: GB/T 24885-2010, at: "1"}, {standard: GB/T 24885-2011, at: "1"}'
    assert found(entries, "") == []


def test_an_entry_that_states_a_fact_means_what_it_says() -> None:
    entry = '{standard: GB/T 24885-2011, at: "1", title: 示例}'
    assert found(entry, "{number: GB/T 24885-2010, title: 示例}") == []


def test_a_record_that_has_its_entry_raises_no_doubt() -> None:
    entries = '{standard: GB/T 24885-2010, at: "1"}, {standard: GB/T 24885-2011, at: "1"}'
    assert found(entries, "{number: GB/T 24885-2010, title: 示例}") == []


def test_an_old_edition_kept_for_the_record_is_not_what_was_meant() -> None:
    entry = '{standard: GB/T 24885-2020, at: "1"}'
    old = "{number: GB/T 24885-2010, title: 示例, replaced_by: [GB/T 24885-2020]}"
    assert found(entry, old) == []
    assert found(entry, "{number: GB/T 24885-2010, title: 示例, status: 废止}") == []
