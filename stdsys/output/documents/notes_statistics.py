"""Part 8 of the compilation notes: what the statistics show, where the weak spots are."""

from collections import Counter
from collections.abc import Iterator

from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.counting.statistics_tables import S2Table
from stdsys.analysis.coverage.cells import Cell as CoverageCell
from stdsys.analysis.coverage.cells import CellState, CoverageSummary
from stdsys.messages import Text, _
from stdsys.output.documents.document import Blank, Block, Pointing, Tabulated, paragraph, section
from stdsys.output.documents.material import Material
from stdsys.output.documents.notes_levels import levels
from stdsys.output.documents.phrases import dated, names_of, with_columns
from stdsys.output.tables.headings import counted_in_cells
from stdsys.output.tables.rendering import percent
from stdsys.output.tables.replaced import obsolete_sheet, successions_sheet
from stdsys.output.tables.statistics import (
    GRAND_TOTAL,
    SUM,
    level_columns,
    line_name,
    s1_sheet,
    stage_sheet,
)
from stdsys.output.tables.table import Cell, Column, Kind, Ratio, Sheet, Table
from stdsys.output.tables.words import axis_name, value_name


def statistics(material: Material) -> Iterator[Block]:
    """Yield 结合统计表分析: overall, by level, system, stage and aspect; what is out of date."""
    yield from section(2, _("Overall"), _overall(material))
    yield from section(2, _("Levels"), levels(material))
    yield from section(2, _("System by system"), _systems(material))
    yield from section(2, _("Stages and weak spots"), _coverage(material))
    yield from section(2, _("Currency of the standards"), _currency(material))
    yield from section(2, _("Gaps abroad and main directions"), _directions())


def _overall(material: Material) -> Iterator[Block]:
    analysis = material.analysis
    counts = analysis.statistics
    total = counts.total
    classes = Counter(row.cls for row in analysis.rows.region() if row.main)
    expected = total.required - classes.total()
    yield from paragraph(
        _(
            "{required} standards are required and {existing} exist: {percent} % of those "
            "required.",
            required=total.required,
            existing=total.existing,
            percent=percent(total.existing, total.required),
        ),
        _(
            "The others are {upcoming} upcoming ones, {planned} planned or being drafted and "
            "{unknown} of unknown status.",
            upcoming=classes[RowClass.U],
            planned=classes[RowClass.P],
            unknown=classes[RowClass.X],
        ),
        _("{count} more are expected and not listed yet.", count=expected) if expected else None,
        _(
            "{count} of the required standards rest on presumption or on facts that nobody has "
            "verified.",
            count=counts.presumed_or_unverified,
        )
        if counts.presumed_or_unverified
        else None,
    )
    caption = _("Statistics of standards by level and category")
    table = s1_sheet(analysis).tables[0]
    yield Tabulated(dated(table, analysis, counts.presumed_or_unverified, caption))


def _systems(material: Material) -> Iterator[Block]:
    analysis = material.analysis
    counts = analysis.statistics
    tallies = [
        (system.name, counts.systems[system.id].total)
        for system in material.systems
        if counts.systems[system.id].total.required
    ]
    if len(tallies) > 1:
        most = max(tallies, key=lambda one: Ratio(one[1].existing, one[1].required).percent or 0)
        least = min(tallies, key=lambda one: Ratio(one[1].existing, one[1].required).percent or 0)
        yield from paragraph(
            _(
                "The share of existing in required standards is highest in {most} ({high} %) and "
                "lowest in {least} ({low} %).",
                most=most[0],
                high=percent(most[1].existing, most[1].required),
                least=least[0],
                low=percent(least[1].existing, least[1].required),
            )
        )
    parts = tuple(counts.systems.values())
    tables = parts[0].s2() if len(parts) == 1 else counts.s2()
    for key, caption, table in (
        ("s2-existing", _("Existing standards by system and level"), tables.existing),
        ("s2-required", _("Required standards by system and level"), tables.required),
    ):
        doubtful = counts.presumed_or_unverified
        yield Tabulated(dated(_s2(key, table), analysis, doubtful, caption))


def _s2(key: str, table: S2Table) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (line_name(line), *(line.cells[level] for level in table.columns), line.sum)
        for line in table.lines
    ]
    rows.append((GRAND_TOTAL, *(table.totals[level] for level in table.columns), table.total))
    columns = (Column("place", _("System")), *level_columns(table.columns), SUM)
    return Table(key, columns, tuple(rows), totals=frozenset((len(rows) - 1,)))


def _coverage(material: Material) -> Iterator[Block]:
    analysis = material.analysis
    for table in stage_sheet(analysis).tables:
        existing = table.key == "stage-existing"
        caption = (
            _("Existing standards by stage and level")
            if existing
            else _("Required standards by stage and level")
        )
        yield Tabulated(dated(table, analysis, analysis.statistics.presumed_or_unverified, caption))
    summary = analysis.coverage.summary
    if not analysis.coverage.cells:
        yield from paragraph(_("No requirement of coverage is stated, so gaps were not judged."))
        return
    yield from paragraph(
        _(
            "{required} cells are to be covered and {covered} are ({percent} %); {upcoming} will "
            "be soon, {planned} have planned standards only, {obsolete} obsolete ones only, and "
            "{gap} are gaps. {exempt} are not applicable for stated reasons.",
            required=summary.required,
            covered=summary.covered,
            percent=percent(summary.covered, summary.required),
            upcoming=summary.upcoming,
            planned=summary.planned,
            obsolete=summary.obsolete_only,
            gap=summary.gap,
            exempt=summary.exempt,
        )
    )
    used = {axis for cell in analysis.coverage.cells for axis in cell.axes}
    for axis in analysis.workspace.axes:
        if axis in used:
            yield from _by_axis(material, axis)


def _by_axis(material: Material, axis: str) -> Iterator[Block]:
    """Yield where the gaps of an axis lie: a sentence, and a table of its values."""
    analysis, workspace = material.analysis, material.workspace
    by_value: dict[str, list[CoverageCell]] = {}
    for cell in analysis.coverage.cells:
        if axis in cell.axes:
            by_value.setdefault(cell.axes[axis], []).append(cell)
    values = [value for value in workspace.axes[axis].values if value in by_value]
    gaps = {
        value: [cell for cell in by_value[value] if cell.state is CellState.GAP] for value in values
    }
    weak = sorted((v for v in values if gaps[v]), key=lambda value: -len(gaps[value]))
    name = axis_name(axis, workspace)
    if weak:
        named = tuple(
            _(
                "{name} ({count} cells)",
                name=value_name(axis, value, workspace),
                count=len(gaps[value]),
            )
            for value in weak
        )
        yield from paragraph(_("By {axis} the gaps lie at {names}.", axis=name, names=named))
    rows = []
    for value in values:
        summary = CoverageSummary.of(by_value[value])
        systems = dict.fromkeys(workspace.systems[cell.system].name for cell in gaps[value])
        rows.append(
            (
                value_name(axis, value, workspace),
                summary.required,
                summary.covered,
                Ratio(summary.covered, summary.required),
                summary.gap,
                names_of(systems) or None,
            )
        )
    columns = (
        Column("value", name),
        Column("required", _("Cells required"), Kind.COUNT),
        Column("covered", _("Cells covered"), Kind.COUNT),
        Column("ratio", _("Covered (%)"), Kind.RATIO, ("covered", "required")),
        Column("gap", _("Gap cells"), Kind.COUNT),
        Column("systems", _("Systems with gaps")),
    )
    cells = [cell for found in by_value.values() for cell in found]
    doubtful = counted_in_cells(analysis, cells)[1]
    table = Table(f"gaps-{axis}", columns, tuple(rows))
    caption = _("Coverage and gaps by {axis}", axis=name)
    yield Tabulated(dated(table, analysis, doubtful, caption))


def _currency(material: Material) -> Iterator[Block]:
    cells = material.cells
    obsolete, turns = obsolete_sheet(cells), successions_sheet(cells)
    if obsolete.tables[0].rows:
        yield from paragraph(
            Pointing(
                _(
                    "{count} withdrawn or replaced standards are still entered, as shown in the "
                    "table.",
                    count=material.analysis.statistics.obsolete,
                ),
                _(
                    "{count} withdrawn or replaced standards are still entered.",
                    count=material.analysis.statistics.obsolete,
                ),
            )
        )
        shown = ("ordinal", "system", "number", "title", "status", "successor-number")
        caption = _("Withdrawn and replaced standards still entered")
        yield _shown(obsolete, shown, caption)
    else:
        yield from paragraph(_("No withdrawn or replaced standard is entered."))
    if turns.tables[0].rows:
        yield from paragraph(
            Pointing(
                _(
                    "{count} replacements are coming, planned, or took place within a year.",
                    count=len(turns.tables[0].rows),
                ),
                _(
                    "{count} replacements in all are coming, planned, or took place within a year.",
                    count=len(turns.tables[0].rows),
                ),
            )
        )
        turning = ("ordinal", "turn", "number", "title", "successor-number", "effective", "placed")
        caption = _("Replacements coming and recent")
        yield _shown(turns, turning, caption)
    else:
        yield from paragraph(_("No standard is known to be replaced soon."))


def _shown(sheet: Sheet, columns: tuple[str, ...], caption: Text) -> Tabulated:
    """Return the table of a sheet with some of its columns, dated as the sheet is."""
    table = with_columns(sheet.tables[0], columns)
    notes = (sheet.subtitle, *table.notes)
    return Tabulated(Table(table.key, table.columns, table.rows, caption, notes=notes))


def _directions() -> Iterator[Block]:
    yield from paragraph(
        Blank(_("gaps between the existing standards and international and foreign ones"))
    )
    yield from paragraph(Blank(_("main directions of the coming work")))
