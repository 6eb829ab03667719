"""Is a title written as GB/T 1.1 writes titles? Only what can be told from the characters."""

import re
import unicodedata
from collections.abc import Iterator

from stdsys.messages import Text, _

_HAN = r"[\u3400-\u9fff]"
_DATED_NUMBER = re.compile(r"[A-Z]{1,5}\d{0,6}(?:/[A-Z]{1,8})?\s*\d{1,6}(?:\.\d+)*\s*[-—–]\s*\d{4}")
_LAST = tuple("。．.，,；;：:、！!？?")
_HALF_WIDTH = re.compile(rf"{_HAN}[,:;()!?]|[,:;()!?]{_HAN}")
_DASH_BETWEEN = re.compile(rf"{_HAN}(?:\s+[-—–－]+\s+|[—－]+){_HAN}|{_HAN} {{2,}}{_HAN}")
_ELEMENT_ENDS = re.compile(rf"(?<={_HAN})[ \u3000](?={_HAN})")
_MOST_ELEMENTS = 3

TITLE_FAULTS: dict[str, Text] = {
    "title-number": _("a standard number stands in the title"),
    "title-brackets": _("the title bears 《》"),
    "title-end": _("punctuation ends the title"),
    "title-half-width": _("half-width punctuation in the title"),
    "title-separator": _("elements of the title are set apart otherwise than by one blank"),
    "title-elements": _("the title has more than three elements"),
}
"""What may be wrong with the form of a title, by stable id."""


def title_faults(title: str) -> Iterator[str]:
    """Yield the ids of what is wrong with the form of a title.

    A title has up to three elements (引导、主体、补充), set apart by one blank, as GB/T 1.1 has it;
    it bears neither number nor 《》, and no punctuation at its end. Chinese punctuation is
    full-width (GB/T 15834).
    """
    text = title.strip()
    if _DATED_NUMBER.search(unicodedata.normalize("NFKC", text)):
        yield "title-number"
    if "《" in text or "》" in text:
        yield "title-brackets"
    if text.endswith(_LAST):
        yield "title-end"
    if _HALF_WIDTH.search(text):
        yield "title-half-width"
    if _DASH_BETWEEN.search(text):
        yield "title-separator"
    if len(_ELEMENT_ENDS.findall(text)) >= _MOST_ELEMENTS:
        yield "title-elements"
