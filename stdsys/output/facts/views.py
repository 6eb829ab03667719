"""The views by which DuckDB finds the tables of all workspaces, in the format they are written."""

from collections.abc import Iterator

from stdsys.output.facts.columns import Column, Kind
from stdsys.output.facts.delimited import BETWEEN
from stdsys.output.facts.tables import COMMON, TABLES

_TYPES = {
    Kind.TEXT: "VARCHAR",
    Kind.BOOLEAN: "BOOLEAN",
    Kind.INTEGER: "BIGINT",
    Kind.NUMBER: "DOUBLE",
    Kind.DATE: "DATE",
    Kind.TEXTS: "VARCHAR[]",
}

_HEAD = """\
-- 在本文件夹中运行。Run in this folder.
-- explode：Spark 的函数，一项一行。A function of Spark's: a row an item.
CREATE OR REPLACE MACRO explode(items) AS unnest(items);
"""


def views(form: str) -> str:
    """Return the SQL that makes a view of each table, with the same types in every format.

    Types are stated, never guessed: a column of which the first county has nothing is a date still.
    """
    return _HEAD + "".join(_view(name, form) for name in TABLES)


def _view(table: str, form: str) -> str:
    columns = (*COMMON, *TABLES[table][1])
    chosen, reading = "*", f"read_parquet('*/{table}.parquet', union_by_name = true)"
    if form == "jsonl":
        types = ", ".join(f"'{column.name}': '{_TYPES[column.kind]}'" for column in columns)
        reading = (
            f"read_json('*/{table}.jsonl', format = 'newline_delimited', columns = {{{types}}})"
        )
    elif form == "csv":
        chosen = ", ".join(_typed(columns))
        reading = (
            f"read_csv('*/{table}.csv', header = true, all_varchar = true, union_by_name = true, "
            "delim = ',', quote = '\"', escape = '\"', comment = '', skip = 0)"
        )
    return f"CREATE OR REPLACE VIEW {table} AS SELECT {chosen} FROM {reading};\n"


def _typed(columns: tuple[Column[object], ...]) -> Iterator[str]:
    """Yield what makes the column of its type from the text that csv has; a list is never null."""
    for column in columns:
        name = f'"{column.name}"'
        if column.kind is Kind.TEXT:
            yield name
        elif column.kind is Kind.TEXTS:
            split = f"string_split({name}, '{BETWEEN}')"
            yield f"CASE WHEN {name} IS NULL THEN CAST([] AS VARCHAR[]) ELSE {split} END AS {name}"
        else:
            yield f"CAST({name} AS {_TYPES[column.kind]}) AS {name}"
