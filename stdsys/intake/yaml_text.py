"""YAML text that people like to read: short things on a line, quotes only where they are needed.

Everything that a workspace can hold comes back as it was written. What YAML cannot hold (control
characters, lone surrogates) is replaced by U+FFFD, which is seen, instead of being lost in silence.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

Plain: TypeAlias = "str | Sequence[Plain] | Mapping[str, Plain]"
"""Texts, lists and mappings, as a reader of YAML without types sees them."""

WIDTH = 110
"""A list or mapping that fits into so many characters stands on one line."""

_TYPED = frozenset(
    {
        *("format", "as_of", "issued", "effective", "withdrawn", "reviewed", "due", "started"),
        *("verified", "declared", "shared", "focus", "new_field", "province_approval", "own"),
        *("order", "months", "members"),
    }
)
"""Fields of days, flags and counts: an editor may well see a number or a flag there."""

_UNWRITABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)  # YAML 1.2.2, 5.1
_INDICATORS = tuple("-?:,[]{}#&*!|>'\"%@`")
_IN_FLOW = frozenset(",[]{}?")
_NULLS = frozenset({"~", "null"})
_FLAGS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n"})
_NUMERIC = re.compile(r"[-+]?[.\d][\d_.,:eExXa-fA-F+-]*|[-+]?\.(?:inf|nan)", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def writable(text: str) -> str:
    """Return a text without what no YAML file can hold."""
    return text if text.isascii() and text.isprintable() else _UNWRITABLE.sub("\ufffd", text)


def comment(text: str) -> str:
    """Return a text as it can stand behind `# `: one line, nothing invisible."""
    shown = "".join(" " if _is_special(character) else character for character in writable(text))
    return " ".join(shown.split(" ")).strip()


def scalar(text: str, *, key: str = "", in_flow: bool = False) -> str:
    """Return a text as a scalar on one line; `key` is the field whose value it is."""
    text = writable(text)
    if any(map(_is_special, text)):
        return '"' + "".join(map(_escaped, text)) + '"'
    if _may_be_plain(text, key) and not (in_flow and _IN_FLOW & set(text)):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def flow(value: Plain, *, key: str = "") -> str:
    """Return a value on one line, lists and mappings in brackets."""
    if isinstance(value, str):
        return scalar(value, key=key, in_flow=True)
    if isinstance(value, Mapping):
        pairs = (f"{name}: {flow(inner, key=name)}" for name, inner in value.items())
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(flow(inner, key=key) for inner in value) + "]"


def field_lines(key: str, value: Plain, indent: int = 0) -> list[str]:
    """Return `key: value` as lines that stand at an indentation (which they do not contain)."""
    if isinstance(value, str):
        if _may_be_literal(value):
            return [f"{key}: |-", *(f"  {line}" if line else "" for line in value.split("\n"))]
        return [f"{key}: {scalar(value, key=key)}"]
    short = f"{key}: {flow(value, key=key)}"
    if not value or indent + len(short) <= WIDTH:
        return [short]
    if isinstance(value, Mapping):
        return [f"{key}:", *_indented(mapping_lines(value, indent + 2))]
    return [f"{key}:", *_indented(line for item in value for line in item_lines(item, indent + 2))]


def mapping_lines(value: Mapping[str, Plain], indent: int = 0) -> list[str]:
    """Return a mapping as lines, a field a line."""
    return [line for key, inner in value.items() for line in field_lines(key, inner, indent)]


def item_lines(value: Plain, indent: int = 0, *, spread: bool = False) -> list[str]:
    """Return `- value` as lines; a mapping that fits stands on one, unless `spread`."""
    short = f"- {flow(value)}"
    if not isinstance(value, Mapping) or not value:
        return [short]
    if not spread and indent + len(short) <= WIDTH:
        return [short]
    first, *others = mapping_lines(value, indent + 2)
    return [f"- {first}", *_indented(others)]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" if line else "" for line in lines]


def _is_special(character: str) -> bool:
    """Whether a character is seen by nobody as it is: controls, line and direction marks."""
    return not " " <= character <= "~" and unicodedata.category(character) in (
        "Cc",
        "Cf",
        "Zl",
        "Zp",
        "Co",
        "Cn",
    )


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not _is_special(character):
        return character
    code = ord(character)
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def _may_be_plain(text: str, key: str) -> bool:
    """Whether a text without quotes is read as the same text, and as text by every editor."""
    if not text or text != text.strip() or text.startswith((*_INDICATORS, "...", "<<")):
        return False
    if ": " in text or " #" in text or text.endswith(":") or text.lower() in _NULLS:
        return False
    if key in _TYPED:
        return True
    if text.lower() in _FLAGS:
        return False
    return _DAY.fullmatch(text) is not None or _NUMERIC.fullmatch(text) is None


def _may_be_literal(text: str) -> bool:
    """Whether a text of several lines can be written line by line."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and all(line == line.strip() and not any(map(_is_special, line)) for line in lines)
        and bool(lines[0] and lines[-1])
        and text == writable(text)
    )
