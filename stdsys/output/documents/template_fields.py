"""The fields that a user's own template of the compilation notes can print, as text."""

from collections.abc import Iterable, Iterator, Mapping

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Text, Translator, _
from stdsys.output.documents.template_context import Plain, template_context
from stdsys.output.tables.rendering import one_line
from stdsys.rules.checking import Report

_LONGEST = 50
_LOOPS = ("one", "part", "cell")
"""What the lists' items are called, from the outermost list inwards."""

_ROOM = 46

HOW_TO_USE: tuple[Text, ...] = (
    _("Fields of a Word template for the compilation notes, each with its value here:"),
    _(
        "Loops stand in paragraphs of their own ({paragraph}) or in table rows of their own "
        "({row}); both end with {end} or {end_of_row}.",
        paragraph="{%p for … %}",
        row="{%tr for … %}",
        end="{%p endfor %}",
        end_of_row="{%tr endfor %}",
    ),
    _(
        "{title} is the whole title of the document, {name} the name of the system alone.",
        title="{{ title }}",
        name="{{ name }}",
    ),
)


def template_field_lines(analysis: Analysis, report: Report, say: Translator) -> Iterator[str]:
    """Yield a line for every field: how a template writes it, and what it says in this workspace.

    Of a list an item is shown, and how many there are; the fields of an empty one are named, too.
    """
    for hint in HOW_TO_USE:
        yield say(hint)
    yield ""
    for name, value in template_context(analysis, report, say, sample=True).items():
        yield from _lines(name, value, 0, say)


def _lines(name: str, value: Plain, loops: int, say: Translator) -> Iterator[str]:
    margin = "  " * loops
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _lines(f"{name}.{key}", inner, loops, say)
    elif isinstance(value, list):
        loop = _LOOPS[loops]
        head = f"{margin}{{% for {loop} in {name} %}}"
        if not value:
            yield _beside(head, say(_("empty in this workspace")))
            return
        yield _beside(head, say(_("{count} here", count=len(value))))
        yield from _lines(loop, _example(value), loops + 1, say)
    else:
        yield _beside(f"{margin}{{{{ {name} }}}}", _short(value))


def _example(items: list[Plain]) -> Plain:
    """Return an item of a list; of records each field's first value that is not empty."""
    records = [item for item in items if isinstance(item, dict)]
    if not records:
        return next((item for item in items if item), items[0])
    return {key: _first(record[key] for record in records) for key in records[0]}


def _first(values: Iterable[Plain]) -> Plain:
    return next((value for value in values if value not in ("", [])), "")


def _beside(field: str, example: str) -> str:
    return f"{field:<{_ROOM}}  {example}".rstrip()


def _short(value: str | int) -> str:
    text = one_line(str(value))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
