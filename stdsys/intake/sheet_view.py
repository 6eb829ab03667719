"""A sheet with its merged ranges looked through: what a reader sees at a place."""

from stdsys.intake.grids import Grid

_MAX_MERGED = 500_000
"""Cells in merged ranges that are looked through; a sheet that merges more is read as it is."""


class SheetView:
    """Cells of a grid, trimmed; a cell of a merged range shows the text of the range."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.height = len(grid.rows)
        self.width = max(map(len, grid.rows), default=0)
        self._origin: dict[tuple[int, int], tuple[int, int]] = {}
        self._across: dict[int, int] = {}
        self._find_origins()

    def _find_origins(self) -> None:
        for merge in self.grid.merges:
            bottom, right = min(merge.bottom, self.height - 1), min(merge.right, self.width - 1)
            if bottom < merge.top or right < merge.left:
                continue
            area = (bottom - merge.top + 1) * (right - merge.left + 1)
            if len(self._origin) + area > _MAX_MERGED:
                return
            for row in range(merge.top, bottom + 1):
                for column in range(merge.left, right + 1):
                    self._origin[row, column] = (merge.top, merge.left)
            width = merge.right - merge.left + 1
            if width > 1:
                self._across[merge.top] = max(self._across.get(merge.top, 1), width)

    @property
    def merged(self) -> bool:
        """Whether anything is merged, as far as the file tells."""
        return bool(self._origin)

    def own(self, row: int) -> list[str]:
        """Return the cells of a row as they are stored, trimmed."""
        return [cell.strip() for cell in self.grid.rows[row]]

    def indented(self, row: int, text: str) -> str:
        """Return a text of a row with the blanks before it; a column further right indents more."""
        for column, cell in enumerate(self.grid.rows[row]):
            if cell.strip() == text:
                return " " * column + cell
        return text

    def at(self, row: int, column: int) -> str:
        """Return what is seen at a place: through a merged range, its text."""
        row, column = self._origin.get((row, column), (row, column))
        cells = self.grid.rows[row]
        return cells[column].strip() if column < len(cells) else ""

    def seen(self, row: int, top: int = 0) -> list[str]:
        """Return what is seen in every column of a row, of ranges that begin at `top` or below."""
        if not self._origin:
            cells = self.own(row)
            return cells + [""] * (self.width - len(cells))
        return [
            self.at(row, column) if self._origin.get((row, column), (row,))[0] >= top else ""
            for column in range(self.width)
        ]

    def filled_down(self, row: int) -> list[str]:
        """Return a row with the texts of ranges merged downwards, not of those merged across."""
        cells = self.own(row)
        cells += [""] * (self.width - len(cells))
        if not self._origin:
            return cells
        for column, cell in enumerate(cells):
            origin = self._origin.get((row, column))
            if not cell and origin and origin[0] < row and origin[1] == column:
                cells[column] = self.at(row, column)
        return cells

    def merged_across(self, row: int) -> int:
        """Return the width of the widest range that begins in this row; 1 if there is none."""
        return self._across.get(row, 1)
