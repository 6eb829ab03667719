from graphlib import TopologicalSorter

from stdsys.numbers import Outcome, read
from tests.benchmarks.items import LEVELS, PER_FILE, Item, items

COUNT = 1_000
ITEMS = list(items(COUNT, seed=7))


def test_the_same_seed_gives_the_same_standards_and_another_seed_others() -> None:
    def written(seed: int) -> list[tuple[str, tuple[str, ...]]]:
        return [(item.number, item.citations) for item in items(COUNT, seed)]

    assert written(7) == written(7)
    assert written(7) != written(8)


def test_no_number_and_no_title_of_a_family_is_there_twice() -> None:
    assert len({item.number for item in ITEMS}) == COUNT
    living = [item for item in ITEMS if item.living]
    assert len({item.family for item in living}) == len(living)
    assert len({item.title for item in living}) == len(living)


def test_numbers_of_a_million_are_sound() -> None:
    around = (0, 4_499, 4_500, 9_999)  # where national numbers of five figures give out, and ends
    late = [Item(7, file * PER_FILE + place) for file in around for place in range(PER_FILE)]
    assert {read(item.number).outcome for item in late} == {Outcome.OK}
    assert len({item.number for item in late}) == len(late)


def test_each_level_has_a_fifth() -> None:
    for level in LEVELS:
        assert sum(item.level == level for item in ITEMS) == COUNT / len(LEVELS)


def test_a_standard_cites_about_three_and_following_citations_never_leads_back() -> None:
    cited = {item.index: {one.index for one in item.cited} for item in ITEMS}
    assert 2.8 < sum(map(len, cited.values())) / COUNT <= 3
    assert len(list(TopologicalSorter(cited).static_order())) == COUNT
    assert all(one.living and not one.upcoming for item in ITEMS for one in item.cited)


def test_a_standard_cites_no_lower_level() -> None:
    ranks = {level: rank for rank, level in enumerate(LEVELS)}
    assert all(ranks[one.level] <= ranks[item.level] for item in ITEMS for one in item.cited)


def test_chains_of_two_and_three_editions_each_older_and_of_the_same_family() -> None:
    chains = []
    for item in ITEMS:
        chain = [item]
        while (older := chain[-1].predecessor) is not None:
            assert older.issued < chain[-1].issued
            assert (older.family, older.title) == (item.family, item.title)
            chain.append(older)
        if item.living:
            chains.append(len(chain))
    fifths = COUNT // 20
    assert [chains.count(length) for length in (1, 2, 3)] == [15 * fifths, fifths, fifths]


def test_each_hundred_has_a_product_of_its_own() -> None:
    products = {Item(7, file * PER_FILE).product for file in range(10_000)}
    assert len(products) == 10_000
