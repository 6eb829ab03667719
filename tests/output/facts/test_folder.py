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
    tables = fact_tables(analysis, report, SAY)
    return write_facts(tables, analysis, formats or ("csv",), out, root=workspace)


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
    assert manifest["formats"] == ["parquet"]
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
        write_facts(tables, analysis, ("csv",), out, root=sample)
    assert "No such file or directory" in SAY(raised.value.message)
    assert content(out) == before
    assert {path.name for path in out.iterdir()} == {"README.md", "duckdb.sql", "queries", "sample"}


def test_ctrl_c_between_the_renames_leaves_the_old_folder(
    sample: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(sample, out)
    before = content(out)
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        export(sample, out)
    assert content(out) == before
    assert not list(out.glob(".stdsys-*"))


def test_another_workspace_that_says_the_same_of_itself_is_refused(
    sample: Path, out: Path, tmp_path: Path
) -> None:
    export(sample, out)
    before = content(out)
    other = write_workspace(tmp_path / "other", REGION)  # as two are that `init` has just made
    with pytest.raises(OutputError) as raised:
        export(other, out)
    said = SAY(raised.value.message)
    assert "the facts of another workspace of that name (示例市标准体系)" in said
    assert content(out) == before


def test_the_same_workspace_is_replaced_whatever_it_is_called(sample: Path, out: Path) -> None:
    export(sample, out)
    write_workspace(sample, REGION.replace("示例市标准体系", "示例乙市标准体系"))
    export(sample, out)
    assert json.loads((out / "sample" / "facts.json").read_bytes())["title"] == "示例乙市标准体系"


def test_both_may_move_together_and_no_path_is_told(sample: Path, out: Path) -> None:
    export(sample, out)
    moved = sample.parent / "elsewhere"
    moved.mkdir()
    out.rename(moved / "out")
    sample.rename(moved / "ws")
    export(moved / "ws", moved / "out")
    (moved / "ws").rename(moved / "ws2")
    with pytest.raises(OutputError):
        export(moved / "ws2", moved / "out")
    assert not any(str(sample.parent).encode() in data for data in content(moved / "out").values())


@pytest.mark.parametrize("name", ["notes.txt", "standards.csv", "facts.json"])
def test_a_folder_that_holds_anything_else_is_left_alone(
    sample: Path, out: Path, name: str
) -> None:
    (out / "sample").mkdir(parents=True)
    (out / "sample" / name).write_text('{"keep": 1}')
    with pytest.raises(OutputError) as raised:
        export(sample, out)
    assert "something else than facts that stdsys has written" in SAY(raised.value.message)
    assert content(out) == {f"sample/{name}": b'{"keep": 1}'}


def test_a_file_of_the_user_among_the_facts_is_left_alone(sample: Path, out: Path) -> None:
    export(sample, out, "parquet")
    (out / "sample" / "standards.csv").write_text("keep")  # which this export has not written
    with pytest.raises(OutputError):
        export(sample, out, "parquet")
    assert (out / "sample" / "standards.csv").read_text() == "keep"


def test_an_empty_folder_is_filled(sample: Path, out: Path) -> None:
    (out / "sample").mkdir(parents=True)
    assert export(sample, out)[0] == "sample/standards.csv"


def test_workspaces_side_by_side_have_the_same_formats(
    sample: Path, out: Path, tmp_path: Path
) -> None:
    other = write_workspace(tmp_path / "other", REGION.replace("name: sample", "name: other"))
    export(sample, out, "csv")
    export(other, out, "csv")
    before = content(out)
    for formats in (("parquet",), ("csv", "jsonl")):
        with pytest.raises(OutputError) as raised:
            export(sample, out, *formats)
        assert "write --format csv, or choose another" in SAY(raised.value.message)
    assert content(out) == before


@pytest.mark.parametrize(
    ("formats", "read"),
    [(("csv",), "csv"), (("jsonl",), "json"), (("csv", "parquet"), "parquet")],
)
def test_the_views_read_what_was_written(
    sample: Path, out: Path, formats: tuple[str, ...], read: str
) -> None:
    export(sample, out, *formats)
    assert f"FROM read_{read}(" in (out / "duckdb.sql").read_text(encoding="utf-8")


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
        ("ReadMe.md", "ReadMe.md-"),
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
