"""The difference of two states as a comment on a pull request: short first, the rest folded."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from stdsys.messages import Translator, _
from stdsys.output.differences.sections import MARKS, Compared, Line, Section, sections, summary
from stdsys.output.tables.diff_counts import count_tables, heading, states_compared
from stdsys.output.tables.rendering import Renderer, one_line
from stdsys.output.tables.table import Kind, Table

LARGEST = 60_000
"""Bytes; a longer comment is refused where it is to be posted."""

_ROWS = (100_000, 300, 100, 30, 10, 3, 0)
"""How many rows a table shows: as many as there is room for."""

_LONGEST_CELL = 160
_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~$])")


def diff_markdown(compared: Compared, say: Translator) -> str:
    """Return the comment: at most `LARGEST` bytes, whatever was written in the workspace."""
    writer = _Markdown(compared, say)
    text = ""
    for rows in _ROWS:
        text = "\n".join(writer.lines(rows)) + "\n"
        if len(text.encode()) <= LARGEST:
            break
    return text


class _Markdown:
    """Writes a comparison as GitHub and GitLab read it."""

    def __init__(self, compared: Compared, say: Translator) -> None:
        self._compared = compared
        self._say = say
        self._render = Renderer(say)
        self._sections = sections(compared, say)

    def lines(self, most: int) -> Iterator[str]:
        """Yield the text, at most so many rows a table."""
        say = self._say
        yield f"### {_cell(say(heading(self._compared)))}"
        yield ""
        facts = [*self._compared.caveats, *states_compared(self._compared)]
        yield _cell(say(_("; ")).join(map(say, facts)))
        if self._compared.difference.empty:
            yield ""
            yield say(_("nothing differs"))
            return
        if self._sections:
            yield ""
        for counts in summary(self._sections):
            yield "- " + _cell(say(counts))
        for table in count_tables(self._compared, changed_only=True):
            yield ""
            yield from self._counts(table, most)
        for section in self._sections:
            yield ""
            yield from self._folded(section, most)

    def _counts(self, table: Table, most: int) -> Iterator[str]:
        if table.caption is not None:
            yield f"**{_cell(self._render.text(table.caption))}**"
            yield ""
        heads = [self._render.text(column.title) for column in table.columns]
        to_the_right = [column.kind in (Kind.COUNT, Kind.RATIO) for column in table.columns]
        rows = [[_written(self._render(cell)) for cell in row] for row in table.rows]
        yield from _table(heads, rows[: max(most, 1)], to_the_right)
        yield from self._left(len(rows) - max(most, 1))

    def _folded(self, section: Section, most: int) -> Iterator[str]:
        title = _("{name}: {count}", name=section.title, count=len(section.lines))
        yield f"<details><summary>{_cell(self._say(title))}</summary>"
        yield ""
        if most:
            heads, rows = self._rows(section, section.lines[:most])
            yield from _table(heads, rows, [False] * len(heads))
        yield from self._left(len(section.lines) - most)
        yield ""
        yield "</details>"

    def _rows(self, section: Section, lines: Sequence[Line]) -> tuple[list[str], list[list[str]]]:
        """Return heads and rows, a row a change; columns in which nothing stands are left out."""
        titles = (_("Change"), *section.heads, _("Before → after"), _("Remarks"))
        body = [
            [
                self._say(MARKS[line.mark]),
                line.where,
                line.key,
                line.name,
                self._say(_("; ")).join(self._say(one.sentence) for one in line.details),
                line.remark,
            ]
            for line in lines
        ]
        kept = [index for index in range(len(titles)) if any(row[index] for row in body)]
        heads = [self._say(titles[index]) for index in kept]
        return heads, [[row[index] for index in kept] for row in body]

    def _left(self, count: int) -> Iterator[str]:
        if count > 0:
            yield ""
            yield self._say(_("{count} more are not shown here", count=count))


def _table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]
) -> Iterator[str]:
    yield _row(heads)
    yield "|" + "|".join(" ---: " if to_the_right else " --- " for to_the_right in right) + "|"
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _written(value: str | int | float | date | None) -> str:
    return "" if value is None else f"{value:.1f}" if isinstance(value, float) else str(value)


def _cell(text: str) -> str:
    """Return a text in which nothing is a link, a picture, HTML or a name that is called upon."""
    text = one_line(text)
    if len(text) > _LONGEST_CELL:
        text = text[: _LONGEST_CELL - 1] + "…"
    text = _SPECIAL.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace("@", "@\u200b").replace("://", ":\u200b//")
