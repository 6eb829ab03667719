"""Both languages are complete, and the compiled catalogue is the written one."""

import ast
import re

import pytest

from stdsys.messages import Language, _, choose_language, translator
from tests.messages.catalogue import MO, PACKAGE, as_mo, as_po, extracted, stored, updated

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def words(key: object) -> list[str]:
    """Return the English words of a key, placeholders left out."""
    return re.findall(r"[A-Za-z]{4,}", re.sub(r"\{.*?\}", "", str(key)))


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_every_text_of_the_code_has_a_chinese_translation() -> None:
    translated = {m.id for m in stored() if m.id and m.string}
    assert {m.id for m in extracted() if m.id} - translated == set()


def test_no_text_hides_in_an_f_string_where_extraction_does_not_look() -> None:
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in PACKAGE.rglob("*.py")
        for string in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "_"
    ]
    assert hidden == []


def test_the_catalogue_holds_nothing_that_no_code_says() -> None:
    assert {m.id for m in stored() if m.id} - {m.id for m in extracted() if m.id} == set()


def test_translations_keep_the_placeholders() -> None:
    wrong = [
        m.id for m in stored() if m.id and placeholders(str(m.id)) != placeholders(str(m.string))
    ]
    assert wrong == []


def test_translations_are_chinese_and_keys_are_english() -> None:
    """A text may quote a Chinese term, but its key reads as English."""
    unspoken = [m.id for m in stored() if words(m.id) and not CHINESE.search(str(m.string))]
    unkeyed = [m.id for m in stored() if m.id and CHINESE.search(str(m.id)) and not words(m.id)]
    assert (unspoken, unkeyed) == ([], [])


def test_the_compiled_catalogue_is_in_step() -> None:
    assert MO.read_bytes() == as_mo(stored()), "run: python -m tests.messages.catalogue"
    assert as_po(updated()) == as_po(stored())


def test_a_text_is_rendered_with_its_values_and_texts_inside_texts() -> None:
    text = _("expected: {expected}", expected=_("a list"))
    assert translator("en")(text) == "expected: a list"
    assert translator("zh")(text) == "应为：列表"
    assert translator("zh")(("甲", "乙")) == "甲、乙"
    assert translator("en")(("a", "b")) == "a, b"


@pytest.mark.parametrize(
    ("option", "environment", "language"),
    [
        ("en", {"STDSYS_LANG": "zh"}, Language.EN),
        (None, {"STDSYS_LANG": "en", "LANG": "zh_CN.UTF-8"}, Language.EN),
        (None, {"LANG": "zh_CN.UTF-8"}, Language.ZH),
        (None, {"LANG": "en_US.UTF-8"}, Language.EN),
        (None, {"LC_ALL": "de_DE.UTF-8", "LANG": "zh_CN.UTF-8"}, Language.EN),
        (None, {"LANG": "C.UTF-8"}, Language.ZH),
        (None, {}, Language.ZH),
        (None, {"STDSYS_LANG": "fr", "LANG": "en_US"}, Language.EN),
    ],
)
def test_the_language_is_chosen_by_option_then_variable_then_locale(
    option: str | None, environment: dict[str, str], language: Language
) -> None:
    assert choose_language(option, environment) is language
