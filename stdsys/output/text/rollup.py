"""A whole over its members for people: figures, heat map, gaps in common, conflicts, findings."""

from collections.abc import Iterator

from msgspec.structs import replace

from stdsys.analysis.difference.finding_changes import Sighting
from stdsys.analysis.rollup.conflicts import Conflict
from stdsys.analysis.rollup.member_summary import StageState
from stdsys.analysis.rollup.whole import RollUp
from stdsys.findings import Severity
from stdsys.messages import Text, Translator, _
from stdsys.output.json.rollup import said
from stdsys.output.tables.rendering import Renderer, one_line
from stdsys.output.tables.rollup import (
    caveats,
    count_tables,
    heading,
    subtitle,
    summary_table,
)
from stdsys.output.tables.rollup_lists import (
    FACTS,
    Where,
    codes_table,
    common_gaps_table,
    shared_table,
    value_cell,
)
from stdsys.output.tables.rollup_names import labels
from stdsys.output.tables.rollup_stages import StageCell, stage_lines, stages_table
from stdsys.output.tables.table import Cell, Table, Word
from stdsys.output.tables.words import SEVERITY
from stdsys.output.text.aligned import Layout, Styled, Words
from stdsys.output.text.coverage import NO_CELL
from stdsys.output.text.coverage_lists import HEAT
from stdsys.output.text.findings import where as place_of
from stdsys.output.text.table import table_lines

SHOWN = 20
"""So many items of a list are shown; JSON has all of them, the workbook all but single findings."""


class RollUpText:
    """Writes a roll-up as text; `where` finds the line of what a member says."""

    def __init__(
        self, rollup: RollUp, say: Translator, where: Where, layout: Layout | None = None
    ) -> None:
        self._rollup = rollup
        self._say = say
        self._where = where
        self._render = Renderer(say)
        self._layout = layout or Layout()

    def lines(self) -> Iterator[str]:
        """Yield the whole text."""
        rollup = self._rollup
        said = caveats(rollup)
        for caveat in said:
            yield self._say(caveat)
        yield from self._faults()
        if said:
            yield ""
        yield self._layout.heading(one_line(self._say(heading(rollup, _("Roll-up of members")))))
        yield self._say(subtitle(rollup))
        yield self._headline()
        yield self._besides()
        yield from self._table(summary_table(rollup, with_unread=False).filled)
        for table in count_tables(rollup):
            yield from self._table(table)
        yield from self._heat_map()
        yield from self._listed(_("Gaps in common"), common_gaps_table(rollup))
        yield from self._listed(_("Shared standards"), shared_table(rollup))
        yield from self._conflicts()
        yield from self._findings()

    def _headline(self) -> str:
        rollup = self._rollup
        return self._say(
            _(
                "required: {required} together, {sum} summed over members; existing: {existing}, "
                "{existing_sum} summed; numbers in several members: {shared}",
                required=rollup.counts.total.required,
                sum=rollup.sum_required,
                existing=rollup.counts.total.existing,
                existing_sum=rollup.sum_existing,
                shared=len(rollup.shared),
            )
        )

    def _besides(self) -> str:
        counts = self._rollup.counts
        return self._say(
            _(
                "besides, not counted: {successions} that will replace one in force, {obsolete} "
                "withdrawn or replaced",
                successions=counts.successions,
                obsolete=counts.obsolete,
            )
        )

    def _faults(self) -> Iterator[str]:
        for fault in (*self._rollup.unread, *self._rollup.ignored):
            text = one_line(said(fault, self._say))
            yield f"{place_of(fault.position)}: {text}"
            yield from self._hint(fault)
            for related in fault.finding.related:
                at = related.place
                place = f"{at.file}:{at.line}:{at.column}"
                yield f"    {place}: {one_line(self._say(related.message))}"

    def _hint(self, one: Sighting) -> Iterator[str]:
        if one.finding.hint is not None:
            yield "    " + one_line(self._say(_("hint: {hint}", hint=one.finding.hint)))

    def _table(self, table: Table) -> Iterator[str]:
        yield ""
        yield from table_lines(table, self._render, self._layout)

    def _heat_map(self) -> Iterator[str]:
        """Yield the worst state by member and stage, painted like the coverage of one workspace."""
        rollup = self._rollup
        if not rollup.stages:
            return
        table = stages_table(rollup)
        heads = [one_line(self._render.text(column.title)) for column in table.columns]
        rows: list[list[Words]] = []
        for (name, found), row in zip(stage_lines(rollup), table.rows, strict=True):
            squares = map(self._square, row[1:], found)
            rows.append([one_line(self._render.text(name)), *squares])
        yield ""
        yield self._layout.heading(self._say(table.caption or _("Coverage by stage")))
        yield from self._layout.lines(heads, rows)
        notes = (_("of several requirements on a square the worst shows"), _("-: none required"))
        yield self._layout.paint(self._say(_("; ")).join(map(self._say, notes)), "dim")
        for note in table.notes[1:]:
            yield self._layout.paint(one_line(self._say(note)), "dim")

    def _square(self, cell: Cell, found: StageCell) -> Words:
        if found is None:
            return NO_CELL
        style = HEAT[found.state] if isinstance(found, StageState) else ""
        return Styled(str(self._render(cell)), style)

    def _listed(self, name: Text, table: Table) -> Iterator[str]:
        """Yield a list, cut short where it is long."""
        if table.rows:
            shown = replace(table, rows=table.rows[:SHOWN], caption=_counted(name, len(table.rows)))
            yield from self._table(shown)
            yield from self._more(len(table.rows) - SHOWN)

    def _conflicts(self) -> Iterator[str]:
        conflicts = self._rollup.conflicts
        if not conflicts:
            return
        yield ""
        name = _counted(_("Conflicting statements"), len(conflicts))
        yield self._layout.heading(self._say(name))
        for conflict in conflicts[:SHOWN]:
            yield from self._conflict(conflict)
        yield from self._more(len(conflicts) - SHOWN)

    def _conflict(self, conflict: Conflict) -> Iterator[str]:
        named = labels(self._rollup)
        fact = FACTS[conflict.fact]
        yield self._say(_("{number}, {fact}", number=conflict.number, fact=fact))
        for one in conflict.statements:
            cell = value_cell(one.value)
            value = self._render.text(cell.text) if isinstance(cell, Word) else str(cell)
            line = _(
                "{place}: {member}: {value}",
                place=place_of(self._where(one)),
                member=named[one.member],
                value=value,
            )
            yield "    " + one_line(self._say(line))

    def _findings(self) -> Iterator[str]:
        """Yield errors and warnings, the gravest first, then how many there are of every code."""
        graver = sorted(
            (
                (one.finding.severity.rank, member.name, one)
                for member in self._rollup.members
                for one in member.findings
                if one.finding.severity is not Severity.INFO
            ),
            key=lambda found: found[0],
        )
        named = labels(self._rollup)
        if graver:
            yield ""
            name = _counted(_("Errors and warnings"), len(graver))
            yield self._layout.heading(self._say(name))
        for _rank, name_of, one in graver[:SHOWN]:
            finding = one.finding
            text = one_line(said(one, self._say))
            severity = self._render.text(SEVERITY[finding.severity].text)
            at = f"{place_of(one.position)}: {severity} {finding.code}"
            yield f"{at} {one_line(self._render.text(named[name_of]))}: {text}"
            yield from self._hint(one)
        yield from self._more(len(graver) - SHOWN)
        codes = codes_table(self._rollup)
        if codes.rows:
            yield from self._table(replace(codes, caption=_("Problems by member")))

    def _more(self, count: int) -> Iterator[str]:
        if count > 0:
            yield self._say(_("and {count} more (all of them with --format json)", count=count))


def _counted(name: Text, count: int) -> Text:
    return _("{name}: {count}", name=name, count=count)
