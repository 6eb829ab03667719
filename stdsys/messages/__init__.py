"""What users read, in Chinese and English.

Code says what it has to say as a `Text`: an English sentence with named placeholders, made by `_`.
Nothing is translated before the last moment; output renders a `Text` with the `Translator` of the
chosen language. The Chinese catalogue is `locale/zh/LC_MESSAGES/stdsys.po`; the compiled one beside
it is kept in step with `python -m tests.messages.catalogue`.
"""

from stdsys.messages.suggestions import did_you_mean, nearest
from stdsys.messages.text import Text, _
from stdsys.messages.translator import Language, Translator, choose_language, translator

__all__ = [
    "Language",
    "Text",
    "Translator",
    "_",
    "choose_language",
    "did_you_mean",
    "nearest",
    "translator",
]
