import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks.cases import COLD, FLOOR, Case
from tests.benchmarks.measuring import Group, Timed, measure
from tests.benchmarks.processes import KILLED, Taken, child_environment, run
from tests.benchmarks.reaches import Reach, reaches
from tests.benchmarks.reference import compared, ratios, read_reference, write_reference
from tests.benchmarks.report import as_json, table

ALLOCATE = "data = bytearray(100 << 20)"


def _group(count: int, cold: float, floor: float) -> Group:
    return Group(
        f"{count} standards",
        count,
        (
            Timed(FLOOR, Taken(floor, floor, 20, 0), 5),
            Timed(COLD, Taken(cold, cold, 512, 0), 5),
        ),
    )


def test_a_process_is_timed_with_its_memory_and_its_exit(tmp_path: Path) -> None:
    """Measured from a small process, as the benchmark is: a child counts its parent's size."""
    measured = f"""
import sys
from pathlib import Path
from tests.benchmarks.processes import run
command = (sys.executable, "-c", "{ALLOCATE}; raise SystemExit(3)")
here = Path({str(tmp_path)!r})
taken = run(command, here, environment={{}}, complaints=here / "said")
print(taken.exit, taken.peak, taken.cpu > 0, taken.wall > 0)
"""
    small = subprocess.run(
        (sys.executable, "-c", measured),
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    code, peak, *timed = small.stdout.split()
    assert code == "3"
    assert 100 < float(peak) < 200
    assert timed == ["True", "True"]


def test_a_process_over_its_cap_is_stopped(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "import time; time.sleep(60)")
    taken = run(command, tmp_path, environment={}, complaints=tmp_path / "said", cap=1)
    assert taken.exit == KILLED == -signal.SIGKILL
    assert taken.wall < 10


def test_rounds_go_through_all_cases_and_the_first_counts_for_nothing(tmp_path: Path) -> None:
    turns: list[str] = []
    cases = [
        Case(name, (sys.executable, "-c", "pass"), partial(turns.append, name))
        for name in ("one", "other")
    ]
    timed = measure(cases, 2, tmp_path, child_environment(tmp_path), say=lambda line: None)
    assert turns == ["one", "other"] * 3
    assert [(one.name, one.runs) for one in timed] == [("one", 2), ("other", 2)]


def test_a_case_that_ends_otherwise_is_said_and_has_no_ratio(tmp_path: Path) -> None:
    cases = [
        Case(FLOOR, (sys.executable, "-c", "pass")),
        Case("broken", (sys.executable, "-c", "raise SystemExit('no such thing')")),
    ]
    timed = measure(cases, 1, tmp_path, child_environment(tmp_path), say=lambda line: None)
    group = Group("100 standards", 100, timed)
    assert group.ratio("broken") is None
    assert any("exit 1: no such thing" in line for line in table([group], []))


@pytest.mark.parametrize(("cold", "met"), [(0.9, True), (0.91, False)])
def test_the_reach_is_a_ratio_to_the_floor(cold: float, met: bool) -> None:
    (reach,) = reaches([_group(10_000, cold, 1.0)], number_lines=1)
    assert (reach.value, reach.limit, reach.met) == (cold, 0.9, met)


def test_growth_is_measured_between_the_sizes() -> None:
    found = reaches([_group(10_000, 0.5, 1), _group(1_000_000, 50, 100)], number_lines=1)
    growth = next(reach for reach in found if "growth" in reach.text)
    assert growth.value == pytest.approx(1)
    assert growth.met


def test_at_least_is_met_from_the_limit_on() -> None:
    assert Reach("lines", 100_000, 100_000, at_least=True).met
    assert not Reach("lines", 99_999, 100_000, at_least=True).met


def test_json_says_what_the_table_says() -> None:
    groups = [_group(10_000, 2, 1)]
    told = as_json(groups, reaches(groups, number_lines=1))
    assert [case["ratio"] for case in told["groups"][0]["cases"]] == [1, 2]
    assert told["reach"][0]["met"] is False


def test_much_worse_than_the_reference_is_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "reference.json"
    write_reference(ratios([_group(1_000, 2, 1), _group(10_000, 9, 1)]), path)
    before = read_reference(path)
    assert before == {COLD: 2}
    assert list(compared({COLD: 3.0}, before)) == [f"{COLD}: 3.00 × (reference 2.00 ×)"]
    (warning,) = compared({COLD: 3.2}, before)
    assert warning == f"WARNING: {COLD}: 3.20 × (reference 2.00 ×): 1.6 times worse"
    assert list(compared({"stats": 1.0}, before)) == [
        "stats: 1.00 × (new)",
        f"{COLD}: not measured",
    ]


def test_the_committed_reference_can_be_read() -> None:
    assert COLD in read_reference()
