"""Lists of standards as they come: what a register takes from their rows, and what it refuses."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.intake.refused import IntakeError
from stdsys.intake.register_import import import_lists
from stdsys.intake.register_rows import PLAIN_ENTERPRISE, ReadList, lists_of, understood
from stdsys.numbers import read
from stdsys.register.facts import FACTS, Statement

HEAD = "序号,标准编号,标准名称,标准状态,发布日期,实施日期,废止日期,代替标准,被代替标准"


def lists(path: Path) -> list[tuple[ReadList, list[Statement]]]:
    found = lists_of(path, mapping={}, told=lambda _done, _of: None)
    return [(one, list(one.statements())) for one in found]


def facts(statement: Statement) -> dict[str, str]:
    return {name: value for name, value in zip(FACTS, statement.values, strict=True) if value}


def statements(path: Path) -> list[Statement]:
    return [statement for _list, some in lists(path) for statement in some]


def workbook(path: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet(f"表{number}")
        assert sheet is not None
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_text_tables(tmp_path: Path, encoding: str, separator: str) -> None:
    row = "1,gb/t99001—2020,《示例种植规范》,现行,2020/3/1,2020年9月1日,—,GB/T 99001-2010,无"
    text = f"示例目录\n{HEAD}\n{row}\n\n".replace(",", separator)
    if separator == ";":
        text = text.replace("示例目录\n", f"示例目录{separator * 8}\n")
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    (found,) = statements(path)
    assert (found.key, found.row) == ("GB/T 99001-2020", 3)
    assert facts(found) == {
        "title": "示例种植规范",
        "status": "in-force",
        "issued": "2020-03-01",
        "effective": "2020-09-01",
        "replaces": "GB/T 99001-2010",
    }


def test_workbooks_with_several_sheets(tmp_path: Path) -> None:
    import datetime

    path = workbook(
        tmp_path / "list.xlsx",
        [["说明"], ["没有标准"]],
        [["标准号", "标准名称", "实施日期"], ["GB 99004-2021", "示例", datetime.date(2022, 1, 1)]],
        [["标准号", "标准名称"], ["GB/T 99005-2022", "示例二"], [None, None]],
    )
    found = lists(path)
    assert [one.file for one, _some in found] == [f"list.xlsx/{s}" for s in ("Sheet", "表1", "表2")]
    assert [one.headed for one, _some in found] == [False, True, True]
    assert [facts(s) for _one, some in found for s in some] == [
        {"title": "示例", "effective": "2022-01-01"},
        {"title": "示例二"},
    ]
    taken = import_lists([path], tmp_path / "r.sqlite", dated="2026", source=None, mapping={})
    assert [one.taken.new for one in taken] == [1, 1]


def test_objects_by_field_or_by_heading(tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    path.write_text(
        '{"标准号": "GB 99004-2021", "title": "示例", '
        '"replaces": ["GB 99003-2001", "GB 99002-1999"]}\n'
        '[1]\n{"number": 5}\nnull\n{"number": "GB 99005-2021", "ics": {"a": 1}}\n'
        + "[" * 100_000
        + "\n",
        encoding="utf-8",
    )
    ((one, found),) = lists(path)
    assert [s.key for s in found] == ["GB 99004-2021", "GB 99005-2021"]
    assert facts(found[0])["replaces"] == "GB 99003-2001;GB 99002-1999"
    assert one.counts() == (6, 4)


@pytest.mark.parametrize(
    ("texts", "keys"),
    [
        ({"number": "GB/T 99001-2020/XG1-2022", "title": "第1号修改单"}, []),
        ({"number": "GB/T 99001（所有部分）"}, []),
        ({"number": "T/EXA XXX-2026"}, []),
        ({"number": "拟制定", "title": "示例"}, []),
        ({"title": "示例"}, []),
        ({"number": "GB/T 99001-2020、GB/T 99002-2020"}, ["GB/T 99001-2020", "GB/T 99002-2020"]),
        ({"number_title": "GB/T 99001-2020 示例规范"}, ["GB/T 99001-2020"]),
        ({"title": "示例规范 GB/T 99001-2020"}, ["GB/T 99001-2020"]),
        ({"number": "GB/T 99001"}, ["GB/T 99001"]),
    ],
)
def test_which_editions_a_row_names(texts: dict[str, str], keys: list[str]) -> None:
    assert [key for key, _values in understood(texts)] == keys


_FIGURES, _LETTERS = st.text("0123456789", max_size=6), st.text("ACGJQSTXYZ", max_size=8)


@settings(max_examples=150, deadline=None)
@given(
    before=_FIGURES,
    letters=_LETTERS.filter(lambda text: len(text) > 1),
    after=_FIGURES,
    serial=st.integers(1, 99_999),
    food=st.sampled_from(["", "S"]),
    year=st.integers(1980, 2099),
)
def test_a_plain_enterprise_number_is_its_own_key(
    before: str, letters: str, after: str, serial: int, food: str, year: int
) -> None:
    text = f"Q/{before}{letters}{after} {serial:03d}{food}-{year}"
    assert PLAIN_ENTERPRISE.fullmatch(text)
    number = read(text).number
    assert number is not None
    assert number.edition_key == text
    assert (number.amendment, number.all_parts, number.placeholder) == (None, False, False)


def refused(path: Path) -> str:
    with pytest.raises(IntakeError) as error:
        lists(path)
    return error.value.message.msgid


def test_files_that_are_no_lists(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert "is no file" in refused(path)
    for content, said in (
        (b"", "is empty"),
        (b"%PDF-1.4", "is no workbook but"),
        (b"PK\x03\x04half", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 EncryptedPackage", "is no workbook but"),
        ("标准号,标准名称\n".encode() + b"\xff\xff\xff", "no encoding"),
        (("标准号\n" + "长" * 1_100_000).encode(), "too long"),
        (('标准号\n"' + "长\n" * 100_000).encode(), "quotation"),
    ):
        path.write_bytes(content)
        assert said in refused(path), content[:20]


def test_a_workbook_with_a_broken_sheet(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "whole.xlsx", [["标准号", "标准名称"], ["GB 99004-2021", "示例"]])
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)
    assert "damaged" in refused(broken)


def test_a_workbook_that_unpacks_to_too_much(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "whole.xlsx", [["标准号", "标准名称"], ["GB 99004-2021", "示例"]])
    with (
        zipfile.ZipFile(whole, "a", zipfile.ZIP_DEFLATED) as package,
        package.open("xl/other.xml", "w") as part,
    ):
        for _step in range(257):
            part.write(b" " * (1 << 20))
    assert "too large" in refused(whole)
