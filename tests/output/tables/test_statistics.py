from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.table import Ratio, Table
from stdsys.output.tables.workbooks import detail_workbook, statistics_workbook
from tests.output.region_of_tables import ZH, column, region, row_by, sheet_of

SAY = Renderer(ZH)


def table_of(key: str) -> Table:
    return sheet_of(statistics_workbook(region()[0]), key).tables[0]


def test_the_sheets() -> None:
    names = [SAY.text(sheet.name) for sheet in statistics_workbook(region()[0]).sheets]
    assert names == ["按级别和类别统计", "现有标准统计表", "应有标准统计表", "环节与级别统计表"]


def test_s1_has_both_blocks_with_equal_totals() -> None:
    table = table_of("s1")
    assert [SAY.text(one.title) for one in table.columns[2:]] == [
        *("应有数", "现有数", "现有数÷应有数（%）")
    ]
    lines = [SAY(cell) for cell in column(table, "line")]
    assert lines == [
        *("国家标准", "行业标准", "地方标准", "团体标准", "企业标准", "级别未定", "共计"),
        *("产品", "方法", "其他", "共计"),
    ]
    first, second = (table.rows[index] for index in sorted(table.totals))
    assert first[2:] == second[2:] == (7, 4, Ratio(4, 7))


def test_s1_is_what_the_detail_table_lists() -> None:
    total = sheet_of(detail_workbook(*region()), "total").tables[0]
    for word in ("国家标准", "行业标准", "团体标准"):
        listed = [row for row in total.rows if SAY(row[7]) == word]
        line = next(row for row in table_of("s1").rows if SAY(row[1]) == word)
        assert line[2] == len(listed)


def test_s1_says_beneath_what_is_not_in_it() -> None:
    assert [SAY.text(note) for note in table_of("s1").notes] == [
        "各体系合计 8 项，去重后 7 项",
        "另有计量技术规范、国际标准、法规等 2 项。",
        "另有 3 个环节空白尚未列项。",
    ]


def test_s2_sums_subsystems_by_system_and_takes_off_what_is_repeated() -> None:
    table = table_of("s2-existing")
    rows = [[SAY(cell) for cell in (*row[:2], row[-1])] for row in table.rows]
    assert rows == [
        ["通用基础标准", "通用", 1],
        ["通用基础标准", "小计", 1],
        ["示例茶业标准体系", "种植", 1],
        ["示例茶业标准体系", "加工", 1],
        ["示例茶业标准体系", "小计", 2],
        ["示例果业标准体系", "全部", 2],
        ["示例果业标准体系", "小计", 2],
        [None, "减：多个体系重复列入", -1],
        ["总计", None, 4],
    ]


def test_totals_of_s2_are_those_of_s1() -> None:
    s1 = table_of("s1").rows[-1]
    assert column(table_of("s2-required"), "sum")[-1] == s1[2]
    assert column(table_of("s2-existing"), "sum")[-1] == s1[3]


def test_every_line_of_s2_adds_up() -> None:
    for key in ("s2-existing", "s2-required"):
        for row in table_of(key).rows:
            numbers = [cell for cell in row[2:] if isinstance(cell, int)]
            assert sum(numbers[:-1]) == numbers[-1]


def test_stages_by_level_twice_without_a_sum() -> None:
    existing, required = sheet_of(statistics_workbook(region()[0]), "stage-level").tables
    assert row_by(existing, "stage", "生产加工")["industry"] == 0
    assert row_by(required, "stage", "生产加工")["industry"] == 1
    assert SAY(column(existing, "stage")[-1]) == "通用"
    assert "sum" not in [one.key for one in existing.columns]
    assert [SAY.text(note) for note in required.notes] == [
        "一项标准涉及多个环节的，在各环节分别计数，各行不相加。"
    ]
