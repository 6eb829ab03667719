"""A user's own workbook, made by hand as consultants make them."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

HEADS = ("序号", "标准名称", "标准编号", "标准状态", "实施日期", "实施情况", "备注")
HEAD_ROW = 3


def template(path: Path, prepared: int = 2, heads: tuple[str, ...] = HEADS) -> Path:
    """Write a template: a title over the whole width, headings, empty rows, notes, signatures."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "明细"
    last = chr(ord("A") + len(heads) - 1)
    sheet.merge_cells(f"A1:{last}1")
    sheet["A1"] = "{{ system }}明细表（{{ as_of }}，{{count}}项）"
    sheet["A1"].font = Font(name="黑体", size=18)
    sheet.row_dimensions[1].height = 40
    sheet["A2"] = "编制单位：{{ unit }}"
    thin = Side(style="thin")
    frame = Border(left=thin, right=thin, top=thin, bottom=thin)
    for column, head in enumerate(heads, 1):
        cell = sheet.cell(HEAD_ROW, column, head)
        cell.border, cell.fill = frame, PatternFill("solid", fgColor="1F4E78")
    for row in range(HEAD_ROW + 1, HEAD_ROW + 1 + prepared):
        for column in range(1, len(heads) + 1):
            empty = sheet.cell(row, column)
            empty.border, empty.font = frame, Font(name="仿宋", size=12)
            empty.alignment = Alignment(vertical="center")
        sheet.row_dimensions[row].height = 24
    below = HEAD_ROW + prepared + 2
    sheet.cell(below, 1, "注：示例说明。")
    sheet.merge_cells(f"A{below}:{last}{below}")
    sheet.cell(below + 1, 1, "审核：")
    sheet.row_dimensions[below + 1].height = 33
    for letter, width in {"B": 30, "C": 20, "E": 14, "G": 60}.items():
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "3:3"
    sheet.freeze_panes = "A4"
    sheet.auto_filter.ref = f"A3:{last}{HEAD_ROW + prepared}"
    assert sheet.oddFooter is not None
    sheet.oddFooter.center.text = "第&P页"
    book.save(path)
    return path
