import csv
import json
from datetime import date, datetime
from pathlib import Path

import pytest

from stdsys.messages import _
from stdsys.output.atomic import OutputError
from stdsys.output.json.tables import json_text, write_json
from stdsys.output.tables.rendering import percent
from stdsys.output.tables.table import Cell, Column, Ratio, Sheet, Table, Workbook
from stdsys.output.tables.workbooks import (
    coverage_workbook,
    detail_workbook,
    statistics_workbook,
)
from stdsys.output.workbooks.csv_tables import write_csv
from tests.output.region_of_tables import DAY, ZH, read_back, region, visible

BOM = b"\xef\xbb\xbf"


def small(*texts: str) -> Workbook:
    table = Table("t", (Column("a", _("Title")),), tuple((text,) for text in texts))
    return Workbook(
        "b",
        "覆盖情况",
        _("Coverage"),
        (Sheet("s", "表", _("Gaps"), _("Gaps"), (table,)),),
        DAY,
    )


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1"])
def test_what_a_spreadsheet_would_calculate_is_marked_as_text(text: str, tmp_path: Path) -> None:
    (path,) = write_csv(small(text), tmp_path, ZH)
    assert rows_of(path) == [["名称"], ["'" + text]]


def test_other_texts_are_written_as_they_are(tmp_path: Path) -> None:
    texts = ("GB/T 99001-2013", '有"引号"，和,逗号', "两\n行", "1-009")
    (path,) = write_csv(small(*texts), tmp_path, ZH)
    assert [row[0] for row in rows_of(path)[1:]] == list(texts)


def test_excel_knows_the_file_for_utf_8(tmp_path: Path) -> None:
    (path,) = write_csv(small("示例"), tmp_path, ZH)
    assert path.name == "覆盖情况-表.csv"
    assert path.read_bytes().startswith(BOM)


def test_a_name_that_climbs_out_of_the_folder_stays_in_it(tmp_path: Path) -> None:
    table = Table("t", (Column("a", _("Title")),), ())
    sheet = Sheet("s", "../../up", _("Gaps"), _("Gaps"), (table,))
    (path,) = write_csv(Workbook("b", "覆盖情况", _("Coverage"), (sheet,), DAY), tmp_path, ZH)
    assert path.parent == tmp_path
    assert path.exists()


def test_tables_that_are_alike_are_told_apart_by_their_captions(tmp_path: Path) -> None:
    columns = (Column("a", _("Title")),)
    tables = tuple(Table(key, columns, (), caption=_(key)) for key in ("Gaps", "Cells"))
    one = Sheet("s", "表", _("Gaps"), _("Gaps"), tables)
    alike = Sheet("s", "表", _("Gaps"), _("Gaps"), tables, alike=True)
    names = [
        [path.name for path in write_csv(Workbook("b", "示", _("Gaps"), (s,), DAY), tmp_path, ZH)]
        for s in (one, alike)
    ]
    assert names == [
        ["示-表.csv", "示-表-单元格清单.csv"],
        ["示-表-空白清单.csv", "示-表-单元格清单.csv"],
    ]


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError):
        write_csv(small("示例"), tmp_path / "out", ZH)
    with pytest.raises(OutputError):
        write_json(small("示例"), tmp_path / "out" / "b.json", ZH)


def workbooks() -> dict[str, Workbook]:
    analysis, report = region()
    return {
        "detail": detail_workbook(analysis, report),
        "statistics": statistics_workbook(analysis),
        "coverage": coverage_workbook(analysis),
    }


@pytest.mark.parametrize("kind", ["detail", "statistics", "coverage"])
def test_csv_json_and_xlsx_say_the_same(kind: str, tmp_path: Path) -> None:
    workbook = workbooks()[kind]
    paths = iter(write_csv(workbook, tmp_path, ZH))
    in_json = json.loads(json_text(workbook, ZH))["tables"]
    for sheet, written in zip(
        workbook.sheets, visible(read_back(workbook, values=True)), strict=True
    ):
        lines = [list(row) for row in written.iter_rows(values_only=True)]
        start = 0
        for table in sheet.tables:
            in_csv = rows_of(next(paths))
            heads = list(in_json[table.key]["columns"].values())
            kept = [table.columns.index(column) for column in table.filled.columns]
            left_out = [index for index in range(len(heads)) if index not in kept]
            shown = [heads[index] for index in kept]
            start = next(i for i in range(start, len(lines)) if lines[i][: len(kept)] == shown)
            assert in_csv[0] == heads
            for offset, row in enumerate(in_json[table.key]["rows"], 1):
                in_xlsx = [_printed(cell) for cell in lines[start + offset][: len(kept)]]
                cells = [cell.removeprefix("'") for cell in in_csv[offset]]
                assert [cells[index] for index in kept] == in_xlsx
                assert _from_json(row, table.rows[offset - 1]) == cells
                assert not any(cells[index] for index in left_out)
            start += len(table.rows)
            assert len(in_csv) - 1 == len(in_json[table.key]["rows"]) == len(table.rows)
    assert next(paths, None) is None


def _printed(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float):
        return f"{cell:g}" if cell != int(cell) else f"{cell:.1f}"
    return "" if cell is None else str(cell)


def _from_json(row: dict[str, object], cells: tuple[Cell, ...]) -> list[str]:
    """Return a row as printed; a fraction as the percentage of the ratio that it is."""
    printed = []
    for value, cell in zip(row.values(), cells, strict=True):
        if isinstance(cell, Ratio):
            assert value == cell.fraction
            printed.append(percent(cell.part, cell.whole))
        else:
            printed.append(_printed(value))
    return printed


def test_json_has_stable_keys_and_fractions(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    write_json(workbooks()["statistics"], path, ZH)
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["workbook"] == "statistics"
    assert date.fromisoformat(document["as_of"]) == DAY
    assert list(document["tables"]) == [
        *("s1", "s2-existing", "s2-required", "stage-existing", "stage-required")
    ]
    total = document["tables"]["s1"]["rows"][-1]
    assert list(total) == ["block", "line", "required", "existing", "ratio"]
    assert total["ratio"] == total["existing"] / total["required"]
    assert percent(total["existing"], total["required"]) == "57.1"
