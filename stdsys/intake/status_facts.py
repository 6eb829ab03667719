"""The status that a row gives a standard; a word that nobody understands leaves it unknown."""

import re

from stdsys.intake.cells_numbers import NumberCell
from stdsys.intake.cells_words import status_of
from stdsys.intake.format_words import STATUS
from stdsys.intake.row_cells import RowCells, Understood, one_line
from stdsys.messages import _

_CLAUSES = re.compile(r"[，,；;、。\s]+")


def read_status(row: RowCells, cell: NumberCell, stated: str | None, said: Understood) -> None:
    """Add the status: as a column says, the cell of the number, or the sheet's name (`stated`)."""
    text = row["status"]
    word = status_of(text) if text else None
    if word is None and text:
        word = _status_among(text) or cell.status
        if word is None:
            remark = _(
                "{text} is no status of a standard that is known; the status is unknown, the word "
                "is kept in the notes",
                text=one_line(text),
            )
        else:
            remark = None
        said.keep(row.header("status"), text, remark)
        word = word or "unknown"
    word = word or cell.status
    if word:
        said.facts["status"] = STATUS[word]
    elif stated and "status" not in said.facts:
        said.facts["status"] = STATUS[stated]


def _status_among(text: str) -> str | None:
    """Return the status that one of several words names: 现行，2023年复审."""
    found = {word for piece in _CLAUSES.split(text) if (word := status_of(piece)) is not None}
    return found.pop() if len(found) == 1 else None
