"""Export, then import: the same standards, entries, places and plans, field by field."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from stdsys.intake.drafts import RowOutcome
from stdsys.messages import translator
from stdsys.source.loading import load
from tests.analysis.random_workspaces import Data, build, workspaces
from tests.intake.round_trip import again, differences, exported, printed, taken_in, workspace_of
from tests.output.region_of_tables import REGION
from tests.workspaces import workspace

PROFILES = ("gbt13016", "simple", "full")
EXAMPLE = Path(__file__).parents[2] / "examples" / "xianning"

WORDS = st.sampled_from(
    [
        "示例甲",
        "示例乙（暂定）",
        "=1+1",
        "+示例",
        "-示例",
        "@示例",
        "示例；示例",
        "示例\n第二行",
        "0012",
    ]
)
DAYS = st.sampled_from(["2019", "2019-05", "2019-05-06", "1899-12-31"])
FURTHER: dict[str, st.SearchStrategy[Any]] = {
    "title": WORDS,
    "title_en": WORDS,
    "custodian": WORDS,
    "issuer": WORDS,
    "drafting_units": st.lists(st.sampled_from(["示例甲厂", "示例乙厂"]), min_size=1, unique=True),
    "ics": st.sampled_from([["67.140.10"], ["67.140.10", "65.020"]]),
    "ccs": st.sampled_from([["X55"], ["X55", "B35"]]),
    "adopts": st.sampled_from([["ISO 3720:2011"], [{"number": "ISO 3720:2011", "degree": "MOD"}]]),
    "kind": st.sampled_from(["technical", "service"]),
    "notes": WORDS,
    "issued": DAYS,
    "verified": st.sampled_from(["false", "2026-10-01", "2026-10"]),
    "source": st.just("recalled"),
    "status": st.sampled_from(["修订中", "部分被代替", "现行", "被代替"]),
}
OF_A_PLAN = ("title_en", "custodian", "issuer", "adopts", "notes", "verified", "drafting_units")
UNNUMBERED: list[Data] = [
    {"number": "unknown", "id": "u-1", "title": "示例无号甲", "level": "group"},
    {"number": "unknown", "title": "示例无号乙", "status": "现行"},
]


@st.composite
def rich_workspaces(draw: st.DrawFn) -> Data:
    """Random workspaces whose records say more than the rules of counting need."""
    data = draw(workspaces())
    for record in data["standards"]:
        record |= {name: draw(value) for name, value in draw(_some(FURTHER)).items()}
    data["standards"] += UNNUMBERED
    plans: dict[str, Data] = {}
    for system in data["systems"]:
        for entry in system["entries"]:
            if "planned" in entry:
                if entry["id"] not in plans:
                    allowed = {name: FURTHER[name] for name in OF_A_PLAN}
                    more = {name: draw(value) for name, value in draw(_some(allowed)).items()}
                    plans[entry["id"]] = more | draw(_PLAN)
                entry |= plans[entry["id"]]
            else:
                entry |= draw(st.sampled_from([{}, {}, {"notes": "示例条目备注"}]))
        placed = draw(st.sampled_from([[], ["u-1"], ["u-1", "示例无号乙"]]))
        system["entries"] += [{"standard": name, "at": "2"} for name in placed]
    for entry in (entry for system in data["systems"] for entry in system["entries"]):
        if "needs" in entry:
            entry["needs"] = [name for name in entry["needs"] if name[0] != "p" or name in plans]
    data["organisations"] = [{"id": "unit", "name": "示例单位"}]
    return data


def _some(fields: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    names = st.lists(st.sampled_from(sorted(fields)), max_size=4, unique=True)
    return names.map(lambda chosen: {name: fields[name] for name in chosen})


_PLAN = st.sampled_from(
    [
        {},
        {"urgency": "急需", "due": "2027-06", "lead": "unit", "support": ["unit"]},
        {"workflow": "立项", "needs": ["p1", "GB 1-2010"], "upgrades": ["Q/XYZ 7-2018"]},
    ]
)


@settings(max_examples=12)
@given(workspaces(), st.sampled_from(PROFILES), st.sampled_from(["zh", "en"]))
def test_what_a_profile_carries_comes_back(data: Data, profile: str, language: str) -> None:
    built, say = build(data), translator(language)
    after = printed(again(built, profile, say), profile, say)
    assert differences(printed(built, profile, say), after) == []


@settings(max_examples=12)
@given(rich_workspaces(), st.sampled_from(PROFILES))
def test_every_kind_of_fact_comes_back(data: Data, profile: str) -> None:
    built = build(data)
    after = printed(again(built, profile), profile)
    assert differences(printed(built, profile), after) == []


@pytest.mark.parametrize("profile", PROFILES)
def test_the_example_comes_back(profile: str) -> None:
    built = load(EXAMPLE).workspace
    after = printed(again(built, profile), profile)
    assert differences(printed(built, profile), after) == []


OWN_PROFILE = """
profiles:
  - id: mine
    name: 我的明细表
    columns: [title, stages, aspects, {field: status, header: 状态}, {field: issuer, width: 20}]
"""


def test_a_profile_of_the_workspace_comes_back() -> None:
    built = workspace(REGION + OWN_PROFILE)
    intake = again(built, "mine")
    assert [value.name for value in intake.axes["stage"].values.values()] == [
        *("种植", "生产加工", "销售流通")
    ]
    profiles = workspace(OWN_PROFILE).profiles
    intake = replace(intake, profiles=profiles)
    assert differences(printed(built, "mine"), printed(intake, "mine")) == []


# What people do to the workbook before they hand it back.


def _edited(tmp_path: Path, profile: str = "gbt13016") -> tuple[Path, Any]:
    path = exported(workspace(REGION), tmp_path, profile)
    return path, load_workbook(path)


def _cell(sheet: Worksheet, head: str, title: str) -> Any:  # noqa: ANN401 - openpyxl's own
    heads = [cell.value for cell in sheet[3]]
    row = next(
        row for row in sheet.iter_rows(min_row=4) if row[heads.index("标准名称")].value == title
    )
    return row[heads.index(head)]


def test_a_word_typed_over_changes_what_is_stated(tmp_path: Path) -> None:
    path, book = _edited(tmp_path)
    sheet = book["示例茶业标准体系"]
    _cell(sheet, "标准状态", "示例检验方法").value = "废止"
    _cell(sheet, "归口部门", "示例检验方法").value = "示例归口单位"
    _cell(sheet, "核实情况", "示例种植规程").value = "已核实 2026-11-20"
    book.save(path)
    editions = workspace_of(taken_in(path)).editions
    facts = editions["NY/T 99004-2010"].facts
    assert (facts.status, facts.custodian) == ("withdrawn", "示例归口单位")
    assert str(editions["NY/T 99003-2020"].facts.verified) == "2026-11-20"


def test_a_row_that_is_deleted_is_gone_and_one_that_is_added_is_there(tmp_path: Path) -> None:
    path, book = _edited(tmp_path)
    sheet = book["示例茶业标准体系"]
    sheet.delete_rows(_cell(sheet, "标准名称", "示例检验方法").row)
    sheet.insert_rows(4)
    sheet["B4"], sheet["C4"] = "2.1-009", "鲜叶"
    sheet["D4"], sheet["E4"] = "示例新标准", "NY／T 99099—2024"
    sheet["K4"] = date(2024, 5, 1)
    book.save(path)
    system = workspace_of(taken_in(path)).systems["tea"]
    keys = {entry.item.key: entry for entry in system.entries}
    assert "NY/T 99004-2010" not in keys
    added = keys["NY/T 99099-2024"]
    assert added.node is not None
    assert (added.node.code, added.record.code) == ("2.1", "2.1-009")


def test_columns_and_rows_may_be_moved(tmp_path: Path) -> None:
    path, book = _edited(tmp_path, "full")
    for name in ("总表", "示例茶业标准体系", "示例果业标准体系", "通用基础标准"):
        book[name].insert_rows(1, 2)
        book[name].insert_cols(3)
        book[name].cell(5, 3).value = "实施情况"
        book[name].cell(6, 3).value = "示例已宣贯"
    book.save(path)
    intake = taken_in(path)
    assert not intake.not_understood
    after = workspace_of(intake)
    notes = [edition.facts.notes for edition in after.editions.values()]
    assert any("示例已宣贯" in (note or "") for note in notes)
    assert len(list(after.entries())) == len(list(workspace(REGION).entries()))


def test_every_row_is_accounted_for(tmp_path: Path) -> None:
    path, book = _edited(tmp_path)
    book.create_sheet("别的表")["A1"] = "示例"
    book["总表"]["F99"] = "孤立的字"
    book.save(path)
    intake = taken_in(path)
    sizes = [sheet.max_row for sheet in book.worksheets if sheet.title != "_stdsys"]
    assert len(intake.rows) == sum(sizes)
    strange = [row.where.sheet for row in intake.not_understood]
    assert "别的表" in strange
    assert all(row.reason for row in intake.not_understood)
    assert intake.counts[RowOutcome.HEADER] == len(intake.tables)
