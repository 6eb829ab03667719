"""Times stdsys as whole processes: `python -m tests.benchmarks --sizes 1000,10000 --json FILE`.

Wall and CPU seconds and peak memory, in the median of some runs, each beside a bare process that
only loads the same YAML with PyYAML's C loader. `--check` prints the ratios beside the committed
ones and warns where they are much worse; `--write-reference` makes these the committed ones. The
exit code tells whether every command ran as it should, never how long it took. `--peers DIR` times
the neighbours, too (see tests/benchmarks/peers.py).
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.benchmarks.cases import (
    DETAIL,
    IMPORT,
    Case,
    answer_cases,
    floor_cases,
    import_case,
    look_old,
    program,
    validate_cases,
)
from tests.benchmarks.measuring import Group, measure
from tests.benchmarks.peers import peer_cases
from tests.benchmarks.processes import child_environment
from tests.benchmarks.reaches import reaches
from tests.benchmarks.reference import SIZE, compared, ratios, read_reference, write_reference
from tests.benchmarks.report import as_json, table
from tests.benchmarks.small_cases import NUMBER, number_case, start_cases
from tests.benchmarks.workspace_files import write_numbers, write_workspace

SEED = 20_260_601
NUMBER_LINES = 200_000
_EXAMPLE = Path(__file__).parents[2] / "examples" / "xianning"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the options ask for, and print it; return 1 if a command ended wrongly."""
    asked = _options(arguments)
    with tempfile.TemporaryDirectory(prefix="stdsys-benchmark-", dir=asked.scratch) as made:
        groups = list(_groups(asked, Path(made)))
    met = reaches(groups, NUMBER_LINES)
    print("\n".join(table(groups, met)))
    if asked.json is not None:
        text = json.dumps(as_json(groups, met), ensure_ascii=False, indent=1)
        asked.json.write_text(f"{text}\n", "utf-8")
    if asked.check:
        print("\n".join(compared(ratios(groups), read_reference())))
    if asked.write_reference:
        write_reference(ratios(groups))
    return 0 if all(one.ended_well for group in groups for one in group.timed) else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--sizes", type=_sizes, default=[1_000, 10_000], metavar="N,N")
    parser.add_argument("--runs", type=int, default=5, help="rounds that count (default 5)")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", default="", help="only what has this in its name, and the floor")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument(
        "--peers",
        type=Path,
        nargs="?",
        const=Path("peers"),
        metavar="DIR",
        help="time the neighbours whose environments are in this folder (default: peers)",
    )
    parser.add_argument("--scratch", type=Path, metavar="DIR", help="where the data are made")
    parser.add_argument(
        "--check", action="store_true", help=f"ratios at {SIZE:,} beside the committed ones"
    )
    parser.add_argument(
        "--write-reference", action="store_true", help="make these ratios the committed ones"
    )
    return parser.parse_args(arguments)


def _sizes(text: str) -> list[int]:
    return [int(size.replace("_", "")) for size in text.split(",") if size]


def _groups(asked: argparse.Namespace, scratch: Path) -> Iterator[Group]:
    environment = child_environment(scratch)
    cached = _has_cache(environment, scratch)

    def chosen(cases: Sequence[Case], *always: str) -> list[Case]:
        return [c for c in cases if asked.only in c.name or c.name in always]

    example = scratch / "xianning"
    shutil.copytree(_EXAMPLE, example)
    look_old(example.rglob("*.yaml"))
    lines = scratch / "numbers.txt"
    write_numbers(lines, NUMBER_LINES, asked.seed)
    small = [*start_cases(example, cached=cached), number_case(lines)]
    names = [case.name for case in chosen(small)]
    if names:
        wanted = chosen(small, *(case.name for case in small if case.name != NUMBER))
        yield Group("small runs", None, measure(wanted, asked.runs, scratch, environment))
    for count in asked.sizes:
        folder = scratch / str(count)
        files = write_workspace(folder / "workspace", count, asked.seed)
        look_old((folder / "workspace").rglob("*.yaml"))
        cases = floor_cases(folder / "workspace")
        floors = [case.name for case in cases]
        changing = files[len(files) // 2]
        cases += validate_cases(folder / "workspace", changing, scratch, cached=cached)
        answers = answer_cases(folder / "readable", scratch)
        if asked.only in IMPORT or chosen(answers):
            write_workspace(folder / "readable", count, asked.seed, readable=True)
        cases += answers
        if asked.only in IMPORT:
            cases.append(import_case(_exported(folder, environment), scratch))
        if asked.peers is not None:
            cases += peer_cases(asked.peers, folder / "peers", count, asked.seed)
        timed = measure(chosen(cases, *floors), asked.runs, scratch, environment)
        yield Group(f"{count:,} standards", count, timed)
        shutil.rmtree(folder)


def _has_cache(environment: Mapping[str, str], scratch: Path) -> bool:
    """Whether this stdsys has a cache that it can be told to do without."""
    command = (program(), "validate", "--help")
    told = subprocess.run(command, env=environment, cwd=scratch, check=True, capture_output=True)
    return b"--no-cache" in told.stdout


def _exported(folder: Path, environment: Mapping[str, str]) -> Path:
    """Export the detail table once, for the import; return the workbook."""
    out = folder / "detail"
    kind = DETAIL.split()[-1]
    command = (program(), "export", kind, str(folder / "readable"), "--out", str(out), "-q")
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return next(out.glob("*.xlsx"))


if __name__ == "__main__":
    sys.exit(main())
