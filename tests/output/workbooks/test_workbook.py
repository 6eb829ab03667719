import os
import time
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from stdsys.messages import _
from stdsys.model.partial_date import PartialDate
from stdsys.output.tables.rendering import clean
from stdsys.output.tables.table import Column, Kind, Ratio, Sheet, Table, Tone, Word, Workbook
from stdsys.output.tables.workbooks import (
    coverage_workbook,
    detail_workbook,
    statistics_workbook,
)
from stdsys.output.workbooks.workbook import xlsx_bytes
from tests.output.region_of_tables import DAY, ZH, read_back, region, visible, written_rows

HEAD = 3
"""Row of the headings on a sheet with one table: below title and second line."""

COLUMNS = (
    Column("name", _("Title")),
    Column("required", _("Required number"), Kind.COUNT),
    Column("existing", _("Existing number"), Kind.COUNT),
    Column("ratio", _("Existing ÷ required (%)"), Kind.RATIO, ("existing", "required")),
    Column("day", _("Effective"), Kind.DATE),
    Column("state", _("State"), Kind.WORD),
)
ROWS = (
    ("示例", 16, 1, Ratio(1, 16), PartialDate(2027, 3, 16), Word(_("gap"), Tone.BAD)),
    (None, 0, 0, Ratio(0, 0), PartialDate(2027, 3), Word(_("covered"), Tone.GOOD)),
    ("旧", 3, 3, Ratio(3, 3), PartialDate(1899, 12, 31), None),
)


def book(*tables: Table, name: str = "表") -> Workbook:
    sheet = Sheet("s", name, _("Overview"), _("Coverage"), tables)
    return Workbook("b", "覆盖情况", _("Coverage"), (sheet,), DAY)


def sheet_with(table: Table, *, values: bool = False) -> Worksheet:
    return read_back(book(table), values=values).worksheets[0]


@pytest.fixture
def sheet() -> Worksheet:
    return sheet_with(Table("t", COLUMNS, ROWS))


def test_title_second_line_and_headings(sheet: Worksheet) -> None:
    assert sheet["A1"].value == "总览"
    assert sheet["A2"].value == "覆盖情况"
    heads = [cell.value for cell in sheet[HEAD]]
    assert heads == ["名称", "应有数", "现有数", "现有数÷应有数（%）", "实施日期", "覆盖状态"]


def test_ratios_are_formulas_of_the_cells_before_them(sheet: Worksheet) -> None:
    assert sheet["D4"].value == '=IF(B4=0,"—",ROUND(C4/B4*100,1))'
    assert sheet["D4"].number_format == "0.0"
    values = sheet_with(Table("t", COLUMNS, ROWS), values=True)
    assert [values[f"D{row}"].value for row in (4, 5, 6)] == [6.3, "—", 100]


def test_whole_days_are_dates_and_others_text(sheet: Worksheet) -> None:
    assert sheet["E4"].value == datetime(2027, 3, 16)
    assert sheet["E4"].number_format == "yyyy-mm-dd"
    assert sheet["E5"].value == "2027-03"
    assert sheet["E6"].value == "1899-12-31"


def test_states_are_words_and_colours(sheet: Worksheet) -> None:
    assert [sheet[f"F{row}"].value for row in (4, 5, 6)] == ["空白", "已覆盖", None]
    colours = {sheet[f"F{row}"].fill.fgColor.rgb for row in (4, 5, 6)}
    assert len(colours) == 3


def test_head_is_frozen_and_filters_cover_the_data(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:F6"


def test_no_cell_of_the_data_is_merged(sheet: Worksheet) -> None:
    assert sorted(str(merged) for merged in sheet.merged_cells.ranges) == ["A1:F1", "A2:F2"]


def test_page_setup(sheet: Worksheet) -> None:
    assert sheet.page_setup.orientation == "landscape"
    assert str(sheet.page_setup.paperSize) == "9"
    fitted = sheet.sheet_properties.pageSetUpPr
    assert fitted is not None
    assert fitted.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet.print_title_rows == "$3:$3"
    footer = sheet.oddFooter
    assert footer is not None
    assert footer.center.text == "第 &P 页 共 &N 页"


def test_text_wraps_and_rows_are_high_enough() -> None:
    table = Table("t", (Column("a", _("Title")),), (("示例" * 100,), ("短",)))
    sheet = sheet_with(table)
    assert sheet["A4"].alignment.wrap_text
    room = sheet.column_dimensions["A"].width
    needed = 400 / room * 13
    assert needed < sheet.row_dimensions[4].height <= 409
    assert sheet.row_dimensions[5].height < 20


def test_columns_are_neither_too_narrow_nor_too_wide() -> None:
    columns = tuple(Column(f"c{i}", _("Title")) for i in range(12))
    sheet = sheet_with(Table("t", columns, (("示例" * 400, *("短",) * 11),)))
    widths = [dimension.width for dimension in sheet.column_dimensions.values()]
    assert min(widths) >= 9
    assert max(widths) <= 71


def test_an_optional_column_is_left_out_where_no_row_fills_it() -> None:
    columns = tuple(Column(key, _("Title"), optional=key != "a") for key in "abc")
    sheet = sheet_with(Table("t", columns, (("1", None, "3"), ("2", (), None))))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD)]
    assert rows == [["名称", "名称"], ["1", "3"], ["2", None]]


def test_a_sheet_too_wide_for_legible_print_takes_several_pages() -> None:
    columns = tuple(Column(f"c{i}", _("Title")) for i in range(30))
    sheet = sheet_with(Table("t", columns, (("短",) * 30,)))
    fitted = sheet.sheet_properties.pageSetUpPr
    assert fitted is None or not fitted.fitToPage
    assert sheet.page_setup.scale == 70
    assert sheet.print_title_cols == "$A:$B"


def test_the_bracket_of_a_long_heading_stands_on_a_line_of_its_own() -> None:
    heads = ("GB/T 99001-2013（推荐性国家标准）", "GB 99002（国标）")
    texts = tuple(
        Column(str(index), text, bracket_below=True) for index, text in enumerate(heads * 6)
    )
    sheet = sheet_with(Table("t", texts, (("≤ 1",) * 12,)))
    assert [cell.value for cell in sheet[HEAD]][:2] == [
        "GB/T 99001-2013\n（推荐性国家标准）",
        "GB 99002\n（国标）",
    ]
    assert sheet.column_dimensions["A"].width >= 20


def test_sums_are_not_filtered() -> None:
    sheet = sheet_with(Table("t", COLUMNS, ROWS, totals=frozenset({2})))
    assert sheet.auto_filter.ref is None
    assert sheet["A6"].font.b
    assert not sheet["A5"].font.b


def test_two_tables_on_a_sheet_stand_below_each_other() -> None:
    one = Table("one", COLUMNS[:2], (("a", 1),), caption=_("Gaps"))
    two = Table("two", COLUMNS[:2], (("b", 2),), caption=_("Cells"), notes=(_("general"),))
    sheet = read_back(book(one, two)).worksheets[0]
    column = [row[0] for row in sheet.iter_rows(values_only=True)]
    assert column == [
        *("总览", "覆盖情况", "空白清单", "名称", "a", None),
        *("单元格清单", "名称", "b", None, "通用"),
    ]


def test_an_empty_table_says_so() -> None:
    sheet = sheet_with(Table("t", COLUMNS, ()))
    assert "本表无内容。" in [row[0] for row in sheet.iter_rows(values_only=True)]


def test_names_of_sheets_are_legal_and_different() -> None:
    table = Table("t", COLUMNS, ROWS)
    sheets = tuple(Sheet(k, "a/B", _("Gaps"), _("Gaps"), (table,)) for k in "xy")
    read = read_back(Workbook("b", "空白清单", _("Gaps"), sheets, DAY))
    assert read.sheetnames == ["a／B", "a／B (2)"]


HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", "http://example.org", "007", "_x0041_")


def test_nothing_a_user_wrote_becomes_a_formula_a_number_or_a_link() -> None:
    table = Table("t", (Column("a", _("Title")),), tuple((text,) for text in HOSTILE))
    sheet = sheet_with(table)
    for row, text in enumerate(HOSTILE, HEAD + 1):
        cell = sheet.cell(row, 1)
        assert cell.data_type == "s"
        assert cell.hyperlink is None
        if text != "_x0041_":
            assert cell.value == text


def test_a_text_longer_than_a_cell_is_cut_visibly() -> None:
    sheet = sheet_with(Table("t", (Column("a", _("Title")),), (("示" * 40_000,),)))
    value = sheet["A4"].value
    assert isinstance(value, str)
    assert len(value) == 32_767
    assert value.endswith("…")


@pytest.fixture
def _restored_timezone() -> Iterator[None]:
    before = os.environ.get("TZ")
    yield
    os.environ.pop("TZ", None)
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("_restored_timezone")
def test_the_same_tables_give_the_same_bytes_in_every_place_and_second() -> None:
    contents = set()
    for zone in ("Asia/Shanghai", "America/Los_Angeles"):
        os.environ["TZ"] = zone
        time.tzset()
        analysis, report = region()
        contents.add(xlsx_bytes(detail_workbook(analysis, report), ZH))
        time.sleep(1.05)
    assert len(contents) == 1
    with zipfile.ZipFile(BytesIO(contents.pop())) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_is_dated_on_the_as_of_date() -> None:
    read = read_back(book(Table("t", COLUMNS, ROWS)))
    assert read.properties.created == datetime(DAY.year, DAY.month, DAY.day)


def test_a_day_before_the_calendar_of_spreadsheets_makes_a_readable_file() -> None:
    read = read_back(replace(book(Table("t", COLUMNS, ROWS)), as_of=date.min))
    assert read.properties.created == datetime(1900, 1, 1)


TEXTS = st.text(max_size=30)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.integers(0, 10**9), TEXTS), min_size=1, max_size=8))
def test_what_is_written_is_read_back(rows: list[tuple[str, int, str]]) -> None:
    columns = (Column("a", _("Title")), Column("b", _("Count"), Kind.COUNT), Column("c", _("No.")))
    sheet = sheet_with(Table("t", columns, tuple(rows)))
    for written, read in zip(rows, written_rows(sheet, HEAD, len(rows)), strict=True):
        assert read == [clean(written[0]) or None, written[1], clean(written[2]) or None]


@pytest.mark.parametrize("kind", ["detail", "statistics", "coverage"])
def test_every_sheet_of_the_deliverables_opens_with_title_day_and_doubt(kind: str) -> None:
    analysis, report = region()
    workbook = {
        "detail": detail_workbook(analysis, report),
        "statistics": statistics_workbook(analysis),
        "coverage": coverage_workbook(analysis),
    }[kind]
    for sheet in visible(read_back(workbook)):
        assert "示例" in str(sheet["A1"].value)
        second = str(sheet["A2"].value)
        assert second.startswith(f"统计截止日期：{date(2026, 11, 22)}；其中按推定或未核实 ")
