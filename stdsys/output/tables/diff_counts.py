"""统计对比: the counts of two states side by side, and what the states are called."""

from collections.abc import Iterator

from stdsys.analysis.counting.tally import Tally
from stdsys.analysis.coverage.cells import CellState, CoverageSummary
from stdsys.analysis.difference.answer_changes import LEVEL, SYSTEM, CountChange
from stdsys.messages import Text, _
from stdsys.output.differences.sections import Compared, Side
from stdsys.output.tables.headings import name_of_whole
from stdsys.output.tables.table import Cell, Column, Kind, Ratio, Table
from stdsys.output.tables.words import STATE, level_column

_COUNTS = (
    Column("required-before", _("Required before"), Kind.COUNT),
    Column("required-after", _("Required after"), Kind.COUNT),
    Column("required-change", _("Difference"), Kind.COUNT),
    Column("existing-before", _("Existing before"), Kind.COUNT),
    Column("existing-after", _("Existing after"), Kind.COUNT),
    Column("existing-change", _("Difference"), Kind.COUNT),
    Column("ratio-before", _("Ratio before (%)"), Kind.RATIO),
    Column("ratio-after", _("Ratio after (%)"), Kind.RATIO),
)


def heading(compared: Compared) -> Text:
    """Return the title: the workspace, and what is compared."""
    return _(
        "{system}: changes from {before} to {after}",
        system=name_of_whole(compared.difference.after),
        before=_called(compared.before),
        after=_called(compared.after),
    )


def _called(side: Side) -> Text:
    """Return a state's name for the title; a language that needs blanks around it adds them."""
    if side.parts is not None:
        name, commit = side.parts
        return _("{side} ({commit})", side=name, commit=commit)
    return side.name if isinstance(side.name, Text) else _("{side}", side=side.name)


def states_compared(compared: Compared) -> Iterator[Text]:
    """Say for which day each state is looked at."""
    before, after = compared.difference.before.as_of, compared.difference.after.as_of
    if before == after:
        yield _("as of {day}", day=after)
    else:
        yield _("before: as of {before}; after: as of {after}", before=before, after=after)


def count_tables(compared: Compared, *, changed_only: bool = False) -> tuple[Table, ...]:
    """Return the counts and the coverage of both; with `changed_only` what differs."""
    counts, cells = _count_table(compared, changed_only), _coverage_table(compared, changed_only)
    return tuple(table for table in (counts, cells) if table.rows)


def _count_table(compared: Compared, changed_only: bool) -> Table:
    found = [one for one in compared.difference.counts if one.differs or not changed_only]
    rows = tuple((_name(one, compared), *_figures(one)) for one in found)
    caption = _("Statistics before and after")
    return Table("counts", (Column("of", _("Counted")), *_COUNTS), rows, caption)


def _name(one: CountChange, compared: Compared) -> Cell:
    if one.of == LEVEL:
        return level_column(one.key)
    if one.of == SYSTEM:
        sides = (compared.difference.after, compared.difference.before)
        found = (side.workspace.systems.get(one.key) for side in sides)
        return next((system.name for system in found if system), one.key)
    return _("Total")


def _figures(one: CountChange) -> Iterator[Cell]:
    before, after = one.before or _NOTHING, one.after or _NOTHING
    yield from (before.required, after.required, after.required - before.required)
    yield from (before.existing, after.existing, after.existing - before.existing)
    yield from (Ratio(side.existing, side.required) for side in (before, after))


_NOTHING = Tally(0, 0, 0)


def _coverage_table(compared: Compared, changed_only: bool) -> Table:
    difference = compared.difference
    before, after = difference.before.coverage.summary, difference.after.coverage.summary
    rows: list[tuple[Cell, ...]] = []
    for state in CellState:
        was, is_ = _cells_of(before, state), _cells_of(after, state)
        if was != is_ or not changed_only:
            rows.append((STATE[state], was, is_, is_ - was))
    if rows:
        rows.append((_("cells required"), *_compared(before.required, after.required)))
        shares = (Ratio(side.covered, side.required) for side in (before, after))
        rows.append((_("Share covered (%)"), *shares, None))
    columns = (
        Column("state", _("Coverage cells")),
        Column("before", _("Before"), Kind.COUNT),
        Column("after", _("After"), Kind.COUNT),
        Column("change", _("Difference"), Kind.COUNT),
    )
    return Table("coverage", columns, tuple(rows), _("Coverage before and after"))


def _compared(before: int, after: int) -> tuple[int, int, int]:
    return before, after, after - before


def _cells_of(summary: CoverageSummary, state: CellState) -> int:
    return int(getattr(summary, state.value.replace("-", "_")))
