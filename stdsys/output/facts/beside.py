"""What lies beside the folders of facts: a readme with every column, the views, the queries."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from stdsys.output.facts.tables import COMMON, TABLES
from stdsys.output.facts.views import views

README = "README.md"
VIEWS = "duckdb.sql"
_FOLDER = Path(__file__).parent / "folder"
_COLUMNS, _QUERIES = "<!-- columns -->\n", "<!-- queries -->\n"


@cache
def beside(form: str = "parquet") -> Mapping[str, str]:
    """Return path → text of every file beside the workspaces' folders, written in a format."""
    texts = {
        path.relative_to(_FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(_FOLDER.rglob("*"))
        if path.is_file()
    }
    readme = texts[README].replace(_COLUMNS, "".join(_column_lines()))
    readme = readme.replace(_QUERIES, "".join(_query_lines()))
    return texts | {README: readme, VIEWS: views(form)}


def _column_lines() -> Iterator[str]:
    """Yield a table of columns for each fact table, those that all have in common first."""
    sections = [("every table", "每张表都有。In every table.", COMMON)]
    sections += [(name, *table) for name, table in TABLES.items()]
    for name, meaning, columns in sections:
        yield f"\n### {name}\n\n{meaning}\n\n"
        yield "| 列 column | 类型 type | 含义 meaning |\n| --- | --- | --- |\n"
        for column in columns:
            yield f"| `{column.name}` | {column.kind} | {column.meaning} |\n"


def _query_lines() -> Iterator[str]:
    """Yield a line a query: the first comments of its file say what it answers."""
    for path in sorted(_FOLDER.glob("queries/*.sql")):
        lines = path.read_text(encoding="utf-8").splitlines()
        asked = [line.removeprefix("-- ") for line in lines if line.startswith("-- ")]
        yield f"- [`{path.stem}`](queries/{path.name}): {' '.join(asked)}\n"
