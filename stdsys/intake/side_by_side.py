"""Tables that stand beside each other under one row of headings."""

from collections.abc import Sequence

from stdsys.intake.drafts import ReadColumn

_BEGINNING = frozenset({"ordinal", "code", "number", "title", "number_title"})
"""With one of these a table begins on the left."""


def side_by_side(columns: Sequence[ReadColumn]) -> list[list[ReadColumn]]:
    """Return the columns of each table: a repeated number column begins another table.

    It does so only where number and title are complete on both sides: 标准编号, 标准名称, 原标准号
    is one table.
    """
    blocks: list[list[ReadColumn]] = [[]]
    for place, column in enumerate(columns):
        fields = [one.field for one in blocks[-1]]
        repeated = column.field in _BEGINNING and column.field in fields
        if repeated and _complete(fields) and _complete([c.field for c in columns[place:]]):
            blocks.append([])
        blocks[-1].append(column)
    return blocks


def _complete(fields: Sequence[str | None]) -> bool:
    return "number_title" in fields or ("number" in fields and "title" in fields)
