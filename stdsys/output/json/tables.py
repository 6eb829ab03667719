"""Tables as JSON: keys are stable in every language, values read like the workbook's."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from stdsys.messages import Translator
from stdsys.output.atomic import write_text
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.table import Cell, Ratio, Sheet, Table, Workbook


def write_json(workbook: Workbook, path: Path, say: Translator) -> None:
    """Write all tables of a workbook to one file; OutputError if it cannot be written."""
    write_text(path, json_text(workbook, say))


def json_text(workbook: Workbook, say: Translator) -> str:
    """Return the tables: `{"workbook", "name", "as_of", "tables": {KEY: {…, "rows": [{…}]}}}`.

    A row maps column keys to values; days are ISO 8601, empty cells null, and ratios fractions,
    even where the heading for people speaks of per cent.
    """
    render = Renderer(say)
    document = {
        "workbook": workbook.key,
        "name": render.text(workbook.name),
        "as_of": workbook.as_of.isoformat(),
        "tables": {table.key: _table(sheet, table, render) for sheet, table in workbook.tables()},
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _table(sheet: Sheet, table: Table, render: Renderer) -> dict[str, Any]:
    keys = [column.key for column in table.columns]
    return {
        "sheet": render.text(sheet.name),
        "title": render.text(sheet.title),
        "subtitle": render.second_line(sheet),
        "columns": {column.key: render.text(column.title) for column in table.columns},
        "rows": [
            {key: _value(cell, render) for key, cell in zip(keys, row, strict=True)}
            for row in table.rows
        ],
        "notes": [render.text(note) for note in table.notes],
    }


def _value(cell: Cell, render: Renderer) -> str | int | float | None:
    if isinstance(cell, Ratio):
        return cell.fraction
    value = render(cell)
    return value.isoformat() if isinstance(value, date) else value
