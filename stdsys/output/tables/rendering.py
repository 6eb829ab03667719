"""Cells in a language: the one place where a value of a table becomes what is written."""

from datetime import date

from stdsys.messages import Text, Translator, _
from stdsys.model.partial_date import PartialDate
from stdsys.output.tables.table import Cell, Ratio, Sentences, Sheet, Word
from stdsys.patterns import pattern

NONE_DUE = "—"
"""Stands where a value does not apply: a ratio of nothing, the urgency of what exists."""

_UNPRINTABLE = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SEMICOLON = _("; ")


class Renderer:
    """Renders cells in one language; a sentence without values is looked up only once."""

    def __init__(self, say: Translator) -> None:
        self.say = say
        self._known: dict[str, str] = {}
        self.semicolon = self.text(_SEMICOLON)

    @property
    def comma(self) -> str:
        """What sets apart the words of a list."""
        return self.say.comma

    def __call__(self, cell: Cell) -> str | int | float | date | None:
        """Return text, a whole number, a percentage, a day, or None for an empty cell."""
        match cell:
            case None | int():
                return cell
            case str():
                return clean(cell) or None
            case Text():
                return self.text(cell)
            case Word():
                return self.text(cell.text)
            case PartialDate():
                return str(cell) if cell.day is None else cell.first
            case Ratio():
                return NONE_DUE if cell.percent is None else cell.percent
            case Sentences():
                return self.semicolon.join(self.text(part) for part in cell.parts) or None
            case tuple():
                return clean(self.say(cell)) or None

    def text(self, text: str | Text) -> str:
        """Return the words of a text."""
        if isinstance(text, str):
            return clean(text)
        if text.values:
            return clean(self.say(text))
        known = self._known.get(text.msgid)
        if known is None:
            known = self._known[text.msgid] = self.say(text)
        return known

    def second_line(self, sheet: Sheet) -> str:
        """Return what stands below a sheet's title."""
        return self.semicolon.join(self.text(part) for part in (sheet.subtitle, *sheet.facts))


def percent(part: int, whole: int) -> str:
    """Return a share as it is printed: 85.7, half up to one decimal; — of nothing."""
    share = Ratio(part, whole).percent
    return NONE_DUE if share is None else f"{share:.1f}"


def clean(text: str) -> str:
    """Return text without what no workbook can hold: control characters and lone surrogates."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Return a text of the workspace as one line that no terminal takes for a command."""
    return " ".join(clean(text).split())
