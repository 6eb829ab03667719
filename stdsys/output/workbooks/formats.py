"""The looks of a workbook: fonts, borders, colours, each format made once."""

from typing import TYPE_CHECKING, Any

from stdsys.messages import Language
from stdsys.output.tables.table import Kind, Tone

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]

LINE_HEIGHT = 15.0
"""Points that a line of body text takes, in the tallest font that may stand in for 宋体."""
TITLE_LINE_HEIGHT = 26.0
PADDING = 4.0

_FONTS = {Language.ZH: "宋体", Language.EN: "Calibri"}
_TITLE_FONTS = {Language.ZH: "黑体", Language.EN: "Calibri"}
_BORDER = "#808080"
_HEAD_FILL = "#DDE5EE"
_TOTAL_FILL = "#F2F2F2"

# Pale enough to print in grey and to leave the word in front readable.
_FILLS = {
    Tone.GOOD: "#D5EDD9",
    Tone.COMING: "#D6E6F5",
    Tone.PLANNED: "#FFF0C2",
    Tone.STALE: "#F6D9BE",
    Tone.BAD: "#F7C6C5",
    Tone.NEUTRAL: "#E9E9E9",
}

_ALIGN = {
    Kind.TEXT: "left",
    Kind.NUMBER: "left",
    Kind.DATE: "center",
    Kind.COUNT: "center",
    Kind.RATIO: "center",
    Kind.WORD: "center",
}


class Formats:
    """The formats of one workbook."""

    def __init__(self, book: "Workbook", language: Language) -> None:
        self._book = book
        self._base = {"font_name": _FONTS[language], "font_size": 10, "valign": "vcenter"}
        boxed = self._base | {"border": 1, "border_color": _BORDER, "text_wrap": True}
        self._boxed = boxed
        self._known: dict[tuple[Kind, bool, Tone | None, str | None], Format] = {}
        plain = self._base | {"text_wrap": True}
        self.title = self._add(
            plain, font_name=_TITLE_FONTS[language], font_size=16, align="center", bold=True
        )
        self.subtitle = self._add(plain, align="left")
        self.caption = self._add(plain, bold=True, font_size=12)
        self.note = self._add(plain, align="left")
        self.head = self._add(boxed, bold=True, align="center", bg_color=_HEAD_FILL)

    def of(
        self, kind: Kind, total: bool = False, tone: Tone | None = None, pattern: str | None = None
    ) -> "Format":
        """Return the format of a cell; `pattern` is a number format."""
        look = (kind, total, tone, pattern)
        known = self._known.get(look)
        if known is None:
            known = self._known[look] = self._make(*look)
        return known

    def _make(self, kind: Kind, total: bool, tone: Tone | None, pattern: str | None) -> "Format":
        more: dict[str, Any] = {"align": _ALIGN[kind]}
        if pattern is not None:
            more["num_format"] = pattern
        if total:
            more |= {"bold": True, "bg_color": _TOTAL_FILL}
        if tone is not None:
            more["bg_color"] = _FILLS[tone]
        return self._add(self._boxed, **more)

    def _add(self, base: dict[str, Any], **more: str | int | bool) -> "Format":
        return self._book.add_format(base | more)
