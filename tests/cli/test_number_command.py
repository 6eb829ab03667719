"""`stdsys number`, through a small application."""

import json
import sys
import time

import pytest
import typer
from typer.testing import CliRunner

from stdsys.cli.number import number

app = typer.Typer()
app.command("number")(number)


def _run(*arguments: str, given: str | bytes | None = None) -> tuple[int, list[str]]:
    result = CliRunner().invoke(app, ["--lang", "en", *arguments], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout_bytes.decode("utf-8").splitlines()


def test_arguments() -> None:
    code, lines = _run("GB/T9833.9—2013", "GBT 191-2008")
    assert code == 0
    assert lines == [
        "ok\tGB/T 9833.9-2013\tGB/T9833.9—2013\t",
        "warn\tGB/T 191-2008\tGBT 191-2008\tthe slash of the code is missing",
    ]


def test_numbers_as_people_type_them() -> None:
    code, lines = _run(given="《GB/T 1002－2018》\n GB 1—2010 \nGB 1\u00ad2010\nGB 1-2010\n")
    assert code == 0
    assert lines == [
        "ok\tGB/T 1002-2018\t《GB/T 1002－2018》\t",
        "ok\tGB 1-2010\t GB 1—2010 \t",
        "ok\tGB 1-2010\tGB 1 2010\t",  # a soft hyphen is not printed
        "ok\tGB 1-2010\tGB 1-2010\t",
    ]


def test_lines_of_standard_input() -> None:
    code, lines = _run(given="\ufeffGB 2762\r\n\nGB 1、GB 2\n无")
    assert code == 0
    assert [line.split("\t")[:2] for line in lines] == [
        ["ok", "GB 2762"],
        ["not-a-number", ""],
        ["multi", "GB 1;GB 2"],
        ["ok", ""],
    ]


def test_what_is_refused_fails_and_is_explained() -> None:
    code, lines = _run("GB/T167331997", "XX/T 1-2020", "茶叶")
    assert code == 1
    assert [line.split("\t")[3] for line in lines] == [
        "number and year are run together; did you mean GB/T 16733-1997?",
        "there is no industry code XX",
        "no standard number",
    ]


def test_json_lines() -> None:
    code, lines = _run("--format", "jsonl", "GB/T 9833.9—2013", "GB 1、GB 2", "GBZ 32450-2015")
    first, second, third = map(json.loads, lines)
    assert code == 0
    assert first == {
        "raw": "GB/T 9833.9—2013",
        "outcome": "ok",
        "canonical": "GB/T 9833.9-2013",
        "level": "national",
        "code": "GB/T",
        "organisation": None,
        "nature": "recommended",
        "number": "9833",
        "part": "9",
        "year": 2013,
        "family": "GB/T 9833.9",
        "display": "GB/T 9833.9—2013",
        "flags": ["dash_em", "part"],
        "items": [],
        "suggestion": None,
    }
    assert second["items"] == ["GB 1", "GB 2"]
    assert third["suggestion"] == "GB/Z 32450-2015"


def test_chinese_is_not_escaped() -> None:
    _code, (line,) = _run("--format", "jsonl", "JJF(鄂) 60-2020")
    assert "JJF(鄂) 60-2020" in line


def test_bytes_that_are_not_utf8_are_reported() -> None:
    code, lines = _run(given=b"GB 1-2010\n\xff\xfe\xb9\xfa\nGB/T 191-2008\xb9\n")
    assert code == 1
    assert [line.split("\t")[0] for line in lines] == ["ok", "reject", "reject"]
    assert "cannot be decoded" in lines[2]


def test_control_characters_do_not_break_the_table() -> None:
    _code, lines = _run("GB 1\t-\n2010\x1b[31m")
    assert len(lines) == 1
    assert lines[0].count("\t") == 3
    assert "\x1b" not in lines[0]


def test_a_huge_line_is_answered() -> None:
    code, lines = _run(given=b"A" * 3_000_000 + b"\nGB 2762\n")
    assert code == 1
    assert [line.split("\t")[0] for line in lines] == ["not-a-number", "ok"]


def test_a_terminal_without_arguments_is_wrong_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(typer.Exit) as caught:
        number(None)
    assert caught.value.exit_code == 2


def test_many_lines_go_fast() -> None:
    given = "".join(f"GB/T {serial}.1-2013\n" for serial in range(1, 20_001))
    start = time.perf_counter()
    code, lines = _run(given=given)
    assert (code, len(lines)) == (0, 20_000)
    # Ten times what it takes, so that only a blow-up fails.
    assert time.perf_counter() - start < 2.0


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_no_control_character_reaches_a_terminal(form: str) -> None:
    raw = "GB\x1b[2J 1\x7f\x9b31m"
    _code, (line,) = _run("--format", form, given=raw)
    assert line.replace("\t", "").isprintable()
    if form == "jsonl":
        assert json.loads(line)["raw"] == raw
