"""Which words of a heading stand for which field: the shipped list, the user's own, the mapping.

The list is `data/header_words.tsv`: word, field, kind of match (`exact` or `contains`). Blanks,
line breaks, width and case of letters make no difference.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from stdsys.intake.field_names import checked_field, checked_mapping
from stdsys.intake.fields import FIELDS
from stdsys.intake.refused import IntakeError
from stdsys.messages import _

_SHIPPED = Path(__file__).parent / "data" / "header_words.tsv"
_MAX_HEADING = 60
_MAX_WORDS_FILE = 1 << 20
_LONGER_BY = 12
"""A heading that contains a known word may be longer than it by this many characters."""
_BRACKETS = re.compile(r"\([^()]*\)")
_MARKS = re.compile(r"^[*#:、\d.]*|[*:]+$")


NO_FIELD = "none"
"""Stands in the list for words that would be mistaken for a field: 代替标准名称 is no title."""


def plain(text: str) -> str:
    """Return a heading's letters alone: no blanks, one width, small letters."""
    letters = "".join(unicodedata.normalize("NFKC", text[: _MAX_HEADING * 4]).split())
    return letters.replace("_", "").casefold()


class HeaderWords:
    """The words known in one import; `field_of` is asked once per heading."""

    def __init__(
        self,
        exact: Mapping[str, str],
        contained: Mapping[str, str],
        mapping: Mapping[str, str] | None = None,
    ) -> None:
        self.mapping = {plain(k): v for k, v in checked_mapping(mapping or {}).items()}
        self._exact = exact
        self._contained = sorted(contained.items(), key=lambda item: -len(item[0]))
        self._remembered: dict[str, str | None] = {}

    def mapped(self, text: str) -> str | None:
        """Return the field that the user maps this heading to."""
        return self.mapping.get(plain(text))

    def exact(self, text: str) -> str | None:
        """Return the field of a heading that is a known word, brackets and marks aside.

        A word that is known to stand for no field answers `NO_FIELD`.
        """
        word = plain(text)
        if not word or len(word) > _MAX_HEADING:
            return None
        for form in (word, _MARKS.sub("", word), _MARKS.sub("", _BRACKETS.sub("", word))):
            if form in self.mapping:
                return self.mapping[form]
            if form in self._exact:
                return self._exact[form]
        return None

    def _contains(self, text: str) -> str | None:
        word = _BRACKETS.sub("", plain(text))
        for known, field in self._contained:
            if known in word and len(word) <= len(known) + _LONGER_BY:
                return field
        return None

    def field_of(self, text: str) -> str | None:
        """Return the field of a heading that is a known word or contains one, the longest first."""
        if text in self._remembered:
            return self._remembered[text]
        field = self.exact(text)
        if field is None:
            field = self._contains(text)
        if field == NO_FIELD:
            field = None
        if len(self._remembered) < 100_000:
            self._remembered[text] = field
        return field


def known_words(mapping: Mapping[str, str], own: Path | None) -> HeaderWords:
    """Return the shipped words, those of the user's own file before them, and the mapping."""
    shipped_exact, shipped_contained = _shipped()
    if own is None:
        return HeaderWords(shipped_exact, shipped_contained, mapping)
    try:
        if own.stat().st_size > _MAX_WORDS_FILE:
            raise IntakeError(_("{file} is too large for a list of words", file=own.name))
        text = own.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise IntakeError(_("{file} is not UTF-8", file=own.name)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise IntakeError(
            _("{file} cannot be read: {reason}", file=own.name, reason=reason)
        ) from None
    exact, contained = _parsed(text, own.name)
    return HeaderWords(shipped_exact | exact, shipped_contained | contained, mapping)


@cache
def _shipped() -> tuple[dict[str, str], dict[str, str]]:
    exact, contained = _parsed(_SHIPPED.read_text(encoding="utf-8"), _SHIPPED.name)
    return {plain(field): field for field in FIELDS} | exact, contained


def _parsed(text: str, file: str) -> tuple[dict[str, str], dict[str, str]]:
    kinds: dict[str, dict[str, str]] = {"exact": {}, "contains": {}}
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip() or line.startswith("#") or cells[:2] == ["word", "field"]:
            continue
        kind = cells[2] if len(cells) > 2 and cells[2] else "exact"
        if len(cells) < 2 or not plain(cells[0]) or kind not in kinds:
            raise IntakeError(
                _(
                    "{file}, line {line}: expected word, field and exact or contains, with tabs "
                    "between them",
                    file=file,
                    line=number,
                )
            )
        none = cells[1] == NO_FIELD
        kinds[kind][plain(cells[0])] = NO_FIELD if none else checked_field(cells[1])
    return kinds["exact"], kinds["contains"]
