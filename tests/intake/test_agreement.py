"""What agrees: the workspace may say more than the file, never less."""

import pytest

from stdsys.intake.agreement import agrees, shown
from stdsys.model.standard_record import StandardRecord


def fact(name: str, value: object) -> object:
    return getattr(StandardRecord.model_validate({"number": "-", name: value}), name)


@pytest.mark.parametrize(
    ("name", "file", "ours", "agree"),
    [
        ("title", "示例 规范", "示例规范", True),
        ("title", "示例规范", "示例规程", False),
        ("issued", "2020", "2020-03-01", True),
        ("issued", "2020-03-01", "2020", False),
        ("issued", "2020-03-01", "2020-03-02", False),
        ("status", "现行", "in-force", True),
        ("status", "废止", "现行", False),
        ("replaces", "GB/T 99001—2010", ["GB/T 99001-2010", "GB 99002-2010"], True),
        ("replaces", ["GB/T 99001-2010", "GB 99003-2010"], "GB/T 99001-2010", False),
        ("replaces", {"number": "GB 99002-2010", "scope": "part"}, "GB 99002-2010", False),
        ("replaces", "GB 99002-2010", {"number": "GB 99002-2010", "scope": "part"}, True),
        ("drafting_units", ["乙所"], ["甲院", "乙所"], True),
        ("declared", "是", "true", True),
    ],
)
def test_agreement(name: str, file: object, ours: object, agree: bool) -> None:
    assert agrees(fact(name, file), fact(name, ours)) is agree


def test_a_note_agrees_if_its_words_are_there() -> None:
    assert agrees("备注一", "备注一；备注二", free_text=True)
    assert not agrees("备注三", "备注一；备注二", free_text=True)


def test_values_are_shown_in_words() -> None:
    assert shown(fact("replaces", ["GB 1-2000", {"number": "GB 2-2000", "scope": "part"}])) == (
        "GB 1-2000、GB 2-2000，part"
    )
    assert shown(False) == "false"
