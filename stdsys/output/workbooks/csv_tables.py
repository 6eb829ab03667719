"""Tables as csv files: UTF-8 with a mark by which Excel knows it, one file a table."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path

from stdsys.messages import Translator
from stdsys.output.atomic import atomic_file
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.table import Table, Workbook
from stdsys.output.workbooks.sheet_names import sheet_names

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula, in either width."""
_FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")


def write_csv(workbook: Workbook, folder: Path, say: Translator) -> list[Path]:
    """Write every table to a file «workbook-sheet.csv» of a folder and return the paths in order.

    A sheet's second table adds its caption to the name, and the first one of tables that are alike
    does, too. OutputError if a file cannot be written.
    """
    render = Renderer(say)
    names = sheet_names(render.text(sheet.name) for sheet in workbook.sheets)
    paths = []
    for name, sheet in zip(names, workbook.sheets, strict=True):
        for index, table in enumerate(sheet.tables):
            parts = [workbook.stem, name]
            if (index or sheet.alike) and table.caption is not None:
                parts.append(render.text(table.caption))
            path = folder / ("-".join(parts).translate(_FORBIDDEN) + ".csv")
            with atomic_file(path) as draft:
                draft.write_text(csv_text(table, render), encoding="utf-8-sig", newline="")
            paths.append(path)
    return paths


def csv_text(table: Table, render: Renderer) -> str:
    """Return a table as csv: a line of headings, then the rows. Ratios are percentages."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow([_safe(render.text(column.title)) for column in table.columns])
    for row in table.rows:
        writer.writerow([_printed(render(cell)) for cell in row])
    return file.getvalue()


def _printed(value: str | int | float | date | None) -> str:
    match value:
        case None:
            return ""
        case str():
            return _safe(value)
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _safe(text: str) -> str:
    """Mark as text, by an apostrophe, what a spreadsheet would calculate."""
    return f"'{text}" if text.startswith(_FORMULA) else text
