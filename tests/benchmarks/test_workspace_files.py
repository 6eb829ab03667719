from collections import Counter
from pathlib import Path

import pytest
import yaml

from stdsys.analysis.analysis import Analysis
from stdsys.rules.checking import check
from stdsys.source.loading import load
from stdsys.source.positions import Positions
from tests.benchmarks.faults import expected_codes, fault_at
from tests.benchmarks.items import AS_OF, items
from tests.benchmarks.workspace_files import write_numbers, write_workspace

SEED = 7


@pytest.mark.parametrize("count", [100, 250, 2_000])
def test_stdsys_finds_the_faults_that_were_made_and_no_others(tmp_path: Path, count: int) -> None:
    root = tmp_path / "workspace"
    write_workspace(root, count, SEED)
    loaded = load(root)
    report = check(Analysis(loaded.workspace, AS_OF), loaded.findings, Positions(root))
    assert sorted(one.finding.code for one in report.findings) == expected_codes(count)
    assert len(loaded.workspace.editions) == count


def test_documents_are_written_of_a_readable_one(tmp_path: Path) -> None:
    write_workspace(tmp_path / "faulty", 2_000, SEED)
    write_workspace(tmp_path / "readable", 2_000, SEED, readable=True)
    assert not load(tmp_path / "faulty").readable
    assert load(tmp_path / "readable").findings == ()


def test_one_in_a_thousand_has_a_fault_in_a_tenth_of_the_files() -> None:
    faulty = [item for item in items(20_000, SEED) if fault_at(item, 20_000)]
    files = Counter(item.file for item in faulty)
    assert len(faulty) == len(expected_codes(20_000)) == 20
    assert len(files) == 20 <= 200 / 10


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    one = write_workspace(tmp_path / "one", 300, SEED)
    other = write_workspace(tmp_path / "other", 300, SEED)
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_a_plain_loader_reads_every_file(tmp_path: Path) -> None:
    for path in write_workspace(tmp_path / "workspace", 1_000, SEED):
        read = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        assert len(read["standards"]) == 100


def test_numbers_are_written_one_a_line(tmp_path: Path) -> None:
    write_numbers(tmp_path / "numbers.txt", 500, SEED)
    assert len((tmp_path / "numbers.txt").read_text("utf-8").splitlines()) == 500
