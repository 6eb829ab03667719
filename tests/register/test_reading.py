"""Questions to a register, and files that are none."""

import sqlite3
from pathlib import Path

import pytest

from stdsys.numbers import parse
from stdsys.register.reading import Register
from stdsys.register.refusal import RegisterError
from tests.register.registers import register_of

ROWS: tuple[dict[str, object], ...] = (
    {"number": "GB/T 99001-2010", "title": "示例油茶籽", "status": "被代替"},
    {"number": "GB/T 99001-2020", "title": "示例油茶籽油", "replaces": "GB/T 99001-2010"},
    {"number": "GB/T 99001.2-2021", "title": "示例茶叶 第2部分"},
    {"number": "GB/T 9900-2021", "title": "示例水果"},
    {"number": "T/EXA 007-2022", "title": "示例茶油"},
)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return register_of(tmp_path, *ROWS)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("油茶", ["GB/T 99001-2020", "GB/T 99001-2010"]),
        ("油茶籽油", ["GB/T 99001-2020"]),
        ("籽油", ["GB/T 99001-2020"]),
        ("茶 第2部分", ["GB/T 99001.2-2021"]),
        ("叶", ["GB/T 99001.2-2021"]),
        ("gb/t 99001", ["GB/T 99001-2020", "GB/T 99001.2-2021", "GB/T 99001-2010"]),
        ("GB/T 9900", ["GB/T 9900-2021"]),
        ("GB/T 99001—2020", ["GB/T 99001-2020"]),
        ("GB/T 99001-1999", ["GB/T 99001-2020", "GB/T 99001-2010"]),
        ("99001.2", ["GB/T 99001.2-2021"]),
        ("007-2022", ["T/EXA 007-2022"]),
        ("exa", ["T/EXA 007-2022"]),
        ("柑橘", []),
        ('" OR "', []),
    ],
)
def test_search(register: Register, asked: str, numbers: list[str]) -> None:
    assert [one.key for one in register.search(asked).standards] == numbers


def test_search_shows_as_many_as_asked_for(register: Register) -> None:
    found = register.search("示例", most=2)
    assert len(found.standards) == 2
    assert found.more


def test_lookup_leaves_out_what_is_not_known(register: Register) -> None:
    assert register.lookup(["GB/T 99001-2010", "GB/T 99001-2011"]).keys() == {"GB/T 99001-2010"}


def test_lookup_in_batches(tmp_path: Path) -> None:
    numbers = [f"GB/T {n}-2020" for n in range(91_000, 92_234)]
    rows: list[dict[str, object]] = [{"number": number} for number in numbers]
    register = register_of(tmp_path, *rows)
    assert register.lookup(numbers).keys() == set(numbers)


def test_editions_of_a_family_and_no_other(register: Register) -> None:
    assert register.editions(parse("GB/T 99001")) == ("GB/T 99001-2010", "GB/T 99001-2020")


def test_what_it_covers(register: Register) -> None:
    assert register.covers("T/")
    assert not register.covers("NY/T ")


def test_contents(register: Register) -> None:
    contents = register.contents()
    assert contents.standards == 5
    assert [(one.source, one.dated, one.rows) for one in contents.origins] == [
        ("示例登记库", "2026-11-01", 5)
    ]


def _said(path: Path) -> str:
    with pytest.raises(RegisterError) as refused:
        _ask_everything(path)
    return refused.value.message.msgid


def _ask_everything(path: Path) -> None:
    with Register(path) as register:
        register.contents()
        register.search("油茶")
        register.lookup(["GB/T 99001-2010"])


def test_files_that_are_no_register(tmp_path: Path) -> None:
    assert "there is no register" in _said(tmp_path / "absent.sqlite")
    assert "is no register" in _said(tmp_path)
    for content in (b"", b"words", b"SQLite format 3\0"):
        (tmp_path / "other").write_bytes(content)
        assert "regist" in _said(tmp_path / "other")
    connection = sqlite3.connect(tmp_path / "foreign.sqlite")
    connection.execute("CREATE TABLE standard (key TEXT)")
    connection.close()
    assert "is no register" in _said(tmp_path / "foreign.sqlite")


def test_a_register_with_more_in_it_than_ours_is_not_asked(
    tmp_path: Path, register: Register
) -> None:
    register.close()
    connection = sqlite3.connect(register.path)
    connection.execute("CREATE VIEW other AS SELECT * FROM standard")
    connection.close()
    assert "is no register" in _said(register.path)


def test_a_register_of_a_newer_stdsys(register: Register) -> None:
    register.close()
    connection = sqlite3.connect(register.path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "newer" in _said(register.path)


def test_a_damaged_register(register: Register) -> None:
    register.close()
    content = bytearray(register.path.read_bytes())
    for place in range(4096, len(content)):
        content[place] = place * 7 % 256
    register.path.write_bytes(content)
    assert "damaged" in _said(register.path)


def test_an_import_that_was_cut_off_is_seen(register: Register) -> None:
    register.close()
    register.path.with_name(register.path.name + "-journal").write_bytes(b"half")
    assert "cut off" in _said(register.path)


def test_questions_write_nothing(register: Register) -> None:
    before = {path.name: path.read_bytes() for path in register.path.parent.iterdir()}
    register.search("油茶")
    register.lookup(["GB/T 99001-2010"])
    assert {path.name: path.read_bytes() for path in register.path.parent.iterdir()} == before
