"""What to write instead: advice beside a finding about a field or its value."""

from collections.abc import Iterable

from pydantic_core import ErrorDetails

from stdsys.messages import Text, _, did_you_mean
from stdsys.model.record import Part
from stdsys.patterns import pattern

_LABEL = pattern("[\u4e00-\u9fff、]+")
_SHOWN = 40


def field_advice(name: str, kind: type[Part], *, empty: bool) -> Text:
    """Say which field may be meant; `empty` tells that the unknown name bears no value."""
    fields = sorted(kind.model_fields)
    meant = did_you_mean(name, fields)
    if meant is not None:
        return meant
    if empty and _LABEL.search(name):
        return _("text that holds a comma needs quotes: key: '… , …'")
    if _LABEL.search(name):
        return _("field names are English: {names}", names=tuple(_labelled(kind, fields)))
    return _("known here: {names}", names=tuple(fields))


def _labelled(kind: type[Part], fields: Iterable[str]) -> Iterable[str]:
    """Yield each field with what it is called in Chinese: `title 标准名称`."""
    for name in fields:
        label = _LABEL.match(kind.model_fields[name].description or "")
        yield f"{name} {label[0]}" if label else name


def expected_of(fault: ErrorDetails) -> Text:
    """Say in words what pydantic expected, and what stands there instead."""
    expected, found = _wanted(fault), fault["input"]
    if isinstance(found, str) and found:
        shown = found if len(found) <= _SHOWN else f"{found[:_SHOWN]}…"
        return _("{expected}, not «{found}»", expected=expected, found=shown)
    return expected


def value_advice(fault: ErrorDetails) -> Text | None:
    """Return the advice that a type of the format gave, if it gave any."""
    advice: Text | None = fault.get("ctx", {}).get("advice")
    return advice


def _wanted(fault: ErrorDetails) -> Text:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "stdsys":
        expected: Text = context["expected"]
        return expected
    if kind == "string_type":
        return _("text")
    if kind in ("tuple_type", "list_type"):
        return _("a list")
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return _("a mapping of fields (name: value)")
    return _("another value ({detail})", detail=fault["msg"])
