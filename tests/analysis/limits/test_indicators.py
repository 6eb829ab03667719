"""Which limits are compared: ranks, products, grades, methods, statuses, and what is missing."""

from collections.abc import Iterable

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.limits.comparison import Comparison
from stdsys.analysis.limits.indicator_choice import IndicatorChoice
from stdsys.analysis.limits.verdicts import Verdict, Why
from tests.analysis.analysed import analysed

GB, GBT, NYT, DB = "GB 99001-2020", "GB/T 99002-2020", "NY/T 99003-2020", "DB42/T 99004-2020"
GROUP, Q = "T/SLXH 001-2020", "Q/SLQY 001-2020"


def record(number: str, *indicators: str, **facts: str) -> str:
    lines = [f"  - number: {number}\n    title: 示例 {number}\n"]
    lines += [f"    {name}: {value}\n" for name, value in facts.items()]
    lines.append("    indicators:\n")
    lines += [f"      - {{{indicator}}}\n" for indicator in indicators]
    return "".join(lines)


def limit(amount: str, *, quantity: str = "lead", unit: str = "mg/kg", **more: str) -> str:
    fields = {"id": quantity, "limit": f'"{amount}"', "unit": f'"{unit}"'} | more
    return ", ".join(f"{name}: {value}" for name, value in fields.items())


def standards(*records: str, more: str = "") -> Analysis:
    return analysed(
        "workspace: {format: 1, name: example}\n" + more + "standards:\n" + "".join(records)
    )


def said(comparisons: Iterable[Comparison]) -> list[tuple[str, str, str]]:
    return [(one.lower.key, one.upper.key, one.verdict.value) for one in comparisons]


def compared(*records: str, more: str = "") -> list[tuple[str, str, str]]:
    return said(standards(*records, more=more).indicators.comparisons)


def test_every_lower_with_every_higher_from_mandatory_down() -> None:
    numbers = (Q, GROUP, DB, NYT, GBT, GB)
    found = compared(*(record(number, limit("<= 5")) for number in numbers))
    order = [GB, GBT, NYT, DB, GROUP, Q]
    expected = [(low, high, "equal") for at, low in enumerate(order) for high in order[:at]]
    assert found == expected


@pytest.mark.parametrize(
    ("number", "upper"),
    [("NY 99003-2010", GBT), ("DBS42/ 001-2020", GBT), ("GB 99005-2020", "NY 99003-2010")],
)
def test_a_mandatory_standard_of_another_level_stands_between(number: str, upper: str) -> None:
    higher, lower = (number, upper)
    assert compared(record(higher, limit("<= 5")), record(lower, limit("<= 5"))) == [
        (lower, higher, "equal")
    ]


def test_equals_and_strangers_are_not_compared() -> None:
    others = ("GB/T 99009-2020", "CXS 211-1999")
    assert compared(*(record(number, limit("<= 5")) for number in (GBT, *others))) == []


@pytest.mark.parametrize(
    ("facts", "part"),
    [
        ({"status": "废止"}, False),
        ({"withdrawn": "2024-01-01"}, False),
        ({"status": "未知"}, False),
        ({"effective": "2027-05-01"}, True),
        ({}, True),
    ],
)
def test_only_what_binds_or_will_bind_takes_part(facts: dict[str, str], part: bool) -> None:
    found = compared(record(GB, limit("<= 5"), **facts), record(Q, limit("<= 5")))
    assert bool(found) is part


def test_a_planned_standard_takes_part() -> None:
    built = analysed(
        f"""
        workspace: {{format: 1, name: example}}
        standards:
          - {{number: {GB}, title: 示例, indicators: [{{id: lead, limit: "<= 5", unit: mg/kg}}]}}
        systems:
          - id: tea
            name: 示例茶
            tree: [{{code: "1", name: 示例}}]
            entries:
              - planned: 示例团体标准
                id: planned-tea
                level: group
                at: "1"
                indicators: [{{id: lead, limit: "<= 6", unit: mg/kg}}]
        """
    )
    assert said(built.indicators.comparisons) == [("planned-tea", GB, "looser")]


class TestProducts:
    def test_other_products_are_not_compared(self) -> None:
        above, below = limit("<= 5", product="示例茶"), limit("<= 6", product="示例油")
        assert compared(record(GB, above), record(Q, below)) == []

    def test_width_blanks_and_capitals_do_not_make_a_product(self) -> None:
        above, below = limit("<= 5", product="示例 Tea"), limit("<= 6", product="示例ｔｅａ")
        assert compared(record(GB, above), record(Q, below)) == [(Q, GB, "looser")]

    @pytest.mark.parametrize("name", ["crop", "示例茶", "示例茶标准体系", "示例茶叶"])
    def test_names_of_a_system_are_one_product(self, name: str) -> None:
        more = "systems: [{id: crop, name: 示例茶标准体系, aliases: [示例茶叶]}]\n"
        above, below = limit("<= 5", product="crop"), limit("<= 6", product=name)
        built = standards(record(GB, above), record(Q, below), more=more)
        [one] = built.indicators.comparisons
        assert (one.product, one.verdict.value) == ("crop", "looser")

    def test_a_limit_on_every_product_binds_each(self) -> None:
        found = compared(record(GB, limit("<= 5")), record(Q, limit("<= 6", product="示例茶")))
        assert found == [(Q, GB, "looser")]
        found = compared(record(GB, limit("<= 5", product="示例茶")), record(Q, limit("<= 6")))
        assert found == [(Q, GB, "looser")]

    def test_what_names_the_product_goes_before_every_product(self) -> None:
        above = record(GB, limit("<= 5"), limit("<= 2", product="示例茶"))
        built = standards(above, record(Q, limit("<= 3", product="示例茶")))
        [one] = built.indicators.comparisons
        assert one.upper_limit is not None
        assert one.upper_limit.indicator.limit.text == "<= 2"

    def test_every_product_of_a_standard_of_one_system_is_that_systems(self) -> None:
        more = (
            "systems:\n"
            "  - {id: crop, name: 示例茶, tree: [{code: '1', name: 一}],"
            f" entries: [{{standard: {Q}, at: '1'}}]}}\n"
            "  - {id: oil, name: 示例油, tree: [{code: '1', name: 一}], entries: []}\n"
        )
        above = record(GB, limit("<= 1", product="oil"), limit("<= 5", product="crop"))
        built = standards(above, record(Q, limit("<= 4")), more=more)
        assert [(one.product, one.verdict.value) for one in built.indicators.comparisons] == [
            ("crop", "stricter")
        ]


class TestGradesAndSamplingPlans:
    def test_grades_meet_their_like_else_the_general_limit(self) -> None:
        above = record(GBT, limit("<= 5", grade="一级"), limit("<= 8"))
        below = record(Q, limit("<= 6", grade="一级"), limit("<= 6", grade="二级"))
        assert compared(above, below) == [(Q, GBT, "looser"), (Q, GBT, "stricter")]

    @pytest.mark.parametrize("amount", ["<= 4", "<= 6", "<= 8", ">= 9"])
    def test_a_general_limit_below_graded_ones_is_not_comparable(self, amount: str) -> None:
        above = record(GBT, limit("<= 5", grade="一级"), limit("<= 8", grade="二级"))
        [one] = standards(above, record(Q, limit(amount))).indicators.comparisons
        assert one.why is Why.OTHER_GRADE

    def test_unless_it_is_looser_than_every_one(self) -> None:
        grades = [limit(f"<= {n}", grade=grade) for n, grade in ((5, "一级"), (8, "三级"))]
        above = record(GBT, grades[0], grades[1], limit("<= 7", grade="二级"))
        [one] = standards(above, record(Q, limit("<= 9"))).indicators.comparisons
        assert one.upper_limit is not None
        assert (one.verdict, one.why) == (Verdict.LOOSER, Why.HIGHER)
        assert one.upper_limit.indicator.grade == "三级"

    def test_bounds_on_the_other_side_say_nothing_of_grades(self) -> None:
        above = [
            limit("<= 8", grade="一级"),
            limit(">= 2", grade="一级"),
            limit(">= 1", grade="二级"),
        ]
        assert compared(record(GBT, *above), record(Q, limit("<= 9"))) == [(Q, GBT, "looser")]

    def test_rows_of_a_sampling_plan_meet_by_remark(self) -> None:
        plan = [limit("<= 10", note="m"), limit("<= 100", note="M")]
        below = [limit("<= 90", note="M"), limit("<= 11", note="m")]
        assert compared(record(GB, *plan), record(Q, *below)) == [
            (Q, GB, "stricter"),
            (Q, GB, "looser"),
        ]

    def test_a_plan_repeated_is_equal(self) -> None:
        for plan in (["<= 10", "<= 100"], ["<= 100", "<= 10"]):
            found = compared(
                record(GB, limit("<= 10"), limit("<= 100")), record(Q, *map(limit, plan))
            )
            assert found == [(Q, GB, "equal")] * 2

    @pytest.mark.parametrize(
        "below",
        [
            [limit("<= 500")],
            [limit("<= 5")],
            [limit("<= 11"), limit("<= 200")],
            [limit("<= 500", note="n=5，c=1 的 M 值")],
            [limit("<= 500", note="m"), limit("<= 600", note="m")],
        ],
    )
    @pytest.mark.parametrize("apart", [("m", "M"), ("n=5，c=2 的 m 值", "n=5，c=2 的 M 值")])
    def test_which_bound_of_a_plan_is_meant_must_be_said(
        self, below: list[str], apart: tuple[str, str]
    ) -> None:
        plan = [limit("<= 10", note=apart[0]), limit("<= 100", note=apart[1])]
        built = standards(record(GB, *plan), record(Q, *below))
        whys = [one.why for one in built.indicators.comparisons]
        assert whys == [Why.SAMPLING_PLAN] * len(below)

    def test_a_plan_below_a_single_limit(self) -> None:
        plan = [limit("<= 10", note="m"), limit("<= 100", note="M")]
        found = standards(record(GB, limit("<= 50")), record(Q, *plan)).indicators.comparisons
        assert [one.why for one in found] == [Why.SAMPLING_PLAN] * 2

    def test_rows_of_other_methods_meet_by_method(self) -> None:
        rows = [limit("<= 10", method="GB 99501"), limit("<= 20", method="GB 99502")]
        assert compared(record(GB, *rows), record(Q, *reversed(rows))) == [(Q, GB, "equal")] * 2
        wider = limit("<= 21", method="GB 99502")
        assert compared(record(GB, *rows), record(Q, wider)) == [(Q, GB, "looser")]

    def test_bounds_meet_by_side(self) -> None:
        sides = [limit(">= 2"), limit("<= 8")]
        assert compared(record(GB, *sides), record(Q, *reversed(sides))) == [(Q, GB, "equal")] * 2
        assert compared(record(GB, *sides), record(Q, limit("3..9"))) == [
            (Q, GB, "stricter"),
            (Q, GB, "looser"),
        ]

    def test_words_meet_the_same_words(self) -> None:
        words = [limit("无异味"), limit("无霉变")]
        assert compared(record(GB, *words), record(Q, *reversed(words))) == [(Q, GB, "equal")] * 2
        [one] = standards(record(GB, *words), record(Q, limit("无杂质"))).indicators.comparisons
        assert one.why is Why.OTHER_WORDS


class TestMethods:
    chain = (
        "  - {number: GB/T 99304-2013, title: 示例, status: 被代替, "
        "replaced_by: [GB 99503-2016]}\n"
        "  - {number: GB 99503-2016, title: 示例}\n"
    )

    @pytest.mark.parametrize(
        ("method", "verdict"),
        [
            ("GB/T 99304", "equal"),
            ("GB/T 99304-2013", "equal"),
            ("GB/T 99304-2002", "equal"),
            ("GB 99503-2016", "equal"),
            ("GB/T 99305", "not-comparable"),
        ],
    )
    def test_a_replacement_leads_from_one_to_the_other(self, method: str, verdict: str) -> None:
        numbered = "GB/T 99304-2002" if method.endswith("2002") else "GB 99503"
        above = record(GBT, limit("<= 5", method=numbered))
        below = record(Q, limit("<= 5", method=method))
        assert compared(above, below, self.chain) == [(Q, GBT, verdict)]

    def test_the_replaced_method_need_not_be_in_the_workspace(self) -> None:
        newer = "  - {number: GB 99503-2016, title: 示例, replaces: [GB/T 99304-2013]}\n"
        above = record(GBT, limit("<= 5", method="GB 99503"))
        assert compared(above, record(Q, limit("<= 5", method="GB/T 99304")), newer) == [
            (Q, GBT, "equal")
        ]


class TestMissing:
    def test_what_is_limited_above_and_not_below(self) -> None:
        above = record(
            GB, limit("<= 5", product="示例茶"), limit("<= 1", quantity="ash", product="示例茶")
        )
        built = standards(above, record(Q, limit("<= 5", product="示例茶")))
        _equal, missing = built.indicators.comparisons
        assert (missing.indicator, missing.verdict.value) == ("ash", "missing")
        assert (missing.lower.key, missing.upper.key, missing.lower_limit) == (Q, GB, None)

    def test_once_with_the_highest_standard(self) -> None:
        both = [limit("<= 5"), limit("<= 1", quantity="ash")]
        found = compared(record(GB, *both), record(GBT, *both), record(Q, limit("<= 5")))
        assert [one for one in found if one[2] == "missing"] == [(Q, GB, "missing")]

    @pytest.mark.parametrize("more", [{"screening": "true"}, {"grade": "二级"}])
    def test_screening_values_and_other_grades_are_not_missed(self, more: dict[str, str]) -> None:
        above = record(GB, limit("<= 5"), limit("<= 1", quantity="ash", **more))
        assert compared(above, record(Q, limit("<= 5", grade="一级"))) == [(Q, GB, "equal")]

    @pytest.mark.parametrize("number", [GB, GBT])
    @pytest.mark.parametrize(
        ("known", "missing"), [(None, False), ("二级", False), ("一级", True), ("一 级", True)]
    )
    def test_limits_on_grades_are_missed_by_who_knows_the_grade(
        self, number: str, known: str | None, missing: bool
    ) -> None:
        above = record(number, limit("<= 5"), limit("<= 1", quantity="ash", grade="一级"))
        below = limit("<= 5", grade=known) if known else limit("<= 5")
        found = compared(above, record(Q, below))
        assert [one for one in found if one[2] == "missing"] == [(Q, number, "missing")] * missing

    @pytest.mark.parametrize(
        ("cited", "more"),
        [
            ("GB 99001", ""),
            ("GB 99001-2020", ""),
            ("GB 99001-2012", ""),
            ("GB/T 99001", ""),
            (
                "GB/T 99111",
                "  - {number: GB/T 99111-2002, title: 示例, replaced_by: [GB 99001-2020]}\n",
            ),
        ],
    )
    def test_what_a_standard_cites_it_adopts(self, cited: str, more: str) -> None:
        above = record(GB, limit("<= 5"), limit("<= 1", quantity="ash"))
        recommended = record(GBT, limit("<= 2", quantity="ash"))
        below = record(Q, limit("<= 4"), cites=f"[{cited}]")
        found = compared(above, recommended, below, more)
        assert [one for one in found if one[0] == Q] == [(Q, GB, "stricter")]

    def test_another_citation_adopts_nothing(self) -> None:
        above = record(GB, limit("<= 5"), limit("<= 1", quantity="ash"))
        below = record(Q, limit("<= 4"), cites="[GB 99009]")
        assert compared(above, below)[-1] == (Q, GB, "missing")

    def test_nothing_is_missing_in_a_standard_on_something_else(self) -> None:
        below = record(Q, limit("<= 1", quantity="ash", product="示例油"))
        assert compared(record(GB, limit("<= 5", product="示例茶")), below) == []


def test_screening_and_unverified_are_marked() -> None:
    above = record(GB, limit("<= 5", screening="true"))
    built = standards(above, record(Q, limit("<= 6", source="recalled")))
    [one] = built.indicators.comparisons
    assert (one.screening, one.unverified, one.mandatory) == (True, True, True)


class TestChoice:
    def chosen(self, *numbers: str, product: str | None = None) -> IndicatorChoice:
        built = standards(
            record(GB, limit("<= 5", product="示例茶")),
            record(GBT, limit("<= 6", product="示例茶"), limit("<= 1", quantity="ash")),
            record("GB/T 99008-2010", limit("<= 9", product="示例茶"), status="废止"),
            record(Q, limit("<= 4", product="示例油")),
        )
        items = [built.workspace.editions[number] for number in numbers]
        return IndicatorChoice.of(built.indicators, product=product, standards=items)

    def test_one_standard_with_all_that_it_is_compared_with(self) -> None:
        assert said(self.chosen(GB).comparisons) == [(GBT, GB, "looser")]

    def test_a_dead_standard_is_compared_when_it_is_named(self) -> None:
        found = said(self.chosen("GB/T 99008-2010").comparisons)
        assert ("GB/T 99008-2010", GB, "looser") in found

    def test_two_of_equal_rank(self) -> None:
        found = said(self.chosen(GBT, "GB/T 99008-2010").comparisons)
        assert found[0] == (GBT, "GB/T 99008-2010", "stricter")

    def test_two_that_share_no_product(self) -> None:
        [one] = self.chosen(GB, Q).comparisons
        assert (one.lower.key, one.upper.key, one.why) == (Q, GB, Why.OTHER_PRODUCT)

    def test_two_that_limit_other_things_of_one_product(self) -> None:
        below = [limit("<= 5", quantity=name, product="示例茶") for name in ("ash", "tin")]
        built = standards(
            record(
                GB, limit("<= 5", product="示例茶", grade="一级"), limit("<= 6", product="示例油")
            ),
            record(Q, *below),
        )
        named = [built.workspace.editions[number] for number in (GB, Q)]
        choice = IndicatorChoice.of(built.indicators, standards=named)
        [one] = choice.comparisons
        assert (one.why, one.product, one.indicator) == (
            Why.NO_COMMON_INDICATOR,
            "示例茶",
            None,
        )
        assert [limits.product for limits in choice.products] == ["示例茶"]

    def test_two_that_share_neither_product_nor_indicator(self) -> None:
        built = standards(
            record(GB, limit("<= 5", product="示例茶")),
            record(Q, limit("<= 5", quantity="ash", product="示例油")),
            f"  - {{number: {DB}, title: 示例}}\n",
        )
        editions = built.workspace.editions
        found = {
            number: IndicatorChoice.of(
                built.indicators, standards=[editions[GB], editions[number]]
            ).comparisons
            for number in (Q, DB)
        }
        assert [one.why for one in found[Q]] == [Why.OTHER_PRODUCT]
        assert [one.why for one in found[DB]] == [Why.NO_COMMON_INDICATOR]

    def test_a_product(self) -> None:
        choice = self.chosen(product="示例油")
        assert [limits.name for limits in choice.products] == ["示例油"]
        assert said(choice.comparisons) == [(Q, GBT, "missing")]
