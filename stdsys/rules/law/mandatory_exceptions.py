"""Where another law lets an industry or local standard be mandatory: a table in `data/`.

Industry and local standards are recommended (标准化法 art. 2), unless a law, an administrative
regulation or a decision of the State Council says otherwise (art. 10). Each row of the table names
such a provision and tells how the standards under it are known: by their code, and where a code is
used for other things as well, by words of their title. Its column `confidence` says which
provisions were read in the text of the law and which are written down from memory.
"""

import re
from functools import cache
from pathlib import Path

from msgspec import Struct

from stdsys.numbers import Level

_TABLE = Path(__file__).parent / "data" / "mandatory_exceptions.tsv"


class MandatoryException(Struct, frozen=True):
    """A provision, and how the standards under it are known.

    `code` is a regular expression for the whole document code. `title_words` are words of which the
    title holds one; without any, the code alone tells. `confidence` is `verified` or `recalled`.
    """

    level: Level
    code: re.Pattern[str]
    title_words: tuple[str, ...]
    field: str
    law: str
    article: str
    confidence: str
    provenance: str

    def may_hold(self, level: Level, code: str | None, title: str | None) -> bool:
        """Whether a standard may be under this provision; what has no code yet goes by its title.

        Of an unknown title no word is known, so that only its code can excuse a standard.
        """
        if level is not self.level:
            return False
        if code is None:
            return bool(self.title_words) and self._titled(title)
        return bool(self.code.fullmatch(code)) and (not self.title_words or self._titled(title))

    def _titled(self, title: str | None) -> bool:
        return title is not None and any(word in title for word in self.title_words)


@cache
def mandatory_exceptions() -> tuple[MandatoryException, ...]:
    """Return the rows of the table."""
    header, *lines = _TABLE.read_text(encoding="utf-8").splitlines()
    columns = header.split("\t")
    rows = (dict(zip(columns, line.split("\t"), strict=True)) for line in lines)
    return tuple(
        MandatoryException(
            level=Level(row["level"]),
            code=re.compile(row["code"], re.ASCII),
            title_words=tuple(word for word in row["title"].split("|") if word),
            field=row["field"],
            law=row["law"],
            article=row["article"],
            confidence=row["confidence"],
            provenance=row["provenance"],
        )
        for row in rows
    )


def may_be_mandatory(level: Level, code: str | None, title: str | None) -> bool:
    """Whether a law may allow an industry or local standard to be mandatory."""
    return any(row.may_hold(level, code, title) for row in mandatory_exceptions())
