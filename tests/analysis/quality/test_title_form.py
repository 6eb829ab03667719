"""The form of titles, as far as the characters tell."""

import pytest

from stdsys.analysis.quality.title_form import TITLE_FAULTS, title_faults


@pytest.mark.parametrize(
    "title",
    [
        "示例果",
        "地理标志产品 示例青砖茶",
        "示例茶 第9部分：青砖茶",
        "农产品质量 示例果 第1部分：分级",
        "示例 DUS 测试指南",
        "示例果（鲜）等级规格",
        "GAP示例果园管理规范",
        "2023年示例果品质评价",
    ],
)
def test_a_sound_title(title: str) -> None:
    assert list(title_faults(title)) == []


@pytest.mark.parametrize(
    ("title", "fault"),
    [
        ("T/SLXH 001-2022 示例果", "title-number"),
        ("示例果（GB/T 99001—2020）", "title-number"),
        ("《示例果》", "title-brackets"),
        ("示例果规范。", "title-end"),
        ("示例果规范:", "title-end"),
        ("示例茶 第9部分:青砖茶", "title-half-width"),
        ("示例果(鲜)规格", "title-half-width"),
        ("示例茶 - 青砖茶", "title-separator"),
        ("示例茶——青砖茶", "title-separator"),
        ("示例茶  青砖茶", "title-separator"),
        ("农产品 示例果 鲜果 第1部分：分级", "title-elements"),
    ],
)
def test_a_faulty_title(title: str, fault: str) -> None:
    assert fault in list(title_faults(title))
    assert fault in TITLE_FAULTS
