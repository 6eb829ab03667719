"""Widths of columns on paper."""

from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.messages import _
from stdsys.output.documents.spelling import SpelledTable
from stdsys.output.tables.table import Column, Kind
from stdsys.output.word.widths import column_widths

ROOM, FIGURE = 8844, 105


def table(
    kinds: list[Kind], rows: list[tuple[str, ...]], shares: tuple[int, ...] | None = None
) -> SpelledTable:
    columns = tuple(Column(str(n), _("Title"), kind) for n, kind in enumerate(kinds))
    heads = ("名称",) * len(kinds)
    return SpelledTable(columns, None, heads, tuple(rows), frozenset(), (), shares)


@given(
    st.lists(st.sampled_from(Kind), min_size=1, max_size=12),
    st.lists(st.text(max_size=60), max_size=4),
)
@settings(max_examples=40, deadline=None)
def test_widths_are_positive_and_fill_the_room(kinds: list[Kind], cells: list[str]) -> None:
    widths = column_widths(table(kinds, [(cell,) * len(kinds) for cell in cells]), ROOM, FIGURE)
    assert sum(widths) == ROOM
    assert min(widths) > 0


def test_numbers_stay_on_one_line_and_texts_share_what_is_left() -> None:
    number = "GB/T 9833.9-2013"
    kinds = [Kind.COUNT, Kind.NUMBER, Kind.TEXT, Kind.TEXT]
    widths = column_widths(table(kinds, [("1", number, "长" * 90, "长" * 40)]), ROOM, FIGURE)
    assert widths[1] >= len(number) * FIGURE
    assert abs(widths[2] - widths[3]) <= 2
    assert widths[0] < widths[1] < widths[2]


def test_stated_shares_decide() -> None:
    widths = column_widths(table([Kind.TEXT] * 2, [("长" * 90, "短")], (1, 3)), ROOM, FIGURE)
    assert widths == [ROOM // 4, ROOM - ROOM // 4]
