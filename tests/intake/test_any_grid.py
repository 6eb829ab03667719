"""Whatever stands in the cells: nothing raises, every row is accounted for, ids hold together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.intake.drafts import Intake
from stdsys.intake.grids import Grid, Merge
from stdsys.intake.header_words import known_words
from stdsys.intake.understanding import Reading

_WORDS = known_words({}, None)
_CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "",
            "",
            "序号",
            "标准号",
            "标准编号",
            "标准名称",
            "名称",
            "体系编号",
            "子体系名称",
            "备注",
            "发布日期",
            "实施日期",
            "代替标准",
            "被代替标准号或作废",
            "宜定级别",
            "标准状态",
            "日期",
            "GB/T 99001-2016",
            "GB/T 99001—2016 示例茶",
            "示例茶（GB/T 99001-2016）",
            "TC 339",
            "T/XX X",
            "GB/T 99001-2016、GB 99002-2011",
            "1",
            "2",
            "1.1",
            "101",
            "101-01",
            "一",
            "（一）",
            "一、示例",
            "示例技术规程",
            "《示例法》",
            "合计",
            "小计",
            "注：示例",
            "现行",
            "作废",
            "拟制定",
            "无",
            "—",
            "国家标准",
            "团标",
            "2016-01-01",
            "41474",
            "2013.13.45",
            "ISO 99003:2011，MOD",
            "示例",
        ]
    ),
    st.text(max_size=12),
)
_ROWS = st.lists(st.lists(_CELLS, max_size=7).map(tuple), max_size=14).map(tuple)
_CORNERS = st.tuples(*(st.integers(0, 9) for _ in range(4)))
_MERGES = st.lists(
    _CORNERS.map(
        lambda c: Merge(min(c[0], c[2]), min(c[1], c[3]), max(c[0], c[2]), max(c[1], c[3]))
    ),
    max_size=4,
).map(tuple)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_ROWS, _MERGES), min_size=1, max_size=2))
def test_every_row_is_accounted_for_and_drafts_hold_together(
    sheets: list[tuple[tuple[tuple[str, ...], ...], tuple[Merge, ...]]],
) -> None:
    grids = [
        Grid("示例.xlsx", f"表{number}", rows, merges)
        for number, (rows, merges) in enumerate(sheets)
    ]
    reading = Reading(_WORDS)
    reading.take(grids)
    intake = reading.intake()
    places = [(row.where.sheet, row.where.row) for row in intake.rows]
    expected = [(g.sheet, number) for g in grids for number in range(1, len(g.rows) + 1)]
    assert places == expected
    assert sum(intake.counts.values()) == len(expected)
    assert all(row.reason for row in intake.not_understood)
    _check_drafts(intake)


def _check_drafts(intake: Intake) -> None:
    keys = [draft.key for draft in intake.standards]
    keys += [draft.key for draft in intake.planned]
    keys += [draft.key for draft in intake.documents]
    assert len(set(keys)) == len(keys)
    for system in intake.systems:
        above: set[str] = set()
        for node in system.nodes:
            assert node.code not in above
            assert node.parent is None or node.parent in above
            assert node.name
            above.add(node.code)
        for entry in system.entries:
            assert entry.key in keys
            assert entry.node is None or entry.node in above
    for row in intake.not_understood:
        assert row.cells
