"""One spelling."""

import pytest

from stdsys.numbers import normalise
from stdsys.numbers.normalise import ascii_upper, latin


@pytest.mark.parametrize(
    ("text", "plain", "flags"),
    [
        ("GB 1—2010", "GB 1-2010", ("dash_em",)),
        ("GB 1——2010", "GB 1-2010", ("dash_em_double",)),
        ("GB 1──2010", "GB 1-2010", ("dash_box_double",)),
        ("GB 1--2010", "GB 1-2010", ("dash_double_ascii",)),
        ("GB 1 - 2010", "GB 1-2010", ("space_around_dash",)),
        ("GB 1 -2010", "GB 1-2010", ("space_before_dash",)),
        ("DB12∕T 1", "DB12/T 1", ("slash_u2215",)),
        ("ＧＢ　１", "GB 1", ("fullwidth", "ideographic_space")),
        ("GB 1 . 2", "GB 1.2", ("space_around_dot",)),
        ("GB ×××—××××", "GB " + "X" * 3 + "-" + "X" * 4, ("dash_em",)),
        (" GB\t1\u00a0 ", "GB 1", ()),
        ("茶叶 — 术语", "茶叶 - 术语", ("dash_em",)),
    ],
)
def test_normalise(text: str, plain: str, flags: tuple[str, ...]) -> None:
    normalised = normalise(text)
    assert (normalised.text, normalised.flags) == (plain, flags)


def test_lookalikes_are_left_to_the_reader_to_report() -> None:
    assert normalise("GВ 1").text == "GВ 1"
    assert latin("GВ 1") == "GB 1"
    assert latin("𝐆𝐁 1") == "GB 1"
    assert latin("茶叶² GB 1") == "茶叶² GB 1"


def test_only_ascii_letters_get_capitals() -> None:
    assert ascii_upper("gb/t ß ñ 茶") == "GB/T ß ñ 茶"
