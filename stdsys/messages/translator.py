"""Render texts in a language, with the standard library's gettext."""

import gettext
import os
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from stdsys.messages.text import Text

LOCALE = Path(__file__).parent / "locale"


class Language(StrEnum):
    """A language that stdsys speaks."""

    ZH = "zh"
    EN = "en"


class Translator:
    """Renders `Text` in one language: `say(_("{n} standards", n=3))`."""

    def __init__(self, language: Language, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue
        self.comma = "、" if language is Language.ZH else ", "

    def __call__(self, text: object) -> str:
        """Return the words of a text; a tuple is joined as a list, anything else is its `str`."""
        if isinstance(text, Text):
            sentence = self._catalogue.gettext(text.msgid)
            if not text.values:
                return sentence
            return sentence.format_map({name: self(value) for name, value in text.values.items()})
        if isinstance(text, tuple):
            return self.comma.join(self(part) for part in text)
        return str(text)


@cache
def translator(language: Language | str = Language.ZH) -> Translator:
    """Return the translator of a language; English is the language of the message keys."""
    language = Language(language)
    if language is Language.EN:
        return Translator(language, gettext.NullTranslations())
    return Translator(language, gettext.translation("stdsys", LOCALE, [language]))


def choose_language(wanted: str | None, environment: Mapping[str, str] = os.environ) -> Language:
    """Choose by option, then `STDSYS_LANG`, then the locale; without any of them Chinese.

    A locale that is neither Chinese nor neutral (`C`, `POSIX`) gives English.
    """
    if wanted:
        return Language(wanted)
    stated = environment.get("STDSYS_LANG", "").lower()
    if stated[:2] in tuple(Language):
        return Language(stated[:2])
    locale = next(
        (environment[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(k)), ""
    )
    name = locale.split(".")[0].split("_")[0].lower()
    return Language.ZH if name in ("", "c", "posix", "zh") else Language.EN
