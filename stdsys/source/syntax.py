"""Syntax errors of YAML in plain words, with their place and what probably helps."""

import yaml

from stdsys.messages import Text, _
from stdsys.patterns import pattern
from stdsys.source.decoding import Problem, line_starts, locate

NEEDS_SPACE = _('write ": " (colon and space) between a key and its value')
_INDENTATION = _("check the indentation: the keys of one mapping begin in the same column")
_IN_FLOW = _('separate with ", "; text that holds ": ", "," or quotes needs quotes around it')
_QUOTES = _("put the text in quotes")
_NO_COLON = "could not find expected ':'"
_NO_VALUE_HERE = "mapping values are not allowed in this context"
_NO_TOKEN = "found character that cannot start any token"
_NO_NAME = "did not find expected alphabetic or numeric character"

# libyaml's words -> ours, and what usually helps.
_FAULTS: dict[str, tuple[Text, Text | None]] = {
    _NO_COLON: (_('no ": " follows this key'), NEEDS_SPACE),
    _NO_VALUE_HERE: (_("a colon where no key can stand"), _INDENTATION),
    _NO_TOKEN: (_("a value cannot begin with this character"), _QUOTES),
    _NO_NAME: (_('text after "*" or "&" is read as the name of an anchor'), _QUOTES),
    "did not find expected key": (_("a key was expected here"), _INDENTATION),
    "did not find expected '-' indicator": (_('a list item "- " was expected here'), _INDENTATION),
    "block sequence entries are not allowed in this context": (
        _('a list item "- " cannot begin here'),
        _("begin the list on a line of its own"),
    ),
    "did not find expected ',' or ']'": (_('the list is not closed with "]"'), _IN_FLOW),
    "did not find expected ',' or '}'": (_('the mapping is not closed with "}"'), _IN_FLOW),
    "did not find expected node content": (_("a value was expected here"), _QUOTES),
    "found unexpected end of stream": (_("the quoted text is not closed"), None),
    "found unexpected document indicator": (_("the quoted text is not closed"), None),
    "found unknown escape character": (
        _("an unknown escape in a double-quoted text"),
        _("write the backslash twice, or use single quotes"),
    ),
    "did not find expected <document start>": (_("more text after the end of the document"), None),
    "found a tab character that violates indentation": (
        _("a tab stands in the indentation"),
        _("indent with spaces, not with tabs"),
    ),
}

# What a line may show to be the cause; the group is the place.
_TAB = (pattern(r" *(\t)"), _("indent with spaces, not with tabs"))
_CAUSES = (
    (
        pattern(r" *(?:- +)*([\u3000\u00a0])"),
        _("a full-width or no-break space indents here; use ordinary spaces"),
    ),
    (
        pattern(r" *(?:- +)*[A-Za-z_][A-Za-z0-9_-]*:([\u3000\u00a0])"),
        _("a full-width or no-break space follows the colon; use an ordinary space"),
    ),
    (pattern(r" *([－—–])\s*[A-Za-z_]"), _('write "- " (hyphen and space) before a list item')),
    (
        pattern(r"[^{#]*\{.*?(，)\s*[A-Za-z_]+ *[:：]"),
        _('"，" separates no fields; write ", "'),
    ),
    (
        pattern(r" *(?:- +)*[A-Za-z_][A-Za-z0-9_-]* *(：)"),
        _('"：" is no colon of YAML; write ": "'),
    ),
    (pattern(r" *(?:- +)*[A-Za-z_][A-Za-z0-9_-]*(:)(?=[^\s/])"), NEEDS_SPACE),
    (pattern(r" *(-)(?=[^\s-])"), _('write "- " (hyphen and space) before a list item')),
    (
        pattern(r"[^\"']*[\[{][^\]}]*([］】｝])"),
        _('a full-width bracket closes nothing; write "]" or "}"'),
    ),
)
_LOOK = 500  # characters of a line that are searched for a cause; hostile lines are longer
_COLON_IN_TEXT = pattern(r".*?:\s.*?(:)(?:\s|$)")


def explain(error: yaml.MarkedYAMLError, text: str) -> Problem:
    """Say libyaml's syntax error in plain words (Y002), with its place and what probably helps.

    The place is libyaml's; where it noticed the fault only afterwards (at the end of the text, or
    on the line after a key without colon) it is where the broken thing begins.
    """
    starts = line_starts(text)
    words = error.problem or ""
    noticed = error.problem_mark.index if error.problem_mark else 0
    begun = error.context_mark.index if error.context_mark else noticed
    offset = begun if words == _NO_COLON or noticed >= len(text.rstrip()) else noticed
    message, hint = _FAULTS.get(words, (_("not valid YAML: {words}", words=words), None))
    line, column = locate(starts, offset)
    related: list[tuple[int, int, Text]] = []
    if begun != offset and any(kind in (error.context or "") for kind in ("flow", "quoted")):
        related.append((*locate(starts, begun), _("it begins here")))
    cause = _cause(text, starts, line, words)
    if cause is not None:
        hint = cause[2]
        if cause[0] != line:
            related.append(cause)
    elif "did not find" in words and text[:offset].rstrip(" ").endswith(('"', "'")):
        hint = _("a quote ends just before: is one missing earlier, or does the text hold one?")
    return Problem("Y002", message, line, column, hint, tuple(related))


def _cause(text: str, starts: list[int], line: int, words: str) -> tuple[int, int, Text] | None:
    """Look for a usual mistake on the line of an error, then on the written line before it."""
    for number in range(line, max(line - 10, 0), -1):
        end = starts[number] if number < len(starts) else len(text)
        shown = text[starts[number - 1] : min(end, starts[number - 1] + _LOOK)]
        if number == line and (found := _TAB[0].match(shown)):
            return number, found.start(1) + 1, _TAB[1]
        if words == _NO_VALUE_HERE and number == line and _COLON_IN_TEXT.match(shown):
            return number, 1, _('text that contains ": " needs quotes')
        for cause, hint in _CAUSES:
            if found := cause.match(shown):
                return number, found.start(1) + 1, hint
        if number < line and shown.strip():
            break
    return None
