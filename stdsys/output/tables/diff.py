"""变更对比: two states of a workspace as a workbook, a sheet a sort of change."""

from collections.abc import Iterator

from stdsys.messages import Text, Translator, _
from stdsys.output.differences.sections import MARKS, Compared, Line, Mark, Section, sections
from stdsys.output.tables.diff_counts import count_tables, heading, states_compared
from stdsys.output.tables.table import Cell, Column, Kind, Sheet, Table, Tone, Word, Workbook

_TONES = {
    Mark.ADDED: Tone.GOOD,
    Mark.REMOVED: Tone.BAD,
    Mark.RENUMBERED: Tone.COMING,
    Mark.CHANGED: Tone.PLANNED,
}
_WORDS = {mark: Word(text, _TONES[mark]) for mark, text in MARKS.items()}


def diff_workbook(compared: Compared, say: Translator) -> Workbook:
    """Return the workbook: the counts of both first, then every sort of change that occurred."""
    counts = Sheet(
        "counts",
        _("Statistics before and after"),
        heading(compared),
        next(states_compared(compared)),
        count_tables(compared),
        _facts(compared),
    )
    changes = (_sheet(compared, section) for section in sections(compared, say))
    name = _("Changes of the standards system")
    day = compared.difference.after.as_of
    return Workbook("diff", "变更对比", name, (counts, *changes), day)


def _facts(compared: Compared) -> tuple[Text, ...]:
    if compared.difference.empty:
        return (*compared.caveats, _("nothing differs"))
    return compared.caveats


def _sheet(compared: Compared, section: Section) -> Sheet:
    table = section_table(section)
    subtitle = next(states_compared(compared))
    return Sheet(section.id, section.title, heading(compared), subtitle, (table,), _facts(compared))


def section_table(section: Section) -> Table:
    """Return a section as a table, a row a field; columns in which nothing stands are left out."""
    where, key, name = section.heads
    columns = (
        Column("change", _("Change"), Kind.WORD),
        Column("where", where),
        Column("key", key),
        Column("name", name),
        Column("field", _("Item")),
        Column("before", _("Before")),
        Column("after", _("After")),
        Column("remark", _("Remarks")),
    )
    rows = [row for line in section.lines for row in _rows(line)]
    kept = [index for index in range(len(columns)) if any(row[index] for row in rows)]
    body = tuple(tuple(row[index] for index in kept) for row in rows)
    return Table(section.id, tuple(columns[index] for index in kept), body)


def _rows(line: Line) -> Iterator[tuple[Cell, ...]]:
    named = (_WORDS[line.mark], line.where or None, line.key or None, line.name or None)
    remark = line.remark or None
    if not line.details:
        yield (*named, None, None, None, remark)
    for detail in line.details:
        yield (*named, detail.field, detail.before, detail.after, remark)
