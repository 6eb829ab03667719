from datetime import date

import pytest

from stdsys.messages import Language, Translator, _, translator
from stdsys.model.partial_date import PartialDate
from stdsys.output.tables.rendering import Renderer, clean
from stdsys.output.tables.table import Cell, Ratio, Sentences, Tone, Word

EN: Translator = translator(Language.EN)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (None, None),
        ("", None),
        ("GB/T 99001-2013", "GB/T 99001-2013"),
        (0, 0),
        (_("in force"), "in force"),
        (_("Page {page} of {pages}", page=1, pages=2), "Page 1 of 2"),
        (Word(_("gap"), Tone.BAD), "gap"),
        (PartialDate(2027, 3, 16), date(2027, 3, 16)),
        (PartialDate(2027, 3), "2027-03"),
        (PartialDate(2027), "2027"),
        (Ratio(6, 7), 85.7),
        (Ratio(0, 0), "—"),
        (Sentences((_("not verified"), "示例备注")), "not verified; 示例备注"),
        (Sentences(()), None),
        (("a", _("gap")), "a, gap"),
        ((), None),
    ],
)
def test_every_kind_of_cell(cell: Cell, value: object) -> None:
    assert Renderer(EN)(cell) == value


def test_a_users_text_that_is_a_message_key_stays_as_it_is() -> None:
    render = Renderer(translator(Language.ZH))
    assert render("Overview") == "Overview"
    assert render(_("Overview")) == "总览"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\x00b\x1bc", "a\ufffdb\ufffdc"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("two\r\nlines\rthree", "two\nlines\nthree"),
        ("tab\tstays", "tab\tstays"),
        ("不间断\u00a0空格", "不间断\u00a0空格"),
    ],
)
def test_what_no_workbook_can_hold_is_replaced(text: str, written: str) -> None:
    assert clean(text) == written
