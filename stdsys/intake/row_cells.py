"""The cells of one row by field; what stands under headings that nobody knows is kept aside."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from stdsys.intake.cells_words import says_nothing
from stdsys.intake.drafts import ReadColumn, Value
from stdsys.intake.fields import LISTS
from stdsys.messages import Text

_LINE_BREAK = re.compile(r"\s*\n\s*")
_BETWEEN_CHINESE = re.compile(
    r"(?<=[\u4e00-\u9fff，、；：（）《》])\n(?=[\u4e00-\u9fff（）《》])(?!第)"
)
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0\u3000]+")


class RowCells(Struct, frozen=True):
    """A row of a table. `own` are the cells as stored, `filled` those below merged ranges too."""

    own: Sequence[str]
    filled: Sequence[str]
    by_field: Mapping[str, Sequence[ReadColumn]]
    unknown: Sequence[ReadColumn]

    def __getitem__(self, field: str) -> str:
        """Return the text of a field: of several columns the first that says something."""
        if field not in self.by_field:
            return ""
        texts = [text for _header, text in self.all(field) if not says_nothing(text)]
        if field in LISTS:
            return "\n".join(texts)
        return texts[0] if texts else ""

    def all(self, field: str) -> list[tuple[str, str]]:
        """Return heading and text of every column of a field."""
        columns = self.by_field.get(field, ())
        return [(column.header, self._text(column.index)) for column in columns]

    def raw(self, field: str) -> str:
        """Return the first text under a field that is not blank, even one that says nothing."""
        return next((text for _header, text in self.all(field) if text), "")

    def has(self, field: str) -> bool:
        """Whether the table has a column for a field."""
        return field in self.by_field

    def header(self, field: str) -> str:
        """Return the heading of a field's first column."""
        columns = self.by_field.get(field, ())
        return columns[0].header if columns else field

    @property
    def headed(self) -> list[tuple[str, str]]:
        """Heading and text of every column, known or not."""
        known = [column for columns in self.by_field.values() for column in columns]
        return [(column.header, self._text(column.index)) for column in (*known, *self.unknown)]

    @property
    def extra(self) -> list[tuple[str, str]]:
        """Heading and text of what stands under unknown headings."""
        pairs = [(column.header, self._text(column.index)) for column in self.unknown]
        return [(header, text) for header, text in pairs if not says_nothing(text)]

    @property
    def surplus(self) -> list[tuple[str, str]]:
        """Second texts under a field that takes only one, where they differ from the first."""
        found = []
        for name in self.by_field:
            if name in LISTS or name in ("ignore", "ordinal", "subsystem"):
                continue
            texts = [(h, t) for h, t in self.all(name) if not says_nothing(t)]
            found += [pair for pair in texts[1:] if pair[1] != texts[0][1]]
        return found

    def _text(self, index: int) -> str:
        return self.filled[index] if index < len(self.filled) else ""


class Understood(Struct):
    """What has been understood of a row so far: facts, notes that keep the rest, remarks."""

    facts: dict[str, Value] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    remarks: list[Text] = field(default_factory=list)

    def keep(self, header: str, text: str, remark: Text | None = None) -> None:
        """Keep a cell as a note, word for word, and say so where a person should look."""
        self.notes.append(f"原表“{one_line(header)}”：{one_line(text)}")
        if remark is not None:
            self.remarks.append(remark)


def one_line(text: str) -> str:
    """Return a cell's text on one line: a break within a Chinese sentence leaves no blank."""
    text = _LINE_BREAK.sub("\n", text.strip())
    text = _BETWEEN_CHINESE.sub("", text).replace("\n", " ")
    return _BLANKS.sub(" ", text).strip()
