"""Lists into a register: what holds after several of them, and who said it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.intake.register_import import import_lists
from stdsys.register.facts import Known
from stdsys.register.reading import Register
from stdsys.register.refusal import RegisterError
from tests.register.registers import take

NUMBER = "GB/T 99001-2010"
NEW = "GB/T 99001-2020"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "register.sqlite"


def known(path: Path, number: str = NUMBER) -> Known:
    with Register(path) as register:
        return register.lookup([number])[number]


def test_a_later_list_updates_facts_and_a_blank_one_leaves_them(path: Path) -> None:
    take(path, {"number": NUMBER, "title": "示例旧名", "issued": "2010-03-01"}, dated="2025-01-01")
    taken = take(path, {"number": NUMBER, "title": "示例新名"}, dated="2026-01-01").taken
    assert (taken.new, taken.changed, taken.same) == (0, 1, 0)
    found = known(path)
    assert found.facts == {"title": "示例新名", "issued": "2010-03-01"}
    assert found.by("title").origin.dated == "2026-01-01"
    assert found.by("issued").origin.dated == "2025-01-01"


def test_an_earlier_list_only_adds_what_is_not_known(path: Path) -> None:
    take(path, {"number": NUMBER, "title": "示例新名"}, dated="2026-01-01")
    take(path, {"number": NUMBER, "title": "示例旧名", "issued": "2010"}, dated="2025-01-01")
    found = known(path)
    assert found.facts == {"title": "示例新名", "issued": "2010"}
    assert found.by("issued").origin.dated == "2025-01-01"
    assert found.latest.origin.dated == "2026-01-01"


def test_the_same_list_again_changes_nothing(path: Path) -> None:
    row: dict[str, object] = {"number": NUMBER, "title": "示例种植规范"}
    take(path, row)
    before = path.read_bytes()
    assert take(path, row).taken.again
    assert path.read_bytes() == before


def test_the_same_facts_of_a_later_day_are_confirmed(path: Path) -> None:
    row: dict[str, object] = {"number": NUMBER, "title": "示例种植规范"}
    take(path, row, dated="2025-01-01")
    taken = take(path, row, dated="2026-01-01").taken
    assert (taken.new, taken.changed) == (0, 0)
    assert known(path).by("title").origin.dated == "2026-01-01"


def test_of_rows_of_one_list_the_last_one_holds(path: Path) -> None:
    first: dict[str, object] = {"number": NUMBER, "title": "示例甲", "status": "现行"}
    take(path, first, {"number": NUMBER, "title": "示例乙"})
    found = known(path)
    assert found.facts == {"title": "示例乙", "status": "in-force"}
    assert found.by("title").row == 2
    assert found.by("status").row == 1


def test_a_successor_is_known_from_either_side(path: Path) -> None:
    take(path, {"number": NUMBER, "title": "示例"}, {"number": NEW, "replaces": NUMBER})
    assert [one.key for one in known(path).successors] == [NEW]
    take(path, {"number": NEW, "replaces": "GB/T 99009-2010"}, dated="2026-12-01")
    assert known(path).successors == ()


def test_part_is_told_from_whole(path: Path) -> None:
    take(path, {"number": NUMBER}, {"number": NEW, "replaces": f"{NUMBER}（部分代替）"})
    (successor,) = known(path).successors
    assert not successor.whole


def test_a_new_title_is_found_and_the_old_one_is_not(path: Path) -> None:
    take(path, {"number": NUMBER, "title": "示例油茶"}, dated="2025-01-01")
    take(path, {"number": NUMBER, "title": "示例茶叶"}, dated="2026-01-01")
    with Register(path) as register:
        assert [one.key for one in register.search("茶叶").standards] == [NUMBER]
        assert register.search("油茶").standards == ()


def test_a_list_that_breaks_off_leaves_nothing(path: Path, tmp_path: Path) -> None:
    take(path, {"number": NUMBER, "title": "示例"})
    broken = tmp_path / "broken.csv"
    rows = "".join(f"GB/T {n}-2020,示例{n}\n" for n in range(99100, 99200))
    broken.write_text(f'标准号,标准名称\n{rows}GB/T 99300-2020,"示例' + "长" * 200_000)
    before = path.read_bytes()
    with pytest.raises(Exception, match="quotation"):
        import_lists([broken], path, dated="2026-01-01", source=None, mapping={})
    assert path.read_bytes() == before


def test_a_register_into_which_nothing_was_taken_is_not_left(path: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.csv"
    words.write_text("示例,文字\n没有,编号\n", encoding="utf-8")
    with pytest.raises(Exception, match="no column"):
        import_lists([words], path, dated="2026-01-01", source=None, mapping={})
    assert not path.exists()


_CUT_OFF = """
import os, sys
from pathlib import Path
from stdsys.register.facts import FACTS, Statement
from stdsys.register.writing import RegisterWriter

def statements():
    for number in range(int(sys.argv[2])):
        yield Statement(f"GB/T {number}-2020", ("示例" * 20,) + ("",) * (len(FACTS) - 1), number)
    os._exit(9)

RegisterWriter(Path(sys.argv[1])).take(
    statements(), source="示例", file="list.csv", dated="2026-12-01", digest="cut off",
    rows=lambda: (0, 0),
)
"""


@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize("count", [10, 20_010])
def test_an_import_that_is_killed_leaves_what_was_there(
    path: Path, fresh: bool, count: int
) -> None:
    row: dict[str, object] = {"number": NUMBER, "title": "示例种植规范"}
    if not fresh:
        take(path, row)
    run = subprocess.run([sys.executable, "-c", _CUT_OFF, path, str(count)], check=False)
    assert run.returncode == 9
    assert take(path, row).taken.again is not fresh
    with Register(path) as register:
        assert register.contents().standards == 1
        assert [one.key for one in register.search("示例").standards] == [NUMBER]


def test_another_file_is_never_written(path: Path) -> None:
    path.write_text("a letter", encoding="utf-8")
    with pytest.raises(RegisterError):
        take(path, {"number": NUMBER})
    assert path.read_text(encoding="utf-8") == "a letter"


_LISTS = st.lists(
    st.tuples(
        st.sampled_from(["2024-01-01", "2025-01-01", "2026-01-01"]),
        st.lists(
            st.fixed_dictionaries(
                {"number": st.sampled_from([NUMBER, NEW])},
                optional={
                    "title": st.sampled_from(["示例甲", "示例乙"]),
                    "issued": st.sampled_from(["2010", "2011"]),
                    "replaces": st.sampled_from(["GB/T 99003-2001", "GB/T 99004-2002"]),
                },
            ),
            min_size=1,
            max_size=3,
        ),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=20, deadline=None)
@given(lists=_LISTS)
def test_every_fact_is_the_last_said_on_the_latest_day(
    lists: list[tuple[str, list[dict[str, object]]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("register") / "register.sqlite"
    expected: dict[tuple[object, str], tuple[str, object]] = {}
    for position, (day, rows) in enumerate(lists):
        take(path, *rows, dated=day, source=f"示例{position}")
        for row in rows:
            for fact in row.keys() - {"number"}:
                slot = (row["number"], fact)
                if slot not in expected or expected[slot][0] <= day:
                    expected[slot] = (day, row[fact])
    with Register(path) as register:
        found = register.lookup([NUMBER, NEW])
        said = {
            (key, fact): (one.by(fact).origin.dated, value)
            for key, one in found.items()
            for fact, value in one.facts.items()
        }
        successors = register.lookup(["GB/T 99003-2001"])
    assert said == expected
    assert successors == {}
