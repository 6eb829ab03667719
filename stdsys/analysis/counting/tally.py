"""How many standards there should be and how many there are, for any set of rows."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from stdsys.analysis.counting.rows import Row, RowClass, distinct


class Tally(Struct, frozen=True):
    """Counts of a set of rows, every item once.

    `standards`: distinct numbered standards of any level and status. `required` 应有数: in force,
    upcoming, planned and of unknown status, without successions and obsolete ones. `existing`
    现有数: those in force. The last two count the five levels of 标准化法 art. 2 (and items whose
    level nobody has stated), not what stands outside them.
    """

    standards: int
    required: int
    existing: int

    @classmethod
    def of(cls, rows: Iterable[Row], *, raised: int = 0) -> "Tally":
        """Count rows; `raised` is added to 应有数 (the system's `expected`)."""
        return _tally(rows, lambda row: row.main, raised)

    @classmethod
    def outside(cls, rows: Iterable[Row], *, raised: int = 0) -> "Tally":
        """Count the rows outside the five levels: metrology, foreign standards, documents."""
        outside = (row for row in rows if row.outside)
        return _tally(outside, lambda row: row.listed, raised)

    @property
    def ratio(self) -> float | None:
        """现有数 ÷ 应有数 as a fraction; None when 应有数 is 0."""
        return self.existing / self.required if self.required else None


def _tally(rows: Iterable[Row], counted: Callable[[Row], bool], raised: int) -> Tally:
    items = distinct(rows)
    listed = [row for row in items if counted(row)]
    return Tally(
        standards=sum(row.numbered for row in items),
        required=len(listed) + raised,
        existing=sum(row.cls is RowClass.E for row in listed),
    )
