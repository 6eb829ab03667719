"""The cells of the coverage policy laid out on a matrix, the worst cell of each square on top."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.coverage.cells import WORST_FIRST, Cell
from stdsys.model.workspace import STAGE, Workspace

SYSTEM = "system"
"""Names the systems where an axis is asked for."""


class Squares(Struct, frozen=True):
    """A matrix: values of two axes (or `system`), and the worst cell of each square that has one.

    `shown` are the cells that stand on a square, `absent` those without a value on an axis.
    """

    rows: str
    columns: str
    row_values: tuple[str, ...]
    column_values: tuple[str, ...]
    worst: dict[tuple[str, str], Cell]
    shown: tuple[Cell, ...]
    absent: tuple[Cell, ...]


def squares(cells: Iterable[Cell], rows: str, columns: str, workspace: Workspace) -> Squares:
    """Lay cells out: all systems that are no shared base, of an axis only what is asked for.

    Of equally bad cells the one that lacks most shows; where none lacks anything, the first.
    """
    worst: dict[tuple[str, str], Cell] = {}
    shown, absent = [], []
    for cell in cells:
        row, column = _value(cell, rows), _value(cell, columns)
        if row is None or column is None:
            absent.append(cell)
            continue
        shown.append(cell)
        known = worst.get((row, column))
        if known is None or _badness(cell) < _badness(known):
            worst[row, column] = cell
    return Squares(
        rows,
        columns,
        _order(rows, {row for row, _ in worst}, workspace),
        _order(columns, {column for _, column in worst}, workspace),
        worst,
        tuple(shown),
        tuple(absent),
    )


def all_squares(cells: Sequence[Cell], workspace: Workspace) -> list[Squares]:
    """Return matrices that together show every cell that has an axis.

    The first is system by stage; each further one takes what is left, by its first axis.
    """
    matrices = []
    left = tuple(cells)
    columns: str | None = STAGE
    while columns is not None:
        matrix = squares(left, SYSTEM, columns, workspace)
        if matrix.worst:
            matrices.append(matrix)
        left = matrix.absent
        columns = next((axis for cell in left for axis in cell.axes), None)
    return matrices


def _value(cell: Cell, axis: str) -> str | None:
    return cell.system if axis == SYSTEM else cell.axes.get(axis)


def _badness(cell: Cell) -> tuple[int, int]:
    return WORST_FIRST.index(cell.state), min(cell.counts[RowClass.E] - cell.at_least, 0)


def _order(axis: str, found: set[str], workspace: Workspace) -> tuple[str, ...]:
    if axis == SYSTEM:
        return tuple(key for key, system in workspace.systems.items() if not system.shared)
    return tuple(value for value in workspace.axes[axis].values if value in found)
