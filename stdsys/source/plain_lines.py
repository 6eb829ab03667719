"""Plain YAML, read with a pattern for lines and one for brackets: far faster than libyaml's events.

Plain is what people write nearly always: `key: value` and `- item` lines with comments; values
without quotes, in quotes without escapes, or lists and mappings in brackets on one line; a list of
simple texts may also stand on several. Whatever else a file holds (anchors, tags, block scalars,
tabs, text over several lines, a second document, a key twice, anything wrong) leaves it to libyaml
and to those who explain what is wrong. So the patterns may be narrower than YAML, never wider.
"""

import re
from sys import intern
from typing import Any, NamedTuple, TypeAlias

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"
"""Mappings, lists and texts as written; None is a plain empty, `~` or `null`."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that mean absent (YAML 1.1, null)."""

_DEEPEST = 40
"""Levels of lines, and of brackets: both together stay within what any document may have."""

# Tabs, other line ends than LF and CR LF, byte order marks and what YAML forbids.
_NEVER = "\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\\ud800-\\udfff\ufeff\ufffe\uffff"
_END = r"(?:\r?\n|\Z)"
_INDICATORS = r"\-?:,\[\]{}#&*!|>'\"%@`"
_BRACKETS = r",?\[\]{}"

# Keys are short, for YAML seeks the colon of a key only so far; none has a glued colon (which may
# be a fault), and none is the merge key "<<".
_KEY = rf"[^{_NEVER}{_INDICATORS} <：][^{_NEVER}{_BRACKETS} :：#]{{0,99}}+"

# A hyphen begins a text, not a list item, where a word follows. A colon with a blank behind it
# would end a text, "#" with a blank before it would begin a comment.
_FIRST = rf"(?:[^{_NEVER}{_INDICATORS} ]|-(?=\w))"
_TEXT = rf"{_FIRST}[^{_NEVER}:#]*+(?:(?::(?! |{_END})|(?<! )#)[^{_NEVER}:#]*+)*+"
_WITHIN = rf"[^{_NEVER}{_BRACKETS}:#]*+"
_TEXT_WITHIN = rf"{_FIRST}{_WITHIN}(?:(?::(?![ {_BRACKETS}]|{_END})|(?<! )#){_WITHIN})*+"
_QUOTED = rf"(?:\"[^{_NEVER}\"\\]*+\"|'[^{_NEVER}']*+') *+"

# In brackets on several lines everything behind the first line is indented: "---" is then no end.
_SIMPLE = rf"[^{_NEVER}\[\]{{}}:#'\"]*+"
_LONG_LIST = rf"\[{_SIMPLE}(?:\r?\n +{_SIMPLE})++(?:\r?\n)?\] *+"
_ON_ONE_LINE = rf"[\[{{][^{_NEVER}]*[\]}}] *+"

LINE = re.compile(
    rf"( *+)(- ++)?(?:({_KEY}):(?: ++|(?={_END})))?"
    rf"(?:({_TEXT})|({_QUOTED})|({_ON_ONE_LINE}|{_LONG_LIST}))?+"
    rf"(?:(?<![^ \n])#[^{_NEVER}]*+)?{_END}|(.)",
    re.DOTALL,
)
"""Indent, hyphen, key text, quoted text, brackets; or a strange character."""

TOKEN = re.compile(
    rf"[ \r\n]*+(?:({_KEY}): ++)?(?:({_TEXT_WITHIN})|({_QUOTED})|([\[{{])(?![ \r\n]*+,))"
    rf"[ \r\n]*+((?:[\]}}] *+)*+)(,?)|(.)",
    re.DOTALL,
)
"""Key text, quoted text, opening bracket; closing ones, comma; or a strange one."""


class Plain(NamedTuple):
    """What a plain document says; `stated` if no value anywhere in it is missing."""

    data: dict[str, Any] | list[Any]
    stated: bool


def read_plain(text: str) -> Plain | None:
    """Return what a plain document says; None if it is empty or not so plain.

    One long loop on purpose: it runs once for every line of every file.
    """
    root: dict[str, Any] | list[Any] | None = None
    top: Any = None  # the open mapping or list
    column = -1  # where its keys or hyphens stand
    parents: list[tuple[Any, int]] = []
    waiting: str | None = None  # the key of `top` whose value may begin on the next line
    stated = True
    value: Any
    for line in LINE.finditer(text):
        indent, hyphen, key, plain, quoted, brackets, strange = line.groups()
        if hyphen is None and key is None:
            if plain is quoted is brackets is strange:
                continue  # blank, or only a comment
            return None
        width = len(indent)
        if width != column or hyphen or waiting or type(top) is list:
            if top is None:
                root = top = [] if hyphen else {}
                column = width
            elif waiting and (width > column or (hyphen and width == column)):
                if len(parents) > _DEEPEST:
                    return None
                parents.append((top, column))
                value = [] if hyphen else {}
                top[waiting] = value
                top, column = value, width
            else:
                if waiting:
                    stated = False
                kind = list if hyphen else dict
                while column > width or (column == width and type(top) is not kind):
                    if not parents:
                        return None
                    top, column = parents.pop()
                if column != width:
                    return None
            waiting = None
            if hyphen and key is not None:
                parents.append((top, column))
                value = {}
                top.append(value)
                top, column = value, width + len(hyphen)
        if plain is not None:
            value = plain.rstrip(" ")
            if value in NULLS:
                value, stated = None, False
        elif quoted is not None:
            value = quoted.rstrip(" ")[1:-1]
        elif brackets is not None:
            read = read_brackets(brackets)
            if read is None:
                return None
            value = read.data
            if not read.stated:
                stated = False
        elif key is not None:
            value = None
            waiting = key
        else:
            return None
        if key is None:
            top.append(value)
        else:
            if key in top:
                return None
            top[intern(key)] = value
    return None if root is None else Plain(root, stated and not waiting)


def read_brackets(text: str) -> Plain | None:
    """Return the mapping or list that a text in brackets says; None if it is not so plain."""
    root: list[Any] = []
    top: Any = root
    parents: list[Any] = []
    expected = True  # whether a value follows: after an opening bracket and after a comma
    stated = True
    value: Any
    for key, plain, quoted, opening, closing, comma, _strange in TOKEN.findall(text):
        if not expected:
            return None
        if plain:
            value = plain.rstrip(" ")
            if value in NULLS:
                value, stated = None, False
        elif quoted:
            value = quoted.rstrip(" ")[1:-1]
        elif opening:
            value = {} if opening == "{" else []
        else:
            return None
        if key:
            if type(top) is list or key in top:
                return None
            top[intern(key)] = value
        elif type(top) is list:
            top.append(value)
        else:
            return None
        if opening:
            parents.append(top)
            top = value
        for bracket in closing:
            if bracket != " ":
                if type(top) is not (dict if bracket == "}" else list) or not parents:
                    return None
                top = parents.pop()
        expected = bool(parents and (comma or (opening and not closing)))
        if len(parents) > _DEEPEST:
            return None
    return None if parents else Plain(root[0], stated)
