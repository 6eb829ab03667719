"""Parts 6 and 7 of the compilation notes: crossings with other systems, and needs from them."""

from collections.abc import Iterator

from stdsys.analysis.citations.resolved import Outcome
from stdsys.analysis.counting.rows import Row
from stdsys.analysis.drafting.needs import NeedState
from stdsys.analysis.life_cycle.statuses import Basis
from stdsys.messages import _
from stdsys.model.items import Item
from stdsys.output.documents.document import Blank, Block, Pointing, Tabulated, paragraph, section
from stdsys.output.documents.material import Material
from stdsys.output.documents.phrases import (
    ORDINAL,
    dated,
    first_rows,
    left_out,
    names_of,
    with_columns,
)
from stdsys.output.tables.headings import doubtful
from stdsys.output.tables.outside import outside_sheet
from stdsys.output.tables.row_cells import number_of
from stdsys.output.tables.table import Column, Kind, Table
from stdsys.rules.items import name_of
from stdsys.rules.law.overlaps import overlaps

_MOST_CITED = 10

_SEVERAL_COLUMNS = (
    ORDINAL,
    Column("number", _("Standard number"), Kind.NUMBER),
    Column("title", _("Title of standard")),
    Column("systems", _("Systems")),
)

_OVERLAP_COLUMNS = (
    ORDINAL,
    Column("lower", _("Standard")),
    Column("object", _("Object of standardization")),
    Column("higher", _("Standards of a higher level")),
)


def crossings(material: Material) -> Iterator[Block]:
    """Yield 与其他体系交叉情况和处理意见; systems elsewhere are a blank."""
    yield from section(2, _("Common standards"), _common(material))
    yield from section(2, _("Standards in several systems"), _several(material))
    yield from section(2, _("Overlaps with higher levels"), _overlaps(material))
    see_also = sum(bool(entry.see_also) for entry in material.workspace.entries())
    yield from section(
        2,
        _("Related subsystems"),
        paragraph(
            _(
                "{count} entries also concern other subsystems; the structure diagram joins them "
                "by dashed lines, and they are not counted again.",
                count=see_also,
            )
            if see_also
            else _("No entry is recorded as concerning other subsystems.")
        ),
    )
    yield from section(
        2,
        _("Systems elsewhere"),
        paragraph(Blank(_("crossings with systems other than this one, and how they are handled"))),
    )


def _common(material: Material) -> Iterator[Block]:
    statistics = material.analysis.statistics
    for base in material.bases:
        users = [system.name for system in material.systems if base.id in system.uses]
        held = statistics.systems[base.id].total
        yield from paragraph(
            _(
                "{base} holds {existing} existing standards ({required} required), shared by "
                "{systems}; each is counted once in the whole.",
                base=base.name,
                existing=held.existing,
                required=held.required,
                systems=tuple(users),
            )
            if users
            else _(
                "{base} holds {existing} existing standards ({required} required); no system "
                "uses it yet.",
                base=base.name,
                existing=held.existing,
                required=held.required,
            )
        )
    if not material.bases:
        yield from paragraph(_("No system is set up for common standards."))
    yield from paragraph(
        _(
            "The required standards are {sum} summed over systems and {distinct} distinct.",
            sum=statistics.sum_of_systems,
            distinct=statistics.distinct,
        )
    )


def _several(material: Material) -> Iterator[Block]:
    shared = {system.id for system in material.bases}
    places: dict[Item, list[Row]] = {}
    for row in material.analysis.rows.placements():
        if row.system not in shared and row.listed:
            places.setdefault(row.item, []).append(row)
    several = [rows[0] for rows in places.values() if len(rows) > 1]
    if not several:
        yield from paragraph(_("No standard stands in several systems."))
        return
    yield from paragraph(
        _(
            "{count} standards stand in several systems; each is counted once in the whole. What "
            "is common to systems is better placed among the common standards.",
            count=len(several),
        )
    )
    rows = [
        (ordinal, number_of(row.item), row.item.title, material.cells.systems(row))
        for ordinal, row in enumerate(several, 1)
    ]
    table = Table("several", _SEVERAL_COLUMNS, first_rows(rows), notes=left_out(len(rows)))
    caption = _("Standards in several systems")
    yield Tabulated(dated(table, material.analysis, doubtful(several), caption))


def _overlaps(material: Material) -> Iterator[Block]:
    found = tuple(overlaps(material.analysis))
    if not any(edition.facts.object for edition in material.workspace.editions.values()):
        yield from paragraph(_("No standard states its object, so overlaps were not looked for."))
        return
    if not found:
        yield from paragraph(
            _(
                "Among the standards that state their object none has the object and aspect of "
                "one of a higher level."
            )
        )
        return
    yield from paragraph(
        Pointing(
            _(
                "{count} standards have the object and aspect of one of a higher level, as shown "
                "in the table; they are to be brought into agreement (标准化法 art. 30).",
                count=len(found),
            ),
            _(
                "{count} standards have the object and aspect of one of a higher level; they are "
                "to be brought into agreement (标准化法 art. 30).",
                count=len(found),
            ),
        )
    )
    rows = [
        (ordinal, name_of(one.lower), one.lower.facts.object, tuple(map(name_of, one.higher)))
        for ordinal, one in enumerate(found, 1)
    ]
    caption = _("Overlaps with higher levels")
    table = Table("overlaps", _OVERLAP_COLUMNS, first_rows(rows), notes=left_out(len(rows)))
    unsure = sum(
        one.lower.unverified or material.analysis.statuses(one.lower).basis is Basis.PRESUMED
        for one in found
    )
    yield Tabulated(dated(table, material.analysis, unsure, caption))


def coordination(material: Material) -> Iterator[Block]:
    """Yield 需要其他体系协调配套的意见: what is cited or needed from outside."""
    analysis = material.analysis
    outside = outside_sheet(analysis).tables[0]
    if outside.rows:
        outside_citations = [
            one for one in analysis.citations.all if one.judged and one.outcome is Outcome.OUTSIDE
        ]
        yield from paragraph(
            Pointing(
                _(
                    "Standards that are in force, upcoming or planned cite {numbers} standards "
                    "outside the system, {count} times in all; the most cited are shown in the "
                    "table.",
                    numbers=len(outside.rows),
                    count=len(outside_citations),
                ),
                _(
                    "Standards that are in force, upcoming or planned cite {numbers} standards "
                    "outside the system, {count} times in all.",
                    numbers=len(outside.rows),
                    count=len(outside_citations),
                ),
            )
        )
        most = Table(outside.key, outside.columns, outside.rows[:_MOST_CITED])
        shown = with_columns(most, ("ordinal", "number", "level", "count"))
        caption = _("Standards outside the system that are most cited")
        unverified = sum(one.unverified for one in outside_citations)
        yield Tabulated(dated(shown, analysis, unverified, caption))
    else:
        yield from paragraph(_("No citation leads outside the system."))
    absent = dict.fromkeys(
        need.name
        for step in analysis.drafting_order.steps
        for need in step.needs
        if need.state is NeedState.ABSENT
    )
    if absent:
        yield from paragraph(
            _(
                "Of what the planned standards need, {count} stand outside the system: {names}.",
                count=len(absent),
                names=names_of(absent),
            )
        )
    yield from paragraph(Blank(_("what other systems are asked to coordinate or to supply")))
