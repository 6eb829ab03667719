"""The members that a workspace lists: found, named, or refused with a reason at their place."""

from pathlib import Path

import pytest

from stdsys.findings import Finding
from stdsys.source.loading import load
from stdsys.source.members import Members, find_members
from stdsys.source.positions import Positions


def grow(folder: Path, name: str, *members: str) -> Path:
    """Make a workspace of this name with these members."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = "".join(f"    - {member!r}\n" for member in members)
    text = f"workspace:\n  name: {name}\n" + (f"  members:\n{listed}" if members else "")
    (folder / "stdsys.yaml").write_text(text, encoding="utf-8")
    return folder


def found(root: Path) -> Members:
    return find_members(root, load(root).workspace.record)


def only_fault(root: Path) -> Finding:
    """Return the finding of the only fault, seen from a whole."""
    [fault] = found(root).faults
    return fault.finding


def said(fault: Finding) -> str:
    """Return what is wrong, without any language."""
    values = fault.message.values
    return fault.message.msgid.format(**{name: str(value) for name, value in values.items()})


def test_members_are_found_beside_and_by_absolute_paths(tmp_path: Path) -> None:
    jia, yi = grow(tmp_path / "甲", "jia"), grow(tmp_path / "yi", "yi")
    city = grow(tmp_path / "city", "city", "../甲", str(yi))
    members = found(city).members
    assert [(one.key, one.shown, one.folder) for one in members] == [
        ("jia", "../甲", jia),
        ("yi", str(yi), yi),
    ]


def test_a_member_has_members(tmp_path: Path) -> None:
    grow(tmp_path / "jia", "jia")
    grow(tmp_path / "city", "city", "../jia")
    province = grow(tmp_path / "province", "province", "../city")
    assert [(one.key, one.shown) for one in found(province).members] == [
        ("city", "../city"),
        ("city:jia", "../jia"),
    ]


def test_a_single_folder_needs_no_list(tmp_path: Path) -> None:
    grow(tmp_path / "jia", "jia")
    city = grow(tmp_path / "city", "city")
    (city / "stdsys.yaml").write_text("workspace: {name: city, members: ../jia}\n")
    assert [one.key for one in found(city).members] == ["jia"]


@pytest.mark.parametrize(
    ("member", "reason"),
    [
        ("../gone", "the folder ../gone does not exist"),
        ("../empty", "../empty is no workspace: it has no stdsys.yaml"),
        ("../jia/stdsys.yaml", "../jia/stdsys.yaml is a file, not a folder"),
        (".", ". is the workspace itself"),
        ("../city", "../city is the workspace itself"),
        ("https://example.org/jia", "https://example.org/jia is an address, not a folder"),
        ("git@example.org:jia.git", "git@example.org:jia.git is an address, not a folder"),
        ("  ", "the name of a member is empty"),
        ("../jia/", "../jia/ is listed twice"),
    ],
)
def test_what_is_no_member_is_said_at_its_place(tmp_path: Path, member: str, reason: str) -> None:
    grow(tmp_path / "jia", "jia")
    (tmp_path / "empty").mkdir()
    city = grow(tmp_path / "city", "city", "../jia", member)
    findings = load(city).findings
    assert [(one.code, said(one)) for one in findings] == [("Y107", reason)]
    at = Positions(city).find(findings[0].place)
    assert (at.file, at.line, at.column) == ("stdsys.yaml", 5, 7)
    assert [one.key for one in found(city).members] == ["jia"]


def test_a_circle_is_said_where_it_begins(tmp_path: Path) -> None:
    city = grow(tmp_path / "city", "city", "../province")
    province = grow(tmp_path / "province", "province", "../city")
    [fault] = load(province).findings
    assert said(fault) == "../city leads in a circle: province → city → province"
    assert (fault.place.file, fault.place.route) == ("stdsys.yaml", ("workspace", "members", 0))
    assert [one.place.file for one in fault.related] == ["../city/stdsys.yaml"]
    assert [one.key for one in found(province).members] == ["city"]
    assert len(load(city).findings) == 1


def test_a_county_of_two_cities_is_counted_once(tmp_path: Path) -> None:
    grow(tmp_path / "jia", "jia")
    grow(tmp_path / "city", "city", "../jia")
    province = grow(tmp_path / "province", "province", "../city", "../jia")
    assert [one.key for one in found(province).members] == ["city", "jia"]
    [fault] = found(province).faults
    assert said(fault.finding) == "../jia is listed twice"
    assert (fault.owner, fault.missing) == ("../city", False)
    assert fault.finding.place.file == "../city/stdsys.yaml"
    assert [one.place.file for one in fault.finding.related] == ["stdsys.yaml"]
    assert not load(province).findings


def test_a_fault_in_a_members_list_is_the_members(tmp_path: Path) -> None:
    grow(tmp_path / "city", "city", "../gone")
    province = grow(tmp_path / "province", "province", "../city")
    assert not load(province).findings
    [fault] = found(province).faults
    assert (fault.finding.place.file, said(fault.finding), fault.missing) == (
        "../city/stdsys.yaml",
        "the folder ../gone does not exist",
        True,
    )
    assert fault.of_owner.place.file == "stdsys.yaml"


def test_members_of_one_name_are_told_apart_by_folder_then_by_path(tmp_path: Path) -> None:
    for path in ("x/jia", "x/yi", "y/yi", "z/city"):
        grow(tmp_path / path, "city" if path == "z/city" else "template")
    city = grow(tmp_path / "all", "city", "../x/jia", "../x/yi", "../y/yi", "../z/city")
    keys = [one.key for one in found(city).members]
    assert keys == ["jia", "../x/yi", "../y/yi", "../z/city"]


def test_no_key_is_that_of_another_member_or_of_the_whole(tmp_path: Path) -> None:
    grow(tmp_path / "county-a", "county-a")
    whole = grow(tmp_path / "whole", "county-a", "../county-a")
    assert [one.key for one in found(whole).members] == ["../county-a"]
    inside = grow(tmp_path / "inside", "county-a", "county-a")
    grow(inside / "county-a", "county-a")
    assert [one.key for one in found(inside).members] == ["county-a~2"]


def test_a_name_with_a_colon_is_not_taken_for_a_member_of_a_member(tmp_path: Path) -> None:
    grow(tmp_path / "b", "b")
    grow(tmp_path / "a", "a", "../b")
    grow(tmp_path / "other", "a:b")
    city = grow(tmp_path / "city", "city", "../a", "../other")
    assert [one.key for one in found(city).members] == ["a", "a:b", "other"]


def test_a_circle_below_the_whole_stands_in_the_list_where_it_begins(tmp_path: Path) -> None:
    grow(tmp_path / "jia", "jia", "../city")
    grow(tmp_path / "city", "city", "../jia")
    province = grow(tmp_path / "province", "province", "../city")
    fault = only_fault(province)
    assert said(fault) == "../jia leads in a circle: city → jia → city"
    assert fault.place.file == "../city/stdsys.yaml"
    assert [one.place.file for one in fault.related] == ["../jia/stdsys.yaml"]


def test_wildcards_are_not_understood(tmp_path: Path) -> None:
    fault = only_fault(grow(tmp_path / "city", "city", "../county-*"))
    assert fault.hint is not None
    assert fault.hint.msgid == "* and ? are not understood here: list every folder"


def test_what_is_no_text_is_refused_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "stdsys.yaml").write_text("workspace: {name: city, members: [1, null]}\n")
    [finding] = load(tmp_path).findings
    at = Positions(tmp_path).find(finding.place)
    assert (finding.code, at.line, at.column) == ("Y103", 1, 38)
    assert finding.hint is not None
    assert finding.hint.msgid == "write its folder, such as ../county"


@pytest.mark.parametrize("listed", ["..counties/jia", "./..counties/jia", "absolute"])
def test_a_member_inside_by_any_path_is_no_part_of_the_workspace(
    tmp_path: Path, listed: str
) -> None:
    jia = grow(tmp_path / "..counties" / "jia", "jia")
    (jia / "more.yaml").write_text("stages: [{id: a, name: 示例}]\n")
    loaded = load(grow(tmp_path, "city", str(jia) if listed == "absolute" else listed))
    assert not loaded.findings
    assert not loaded.workspace.axes["stage"].values


def test_a_member_inside_is_no_part_of_the_workspace(tmp_path: Path) -> None:
    grow(tmp_path / "counties" / "jia", "jia")
    (tmp_path / "counties" / "jia" / "more.yaml").write_text("stages: [{id: a, name: 示例}]\n")
    loaded = load(grow(tmp_path, "city", "counties/jia"))
    assert not loaded.findings
    assert not loaded.workspace.axes["stage"].values


def test_a_member_whose_main_file_is_broken_is_still_one(tmp_path: Path) -> None:
    grow(tmp_path / "jia", "jia")
    (tmp_path / "jia" / "stdsys.yaml").write_text("workspace: [", encoding="utf-8")
    assert [one.key for one in found(grow(tmp_path / "city", "city", "../jia")).members] == ["jia"]


def test_members_are_not_nested_without_end(tmp_path: Path) -> None:
    for level in range(14):
        grow(tmp_path / f"w{level}", f"w{level}", f"../w{level + 1}")
    grow(tmp_path / "w14", "w14")
    result = found(tmp_path / "w0")
    assert len(result.members) == 10
    assert [said(fault.finding) for fault in result.faults] == [
        "members are nested more than 10 levels deep"
    ]


def test_a_name_that_no_folder_can_bear(tmp_path: Path) -> None:
    city = grow(tmp_path / "city", "city", "../" + "x" * 300)
    fault = only_fault(city)
    assert "x cannot be read: " in said(fault)
