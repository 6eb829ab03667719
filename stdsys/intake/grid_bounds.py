"""How much of a workbook is read: more than any table of standards, less than any harm."""

from stdsys.intake.refused import IntakeError
from stdsys.messages import _

MAX_BYTES = 64 * 1024 * 1024
"""Of a file as it lies on disk."""
MAX_UNPACKED = 256 * 1024 * 1024
"""Of the parts of a packed workbook that are read, unpacked."""
MAX_ROWS = 200_000
"""Of a sheet, up to the last row that holds something."""
MAX_CELLS = 5_000_000
"""Of a sheet's rectangle from A1 to its last cell, and of all sheets of a file together."""
MAX_TEXT = 256 * 1024 * 1024
"""Of the texts of all cells: a text that is stored once may stand in many cells."""


def check_size(rows: int, columns: int, file: str, sheet: str) -> None:
    """Raise `IntakeError` for a sheet that is larger than any table of standards."""
    if rows > MAX_ROWS:
        raise IntakeError(
            _(
                "{file}, sheet {sheet}: {rows} rows, at most {limit} are read; delete empty rows "
                "that hold stray cells, or split the sheet",
                file=file,
                sheet=sheet,
                rows=rows,
                limit=MAX_ROWS,
            )
        )
    if rows * columns > MAX_CELLS:
        raise IntakeError(
            _(
                "{file}, sheet {sheet}: {rows} rows by {columns} columns are too many to read; "
                "delete stray cells far from the table",
                file=file,
                sheet=sheet,
                rows=rows,
                columns=columns,
            )
        )
