"""Files of every kind as grids; hostile and wrong ones as one sentence."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from stdsys.intake.drafts import RowOutcome
from stdsys.intake.grids import read_grids
from stdsys.intake.refused import IntakeError
from stdsys.intake.understanding import read_workbook
from stdsys.messages import Language, translator

FILES = Path(__file__).parent / "files"
SAY = translator(Language.EN)
TABLE = (
    "序号,标准号,标准名称,备注\n1,GB/T 99001—2016,示例竹器 术语,\n2,LY/T 99002-2018,示例竹席,试用\n"
)


def refusal(path: Path) -> str:
    with pytest.raises(IntakeError) as refused:
        read_grids(path)
    return SAY(refused.value.message)


@pytest.mark.parametrize("name", ["old.xls", "old.ods"])
def test_workbooks_of_other_programs_read_alike(name: str) -> None:
    intake = read_workbook([FILES / name])
    assert [row.outcome for row in intake.rows] == [
        RowOutcome.NOTE,
        RowOutcome.HEADER,
        RowOutcome.IMPORTED,
        RowOutcome.IMPORTED,
        RowOutcome.TOTAL,
    ]
    assert {draft.number: dict(draft.facts) for draft in intake.standards} == {
        "GB/T 99001-2016": {
            "title": "示例竹器 术语",
            "issued": "2016-02-24",
            "effective": "2016-09-01",
        },
        "LY/T 99002-2018": {"title": "示例竹席", "issued": "2018-12", "effective": "2019-05-01"},
    }
    assert [system.name for system in intake.systems] == ["示例市竹器标准体系"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_tables_in_all_encodings(encoding: str, separator: str, tmp_path: Path) -> None:
    path = tmp_path / "示例.csv"
    path.write_bytes(TABLE.replace(",", separator).replace("\n", "\r\n").encode(encoding))
    intake = read_workbook([path])
    assert [row.outcome for row in intake.rows] == [RowOutcome.HEADER] + [RowOutcome.IMPORTED] * 2
    assert [draft.facts["title"] for draft in intake.standards] == ["示例竹器 术语", "示例竹席"]
    assert intake.systems[0].entries[1].fields == {"notes": "试用"}


def test_values_of_cells(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["文本", 1, 1.5, date(2020, 1, 2), True])
    sheet["A3"] = "=1+1"
    sheet.merge_cells("A1:B1")
    book.create_sheet("隐藏").append(["x"])
    book.worksheets[1].sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    first, second = read_grids(path)
    assert first.rows[0] == ("文本", "", "1.5", "2020-01-02", "TRUE")
    assert (first.merges[0].left, first.merges[0].right) == (0, 1)
    assert (first.hidden, second.hidden) == (False, True)
    assert first.unstored == 1, "a formula that no program has computed"
    said = [SAY(remark.message) for remark in read_workbook([path]).remarks]
    assert said[0].startswith("1 formulas have no stored value")
    assert said[1].startswith("the sheet is hidden")


def test_macros_links_and_pictures_stay_behind(tmp_path: Path) -> None:
    book = Workbook()
    for row in TABLE.splitlines():
        book.worksheets[0].append(row.split(","))
    plain, path = tmp_path / "plain.xlsx", tmp_path / "macros.xlsm"
    book.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for info in source.infolist():
            target.writestr(info, source.read(info))
        target.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 macro")
        target.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")
        target.writestr("xl/media/image1.png", b"\x89PNG")
    assert len(read_workbook([path]).standards) == 2


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open("xl/worksheets/sheet1.xml", "w") as part:
            for _round in range(257):
                part.write(b" " * (1 << 20))
    assert path.stat().st_size < 2_000_000
    assert "unpacks to more than 256 MiB" in refusal(path)


def test_a_directory_that_lies_about_sizes_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "lie.xlsx"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook>" + " " * 5000 + "</workbook>")
    data = stream.getvalue()
    path.write_bytes(data.replace((5021).to_bytes(4, "little"), (9).to_bytes(4, "little")))
    assert refusal(path) == "lie.xlsx is damaged: half of it may be missing"


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("XFD190000", "190000 rows by 16384 columns are too many to read"),
        ("A1048576", "1048576 rows, at most 200000 are read"),
    ],
)
def test_a_stray_cell_far_away_makes_no_giant(cell: str, sentence: str, tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "明细"
    book.worksheets[0][cell] = "x"
    path = tmp_path / "far.xlsx"
    book.save(path)
    assert f"far.xlsx, sheet 明细: {sentence}" in refusal(path)


def test_empty_formatted_rows_are_no_rows(tmp_path: Path) -> None:
    book = Workbook()
    for row in TABLE.splitlines():
        book.worksheets[0].append(row.split(","))
    plain, path = tmp_path / "plain.xlsx", tmp_path / "long.xlsx"
    book.save(plain)
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(4, 50_000))
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename.endswith("sheet1.xml"):
                data = data.replace(b"</sheetData>", empty.encode() + b"</sheetData>")
            target.writestr(info, data)
    assert len(read_grids(path)[0].rows) == 3


def test_an_ods_that_repeats_a_cell_a_billion_times(tmp_path: Path) -> None:
    path = tmp_path / "many.ods"
    with zipfile.ZipFile(FILES / "old.ods") as source, zipfile.ZipFile(path, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == "content.xml":
                start = data.index(b"<table:table-cell", data.index(b"office:value-type") - 200)
                tag = b'<table:table-cell table:number-columns-repeated="16384"'
                data = data[:start] + tag + data[start + len(b"<table:table-cell") :]
                row = data.rindex(b"<table:table-row", 0, start)
                repeated = b'<table:table-row table:number-rows-repeated="100000"'
                data = data[:row] + repeated + data[row + len(b"<table:table-row") :]
            target.writestr(info, data)
    assert "are too many to read" in refusal(path)


def test_files_that_are_no_workbooks(tmp_path: Path) -> None:
    word = tmp_path / "renamed.xlsx"
    Document().save(str(word))
    assert refusal(word) == (
        "renamed.xlsx is no workbook but a Word document; "
        "copy its tables into a workbook and save it as .xlsx"
    )
    kinds = {
        "a.xlsx": (b"", "a.xlsx is empty"),
        "b.xlsx": (b"%PDF-1.7\n", "b.xlsx is no workbook but PDF; ask for the workbook"),
        "c.xls": (b"<html><table><tr><td>x</td></tr></table></html>", "but HTML/XML; open it in"),
        "d.csv": (b"\x00\x01\x02\x03" * 20, "but a binary file; open it in Excel or WPS"),
        "e.xlsx": (b"PK\x03\x04broken", "e.xlsx is damaged: half of it may be missing"),
        "f.csv": (b'a,b\n"never closed' + b"x" * 140_000, "f.csv, row 2: a quotation mark"),
        "g.csv": (b"\xff\xff\xff\xff\x81", "g.csv is text in no encoding that is known here"),
        "h.xls": (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + b"\0" * 600,
            "h.xls is damaged",
        ),
        "i.xlsx": (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "i.xlsx is protected by a password",
        ),
    }
    for name, (data, sentence) in kinds.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert sentence in refusal(path)
    assert refusal(tmp_path).endswith("is no file")


def test_a_truncated_workbook(tmp_path: Path) -> None:
    path = tmp_path / "half.ods"
    path.write_bytes((FILES / "old.ods").read_bytes()[:9000])
    assert refusal(path) == "half.ods is damaged: half of it may be missing"
