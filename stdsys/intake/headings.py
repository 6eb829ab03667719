"""Group headings between the rows of a table → the tree of a system.

How deep a heading stands, its numbering tells (一、 above （一） above 1. above （1）), its own
code (101 below 1, 3.2 below 3), else its indentation.
"""

import re
import unicodedata
from typing import TypeAlias

from msgspec import Struct

from stdsys.intake.drafts import NodeDraft

_NUMERALS = "一二三四五六七八九十百零〇"
_STYLES: tuple[tuple[int, re.Pattern[str]], ...] = (
    (0, re.compile(rf"第[{_NUMERALS}\d]+[部篇章类层]分?[、.:\s]*")),
    (1, re.compile(rf"[{_NUMERALS}]+\s*[、.．:：]\s*")),
    (2, re.compile(rf"[(（]\s*[{_NUMERALS}]+\s*[)）]\s*[、.]?\s*")),
    (1, re.compile(r"[IVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+\s*[、.．]\s*")),
    (3, re.compile(r"\d{1,3}\s*(?:[、．:：]|\.(?!\d))\s*")),
    (4, re.compile(r"[(（]\s*\d{1,3}\s*[)）]\s*|\d{1,3}\s*[)）]\s*")),
    (5, re.compile(r"[①-⑳]\s*")),
)
_CODED = re.compile(
    r"([A-Za-z]{0,4}[-.]?\d{1,6}(?:[.．\-]\d{1,6}){0,5}|[A-Z]{1,4})[\s　:：]+(?=\S)"
)
_GLUED = re.compile(r"(\d{1,6}(?:\.\d{1,6}){0,5})(?=[\u4e00-\u9fff])")
_CODE = re.compile(r"[A-Za-z]{0,4}[-.]?\d{1,6}(?:[.\-]\d{1,6}){0,5}|[A-Z]{1,4}", re.ASCII)
_MARKER = re.compile(
    rf"[(（]?[{_NUMERALS}]+[)）]?[、.．]?|第[{_NUMERALS}]+[部篇章类层]分?|[ⅠⅡⅢⅣⅤⅥ]+"
)
_COUNT = re.compile(r"[(（]\s*(?:共\s*)?\d+\s*[项个件条]?\s*[)）]$|[:：]?\s*共\s*\d+\s*[项个件条]$")
_CONTINUED = re.compile(r"[(（]\s*续\s*[表]?\s*\d*\s*[)）]$")
_UNNUMBERED = 10
"""Rank of a heading without number: below every numbered one; blanks before it add to it."""


class HeadingText(Struct, frozen=True):
    """A heading taken apart; `rank` orders numbering styles, None where the code decides."""

    name: str
    code: str | None
    rank: int | None


def is_marker(text: str) -> bool:
    """Whether a cell beside a heading is its number: 一, （二）, 第一部分."""
    return bool(_MARKER.fullmatch(text.strip()))


def is_code(text: str) -> bool:
    """Whether a text can be the code of a subsystem: 101, 3.2, JC-01."""
    return bool(_CODE.fullmatch(unicodedata.normalize("NFKC", text).strip()))


def is_numbered(text: str) -> bool:
    """Whether a heading begins with a number or code."""
    return any(style.match(text.strip()) for _rank, style in _STYLES) or bool(
        _CODED.match(text.strip()) or _GLUED.match(text.strip())
    )


def read_heading(text: str, marker: str = "") -> HeadingText:
    """Take a heading apart; `marker` is what stands in the cell before it."""
    indent = len(text) - len(text.lstrip(" \t　"))
    body = " ".join(text.split())
    if marker and is_code(marker):
        return HeadingText(_name(body), _clean_code(marker), None)
    numbered = f"{marker}、{body}" if marker and not marker.endswith((")", "）")) else marker + body
    numbered = numbered if marker else body
    for rank, style in _STYLES:
        if found := style.match(numbered):
            return HeadingText(_name(numbered[found.end() :]) or _name(body), None, rank)
    if found := _CODED.match(body) or _GLUED.match(body):
        return HeadingText(_name(body[found.end() :]), _clean_code(found[1]), None)
    return HeadingText(_name(body), None, _UNNUMBERED + min(indent, 60))


def _clean_code(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _name(text: str) -> str:
    for form in (_COUNT, _CONTINUED, _COUNT):
        text = form.sub("", text.strip())
    return text.strip(" 　:：、.．-—") or text.strip()


class _Open(Struct):
    """A heading that following rows stand under."""

    node: NodeDraft
    rank: int | None


Opened: TypeAlias = tuple[_Open, ...]
"""The headings that rows stand under, from the top."""


class Tree:
    """The subsystems of one system as they are met, and the heading that rows now stand under."""

    def __init__(self) -> None:
        self._nodes: dict[str, NodeDraft] = {}
        self._children: dict[str | None, dict[str, str]] = {}
        self._named: dict[str, str] = {}
        self._open: list[_Open] = []

    @property
    def nodes(self) -> tuple[NodeDraft, ...]:
        """Nodes above their children, children after their parent, in order of appearance."""
        ordered: list[NodeDraft] = []
        waiting = list(reversed(self._children.get(None, {}).values()))
        while waiting:
            code = waiting.pop()
            ordered.append(self._nodes[code])
            waiting += reversed(self._children.get(code, {}).values())
        return tuple(ordered)

    @property
    def current(self) -> str | None:
        """The code of the heading that rows now stand under."""
        return self._open[-1].node.code if self._open else None

    @property
    def opened(self) -> Opened:
        """The headings that rows now stand under."""
        return tuple(self._open)

    def reopen(self, opened: Opened) -> None:
        """Let rows stand under these headings again: those of a table beside another."""
        self._open = list(opened)

    def close(self) -> None:
        """Forget the open headings: another table begins."""
        self._open.clear()

    def define(self, node: NodeDraft) -> None:
        """Put a node in as it is; a code that is there already keeps its first node."""
        if node.code not in self._nodes:
            parent = node.parent if node.parent in self._nodes else None
            self._put(NodeDraft(node.code, node.name, parent, node.fields))

    def open(self, heading: HeadingText) -> str:
        """Let the next rows stand under a heading; return its code."""
        if heading.code is not None:
            self._close_for_code(heading.code)
        else:
            rank = heading.rank or 0
            while self._open and (self._open[-1].rank is None or self._open[-1].rank >= rank):
                last = self._open[-1]
                if last.rank is None and rank >= _UNNUMBERED:
                    break
                self._open.pop()
        node = self._child(self.current, heading.name, heading.code)
        self._open.append(_Open(node, heading.rank))
        return node.code

    def _close_for_code(self, code: str) -> None:
        """Close headings that a code doesn't extend; a heading without code of its own may stay."""
        while self._open and self._open[-1].rank is None:
            if extends(code, self._open[-1].node.code):
                return
            self._open.pop()
        if self._open and self._open[-1].rank is not None and self._open[-1].rank >= _UNNUMBERED:
            self._open.pop()

    def place(self, names: tuple[str, ...], likely: str | None = None) -> str | None:
        """Return the code of the node that cells of 子体系名称 name, path downwards; make it.

        `likely` is the code that a new last node gets, if it is free and extends its parent's.
        """
        parent = self.current
        code: str | None = None
        for position, text in enumerate(names):
            heading = read_heading(text)
            known = self._known(heading, parent, first=position == 0)
            own = heading.code
            if own is None and position == len(names) - 1 and likely not in self._nodes:
                own = likely if parent is None or extends(likely or "", parent) else None
            code = known or self._child(parent, heading.name, own).code
            parent = code
        return code

    def _known(self, heading: HeadingText, parent: str | None, *, first: bool) -> str | None:
        if heading.code in self._nodes and self._nodes[heading.code].name == heading.name:
            return heading.code
        beneath = self._children.get(parent, {}).get(heading.name)
        if beneath or not first:
            return beneath
        if parent and self._nodes[parent].name == heading.name:
            return parent
        return self._named.get(heading.name) if parent is None else None

    def by_code(self, entry_code: str) -> str | None:
        """Return the node whose code an entry's own code extends, the deepest; None without."""
        parts = re.split(r"(?<=[\w])(?=[.\-—_/])", entry_code)
        for length in range(len(parts) - 1, 0, -1):
            code = "".join(parts[:length])
            if code in self._nodes:
                return code
        return None

    def _child(self, parent: str | None, name: str, code: str | None) -> NodeDraft:
        known = self._children.get(parent, {}).get(name)
        if known is not None and code in (None, known):
            return self._nodes[known]
        if code is not None and code in self._nodes and self._nodes[code].name == name:
            return self._nodes[code]
        if code is not None and code not in self._nodes:
            holder = parent or max(
                (known for known in self._nodes if extends(code, known)), key=len, default=None
            )
            return self._put(NodeDraft(code, name, holder))
        return self._put(NodeDraft(self._free_code(parent), name, parent))

    def _free_code(self, parent: str | None) -> str:
        number = len(self._children.get(parent, {})) + 1
        prefix = f"{parent}." if parent else ""
        while f"{prefix}{number}" in self._nodes:
            number += 1
        return f"{prefix}{number}"

    def _put(self, node: NodeDraft) -> NodeDraft:
        self._nodes[node.code] = node
        siblings = self._children.setdefault(node.parent, {})
        key = node.name if node.name not in siblings else f"{node.name}\0{node.code}"
        siblings[key] = node.code
        self._named.setdefault(node.name, node.code)
        return node


def extends(code: str, parent: str) -> bool:
    """Whether a code begins with another one: 3.2 with 3, 101 with 1; not 30 with 3."""
    if not code.startswith(parent) or code == parent:
        return False
    rest = code[len(parent) :]
    return not rest[0].isalnum() or (parent.isdigit() and rest.isdigit() and len(rest) >= 2)
