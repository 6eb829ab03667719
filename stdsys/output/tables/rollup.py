"""汇总: a whole over its members as a workbook: counts, coverage, what they share and lack."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from stdsys.analysis.counting.groups import FIVE_LEVELS, UNDETERMINED
from stdsys.analysis.coverage.cells import CoverageSummary
from stdsys.analysis.rollup.counts import Counts
from stdsys.analysis.rollup.member_summary import MemberSummary
from stdsys.analysis.rollup.whole import RollUp, Subtotal
from stdsys.findings import Severity
from stdsys.messages import Text, _
from stdsys.model.status import Status
from stdsys.numbers import Nature
from stdsys.output.tables import words
from stdsys.output.tables.rollup_lists import (
    Where,
    codes_table,
    common_gaps_table,
    conflicts_table,
    open_cells_table,
    shared_table,
)
from stdsys.output.tables.rollup_names import (
    MEMBER,
    line_name,
    line_names,
    total_name,
)
from stdsys.output.tables.rollup_stages import shares_table, stages_table
from stdsys.output.tables.statistics import SUM
from stdsys.output.tables.table import Cell, Column, Kind, Ratio, Sheet, Table, Workbook
from stdsys.rules.wording import NATURE_WORDS, STATUS_WORDS

SUM_OF_MEMBERS = _("Sum of the members")
EACH_ONCE = _("Together, identical numbers once")


def rollup_workbook(rollup: RollUp, where: Where) -> Workbook:
    """Return the workbook; `where` finds the line of what a member says.

    A list that holds nothing has no sheet.
    """
    lists = (
        (_("Shared standards"), shared_table(rollup)),
        (_("Gaps in common"), common_gaps_table(rollup)),
        (_("Gaps by member"), open_cells_table(rollup)),
        (_("Conflicting statements"), conflicts_table(rollup, where)),
        (_("Problems by member"), codes_table(rollup)),
    )
    stages = (stages_table(rollup), shares_table(rollup)) if rollup.stages else ()
    sheets = (
        _sheet(rollup, _("Summary by member"), summary_table(rollup)),
        _sheet(rollup, _("Levels, status and nature"), *count_tables(rollup)),
        *((_sheet(rollup, _("Coverage by stage"), *stages),) if stages else ()),
        *(_sheet(rollup, name, table) for name, table in lists if table.rows),
    )
    return Workbook("rollup", "汇总", _("Roll-up of members"), sheets, rollup.as_of)


def heading(rollup: RollUp, name: Text) -> Text:
    """Return what stands above a table: the whole, and what the table is."""
    return _("{system}: {table}", system=rollup.title, table=name)


def subtitle(rollup: RollUp) -> Text:
    """Return the day and how much rests on presumption, if anything does."""
    count = rollup.counts.presumed_or_unverified
    if not count:
        return _("as of {day}", day=rollup.as_of)
    return _(
        "as of {day}; {count} of them presumed or unverified",
        day=rollup.as_of,
        count=count,
    )


def caveats(rollup: RollUp) -> tuple[Text, ...]:
    """Say which members are missing, or parts of them, and whether lists hold what is ignored."""
    said: list[Text] = []
    if not rollup.complete:
        unread = dict.fromkeys(one.finding.subject for one in rollup.unread)
        partly = (name.label for name in rollup.partly_read)
        names = (*unread, *partly)
        named: tuple[str, ...] | Text = names
        if len(names) > _NAMED:
            named = _("{named} and {more} more", named=names[:_NAMED], more=len(names) - _NAMED)
        said.append(
            _("not read, or not fully: {members}; the figures are incomplete", members=named)
        )
    if rollup.ignored:
        items = tuple(dict.fromkeys(one.finding.subject for one in rollup.ignored))
        said.append(_("the list of members is wrong; ignored: {items}", items=items))
    return tuple(said)


_NAMED = 10
"""So many members are named that could not be read."""


def _sheet(rollup: RollUp, name: Text, *tables: Table) -> Sheet:
    return Sheet(
        tables[0].key,
        name,
        heading(rollup, name),
        subtitle(rollup),
        tables,
        caveats(rollup),
        alike=len(tables) > 1,
    )


def summary_table(rollup: RollUp, *, with_unread: bool = True) -> Table:
    """Return the headline figures of every member, their sum, and all of them as one.

    `with_unread`: members that could not be opened have a line, which says why.
    """
    columns = (
        replace(MEMBER, width=30),
        Column("systems", _("Number of systems"), Kind.COUNT),
        Column("entries", _("Entries"), Kind.COUNT),
        Column("standards", _("Standards with a number"), Kind.COUNT, width=14),
        Column("required", _("Required number"), Kind.COUNT),
        Column("existing", _("Existing number"), Kind.COUNT),
        Column("own", _("Own among the existing"), Kind.COUNT),
        Column("ratio", _("Existing ÷ required (%)"), Kind.RATIO, ("existing", "required")),
        Column("cells", _("Cells required"), Kind.COUNT),
        Column("covered", _("Cells covered"), Kind.COUNT),
        Column("coverage", _("Share covered (%)"), Kind.RATIO, ("covered", "cells")),
        Column("gaps", _("Cells that are gaps"), Kind.COUNT),
        *(Column(severity.value, _HEADS[severity], Kind.COUNT) for severity in Severity),
        Column("remarks", _("Remarks"), width=24, optional=True),
    )
    named = line_names(rollup)
    subtotals = {one.at: one for one in rollup.subtotals}
    rows: list[tuple[Cell, ...]] = []
    totals: list[int] = []
    for index, (member, counts) in enumerate(
        zip(rollup.members, rollup.member_counts, strict=True)
    ):
        if index in subtotals:
            totals.append(len(rows))
            rows.append(_subtotal(rollup, subtotals[index]))
        found = _findings((member,))
        if any(found) or not member.empty:
            remark = None if member.readable else _("parts of it could not be read")
            name = named[member.name]
            rows.append((name, *_figures(counts), *_cells(member.coverage), *found, remark))
    for fault in rollup.unread if with_unread else ():
        blank = (None,) * (len(columns) - 2)
        remark = _("not read: {reason}", reason=fault.finding.message)
        rows.append((fault.finding.subject, *blank, remark))
    every, cells = _findings(rollup.members), _cells(rollup.coverage)
    sums, once = (total_name(rollup, name) for name in (SUM_OF_MEMBERS, EACH_ONCE))
    totals += [len(rows), len(rows) + 1]
    rows += [
        (sums, *_summed(rollup.member_counts), *cells, *every, None),
        (once, *_figures(rollup.counts), *cells, *every, None),
    ]
    return Table("summary", columns, tuple(rows), totals=frozenset(totals))


def _subtotal(rollup: RollUp, one: Subtotal) -> tuple[Cell, ...]:
    """Return the line of a member with its own members; it stands before them."""
    among = rollup.members[one.at : one.at + one.size]
    name, read = among[0].name, all(member.readable for member in among)
    label = line_name(name, _("{name}, with its members", name=name.label), read=read)
    remark = None if read else _("parts of it could not be read")
    found = _findings(among)
    return (label, *_figures(one.counts), *_cells(one.coverage), *found, remark)


def _findings(members: Sequence[MemberSummary]) -> list[int]:
    return [sum(member.count(severity) for member in members) for severity in Severity]


_HEADS: Mapping[Severity, Text] = {
    Severity.ERROR: _("Errors"),
    Severity.WARNING: _("Warnings"),
    Severity.INFO: _("Infos"),
}


def _figures(counts: Counts) -> tuple[Cell, ...]:
    total = counts.total
    return (
        counts.systems,
        counts.entries,
        counts.standards,
        total.required,
        total.existing,
        counts.own.existing,
        Ratio(total.existing, total.required),
    )


def _summed(members: Sequence[Counts]) -> tuple[Cell, ...]:
    required = sum(one.total.required for one in members)
    existing = sum(one.total.existing for one in members)
    return (
        sum(one.systems for one in members),
        sum(one.entries for one in members),
        sum(one.standards for one in members),
        required,
        existing,
        sum(one.own.existing for one in members),
        Ratio(existing, required),
    )


def _cells(summary: CoverageSummary) -> tuple[Cell, ...]:
    share = Ratio(summary.covered, summary.required)
    return summary.required, summary.covered, share, summary.gap


Figures: TypeAlias = Callable[[Counts], Mapping[str, int]]


def count_tables(rollup: RollUp) -> tuple[Table, ...]:
    """Return what is required and exists by level, what exists by nature, and all by status."""
    levels: dict[str, Text] = {key: words.level_column(key) for key in FIVE_LEVELS}
    if UNDETERMINED in rollup.counts.by_level:
        levels[UNDETERMINED] = words.level_column(UNDETERMINED)
    natures: dict[str, Text] = {
        key: NATURE_WORDS[Nature(key)] if key != UNDETERMINED else _("nature undetermined")
        for key, tally in rollup.counts.by_nature.items()
        if any(counts.by_nature.get(key, tally).existing for counts in rollup.member_counts)
    }
    statuses: dict[str, Text] = {status: STATUS_WORDS[status] for status in Status}
    return (
        _counted(rollup, "required-by-level", _("Required by level"), levels, _required),
        _counted(rollup, "existing-by-level", _("Existing by level"), levels, _existing),
        _counted(rollup, "existing-by-nature", _("Existing by nature"), natures, _by_nature),
        _counted(rollup, "by-status", _("All entered, by status"), statuses, _by_status),
    )


def _required(counts: Counts) -> Mapping[str, int]:
    return {key: tally.required for key, tally in counts.by_level.items()}


def _existing(counts: Counts) -> Mapping[str, int]:
    return {key: tally.existing for key, tally in counts.by_level.items()}


def _by_nature(counts: Counts) -> Mapping[str, int]:
    return {key: tally.existing for key, tally in counts.by_nature.items()}


def _by_status(counts: Counts) -> Mapping[str, int]:
    return {str(status): number for status, number in counts.by_status.items()}


def _counted(
    rollup: RollUp, key: str, caption: Text, columns: Mapping[str, Text], figures: Figures
) -> Table:
    """Return a breakdown: a line a member, their sum, and identical numbers once."""
    named = line_names(rollup)
    of_members = [figures(counts) for counts in rollup.member_counts]
    lines: list[tuple[str | Text, Mapping[str, int]]] = [
        (named[member.name], found)
        for member, found in zip(rollup.members, of_members, strict=True)
        if not member.empty
    ]
    summed = {column: sum(one.get(column, 0) for one in of_members) for column in columns}
    sums, once = (total_name(rollup, name) for name in (SUM_OF_MEMBERS, EACH_ONCE))
    lines += [(sums, summed), (once, figures(rollup.counts))]
    rows = tuple(
        (
            name,
            *(found.get(column, 0) for column in columns),
            sum(found.get(column, 0) for column in columns),
        )
        for name, found in lines
    )
    heads = tuple(Column(column, title, Kind.COUNT) for column, title in columns.items())
    totals = frozenset((len(rows) - 2, len(rows) - 1))
    return Table(key, (MEMBER, *heads, SUM), rows, caption, totals)
