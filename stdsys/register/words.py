"""The words under which a standard is found: pairs of Chinese letters, Latin words, figures.

SQLite's own tokenizers take a Chinese sentence for one word, or need three letters; two are a
Chinese word. So titles are cut into overlapping pairs: 油茶籽 is 油茶, 茶籽 and, last, 籽 alone. A
single letter finds all pairs that begin with it, and the last letter of every run. A Latin letter
that stands alone is no word: T, Q and S say nothing.
"""

import re
import unicodedata

from msgspec import Struct

_RUN = re.compile("[\u3400-\u9fff]+|[0-9]+|[a-z]{2,}")
_CHINESE = "\u3400"


def folded(text: str) -> str:
    """Return a text in one width and small letters."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def words_of(key: str, title: str) -> str:
    """Return the words of a standard, in reading order and each once, joined by blanks."""
    words: list[str] = []
    for run in _RUN.findall(folded(f"{key} {title}")):
        if run >= _CHINESE:
            words += [run[place : place + 2] for place in range(len(run))]
        else:
            words.append(run)
    return " ".join(dict.fromkeys(words))


class Query(Struct, frozen=True):
    """A question to the index: `match` in SQLite's query language, and what must then be there.

    Words may stand in any order; `parts` are looked for in number and title without blanks, since
    the index knows pairs of letters, and not that they follow each other.
    """

    match: str
    parts: tuple[str, ...]

    def fits(self, key: str, title: str) -> bool:
        """Whether a standard bears every part."""
        text = _compact(f"{key}\n{title}")
        return all(part in text for part in self.parts)


def query_of(text: str) -> Query | None:
    """Return the question that somebody's words are; None if they hold no word and no figure.

    The last figures or Latin letters of each word may be the beginning of longer ones.
    """
    terms: list[str] = []
    parts: list[str] = []
    for word in folded(text).split():
        runs = _RUN.findall(word)
        for run in runs:
            if run < _CHINESE:
                terms.append(f'"{run}"*' if run == runs[-1] else f'"{run}"')
            elif len(run) == 1:
                terms.append(f'"{run}"*')
            else:
                terms += [f'"{run[place : place + 2]}"' for place in range(len(run) - 1)]
        if runs:
            parts.append(_compact(word))
    return Query(" AND ".join(dict.fromkeys(terms)), tuple(parts)) if terms else None


def _compact(text: str) -> str:
    return "".join(folded(text).split())
