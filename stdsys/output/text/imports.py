"""An import for people: what each column was taken for, what became of every row."""

from collections.abc import Iterator

from stdsys.intake.drafts import (
    AccountedRow,
    DocumentDraft,
    Intake,
    PlannedDraft,
    ReadTable,
    RowOutcome,
    StandardDraft,
    SystemDraft,
    Where,
)
from stdsys.intake.field_names import field_name, named_with_key
from stdsys.intake.fitting import plain, said
from stdsys.intake.hidden_sheet import SHEET_NAME
from stdsys.messages import Language, Text, Translator, _
from stdsys.output.tables.rendering import one_line
from stdsys.output.text.aligned import Layout

SHOWN_ROWS = 20
"""Rows not understood that the text shows; JSON carries all."""

SHOWN_REMARKS = 10
"""Remarks that the text shows."""

SAMPLE = 10
"""Rows that a dry run shows as they are understood."""

_OUTCOMES = {
    RowOutcome.IMPORTED: _("imported"),
    RowOutcome.HEADING: _("headings of groups"),
    RowOutcome.HEADER: _("column headings"),
    RowOutcome.TOTAL: _("totals"),
    RowOutcome.NOTE: _("notes and titles"),
    RowOutcome.BLANK: _("blank"),
    RowOutcome.NOT_UNDERSTOOD: _("not understood"),
}
_CELLS = 60
_SAMPLE_CELLS = 90


class ImportText:
    """Writes what was understood of workbooks; `layout` decides on colour and room."""

    def __init__(self, intake: Intake, say: Translator, layout: Layout | None = None) -> None:
        self._intake = intake
        self._say = say
        self._layout = layout or Layout()

    def summary(self) -> Iterator[str]:
        """Yield how many rows came out how, what they became, and what a person must look at."""
        intake, say = self._intake, self._say
        counts = intake.counts
        yield say(
            _(
                "read: {files}; tables: {tables}; rows: {rows}",
                files=intake.files,
                tables=len(intake.tables),
                rows=len(intake.rows),
            )
        )
        outcomes = tuple(_counted(name, counts[outcome]) for outcome, name in _OUTCOMES.items())
        yield f"  {say(outcomes)}"
        entries = sum(len(system.entries) for system in intake.systems)
        things = (
            (_("standards"), len(intake.standards)),
            (_("planned standards"), len(intake.planned)),
            (_("laws and other documents"), len(intake.documents)),
            (_("systems"), len(intake.systems)),
            (_("entries"), entries),
        )
        yield f"  {say(tuple(_counted(name, count) for name, count in things))}"
        yield from self._systems()
        yield from self._hidden_sheets()
        yield from self.unknown_columns()
        yield from self._not_understood()
        yield from self._remarks()

    def _systems(self) -> Iterator[str]:
        """Yield which sheets became which system."""
        for system in self._intake.systems:
            sheets = tuple(sheets_of(system))
            if sheets:
                yield "  " + self._say(
                    _("{system}: of {sheets}", system=one_line(system.name), sheets=sheets)
                )

    def _hidden_sheets(self) -> Iterator[str]:
        if self._intake.hidden_sheets:
            sheets = tuple(map(one_line, self._intake.hidden_sheets))
            yield self._say(_("hidden sheets, read as well: {sheets}", sheets=sheets))

    def mapping(self) -> Iterator[str]:
        """Yield what each column of each table was taken for."""
        for table in self._intake.tables:
            yield self._layout.heading(self._say(_table_name(table)))
            head = [self._say(_("column")), self._say(_("taken for"))]
            unknown = self._say(_("unknown; kept in the notes"))
            rows = [
                [_short(c.header), self._say(named_with_key(c.field)) if c.field else unknown]
                for c in table.columns
            ]
            yield from (f"  {line}" for line in self._layout.table(head, rows))
            yield ""
        yield from self.unknown_columns()

    def sample(self) -> Iterator[str]:
        """Yield the first rows as they are understood."""
        understood = sorted(
            (
                (draft.where[0], draft)
                for drafts in (
                    self._intake.standards,
                    self._intake.planned,
                    self._intake.documents,
                )
                for draft in drafts
                if draft.where
            ),
            key=lambda pair: self._reading_order(pair[0]),
        )[:SAMPLE]
        if not understood:
            return
        yield self._layout.heading(self._say(_("the first rows as they are understood")))
        for where, draft in understood:
            yield f"  {self._say(row_name(where))}: {_draft_text(draft, self._say)}"

    def unknown_columns(self) -> Iterator[str]:
        """Yield the columns that nobody knows, with what to do."""
        unknown = dict.fromkeys(
            one_line(column.header)
            for table in self._intake.tables
            for column in table.columns
            if column.field is None and column.header.strip()
        )
        if unknown:
            yield self._say(
                _(
                    "unknown columns, kept in the notes: {columns}; tell what one is with "
                    "--map {example}=FIELD",
                    columns=tuple(unknown),
                    example=next(iter(unknown)),
                )
            )

    def _not_understood(self) -> Iterator[str]:
        rows = self._intake.not_understood
        if not rows:
            return
        yield self._layout.heading(self._say(_("rows not understood: {count}", count=len(rows))))
        for row in rows[:SHOWN_ROWS]:
            yield f"  {self._row(row)}"
        yield from self._rest(len(rows) - SHOWN_ROWS)

    def _row(self, row: AccountedRow) -> str:
        cells = _short(" | ".join(one_line(cell) for cell in row.cells if cell.strip()))
        reason = f"{one_line(self._say(row.reason))}: " if row.reason is not None else ""
        return f"{self._say(row_name(row.where))}: {reason}{cells}"

    def _remarks(self) -> Iterator[str]:
        remarks = self._intake.remarks
        if not remarks:
            return
        yield self._layout.heading(self._say(_("remarks: {count}", count=len(remarks))))
        for remark in remarks[:SHOWN_REMARKS]:
            message = one_line(self._say(remark.message))
            yield f"  {self._say(row_name(remark.where))}: {message}"
        yield from self._rest(len(remarks) - SHOWN_REMARKS)

    def _rest(self, more: int) -> Iterator[str]:
        if more > 0:
            rest = _("{count} more: --report FILE.json", count=more)
            yield f"  {self._say(rest)}"

    def _reading_order(self, where: Where) -> tuple[int, int, int]:
        files, sheets = self._intake.files, [(t.file, t.sheet) for t in self._intake.tables]
        file = files.index(where.file) if where.file in files else len(files)
        at = (where.file, where.sheet)
        return file, sheets.index(at) if at in sheets else len(sheets), where.row


def sheets_of(system: SystemDraft) -> list[str]:
    """Return the sheets that a system's entries come from; of a text file the file."""
    places = (entry.where for entry in system.entries if entry.where.sheet != SHEET_NAME)
    return list(dict.fromkeys(one_line(where.sheet or where.file) for where in places))


def row_name(where: Where) -> Text:
    """Name a row as people look for it."""
    file, sheet = one_line(where.file), one_line(where.sheet)
    if not sheet:
        return _("{file}, row {row}", file=file, row=where.row)
    return _("{file}, sheet {sheet}, row {row}", file=file, sheet=sheet, row=where.row)


def _table_name(table: ReadTable) -> Text:
    return _(
        "{table}: headings in row {row}",
        table=" › ".join(one_line(name) for name in (table.file, table.sheet) if name),
        row=table.header_row,
    )


def _counted(name: Text, count: int) -> Text:
    return _("{name} {count}", name=name, count=count)


def _draft_text(draft: StandardDraft | PlannedDraft | DocumentDraft, say: Translator) -> str:
    title = draft.facts.get("title", "") if isinstance(draft, StandardDraft) else draft.title
    match draft:
        case StandardDraft():
            head = draft.number or say(_("number unknown"))
        case PlannedDraft():
            head = say(_("planned"))
        case DocumentDraft():
            head = say(_("document"))
    colon = "：" if say.language is Language.ZH else ": "
    facts = [
        f"{say(field_name(name))}{colon}{said(plain(value))}"
        for name, value in draft.facts.items()
        if name != "title"
    ]
    return _short("; ".join([f"{head} {said(plain(title))}".strip(), *facts]), _SAMPLE_CELLS)


def _short(text: str, room: int = _CELLS) -> str:
    text = one_line(text)
    return text if len(text) <= room else f"{text[: room - 1]}…"
