"""A table of the deliverables as aligned text."""

from collections.abc import Iterator
from datetime import date

from stdsys.output.tables.rendering import Renderer, one_line
from stdsys.output.tables.table import Kind, Table
from stdsys.output.text.aligned import Layout

_TO_THE_RIGHT = (Kind.COUNT, Kind.RATIO)


def table_lines(table: Table, render: Renderer, layout: Layout) -> Iterator[str]:
    """Yield a table's caption, head, rows and notes; counts and ratios stand to the right."""
    if table.caption is not None:
        yield layout.heading(render.text(table.caption))
    right = [index for index, column in enumerate(table.columns) if column.kind in _TO_THE_RIGHT]
    header = [one_line(render.text(column.title)) for column in table.columns]
    rows = [[_printed(render(cell)) for cell in row] for row in table.rows]
    yield from layout.lines(header, rows, right=right)
    for note in table.notes:
        yield one_line(render.text(note))


def _printed(value: str | int | float | date | None) -> str:
    match value:
        case None:
            return ""
        case str():
            return one_line(value)
        case float():
            return f"{value:.1f}"
        case _:
            return str(value)
