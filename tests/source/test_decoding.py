import codecs
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.source.decoding import (
    MAX_BYTES,
    Problem,
    decode,
    forbidden_character,
    line_starts,
    locate,
    read_bytes,
)

TITLE = "title: 茶叶标准（示例）\n"


def problem_of(data: bytes) -> Problem:
    problem = decode(data)
    assert isinstance(problem, Problem)
    return problem


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_utf8_text_comes_back_without_mark_and_with_its_line_ends(mark: bytes, end: str) -> None:
    text = f"title: 示例{end}note: 𠮷😀{end}"
    assert decode(mark + text.encode()) == text


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"") == ""
    assert decode(codecs.BOM_UTF8) == ""


def test_a_gb18030_file_is_named_and_its_first_bad_byte_placed() -> None:
    problem = problem_of(f"# ascii\r\nid: a\r\n{TITLE}".encode("gb18030"))
    assert (problem.code, problem.line, problem.column) == ("Y001", 3, 8)
    assert "GB18030" in problem.message.msgid
    assert problem.hint is not None
    assert problem.hint.values["encoding"] == "GB18030"


def test_columns_before_a_bad_byte_count_characters_and_not_the_mark() -> None:
    problem = problem_of(codecs.BOM_UTF8 + "a: 茶𠮷😀".encode() + b"\xff")
    assert (problem.code, problem.line, problem.column) == ("Y001", 1, 7)


def test_a_damaged_utf8_file_is_not_taken_for_gb18030() -> None:
    data = (TITLE * 5).encode() + "备注".encode("gb18030") + b"\n"
    data.decode("gb18030")  # the whole of it would decode, to nonsense
    problem = problem_of(data)
    assert (problem.line, problem.column) == (6, 1)
    assert "GB18030" not in problem.message.msgid


def test_bytes_that_no_encoding_explains_are_only_placed() -> None:
    problem = problem_of(b"a: 1\nb: \xff\xff\n")
    assert (problem.code, problem.line, problem.column) == ("Y001", 2, 4)
    assert problem.message.values == {"byte": "0xFF"}


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_wider_encodings_are_named(codec: str, name: str) -> None:
    problem = problem_of(TITLE.encode(codec))
    assert (problem.code, problem.line, problem.column) == ("Y001", 1, 1)
    assert problem.message.values == {"encoding": name}
    assert problem.hint is not None
    assert problem.hint.values == {"encoding": name}


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"PK\x03\x04\x00\x00\xff\xfe", 1, 5),
        ("a: 茶\nb".encode() + b"\0\0\0", 2, 2),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 3, 1),
    ],
)
def test_a_binary_file_is_called_one(data: bytes, line: int, column: int) -> None:
    problem = problem_of(data)
    assert problem.message.msgid == "a binary file, not YAML"
    assert (problem.code, problem.line, problem.column) == ("Y001", line, column)


@pytest.mark.parametrize(
    "character", ["\x07", "\x1b", "\x7f", "\x80", "\x9f", "\ufffe", "\uffff", "\x0b", "\x0c"]
)
def test_a_character_that_yaml_forbids_is_a_syntax_problem(character: str) -> None:
    problem = problem_of(f"a: 1\r\nb: 茶𠮷{character}x\n".encode())
    assert (problem.code, problem.line, problem.column) == ("Y002", 2, 6)
    assert problem.message.values == {"character": f"U+{ord(character):04X}"}


@pytest.mark.parametrize("codes", [range(0x3000), range(0xD700, 0xD800), range(0xE000, 0x11000)])
def test_decoding_refuses_what_yaml_forbids_and_nothing_else(codes: range) -> None:
    for character in map(chr, codes):
        refused = isinstance(decode(f"x{character}".encode()), Problem)
        assert refused == (forbidden_character(character) is not None or character == "\0")


def test_characters_that_yaml_allows_pass() -> None:
    text = "\t\x85\xa0\u2028\u3000\ud7ff\ue000\ufffd\U00010000\U0010ffff"
    assert forbidden_character(text) is None
    assert decode(text.encode()) == text


@settings(max_examples=150)
@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_a_problem_within_them(data: bytes) -> None:
    result = decode(data)
    if isinstance(result, Problem):
        assert result.code in {"Y001", "Y002"}
        lines = re.split(rb"\r\n?|\n", data)
        assert 1 <= result.line <= len(lines)
        assert 1 <= result.column <= len(lines[result.line - 1]) + 1
    else:
        assert result.encode() == data.removeprefix(codecs.BOM_UTF8)


@settings(max_examples=100)
@given(st.text(alphabet="a茶𠮷\r\n\u2028", max_size=30))
def test_locating_counts_the_lines_an_editor_counts(text: str) -> None:
    starts = line_starts(text)
    lines = re.split(r"\r\n?|\n", text)
    assert len(starts) == len(lines)
    for number, (start, line) in enumerate(zip(starts, lines, strict=True), 1):
        assert text.startswith(line, start)
        assert locate(starts, start) == (number, 1)
        assert locate(starts, start + len(line)) == (number, len(line) + 1)


def test_reading_returns_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "示例.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    assert read_bytes(path) == b"\xef\xbb\xbfa: 1\r\n"


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.touch()
    os.truncate(path, MAX_BYTES)
    assert len(read_bytes(path)) == MAX_BYTES  # type: ignore[arg-type]
    os.truncate(path, MAX_BYTES + 1)
    problem = read_bytes(path)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.line, problem.column) == ("Y004", 1, 1)
    assert problem.message.values == {"size": "10.0", "limit": 10}


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "below a file"])
def test_what_cannot_be_read_is_said(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.yaml"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "below a file":
        path.touch()
        path = path / "b.yaml"
    problem = read_bytes(path)
    assert isinstance(problem, Problem)
    assert problem.code == "Y001"
    assert problem.message.msgid.startswith("cannot be read: ")
