"""The tree of what a change touches, as people read it."""

from stdsys.analysis.impact.named_things import things_named
from stdsys.analysis.impact.reach import impact_of
from stdsys.messages import translator
from stdsys.output.text.impact import ImpactText
from stdsys.output.text.tree import branches
from tests.analysis.analysed import analysed, standards


def lines(text: str, name: str) -> list[str]:
    analysis = analysed(text)
    impact = impact_of(analysis, things_named(analysis, name))
    return list(ImpactText(analysis, translator("en")).lines(name, impact))


def test_the_tree() -> None:
    groups = {"first": ["one", "two"], "second": [], "third": ["three"]}
    assert list(branches(groups)) == [
        "├─ first",
        "│  ├─ one",
        "│  └─ two",
        "├─ second",
        "└─ third",
        "   └─ three",
    ]


def test_another_edition_and_dead_documents_are_told() -> None:
    told = lines(
        standards(
            "number: GB/T 99001-2020",
            "number: GB/T 99002-2020, cites: [GB/T 99001-2010]",
            "number: GB/T 99003-2001, cites: [GB/T 99001], status: 废止",
        ),
        "GB/T 99001-2020",
    )
    assert "not listed, though they cite it: 1 withdrawn or replaced: GB/T 99003-2001" in told
    assert told[-1] == (
        "   └─ GB/T 99002-2020 (in force)  cites GB/T 99001-2020 "
        "(names another edition: GB/T 99001-2010)"
    )


def test_of_many_dead_documents_only_the_count_is_told() -> None:
    dead = [f"number: GB/T {n}-2001, cites: [GB/T 99001], status: 废止" for n in range(101, 107)]
    told = lines(standards("number: GB/T 99001-2020", *dead), "GB/T 99001")
    assert "not listed, though they cite it: 6 withdrawn or replaced" in told


def test_unknown_status_and_what_was_replaced_and_limits_are_told() -> None:
    water = "indicators: [{id: water, name: 水分, limit: '<= 12', unit: '%'}]"
    told = lines(
        standards(
            "number: GB/T 99001-2013, status: 被代替, replaced_by: [GB 99501-2016]",
            f"number: GB 99501-2016, {water}",
            "number: GB/T 99002-2020, cites: [GB/T 99001], status: 未知",
            f"number: GB/T 99003-2020, {water}",
        ),
        "GB 99501",
    )
    assert "of unknown status among them: 1" in told
    assert (
        "│  ├─ GB/T 99002-2020 (status unknown)  cites what GB 99501-2016 replaced: GB/T 99001"
    ) in told
    assert (
        "│  └─ GB/T 99003-2020 (in force)  limits the same quantity as GB 99501-2016: 水分"
    ) in told


def test_of_a_long_path_the_near_end_and_the_beginning_are_told() -> None:
    chain = [f"number: GB/T {n}-2020, cites: [GB/T {n - 1}]" for n in range(101, 113)]
    last = lines(standards("number: GB/T 100-2020", *chain), "GB/T 100")[-1]
    assert last.startswith("   └─ GB/T 112-2020 (in force)  cites GB/T 111-2020 ← GB/T 110-2020 ← ")
    assert last.endswith(" ← GB/T 104-2020 ← … ← GB/T 100-2020")


def test_indicators_tell_product_limit_and_unit() -> None:
    told = lines(
        standards(
            "number: GB/T 99001-2020",
            "number: GB/T 99002-2020, indicators: [{id: water, name: 水分, limit: '<= 12', "
            "unit: '%', product: 示例果, method: GB/T 99001}]",
        ),
        "GB/T 99001",
    )
    assert ("   └─ GB/T 99002-2020 示例果 水分 <= 12 %  measured by GB/T 99001-2020") in told
