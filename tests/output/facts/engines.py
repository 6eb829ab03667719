"""The queries as users run them: in DuckDB and in Spark, over a folder of facts."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from stdsys.output.facts.beside import beside
from stdsys.output.facts.tables import TABLES
from tests.output.facts.answers import Answer

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def queries() -> dict[str, str]:
    """Return the name of every query that is written beside the facts, and its SQL, in order."""
    return {Path(path).stem: text for path, text in beside().items() if path.startswith("queries/")}


def in_duckdb(out: Path) -> dict[str, Answer]:
    """Run the files that were written, as the readme says: in the folder, views first."""
    with pytest.MonkeyPatch.context() as patch, duckdb.connect() as connection:
        patch.chdir(out)
        connection.execute(Path("duckdb.sql").read_text(encoding="utf-8"))
        return {name: _plain(connection.execute(_written(name)).fetchall()) for name in queries()}


def in_spark(spark: "SparkSession", out: Path) -> dict[str, Answer]:
    """Run the same files in Spark."""
    for table in TABLES:
        spark.read.parquet(f"{out.as_uri()}/*/{table}.parquet").createOrReplaceTempView(table)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(out)
        return {name: _plain(spark.sql(_written(name)).collect()) for name in queries()}


def _written(name: str) -> str:
    return Path("queries", f"{name}.sql").read_text(encoding="utf-8")


def _plain(rows: list[Any]) -> Answer:
    """Return rows as tuples of plain values: the engines have several types of whole numbers."""
    return [tuple(int(v) if isinstance(v, Decimal) else v for v in row) for row in rows]
