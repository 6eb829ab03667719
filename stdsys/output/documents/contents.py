"""标准汇编目录: what a bound volume of the system's standards holds, pages left to be filled in."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import Row, RowClass
from stdsys.analysis.counting.statistics_tables import LineKind
from stdsys.messages import Text, _
from stdsys.model.items import Item, PlannedStandard
from stdsys.model.workspace import Node, System
from stdsys.output.documents.document import (
    DEEPEST,
    Block,
    Document,
    Heading,
    Tabulated,
    paragraph,
)
from stdsys.output.documents.phrases import ORDINAL, day_in_words
from stdsys.output.tables.headings import doubtful, name_of_whole
from stdsys.output.tables.row_cells import number_of
from stdsys.output.tables.statistics import LINES
from stdsys.output.tables.table import Cell, Column, Kind, Table

_COLUMNS = (
    ORDINAL,
    Column("number", _("Standard number"), Kind.NUMBER),
    Column("title", _("Title of standard")),
    Column("page", _("Page"), Kind.WORD),
)
_SHARES = (8, 27, 53, 12)
"""One width for all tables: they stand below each other on a page."""


def contents_document(analysis: Analysis) -> Document:
    """Return the list of contents: by system and subsystem, each standard once.

    A volume holds texts that exist: standards in force, upcoming ones, those of unknown status
    (both say so) and other documents; not what is planned, withdrawn or replaced. A standard that
    stands in several places is bound at the first and referred to at the others.
    """
    return Document(
        "contents",
        "标准汇编目录",
        _("{name}: collected standards, contents", name=name_of_whole(analysis)),
        (_("(as of {day})", day=day_in_words(analysis.as_of)),),
        tuple(_Contents(analysis).blocks()),
        analysis.as_of,
        analysis.workspace.record.unit,
    )


class _Contents:
    """Numbers the standards through all systems."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._ordinals: dict[Item, int] = {}

    def blocks(self) -> Iterator[Block]:
        """Yield the sections of the systems, after a sentence on what is in them."""
        systems = self._analysis.workspace.systems.values()
        below = [block for system in systems for block in self._system(system)]
        bound = [row for row in self._analysis.rows.region() if row.item in self._ordinals]
        if not bound:
            yield from paragraph(_("No standard is listed that a volume could hold."))
            return
        yield from paragraph(
            _(
                "{count} standards and documents, each bound once; what is planned, withdrawn or "
                "replaced is left out.",
                count=len(bound),
            ),
            _(
                "{count} of them are presumed or unverified: obtain the official texts.",
                count=doubtful(bound),
            )
            if doubtful(bound)
            else None,
        )
        yield from below

    def _system(self, system: System) -> Iterator[Block]:
        at: dict[Node | None, list[Row]] = {}
        for row in self._analysis.rows.of(system.id):
            if row.cls is not RowClass.O and not isinstance(row.item, PlannedStandard):
                at.setdefault(row.entry.node, []).append(row)
        if not at:
            return
        yield Heading(1, system.name)
        filled = {node.code for node in at if node} | {
            above for node in at if node for above in _above(system, node)
        }
        for node in system.nodes.values():
            if node.code in filled:
                layer = min(2 + len(_above(system, node)), DEEPEST)
                yield Heading(layer, f"{node.name}")
                yield from self._table(f"{system.id}/{node.code}", at.get(node, []))
        if None in at:
            yield Heading(2, LINES[LineKind.UNPLACED])
            yield from self._table(f"{system.id}/", at[None])

    def _table(self, key: str, rows: list[Row]) -> Iterator[Block]:
        if rows:
            table = Table(f"contents-{key}", _COLUMNS, tuple(map(self._row, rows)))
            yield Tabulated(table, _SHARES)

    def _row(self, row: Row) -> tuple[Cell, ...]:
        bound_at = self._ordinals.get(row.item)
        if bound_at is not None:
            page = _("see no. {ordinal}", ordinal=bound_at)
            return (None, number_of(row.item), self._title(row), page)
        ordinal = self._ordinals[row.item] = len(self._ordinals) + 1
        return (ordinal, number_of(row.item), self._title(row), None)

    def _title(self, row: Row) -> str | Text | None:
        """Return the title; what is not in force yet, or may not be, says so."""
        title = row.item.title
        if row.cls is RowClass.U:
            return _("{title} (upcoming)", title=title or "")
        if row.cls is RowClass.X and not row.outside:
            return _("{title} (status to be checked)", title=title or "")
        return title


def _above(system: System, node: Node) -> tuple[str, ...]:
    above = []
    while node.parent is not None:
        node = system.nodes[node.parent]
        above.append(node.code)
    return tuple(above)
