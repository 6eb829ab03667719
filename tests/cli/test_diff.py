"""`stdsys diff`, run as users run it, on real repositories."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import run, write_workspace
from tests.output.sample_region import REGION
from tests.repositories import commit, git, new_repository

EDITED = REGION.replace('GB/T 99002-2021, at: "1"', 'GB/T 99002-2021, at: "3"').replace(
    "title: 示例果加工, withdrawn: 2024-01-01", "title: 示例果加工, effective: 2016-01-01"
)
"""One entry moved, one standard that is not withdrawn."""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    return write_workspace(tmp_path / "old", REGION), write_workspace(tmp_path / "new", EDITED)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace below the top of a repository: `main` has two commits, `feature` one more."""
    top = new_repository(tmp_path / "repository")
    inside = write_workspace(top / "ws", REGION)
    commit(top)
    git(top, "switch", "--quiet", "--create", "feature")
    write_workspace(inside, EDITED)
    commit(top)
    git(top, "switch", "--quiet", "main")
    write_workspace(inside, REGION.replace("示例坚果体系", "示例坚果标准体系"))
    commit(top)
    monkeypatch.chdir(inside)
    return inside


def read(*words: str | Path) -> dict[str, Any]:
    result = run("diff", *words, "--format", "json")
    assert (result.code, result.err) == (0, "")
    found: dict[str, Any] = json.loads(result.out)
    return found


def ids(found: list[dict[str, str]]) -> list[str]:
    return [one["id"] for one in found]


def test_two_folders(folders: tuple[Path, Path]) -> None:
    result = run("diff", *folders)
    assert (result.code, result.err) == (0, "")
    assert "示例果体系  GB/T 99002-2021  示例果 (moved)" in result.out
    assert "      at: 1 种植 → 3 销售" in result.out
    assert "withdrawn: 2024-01-01 → —" in result.out
    assert "示例果加工  status: withdrawn → in force" in result.out
    assert "示例果体系  各环节都有标准  种植  state: covered → gap" in result.out
    assert "+ stdsys.yaml" in result.out


def test_json(folders: tuple[Path, Path]) -> None:
    found = read(*folders)
    assert found["before"] == {
        "name": str(folders[0]),
        "commit": None,
        "as_of": "2026-06-01",
        "readable": True,
    }
    assert found["differs"] is True
    assert found["standards"]["changed"] == [
        {
            "id": "GB/T 99003-2015",
            "title": "示例果加工",
            "fields": {
                "effective": {"before": None, "after": "2016-01-01"},
                "withdrawn": {"before": "2024-01-01", "after": None},
            },
        }
    ]
    assert ids(found["entries"]["moved"]) == ["GB/T 99002-2021"]
    assert found["entries"]["changed"] == []
    assert {
        "system": "fruit",
        "clause": "chain",
        "axes": {"stage": "grow"},
        "before": "covered",
        "after": "gap",
    } in found["cells"]
    assert found["statuses"] == [
        {"id": "GB/T 99003-2015", "before": "withdrawn", "after": "in-force", "by_time": False}
    ]
    appeared = found["findings"]["appeared"]
    assert ("C001", "fruit/grow") in [(one["code"], one["subject"]) for one in appeared]
    stats = json.loads(run("stats", folders[1], "--format", "json").out)
    total = found["statistics"]["total"]
    assert total["after"] == stats["total"]


def test_a_state_and_itself(folders: tuple[Path, Path]) -> None:
    result = run("diff", folders[0], folders[0], "--exit-code")
    assert result.code == 0
    assert result.out.endswith("nothing differs\n")


def test_exit_code(folders: tuple[Path, Path]) -> None:
    assert run("diff", *folders).code == 0
    assert run("diff", *folders, "--exit-code").code == 1


@pytest.mark.parametrize(
    ("words", "before", "after", "moved", "renamed"),
    [
        (["HEAD~1"], "HEAD~1", "the working tree", 0, 1),
        (["main~1", "main"], "main~1", "main", 0, 1),
        (["main~1", "feature"], "main~1", "feature", 1, 0),
        (["main..feature"], "main", "feature", 1, 1),
        (["main...feature"], "main...feature", "feature", 1, 0),
        (["feature.."], "feature", "HEAD", 1, 1),
        (["..feature"], "HEAD", "feature", 1, 1),
        (["main", "feature", "."], "main", "feature", 1, 1),
        (["main..feature", "../ws"], "main", "feature", 1, 1),
        (["feature", "."], "feature", ".", 1, 1),
        ([".", "feature"], ".", "feature", 1, 1),
    ],
)
def test_revisions(
    repository: Path, words: list[str], before: str, after: str, moved: int, renamed: int
) -> None:
    found = read(*words)
    names = [str(found[side]["name"]).split(" (")[0] for side in ("before", "after")]
    assert names == [before, after]
    assert len(ids(found["entries"]["moved"])) == moved
    assert ("systems" in found["records"]) == bool(renamed)


def test_a_revision_has_its_commit_and_nothing_is_touched(repository: Path) -> None:
    top = repository.parent
    state = git(top, "status", "--porcelain", "--branch"), git(top, "rev-parse", "HEAD")
    found = read("HEAD~1")
    assert found["before"]["commit"] == git(top, "rev-parse", "HEAD~1").strip()
    assert (git(top, "status", "--porcelain", "--branch"), git(top, "rev-parse", "HEAD")) == state


def test_the_title_names_a_revision_and_its_commit(repository: Path) -> None:
    commit = git(repository.parent, "rev-parse", "--short=8", "HEAD~1").strip()
    said = run("diff", "HEAD~1").out
    assert f"changes from HEAD~1 ({commit}) to the working tree" in said
    assert "（" not in said.splitlines()[0]
    chinese = run("diff", "HEAD~1", lang="zh").out.splitlines()[0]
    assert f"HEAD~1（{commit}）到" in chinese


def test_what_is_not_committed_is_compared(repository: Path) -> None:
    write_workspace(repository, EDITED)
    assert ids(read("HEAD")["entries"]["moved"]) == ["GB/T 99002-2021"]


def test_from_the_top_of_the_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository.parent)
    assert len(ids(read("main", "feature", "ws")["entries"]["moved"])) == 1
    assert "has no stdsys.yaml in ." in run("diff", "main", "feature").err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nowhere"], "neither a folder nor a git revision nowhere"),
        (["HEAD~9..HEAD"], "neither a folder nor a git revision HEAD~9"),
        (["./nowhere", "."], "the folder nowhere does not exist"),
        (["."], ". is a folder: say which one to compare it with"),
        ([".", ".", "."], "two folders are compared as they are"),
        (["main..feature", ".", "."], "a range of revisions is followed by the workspace alone"),
        (["main", "feature", "elsewhere"], "has no stdsys.yaml in ws/elsewhere"),
        (["main", "--format", "xlsx"], "--format xlsx needs a file: --output FILE.xlsx"),
        (["main", "--as-of", "soon"], "--as-of: expected a day"),
        ([], "OLD is missing"),
    ],
)
def test_wrong_use(repository: Path, words: list[str], message: str) -> None:
    result = run("diff", *words)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_workspace(tmp_path, REGION))
    result = run("diff", "HEAD")
    assert (result.code, "is in no git repository" in result.err) == (2, True)


def test_without_git_folders_are_still_compared(
    folders: tuple[Path, Path], repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert run("diff", *folders).code == 0
    result = run("diff", "HEAD~1")
    assert (result.code, result.out) == (2, "")
    assert "git is not installed" in result.err


@pytest.mark.parametrize("broken", [0, 1])
def test_a_side_that_cannot_be_read_in_full(folders: tuple[Path, Path], broken: int) -> None:
    (folders[broken] / "more.yaml").write_text("systems: [unclosed\n", encoding="utf-8")
    result = run("diff", *folders)
    assert result.code == 1
    caveat = f"{folders[broken]}: parts of the workspace could not be read"
    assert caveat in result.out.splitlines()[0]
    assert caveat in result.err
    assert "示例果体系  GB/T 99002-2021  示例果 (moved)" in result.out
    found = json.loads(run("diff", *folders, "--format", "json").out)
    assert [found[side]["readable"] for side in ("before", "after")] == [broken != 0, broken != 1]


def test_days(tmp_path: Path) -> None:
    facts = "workspace: {{format: 1, name: sample{as_of}}}\nstandards:\n" + (
        "  - {{number: GB 1-2020, effective: 2027-01-01}}\n"
    )

    def made(name: str, as_of: str) -> Path:
        return write_workspace(tmp_path / name, facts.format(as_of=as_of))

    early, late = made("early", ", as_of: 2026-12-01"), made("late", ", as_of: 2027-02-01")
    silent = made("silent", "")
    own = run("diff", early, late)
    assert "before: as of 2026-12-01; after: as of 2027-02-01" in own.out
    assert "GB 1-2020 (by the passing of time)  status: upcoming → in force" in own.out
    for pair, day in (((early, silent), "2026-12-01"), ((silent, late), "2027-02-01")):
        assert f"as of {day}\n" in run("diff", *pair).out
    one_day = run("diff", early, late, "--as-of", "2028-01-01").out
    assert "as of 2028-01-01\n" in one_day
    assert "upcoming" not in one_day


def test_long_lists_are_cut_and_verbose_shows_all(tmp_path: Path) -> None:
    many = "".join(f"  - {{number: GB {n}-2020}}\n" for n in range(1, 101))
    head = "workspace: {format: 1, name: sample, as_of: 2026-06-01}\n"
    old = write_workspace(tmp_path / "old", head)
    new = write_workspace(tmp_path / "new", f"{head}standards:\n{many}")
    short, long = run("diff", old, new).out, run("diff", old, new, "--verbose").out
    assert "60 more are not shown: --verbose shows all" in short
    assert short.count("\n  + GB ") == 40
    assert long.count("\n  + GB ") == 100


def test_xlsx_is_the_same_bytes_for_the_same_states(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    for file in (one, two):
        assert run("diff", *folders, "--format", "xlsx", "-o", file, lang="zh").code == 0
    assert one.read_bytes() == two.read_bytes()
    book = load_workbook(one)
    rows = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    assert any("GB/T 99003-2015" in row and "2024-01-01" in row for row in rows)


def test_both_languages_and_no_colour_in_a_pipe(folders: tuple[Path, Path]) -> None:
    chinese = run("diff", *folders, lang="zh")
    assert chinese.code == 0
    assert "废止日期：2024-01-01 → —" in chinese.out
    assert "\x1b" not in chinese.out
