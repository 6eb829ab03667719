"""What single cells mean: dates, words, numbers, references, codes of classification."""

import pytest

from stdsys.intake.cells_dates import read_date
from stdsys.intake.cells_numbers import read_number_cell
from stdsys.intake.cells_references import read_adoption, read_classes, read_references
from stdsys.intake.cells_words import (
    document_kind,
    level_of,
    says_nothing,
    status_of,
    urgency_of,
    workflow_of,
)
from stdsys.intake.documents import document_title, is_reference, kind_by_title


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020-01-01", "2020-01-01"),
        ("2020.1.1", "2020-01-01"),
        ("2020年1月1日", "2020-01-01"),
        ("2020年1月", "2020-01"),
        ("2020/1", "2020-01"),
        ("20200101", "2020-01-01"),
        ("202001", "2020-01"),
        ("2020", "2020"),
        ("2020年", "2020"),
        ("43831", "2020-01-01"),
        ("２０２０．１．１", "2020-01-01"),
        ("2020-01-01 00:00:00", "2020-01-01"),
        ("2020 年 1 月 1 日", "2020-01-01"),
        ("2020-01-01起实施", "2020-01-01"),
        ("2020年底", "2020"),
    ],
)
def test_dates_in_all_their_forms(text: str, date: str) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize(
    "text", ["", "待定", "2020-13-01", "2021-02-29", "99999", "1/2/2020", "2020-01-01、2021-01-01"]
)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_words_of_the_vocabularies() -> None:
    assert [status_of(w) for w in ("现行", "有 效", "作废", "被替代", "即将实施。", "修订中")] == [
        "in-force",
        "in-force",
        "withdrawn",
        "replaced",
        "upcoming",
        "under-revision",
    ]
    assert [level_of(w) for w in ("国标", "行业标准", "DB", "团标", "企业标准（自制）")] == [
        "national",
        "industry",
        "local",
        "group",
        "enterprise",
    ]
    assert [workflow_of(w) for w in ("拟制订", "制定中", "报批稿")] == [
        "proposed",
        "drafting",
        "approval",
    ]
    assert [urgency_of(w) for w in ("急需", "较急", "c")] == ["urgent", "soon", "normal"]
    assert document_kind("部门规章") == "rule"
    assert [status_of(w) for w in ("示例", "")] == [None, None]


@pytest.mark.parametrize("text", ["", "无", "—", "——", "/", "－", "N/A", " 　", "#N/A"])
def test_cells_that_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    ("text", "numbers", "title"),
    [
        ("GB/T 99001-2020 示例工作导则", ["GB/T 99001-2020"], "示例工作导则"),
        ("GB/T99001-2020示例工作导则", ["GB/T 99001-2020"], "示例工作导则"),
        ("示例工作导则（GB/T 99001.1—2020）", ["GB/T 99001.1-2020"], "示例工作导则"),
        ("《示例通则》GB 99002-2011", ["GB 99002-2011"], "示例通则"),
        ("示例 第1部分：结构 GB/T 99001.1-2020", ["GB/T 99001.1-2020"], "示例 第1部分：结构"),
        ("ISO 99003:2015 Example systems", ["ISO 99003:2015"], "Example systems"),
        ("JJF(鄂) 99-2020 示例规范", ["JJF(鄂) 99-2020"], "示例规范"),
        ("GB/T 99001-2020、GB 99002-2011", ["GB/T 99001-2020", "GB 99002-2011"], ""),
        ("GB/T 99001-2020 GB/T 99002-2020", ["GB/T 99001-2020", "GB/T 99002-2020"], ""),
        ("示例方法（ISO法）", [], ""),
    ],
)
def test_numbers_beside_titles(text: str, numbers: list[str], title: str) -> None:
    cell = read_number_cell(text)
    assert [str(one.number) for one in cell.numbers] == numbers
    assert cell.title == title


def test_what_else_stands_in_the_number_column() -> None:
    assert read_number_cell("GB/T 99001-2000（已废止）").status == "withdrawn"
    assert (
        read_number_cell("GB/T 99001-2000(代替GB/T 99001-1990)").replaces == "代替GB/T 99001-1990"
    )
    planned = read_number_cell("拟制定")
    assert (planned.planned, planned.workflow) == (True, "proposed")
    assert read_number_cell("20213563-T-450").planned
    assert read_number_cell("T/XXXX 003-202X").planned
    assert read_number_cell("待补").unknown
    assert read_number_cell("见附件").rest == "见附件"
    unreadable = read_number_cell("GB/T 8302、8303-2013")
    assert (unreadable.numbers, unreadable.suggestion) == ((), "GB/T 8302;GB/T 8303-2013")


def test_references_to_other_standards() -> None:
    both = read_references("GB/T 99001—2000、GB/T 99002-2001")
    assert both.values == ("GB/T 99001-2000", "GB/T 99002-2001")
    part = read_references("部分代替 GB/T 99001.1-2009")
    assert part.values == ({"number": "GB/T 99001.1-2009", "scope": "部分"},)
    mixed = read_references("GB/T 99001-2000；TC 339")
    assert (mixed.values, mixed.leftovers) == (("GB/T 99001-2000",), ("TC 339",))
    assert read_references("作废").status == "withdrawn"
    assert read_references("GB/T 8302、8303-2013").leftovers == ("GB/T 8302、8303-2013",)
    assert read_references("无").values == ()


@pytest.mark.parametrize(
    ("text", "degree", "expected"),
    [
        ("ISO 99003:2011，MOD", "", ({"number": "ISO 99003:2011", "degree": "MOD"},)),
        ("IDT ISO 99003:2011", "", ({"number": "ISO 99003:2011", "degree": "IDT"},)),
        ("等同采用ISO 99003:2011", "", ({"number": "ISO 99003:2011", "degree": "IDT"},)),
        ("ISO 99003:2011", "idt", ({"number": "ISO 99003:2011", "degree": "IDT"},)),
        ("ISO 99003:2011", "", ("ISO 99003:2011",)),
        (
            "ISO 99003:2011、CXS 99023-2005",
            "MOD、NEQ",
            (
                {"number": "ISO 99003:2011", "degree": "MOD"},
                {"number": "CXS 99023-2005", "degree": "NEQ"},
            ),
        ),
        ("—", "", ()),
    ],
)
def test_adoption(text: str, degree: str, expected: object) -> None:
    assert read_adoption(text, degree).values == expected


def test_a_degree_without_a_number_is_left_over() -> None:
    assert read_adoption("", "IDT").leftovers == ("IDT",)


def test_codes_of_classification() -> None:
    found = read_classes("ICS 67.140.10；X 55、示例")
    assert found == (("67.140.10",), ("X55",), ("示例",))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("中华人民共和国标准化法", "law"),
        ("示例省茶产业促进条例", "regulation"),
        ("示例标准管理办法（试行）", "rule"),
        ("关于开展示例的通知", "policy"),
        ("示例产业发展规划纲要", "plan"),
        ("《示例》", "document"),
        ("示例水分测定法", None),
        ("示例检验方法", None),
        ("示例加工技术规范", None),
    ],
)
def test_documents_are_told_by_their_titles(title: str, kind: str | None) -> None:
    assert kind_by_title(title) == kind


def test_document_titles_and_numbers() -> None:
    assert document_title("《示例法》（2021年修正）") == "示例法（2021年修正）"
    assert is_reference("示商函〔2021〕132号")
    assert is_reference("主席令第78号")
    assert not is_reference("GB/T 99001-2020")
