"""指标对比表: columns by rank, marks as words, six standards side by side."""

from stdsys.analysis.limits.indicator_choice import IndicatorChoice
from stdsys.messages import translator
from stdsys.output.tables.indicators import indicators_workbook
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.table import Table, Tone, Word, Workbook
from tests.analysis.analysed import analysed


def workbook(count: int) -> Workbook:
    numbers = ["GB 99001-2020", *(f"T/SLXH {serial:03d}-2024" for serial in range(1, count))]
    records = "".join(
        f"  - number: {number}\n    title: 示例\n    indicators:\n"
        f'      - {{id: lead, name: 铅, limit: "<= {5 + place % 3 - 1}", product: 示例茶}}\n'
        for place, number in enumerate(reversed(numbers))
    )
    built = analysed("workspace: {format: 1, name: example}\nstandards:\n" + records)
    return indicators_workbook(built, IndicatorChoice.of(built.indicators))


def heads(table: Table) -> list[str]:
    render = Renderer(translator("en"))
    return [render.text(column.title) for column in table.columns]


def test_standards_stand_from_mandatory_national_down() -> None:
    [table] = workbook(3).sheets[1].tables
    assert heads(table) == [
        "Indicator",
        "GB 99001-2020 (mandatory national standard)",
        "T/SLXH 001-2024 (group standard)",
        "T/SLXH 002-2024 (group standard)",
    ]


def test_marks_are_words_and_colours() -> None:
    [table] = workbook(3).sheets[1].tables
    render = Renderer(translator("en"))
    assert [render(cell) for cell in table.rows[0]] == [
        "铅",
        "≤ 6",
        "≤ 5 (stricter)",
        "≤ 4 (stricter)",
    ]
    marked = table.rows[0][2]
    assert isinstance(marked, Word)
    assert marked.tone is Tone.GOOD


def test_more_standards_go_into_a_further_table() -> None:
    render = Renderer(translator("en"))
    sheet = workbook(10).sheets[1]
    assert [len(table.columns) for table in sheet.tables] == [9, 3]
    assert [render(table.caption) for table in sheet.tables] == [
        "Indicators of 示例茶, part 1 of 2",
        "Indicators of 示例茶, part 2 of 2",
    ]
    assert len({table.key for table in sheet.tables}) == 2
    assert sheet.alike


def several(**counts: int) -> Workbook:
    records = "".join(
        f"  - number: T/SLXH {100 * place + serial:03d}-2024\n    title: 示例\n    indicators:\n"
        f'      - {{id: lead, name: 铅, limit: "<= 5", product: {product}}}\n'
        for place, (product, count) in enumerate(counts.items())
        for serial in range(1, count + 1)
    )
    built = analysed("workspace: {format: 1, name: example}\nstandards:\n" + records)
    return indicators_workbook(built, IndicatorChoice.of(built.indicators))


def test_products_share_a_sheet_unless_they_have_many_standards() -> None:
    render = Renderer(translator("en"))
    _conclusions, shared, alone = several(示例茶=2, 示例油=7, 示例果=1).sheets
    assert render.text(shared.name) == "Indicators by product"
    assert [render(table.caption) for table in shared.tables] == [
        "Indicators of 示例茶",
        "Indicators of 示例果",
    ]
    assert alone.name == "示例油"
    assert [len(table.columns) for table in alone.tables] == [8]
    assert len({table.key for sheet in (shared, alone) for table in sheet.tables}) == 3


def test_one_product_alone_has_no_caption() -> None:
    sheet = workbook(3).sheets[1]
    assert (sheet.name, sheet.alike, sheet.tables[0].caption) == ("示例茶", False, None)


def test_conclusions_come_first() -> None:
    book = workbook(3)
    assert (book.stem, book.sheets[0].key) == ("指标对比表", "comparisons")
    assert len(book.sheets[0].tables[0].rows) == 2
