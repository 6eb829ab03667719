"""A workspace's folder of facts is replaced as a whole, and never mixed with anything else."""

import json
from pathlib import Path

import pytest

from stdsys.output.atomic import OutputError
from stdsys.output.facts.beside import beside
from stdsys.output.facts.columns import FactTable, Kind
from stdsys.output.facts.folder import folder_name, write_facts
from stdsys.output.facts.tables import TABLES, fact_tables
from tests.cli.running import write_workspace
from tests.output.facts.counties import SAY
from tests.output.facts.facts_of import checked
from tests.output.sample_region import REGION


def export(workspace: Path, out: Path, *formats: str) -> list[str]:
    analysis, report = checked(workspace)
    out.mkdir(exist_ok=True)
    return write_facts(fact_tables(analysis, report, SAY), analysis, formats or ("csv",), out)


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "ws", REGION)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_five_tables_and_what_helps_to_ask(sample: Path, out: Path) -> None:
    written = export(sample, out, "parquet")
    assert written == [*(f"sample/{table}.parquet" for table in TABLES), "README.md"]
    assert set(content(out)) == {*written, "sample/facts.json", *beside()}
    manifest = json.loads((out / "sample" / "facts.json").read_text(encoding="utf-8"))
    assert (manifest["workspace"], manifest["as_of"]) == ("sample", "2026-06-01")
    assert manifest["rows"]["targets"] == 0


def test_the_same_input_gives_the_same_bytes(sample: Path, out: Path) -> None:
    export(sample, out, "parquet", "csv", "jsonl")
    before = content(out)
    export(sample, out, "parquet", "csv", "jsonl")
    assert content(out) == before


def test_nothing_of_an_earlier_export_stays(sample: Path, out: Path) -> None:
    export(sample, out, "csv")
    export(sample, out, "jsonl")
    names = {path.name for path in (out / "sample").iterdir()}
    assert names == {"facts.json", *(f"{table}.jsonl" for table in TABLES)}


def test_a_failure_leaves_the_old_folder_and_nothing_beside(sample: Path, out: Path) -> None:
    export(sample, out)
    before = content(out)
    analysis, report = checked(sample)
    tables = (*fact_tables(analysis, report, SAY), FactTable("no/such", (("a", Kind.TEXT),), ()))
    with pytest.raises(OutputError) as raised:
        write_facts(tables, analysis, ("csv",), out)
    assert "No such file or directory" in SAY(raised.value.message)
    assert content(out) == before
    assert {path.name for path in out.iterdir()} == {"README.md", "duckdb.sql", "queries", "sample"}


def test_another_workspace_of_the_same_name_is_refused(
    sample: Path, out: Path, tmp_path: Path
) -> None:
    export(sample, out)
    before = content(out)
    other = write_workspace(
        tmp_path / "other", REGION.replace("示例市标准体系", "示例乙市标准体系")
    )
    with pytest.raises(OutputError) as raised:
        export(other, out)
    assert "the facts of another workspace of that name (示例市标准体系)" in SAY(
        raised.value.message
    )
    assert content(out) == before


def test_a_folder_that_holds_anything_else_is_left_alone(sample: Path, out: Path) -> None:
    (out / "sample").mkdir(parents=True)
    (out / "sample" / "notes.txt").write_text("keep")
    with pytest.raises(OutputError):
        export(sample, out)
    assert content(out) == {"sample/notes.txt": b"keep"}


def test_an_edited_query_of_the_user_is_written_afresh(sample: Path, out: Path) -> None:
    export(sample, out)
    query = next((out / "queries").glob("01-*.sql"))
    query.write_text("SELECT 1;")
    export(sample, out)
    assert query.read_text(encoding="utf-8") == beside()[f"queries/{query.name}"]


@pytest.mark.parametrize(
    ("workspace", "folder"),
    [
        ("tea", "tea"),
        ("示例县 甲", "示例县 甲"),
        ("../up", "．.／up"),
        ("_hidden", "＿hidden"),
        ("queries", "queries-"),
        ("a\tb.", "a b"),
        (".", "workspace"),
        ("..", "workspace"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_workspace_cannot_leave_the_folder(workspace: str, folder: str) -> None:
    assert folder_name(workspace) == folder


def test_the_readme_names_every_column_and_query(sample: Path, out: Path) -> None:
    export(sample, out)
    readme = (out / "README.md").read_text(encoding="utf-8")
    for name, (_meaning, columns) in TABLES.items():
        section = readme.partition(f"### {name}\n")[2].partition("\n### ")[0]
        for column in columns:
            assert f"| `{column.name}` | {column.kind} |" in section
    for path in (out / "queries").iterdir():
        assert f"(queries/{path.name})" in readme
