"""The two layouts of 标准统计表: S1 after GB/T 13016, S2 subsystems by level."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from stdsys.analysis.counting.groups import FIVE_LEVELS, UNDETERMINED, level_of, subsystem_of
from stdsys.analysis.counting.rows import Row, RowClass
from stdsys.analysis.counting.tally import Tally
from stdsys.model.workspace import System
from stdsys.numbers import Level


class S1Table(Struct, frozen=True):
    """Layout S1: 应有数, 现有数 and ratio, once by level and once by category.

    Both blocks count the same rows, so that their totals 共计 are equal. `levels` has the five
    levels, and `undetermined` where the level of a row is not stated; the last of `categories` is
    其他. `other` is the number of rows outside both: 另有计量技术规范、国际标准、法规等 n 项.
    """

    levels: Mapping[str, Tally]
    categories: Mapping[str, Tally]
    other: int

    @property
    def level_total(self) -> Tally:
        """共计 of the first block."""
        return _sum(self.levels.values())

    @property
    def category_total(self) -> Tally:
        """共计 of the second block."""
        return _sum(self.categories.values())


def _sum(tallies: Iterable[Tally]) -> Tally:
    tallies = tuple(tallies)
    return Tally(
        standards=sum(tally.standards for tally in tallies),
        required=sum(tally.required for tally in tallies),
        existing=sum(tally.existing for tally in tallies),
    )


class LineKind(StrEnum):
    """What a line of layout S2 stands for.

    `unplaced`: rows at no node. `expected`: what a system expects beyond its rows. `repeated`: in
    the table of the region, minus what stands in several systems, or in one system continues what
    is in force in another.
    """

    SUBSYSTEM = "subsystem"
    SYSTEM = "system"
    UNPLACED = "unplaced"
    EXPECTED = "expected"
    REPEATED = "repeated"


class S2Line(Struct, frozen=True):
    """A line of layout S2: numbers by level, and their sum 合计.

    `key` is a node (`tea/3`) or a system id, else the word of its kind; `name` the node's or
    system's own name.
    """

    kind: LineKind
    key: str
    name: str | None
    cells: Mapping[str, int]

    @property
    def sum(self) -> int:
        """合计."""
        return sum(self.cells.values())


class S2Table(Struct, frozen=True):
    """Layout S2: a line for each first-layer subsystem (of the region: for each system)."""

    columns: tuple[str, ...]
    lines: tuple[S2Line, ...]

    @property
    def totals(self) -> Mapping[str, int]:
        """总计 by level."""
        return {level: sum(line.cells[level] for line in self.lines) for level in self.columns}

    @property
    def total(self) -> int:
        """总计 of the column 合计: the same as in layout S1."""
        return sum(self.totals.values())


class S2Tables(Struct, frozen=True):
    """Layout S2 twice: 现有 and 应有."""

    existing: S2Table
    required: S2Table


def s2_of_system(system: System, rows: Iterable[Row], raises: Mapping[Level, int]) -> S2Tables:
    """Return layout S2 of a system from its rows and what it expects beyond them."""
    counted = [row for row in rows if row.main]
    columns = _columns_of(counted)
    in_force = [row for row in counted if row.cls is RowClass.E]
    existing = _lines(system, in_force, columns)
    required = _lines(system, counted, columns)
    expected: dict[str, int] = {level: raises.get(level, 0) for level in FIVE_LEVELS}
    if any(expected.values()):
        cells = _only(columns, expected)
        required.append(S2Line(LineKind.EXPECTED, LineKind.EXPECTED, None, cells))
    return S2Tables(S2Table(columns, tuple(existing)), S2Table(columns, tuple(required)))


def s2_of_region(
    systems: Mapping[str, System], tables: Mapping[str, S2Tables], total: Mapping[str, Tally]
) -> S2Tables:
    """Return layout S2 of the region: a line a system, then minus what several systems share.

    `total` holds the region's distinct counts by level. An item in two systems stands in both
    lines; the line `repeated` takes it off once, so that 总计 is the distinct number.
    """
    columns = (*FIVE_LEVELS, *((UNDETERMINED,) if UNDETERMINED in total else ()))
    existing = {key: table.existing for key, table in tables.items()}
    required = {key: table.required for key, table in tables.items()}
    return S2Tables(
        _of_region(systems, existing, {level: total[level].existing for level in columns}),
        _of_region(systems, required, {level: total[level].required for level in columns}),
    )


def _of_region(
    systems: Mapping[str, System], tables: Mapping[str, S2Table], wanted: Mapping[str, int]
) -> S2Table:
    lines = [
        S2Line(LineKind.SYSTEM, key, systems[key].name, _only(wanted, table.totals))
        for key, table in tables.items()
    ]
    repeated = {
        level: number - sum(line.cells[level] for line in lines) for level, number in wanted.items()
    }
    if any(repeated.values()):
        lines.append(S2Line(LineKind.REPEATED, LineKind.REPEATED, None, repeated))
    return S2Table(tuple(wanted), tuple(lines))


def _only(columns: Iterable[str], totals: Mapping[str, int]) -> dict[str, int]:
    return {level: totals.get(level, 0) for level in columns}


def _columns_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the five levels, and `undetermined` where a row needs it."""
    undetermined = any(row.level is None for row in rows)
    return (*FIVE_LEVELS, *((UNDETERMINED,) if undetermined else ()))


def _lines(system: System, rows: Iterable[Row], columns: tuple[str, ...]) -> list[S2Line]:
    counts: dict[str, Counter[str]] = {node.key: Counter() for node in system.top_nodes}
    for row in rows:
        counts.setdefault(subsystem_of(row), Counter())[level_of(row)] += 1
    names = {node.key: node.name for node in system.top_nodes}
    return [
        S2Line(
            LineKind.SUBSYSTEM if key in names else LineKind.UNPLACED,
            key if key in names else LineKind.UNPLACED,
            names.get(key),
            _only(columns, found),
        )
        for key, found in counts.items()
    ]
