"""The documented queries answer what the analyses answer, in DuckDB and in Spark."""

from pathlib import Path

import pytest

from tests.output.facts.answers import ANSWERS
from tests.output.facts.counties import County, counties
from tests.output.facts.engines import in_duckdb, in_spark, queries

FEW, MANY = 20, 1000
LOCAL = {
    "spark.sql.shuffle.partitions": "4",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[County], Path]:
    folder = tmp_path_factory.mktemp("few")
    return counties(FEW, folder / "counties", folder / "facts"), folder / "facts"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[County], Path]:
    folder = tmp_path_factory.mktemp("many")
    return counties(MANY, folder / "counties", folder / "facts"), folder / "facts"


def test_every_query_has_an_answer_worked_out_otherwise() -> None:
    assert list(queries()) == list(ANSWERS)


def test_duckdb_answers_what_the_analyses_answer(few: tuple[list[County], Path]) -> None:
    known, out = few
    answers = in_duckdb(out)
    assert all(answers.values())  # a query without any row would prove nothing
    for name, answer in ANSWERS.items():
        assert (name, answers[name]) == (name, answer(known))


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_duckdb_answers_the_same_whatever_the_format(
    few: tuple[list[County], Path], tmp_path: Path, form: str
) -> None:
    known, out = few
    for county in known:
        county.export(tmp_path, form)
    assert in_duckdb(tmp_path) == in_duckdb(out)


def test_every_query_says_what_it_answers_in_both_languages() -> None:
    for text in queries().values():
        chinese, english = text.splitlines()[:2]
        assert chinese.startswith("-- ")
        assert not chinese.isascii()
        assert english.startswith("-- ")
        assert english.isascii()


def test_a_number_counts_as_dead_where_only_another_county_knows_it(
    few: tuple[list[County], Path],
) -> None:
    known, _out = few
    rows = ANSWERS["03-obsolete-still-placed"](known)
    in_force = [row for row in rows if row[3] == "in-force"]
    assert in_force
    assert all(isinstance(row[4], int) and row[4] > 0 for row in in_force)


@pytest.mark.scale
def test_duckdb_over_a_thousand_workspaces(many: tuple[list[County], Path]) -> None:
    known, out = many
    assert len(list(out.glob("*/standards.parquet"))) == MANY
    assert in_duckdb(out) == {name: answer(known) for name, answer in ANSWERS.items()}


@pytest.mark.spark
def test_spark_answers_the_same_over_a_thousand_workspaces(
    many: tuple[list[County], Path],
) -> None:
    from pyspark.sql import SparkSession

    known, out = many
    builder = SparkSession.builder.master("local[2]").appName("stdsys")
    for name, value in LOCAL.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    try:
        answers = in_spark(spark, out)
    finally:
        spark.stop()
    assert answers == {name: answer(known) for name, answer in ANSWERS.items()}
    assert answers == in_duckdb(out)
