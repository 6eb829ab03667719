"""How limits stand in a product's table: which is which, and stricter or looser than what."""

from stdsys.analysis.limits.indicator_choice import IndicatorChoice
from stdsys.messages import translator
from stdsys.output.tables.indicators import Marks, product_tables
from stdsys.output.tables.rendering import Renderer
from tests.analysis.analysed import analysed


def cells(*limits: tuple[str, str]) -> list[str]:
    """Return the cells of one row: of each standard (in order of rank) all its limits."""
    by_number: dict[str, list[str]] = {}
    for number, stated in limits:
        by_number.setdefault(number, []).append(stated)
    records = "".join(
        f"  - number: {number}\n    title: 示例\n    indicators:\n"
        + "".join(f"      - {{id: count, name: 菌落总数, {one}}}\n" for one in stated)
        for number, stated in by_number.items()
    )
    built = analysed("workspace: {format: 1, name: example}\nstandards:\n" + records)
    choice = IndicatorChoice.of(built.indicators)
    render = Renderer(translator("en"))
    [table] = product_tables(choice.products[0], Marks(choice.comparisons), 9)
    return [str(render(cell)) for cell in table.rows[0][1:]]


GB, GBT, Q = "GB 99001-2020", "GB/T 99002-2020", "Q/SLQY 001-2024"
PLAN = "采样方案 n=5，c=2 的 "


def most(amount: int, more: str = "") -> str:
    return f'limit: "<= {amount}"' + (f", {more}" if more else "")


def test_the_bounds_of_a_sampling_plan_are_told_in_short() -> None:
    found = cells(
        (GB, most(1000, f"note: {PLAN}m 值")),
        (GB, most(10000, f"note: {PLAN}M 值")),
        (Q, most(500, f"note: {PLAN}m 值")),
    )
    assert found == ["m: ≤ 1000; M: ≤ 10000", "m: ≤ 500 (stricter)"]


def test_other_remarks_stand_beside_limits_that_they_tell_apart() -> None:
    assert cells((GB, most(3, "note: 浸出油")), (GB, most(4, "note: 压榨油"))) == [
        "≤ 3 (浸出油); ≤ 4 (压榨油)"
    ]
    assert cells((GB, most(3, "note: 浸出油"))) == ["≤ 3"]


def test_a_limit_without_grade_beside_graded_ones_is_of_every_grade() -> None:
    assert cells((GB, most(3)), (GB, most(4, "grade: 原油"))) == ["every grade: ≤ 3; 原油: ≤ 4"]
    assert cells((GB, most(3))) == ["≤ 3"]


def test_a_mark_is_against_the_highest_standard_that_the_limit_differs_from() -> None:
    assert cells((GB, most(5)), (GBT, most(3)), (Q, most(4))) == [
        "≤ 5",
        "≤ 3 (stricter)",
        "≤ 4 (stricter)",
    ]
    assert cells((GB, most(5)), (GBT, most(3)), (Q, most(5)))[2] == "≤ 5 (looser)"
    assert cells((GB, most(5)), (GBT, most(7)), (Q, most(6)))[1:] == [
        "≤ 7 (looser)",
        "≤ 6 (looser)",
    ]
