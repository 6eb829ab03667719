"""Turns of phrase that documents share: days, lists of names, tables with their day."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Text, _
from stdsys.model.partial_date import PartialDate
from stdsys.output.tables.headings import subtitle
from stdsys.output.tables.table import Cell, Column, Kind, Table

ORDINAL = Column("ordinal", _("No."), Kind.COUNT)

MOST_ROWS = 30
"""So many rows of a list stand in the text; all of them are in the workbooks."""

_MOST_NAMES = 8
_MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)


def day_in_words(day: date) -> Text:
    """Return a day as letters write it: 2026年11月22日, 22 November 2026."""
    return _("{day} {month} {year}", day=day.day, month=_MONTHS[day.month - 1], year=day.year)


def date_in_words(day: PartialDate) -> Text | str:
    """Return a date as precisely as it is known: 2022年6月, June 2022."""
    if day.month is None:
        return _("the year {year}", year=day.year)
    if day.day is None:
        return _("{month} {year}", month=_MONTHS[day.month - 1], year=day.year)
    return day_in_words(day.first)


def names_of(names: Iterable[str]) -> Text | tuple[str, ...]:
    """Return names for a sentence: all of them if few, else the first and how many there are."""
    everyone = tuple(names)
    if len(everyone) <= _MOST_NAMES:
        return everyone
    return _(
        "{names} and others ({count} in all)", names=everyone[:_MOST_NAMES], count=len(everyone)
    )


def ended(sentence: str) -> str:
    """Return a user's own words without the full stop that ours will set."""
    return " ".join(sentence.split()).rstrip("。.；;，,")


def dated(table: Table, analysis: Analysis, doubtful: int, caption: Text) -> Table:
    """Return a table below a caption, with its day and how many of its items are doubtful."""
    notes = (subtitle(analysis, doubtful), *table.notes)
    return Table(table.key, table.columns, table.rows, caption, table.totals, notes)


def first_rows(rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows that stand in the text."""
    return tuple(rows[:MOST_ROWS])


def left_out(count: int) -> tuple[Text, ...]:
    """Return the note on rows that do not stand in the text, if there are any."""
    if count <= MOST_ROWS:
        return ()
    return (
        _("the first {shown} of {count}; the workbooks hold all", shown=MOST_ROWS, count=count),
    )


def with_columns(table: Table, keys: Collection[str]) -> Table:
    """Return a table with some of its columns, and its first rows."""
    kept = [place for place, column in enumerate(table.columns) if column.key in keys]
    rows = [tuple(row[place] for place in kept) for row in table.rows]
    return Table(
        table.key,
        tuple(table.columns[place] for place in kept),
        first_rows(rows),
        table.caption,
        table.totals,
        (*table.notes, *left_out(len(rows))),
    )
