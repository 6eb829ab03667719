"""One spelling for the many ways in which people and programs write a number.

Only what cannot change the meaning is unified here: width, dashes, slashes, dots, blanks and
invisible characters. Letters that merely look Latin are reported, never replaced silently.
"""

import unicodedata

from msgspec import Struct

from stdsys.patterns import pattern

_FULLWIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_INVISIBLE = (
    "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

DASHES = {
    "\u2014": "dash_em",
    "\u2013": "dash_en",
    "\u2015": "dash_bar",
    "\u2010": "dash_hyphen",
    "\u2011": "dash_hyphen",
    "\u2012": "dash_figure",
    "\u2212": "dash_minus",
    "\u2500": "dash_box",
    "\u2501": "dash_box",
    "\uff0d": "dash_fullwidth",
    "\ufe63": "dash_small",
    "\ufe58": "dash_small",
    "\u00ad": "dash_soft",
    "\u2043": "dash_bullet",
    "\u02d7": "dash_minus",
    "\u2e3a": "dash_em_double",
    "\u30fc": "dash_katakana",
}
"""Signs that stand for the hyphen before a year, and the flags that name them."""
_SLASHES = {"\u2215": "slash_u2215", "\u2044": "slash_u2044", "\u29f8": "slash_u29f8"}
_TILDES = "\u301c\u223c\u02dc"
_DOTS = "\u00b7\u30fb\u2022\u2219\u2027\u22c5"
_COLONS = "\u2236\ufe55"

_TRANSLATION: dict[int, str | int | None] = {
    **_FULLWIDTH,
    **{ord(dash): "-" for dash in DASHES},
    **{ord(slash): "/" for slash in _SLASHES},
    **{ord(tilde): "~" for tilde in _TILDES},
    **{ord(colon): ":" for colon in _COLONS},
    **{ord(character): None for character in _INVISIBLE},
}

LOOKALIKES = str.maketrans(
    # Cyrillic and Greek capitals and small letters that print like Latin ones.
    "АВЕКМНОРСТХУЅІЈаеорсхуѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABEKMHOPCTXYSIJaeopcxysijABEZHIKMNOPTYXo",
)
"""Letters of other alphabets that print like Latin letters, and the Latin letters."""

_WIDE = pattern("[\uff0e-\uff19Ａ-Ｚａ-ｚ]")
_WIDE_FIGURE = pattern("[０-９]")
_ODD_SIGN = pattern(f"[{''.join([*DASHES, *_SLASHES])}]")
_CHINESE_ONE = pattern("(?<=[0-9])[一丨](?=[0-9])")
_BLANKS = pattern(r"\s+")
_DASH_RUN = pattern(r"-{2,}")
_DASH_BLANK = pattern(r"(?<=[0-9A-Za-zX)]) ?- ?(?=[0-9X*])")
_DOT = pattern(rf"(?<=[0-9]) ?([.{_DOTS}。]) ?(?=[0-9])")
_TIMES = pattern("[×✕□*○〇]{2,}")


class Normalised(Struct, frozen=True):
    """A text in the one spelling, and what had to be unified (flags, in reading order)."""

    text: str
    flags: tuple[str, ...]


def normalise(text: str) -> Normalised:
    """Unify width, dashes, slashes, dots and blanks of a text; doing it twice changes nothing."""
    flags: list[str] = []
    if not text.isascii():
        flags += _width_flags(text) + _sign_flags(text)
        text = text.translate(_TRANSLATION)
    text = _BLANKS.sub(" ", text).strip()
    text = _TIMES.sub(lambda match: "X" * len(match[0]), text)
    if "--" in text:
        flags.append(_dash_run_flag(flags))
        text = _DASH_RUN.sub("-", text)
    if " -" in text or "- " in text:
        text = _DASH_BLANK.sub(lambda match: _dash_without_blank(match[0], flags), text)
    text = _DOT.sub(lambda match: _plain_dot(match[0], flags), text)
    return Normalised(text, tuple(dict.fromkeys(flag for flag in flags if flag)))


def _width_flags(text: str) -> list[str]:
    flags = []
    if _WIDE.search(text):
        flags.append("fullwidth")
    if "\u3000" in text:
        flags.append("ideographic_space")
    if "（" in text:
        flags.append("fullwidth_paren")
    if "：" in text:
        flags.append("fullwidth_colon")
    return flags


def _sign_flags(text: str) -> list[str]:
    signs = _ODD_SIGN.findall(text)
    dashes = dict.fromkeys(DASHES[sign] for sign in signs if sign in DASHES)
    if "dash_fullwidth" in dashes and _WIDE_FIGURE.search(text):
        # In a text that is full-width throughout, its dash is no news.
        del dashes["dash_fullwidth"]
    return [*dashes, *dict.fromkeys(_SLASHES[sign] for sign in signs if sign in _SLASHES)]


def _dash_run_flag(flags: list[str]) -> str:
    """Name a run of dashes after the sign it consists of, in place of that sign's own flag."""
    for single, double in (("dash_box", "dash_box_double"), ("dash_em", "dash_em_double")):
        if single in flags:
            flags.remove(single)
            return double
    return "dash_double_ascii"


def _dash_without_blank(found: str, flags: list[str]) -> str:
    if found.startswith(" ") and found.endswith(" "):
        flags.append("space_around_dash")
    elif found.startswith(" "):
        flags.append("space_before_dash")
    elif found.endswith(" "):
        flags.append("space_after_dash")
    return "-"


def _plain_dot(found: str, flags: list[str]) -> str:
    if len(found) > 1:
        flags.append("space_around_dot")
    if "." not in found:
        flags.append("dot_unusual")
    return "."


def latin(text: str) -> str:
    """Return the text with look-alike letters replaced by the Latin letters they resemble.

    Besides Cyrillic and Greek this covers styled letters (mathematical, circled, Roman figures)
    and the figure 一 in place of a dash. Superscript figures are left: they are footnote marks.
    """
    text = _CHINESE_ONE.sub("-", text.translate(LOOKALIKES))
    if text.isascii():
        return text
    return "".join(_plain_form(character) for character in text)


def _plain_form(character: str) -> str:
    if character.isascii() or "\u2e80" <= character <= "\uffef":
        return character
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain.isascii() and plain.isalpha() else character


_CAPITALS = {code: code - 32 for code in range(ord("a"), ord("z") + 1)}


def ascii_upper(text: str) -> str:
    """Return the text with its ASCII letters in capitals; every other character keeps its place."""
    return text.translate(_CAPITALS)
