"""What a row says under headings that only a user's own profile or template asks for."""

from collections.abc import Iterable

from stdsys.analysis.counting.rows import Row
from stdsys.model.items import Document, PlannedStandard
from stdsys.model.workspace import ASPECT, STAGE
from stdsys.output.tables.row_cells import RowCells, facts_of
from stdsys.output.tables.table import Cell
from stdsys.rules.wording import NATURE_WORDS


def nature(cells: RowCells, row: Row) -> Cell:
    """性质: what the number tells, else what is stated; what is planned has none to tell yet."""
    known = row.item.nature
    return NATURE_WORDS[known] if known else None


def stages(cells: RowCells, row: Row) -> Cell:
    """环节."""
    return _values(cells, row, STAGE)


def aspects(cells: RowCells, row: Row) -> Cell:
    """方面."""
    return _values(cells, row, ASPECT)


def _values(cells: RowCells, row: Row, axis: str) -> Cell:
    values = cells.workspace.axes[axis].values
    stated = row.entry.values.get(axis, ())
    return _listed(values[one].name if one in values else one for one in stated)


def reviewed(cells: RowCells, row: Row) -> Cell:
    """复审日期."""
    facts = facts_of(row.item)
    return facts.reviewed if facts else None


def cites(cells: RowCells, row: Row) -> Cell:
    """规范性引用文件, as printed."""
    facts = facts_of(row.item)
    return _listed(one.number for one in facts.cites) if facts else None


def ics(cells: RowCells, row: Row) -> Cell:
    """国际标准分类号."""
    facts = facts_of(row.item)
    return _listed(facts.ics) if facts else None


def ccs(cells: RowCells, row: Row) -> Cell:
    """中国标准分类号."""
    facts = facts_of(row.item)
    return _listed(facts.ccs) if facts else None


def lead(cells: RowCells, row: Row) -> Cell:
    """牵头单位 of what is planned, as stated there."""
    if not isinstance(row.item, PlannedStandard):
        return None
    return cells.workspace.name_of(row.item.facts.lead) or None


def support(cells: RowCells, row: Row) -> Cell:
    """配合单位 of what is planned."""
    if not isinstance(row.item, PlannedStandard):
        return None
    return _listed(map(cells.workspace.name_of, row.item.facts.support))


def due(cells: RowCells, row: Row) -> Cell:
    """完成期限 of what is planned."""
    return row.item.facts.due if isinstance(row.item, PlannedStandard) else None


def source(cells: RowCells, row: Row) -> Cell:
    """资料来源."""
    record = row.item.record if isinstance(row.item, Document) else row.item.facts
    return record.source


def _listed(parts: Iterable[str]) -> Cell:
    return tuple(parts) or None
