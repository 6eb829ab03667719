"""`stdsys rollup`, run as users run it: an invented city over its counties."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.running import help_of, run, write_workspace

CITY = """\
workspace:
  format: 1
  name: city
  title: 示例市标准体系
  region: {name: 示例市}
  as_of: 2026-11-22
  members: [../jia, ../yi]
systems:
  - id: common
    name: 示例市共用标准
    shared: true
    entries: [{standard: GB 99001-2022, title: 示例限量, status: 现行}]
"""
JIA = """\
workspace: {format: 1, name: jia, region: {name: 示例县甲}}
stages:
  - {id: s1, name: 种植}
  - {id: s2, name: 销售}
coverage: {require: [{id: chain, each: stage}]}
systems:
  - id: tea
    name: 示例茶标准体系
    entries:
      - {standard: GB 99001-2022, title: 示例限量, status: 现行, stages: [s1]}
      - {standard: GB 99002-2010, title: 示例通则, status: 现行, stages: [s1]}
      - {standard: GB/T 99003, title: 示例茶, status: 现行, stages: [s1]}
"""
YI = """\
workspace: {format: 1, name: yi, region: {name: 示例县乙}}
stages:
  - {id: plant, name: 种植}
  - {id: sell, name: 销售}
coverage: {require: [{id: chain, each: stage}]}
systems:
  - id: oil
    name: 示例油标准体系
    entries:
      - {standard: GB 99001—2022, title: 示例污染物限量, status: 现行, stages: [plant]}
      - standard: GB 99002-2020
        stages: [plant]
        effective: 2021-01-01
        replaces: [GB 99002-2010]
      - {planned: 示例油销售指南, id: guide, level: 团体标准, stages: [plant]}
"""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    write_workspace(tmp_path / "jia", JIA)
    write_workspace(tmp_path / "yi", YI)
    return write_workspace(tmp_path / "city", CITY)


def read(city: Path, *options: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(run("rollup", city, "--format", "json", *options).out)
    return document


def state_of(folder: Path) -> dict[str, tuple[int, int]]:
    found = sorted(folder.rglob("*"))
    return {str(one): (one.stat().st_mtime_ns, one.stat().st_size) for one in [folder, *found]}


def test_text(city: Path) -> None:
    result = run("rollup", city)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0] == "示例市标准体系: Roll-up of members"
    assert lines[2] == (
        "required: 4 together, 7 summed over members; existing: 3, 6 summed; "
        "numbers in several members: 1"
    )
    heat = lines.index("State by member and stage")
    assert [line.split() for line in lines[heat + 1 : heat + 5]] == [
        ["Member", "种植", "销售"],
        ["示例市", "itself", "-", "-"],
        ["示例县甲", "covered", "gap"],
        ["示例县乙", "covered", "gap"],
    ]
    assert "    ../yi/stdsys.yaml:14:20: 示例县乙: replaced" in lines
    assert (
        "../jia/stdsys.yaml:8:11: warning C001 示例县甲: 示例茶标准体系, 销售: no standard "
        "(clause chain)"
    ) in lines


def test_identical_numbers_count_once_and_other_editions_are_others(city: Path) -> None:
    found = read(city)
    assert [one["id"] for one in found["members"]] == ["city", "jia", "yi"]
    assert [one["statistics"]["total"]["existing"] for one in found["members"]] == [1, 3, 2]
    together = found["together"]["statistics"]
    assert (together["standards"], found["sums"]["standards"]) == (4, 6)
    assert together["total"] == {"standards": 4, "required": 4, "existing": 3, "ratio": 0.75}
    assert together["by_level"]["national"]["existing"] == 3
    assert together["by_status"]["replaced"] == 1
    assert found["shared_standards"] == [
        {
            "number": "GB 99001-2022",
            "title": "示例限量",
            "level": "national",
            "status": "in-force",
            "members": ["city", "jia", "yi"],
        }
    ]


def test_coverage_and_gaps_of_members(city: Path) -> None:
    found = read(city)
    assert found["together"]["coverage"]["required"] == 4
    assert found["together"]["coverage"]["covered"] == 2
    assert found["stages"] == ["种植", "销售"]
    assert found["common_gaps"] == [
        {"axes": {"stage": "销售"}, "lacking": ["jia", "yi"], "required_by": 2, "everywhere": True}
    ]
    assert [(one["member"], one["system"]) for one in found["gaps"]] == [
        ("jia", "jia:tea"),
        ("yi", "yi:oil"),
    ]


def test_conflicts_name_number_fact_and_places(city: Path) -> None:
    title, status = read(city)["conflicts"]
    assert (title["number"], title["fact"]) == ("GB 99001-2022", "title")
    assert [one["value"] for one in title["statements"]] == [
        "示例限量",
        "示例限量",
        "示例污染物限量",
    ]
    assert status == {
        "number": "GB 99002-2010",
        "fact": "status",
        "statements": [
            {
                "member": "jia",
                "id": "jia:GB 99002-2010",
                "value": "in-force",
                "file": "../jia/stdsys.yaml",
                "line": 11,
                "column": 9,
            },
            {
                "member": "yi",
                "id": "yi:GB 99002-2010",
                "value": "replaced",
                "file": "../yi/stdsys.yaml",
                "line": 14,
                "column": 20,
            },
        ],
    }


def test_findings_are_those_of_each_member(city: Path) -> None:
    found = read(city)
    for one in found["members"]:
        folder = city / one["folder"]
        alone = json.loads(run("validate", folder, "--format", "json", "--as-of=2026-11-22").out)
        mine = [said for said in found["diagnostics"] if said["member"] == one["id"]]
        assert [(said["code"], said["line"]) for said in mine] == [
            (said["code"], said["line"]) for said in alone["diagnostics"]
        ]
        counted = {key: one["findings"][key] for key in alone["summary"]}
        assert counted == alone["summary"]
        assert all((city / said["file"]).is_file() for said in mine)
        assert all(said["id"] == f"{one['id']}:{said['subject']}" for said in mine)


def test_all_members_are_looked_at_on_one_day(city: Path) -> None:
    before = read(city, "--as-of", "2020-12-31")
    assert before["as_of"] == "2020-12-31"
    assert before["together"]["statistics"]["by_status"]["replaced"] == 0
    assert [one["fact"] for one in before["conflicts"]] == ["title"]


def test_members_of_members(city: Path, tmp_path: Path) -> None:
    province = write_workspace(
        tmp_path / "province",
        "workspace: {format: 1, name: province, as_of: 2026-11-22, members: [../city]}\n",
    )
    found = read(province)
    assert [(one["id"], one["folder"]) for one in found["members"]] == [
        ("province", "."),
        ("city", "../city"),
        ("city:jia", "../jia"),
        ("city:yi", "../yi"),
    ]
    assert found["together"]["statistics"] == read(city)["together"]["statistics"]


def test_a_member_that_cannot_be_read_is_named_and_the_others_answered(city: Path) -> None:
    text = CITY.replace("../yi]", "../yi, ../gone]")
    (city / "stdsys.yaml").write_text(text, encoding="utf-8")
    (city.parent / "yi" / "more.yaml").write_text("standards: [", encoding="utf-8")
    result = run("rollup", city)
    assert result.code == 1
    caveat = "not read, or not fully: ../gone, 示例县乙; the figures are incomplete"
    assert result.err == ""
    assert run("rollup", city, "--format", "json").err == f"stdsys: {caveat}\n"
    lines = result.out.splitlines()
    assert lines[:2] == [caveat, "stdsys.yaml:7:28: the folder ../gone does not exist"]
    heat = lines.index("State by member and stage")
    assert [line.split("  ")[0] for line in lines[heat + 2 : heat + 6]] == [
        "示例市 itself",
        "示例县甲",
        "示例县乙 (not fully read)",
        "../gone",
    ]
    assert lines[heat + 5].split() == ["../gone", "not", "read", "not", "read"]
    assert any(line.startswith("Sum of the members (incomplete)") for line in lines)
    found = read(city)
    assert found["partly_read"] == [{"id": "yi", "folder": "../yi"}]
    assert not found["complete"]
    assert [one["readable"] for one in found["members"]] == [True, True, False]
    [unread] = found["unread"]
    assert (unread["folder"], unread["code"], unread["line"]) == ("../gone", "Y107", 7)
    assert found["members"][1]["statistics"]["standards"] == 3


def test_a_circle_is_refused_at_its_place(city: Path) -> None:
    jia = city.parent / "jia" / "stdsys.yaml"
    jia.write_text(JIA.replace("name: jia,", "name: jia, members: [../city],"), encoding="utf-8")
    result = run("validate", city, "--select", "Y")
    assert result.code == 1
    assert result.out.splitlines()[:2] == [
        "stdsys.yaml:7:13: error Y107 ../jia leads in a circle: city → jia → city",
        "    ../jia/stdsys.yaml:1:45: here it leads back",
    ]
    result = run("rollup", city)
    assert result.code == 1
    assert result.out.splitlines()[0] == "the list of members is wrong; ignored: ../jia"
    found = read(city)
    assert found["complete"]
    assert found["together"]["findings"]["error"] == 1
    [ignored] = found["ignored"]
    assert [(one["file"], one["line"]) for one in ignored["related"]] == [("../jia/stdsys.yaml", 1)]


def test_a_wrong_list_one_level_down_counts_where_it_stands(city: Path, tmp_path: Path) -> None:
    (city / "stdsys.yaml").write_text(CITY.replace("../yi]", "../yi, ../jia]"), encoding="utf-8")
    province = write_workspace(
        tmp_path / "province",
        "workspace: {format: 1, name: province, as_of: 2026-11-22, members: [../city]}\n",
    )
    below, above = read(city), read(province)
    for found in (below, above):
        assert found["complete"]
        assert found["together"]["findings"]["error"] == 1
        [one] = [one for one in found["members"] if one["findings"]["error"]]
        assert one["name"] == "示例市"
        [said] = [one for one in found["diagnostics"] if one["code"] == "Y107"]
        assert (city / said["file"]).resolve() == city / "stdsys.yaml"
    assert [one["id"] for one in above["subtotals"]] == ["city"]
    counted = above["subtotals"][0]["statistics"]["total"]
    assert counted == below["together"]["statistics"]["total"]
    lines = run("rollup", province).out.splitlines()
    assert [line.split("  ")[0] for line in lines if line.startswith(("示例市,", "· 示例县"))][
        :3
    ] == ["示例市, with its members", "· 示例县甲", "· 示例县乙"]


def test_a_fault_in_the_list_hinders_no_other_command(city: Path) -> None:
    (city / "stdsys.yaml").write_text(CITY.replace("../yi", "../gone"), encoding="utf-8")
    assert run("validate", city).code == 1
    for command in ("stats", "coverage"):
        result = run(command, city)
        assert (result.code, result.err) == (0, "")


def test_where_a_state_is_laid_out_is_no_difference(city: Path, tmp_path: Path) -> None:
    elsewhere = write_workspace(tmp_path / "copies" / "city", CITY)
    result = run("diff", elsewhere, city)
    assert (result.code, result.out.splitlines()[-1]) == (0, "nothing differs")


def test_the_answer_of_validate_is_not_remembered(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STDSYS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("stdsys.cli.remembered._RECENT", 0)
    assert run("validate", city, "--select", "Y").code == 0
    (city.parent / "yi" / "stdsys.yaml").unlink()
    assert run("validate", city, "--select", "Y").code == 1


def test_lists_that_hold_nothing_have_no_sheet(city: Path, tmp_path: Path) -> None:
    for name in ("jia", "yi"):
        head = f"workspace: {{format: 1, name: {name}, region: {{name: 示例县{name}}}}}\n"
        write_workspace(city.parent / name, head)
    path = tmp_path / "out.xlsx"
    assert run("rollup", city, "--format", "xlsx", "--output", path).code == 0
    assert load_workbook(path).sheetnames == ["Summary by member", "Levels, status and nature"]


def test_a_stage_of_one_member_only_is_pointed_out(city: Path) -> None:
    note = "stages of one member only, perhaps called otherwise by the others: "
    assert note not in run("rollup", city).out
    write_workspace(city.parent / "yi", YI.replace("name: 销售", "name: 营销"))
    assert f"{note}销售, 营销" in run("rollup", city).out


def test_the_help_tells_of_members_and_of_the_exit_code() -> None:
    told = help_of("rollup")
    assert "members: [../county-a, ../county-b]" in told
    assert "Exit code 1" in told


def test_nothing_is_written_in_the_folders_of_members(city: Path, tmp_path: Path) -> None:
    before = [state_of(city.parent / name) for name in ("jia", "yi", "city")]
    for options in ([], ["--format", "json"]):
        assert run("rollup", city, *options).code == 0
    assert run("rollup", city, "--format", "xlsx", "--output", tmp_path / "out.xlsx").code == 0
    assert [state_of(city.parent / name) for name in ("jia", "yi", "city")] == before


def test_an_output_in_a_members_folder_is_refused(city: Path) -> None:
    target = city.parent / "jia" / "out.json"
    result = run("rollup", city, "--format", "json", "--output", target)
    assert result.code == 2
    assert "lies in the folder of the member ../jia" in result.err
    assert not target.exists()


@pytest.mark.parametrize("command", ["build", "export detail", "stats", "coverage"])
def test_no_command_writes_in_a_members_folder(city: Path, command: str) -> None:
    target = city.parent / "jia" / "out"
    result = run(*command.split(), city, "--output" if command != "build" else "--out", target)
    assert result.code == 2
    assert "lies in the folder of the member ../jia" in result.err
    assert not target.exists()


def test_a_member_that_bears_the_name_of_the_whole_is_another(tmp_path: Path) -> None:
    whole = write_workspace(tmp_path / "jia", YI.replace("name: yi,", "name: jia, members: [jia],"))
    write_workspace(whole / "jia", JIA)
    found = read(whole)
    assert [one["id"] for one in found["members"]] == ["jia", "jia~2"]
    assert [one["statistics"]["standards"] for one in found["members"]] == [2, 3]
    status = next(one for one in found["conflicts"] if one["fact"] == "status")
    assert sorted(one["file"] for one in status["statements"]) == ["jia/stdsys.yaml", "stdsys.yaml"]
    assert run("rollup", whole, "--output", whole / "jia" / "out.txt").code == 2
    assert run("rollup", whole, "--output", whole / "out.txt").code == 0


def test_a_workbook_is_not_written_as_text(city: Path, tmp_path: Path) -> None:
    result = run("rollup", city, "--output", tmp_path / "out.xlsx")
    assert (result.code, result.out) == (2, "")
    assert "add --format xlsx" in result.err


def test_a_list_that_cannot_be_understood_is_shown(city: Path) -> None:
    (city / "stdsys.yaml").write_text(CITY.replace("../yi]", "null]"), encoding="utf-8")
    result = run("rollup", city)
    assert result.code == 2
    assert result.err == (
        "stdsys: stdsys.yaml:7:21: members: expected the folder of a workspace; "
        "write: members: [../county-a, ../county-b]\n"
    )


def test_the_workbook(city: Path, tmp_path: Path) -> None:
    path = tmp_path / "汇总.xlsx"
    result = run("rollup", city, "--format", "xlsx", "--output", path)
    assert (result.code, result.out, result.err) == (0, "", "")
    book = load_workbook(path)
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=3)]
    assert [row[0] for row in rows] == [
        "Member",
        "示例市 itself",
        "示例县甲",
        "示例县乙",
        "Sum of the members",
        "Together, identical numbers once",
    ]
    required = rows[0].index("Required number")
    assert [row[required] for row in rows[1:]] == [1, 3, 3, 7, 4]
    assert len(book.worksheets) == 8
    everything = {
        str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    }
    assert {"../yi/stdsys.yaml:14:20", "示例污染物限量", "C001", "销售"} <= everything


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "xlsx"], "--output FILE.xlsx"),
        (["--as-of", "soon"], "--as-of"),
    ],
)
def test_wrong_use(city: Path, options: list[str], said: str) -> None:
    result = run("rollup", city, *options)
    assert result.code == 2
    assert said in result.err


def test_a_workspace_without_members(city: Path) -> None:
    result = run("rollup", city.parent / "jia")
    assert result.code == 2
    assert result.err == (
        "stdsys: jia lists no members; write: workspace: members: [../county-a, ../county-b]\n"
    )


def test_two_members_of_one_name_are_told_apart(city: Path) -> None:
    yi = YI.replace("name: yi, region: {name: 示例县乙}", "name: jia, region: {name: 示例县甲}")
    write_workspace(city.parent / "yi", yi)
    assert [one["id"] for one in read(city)["members"]] == ["city", "jia", "yi"]
    assert "示例县甲 (yi)" in run("rollup", city).out
