"""What a second process has read is what this one would have read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stdsys.model.workspace import Workspace
from stdsys.source import reading_ahead as ahead_of
from stdsys.source import second_process
from stdsys.source.loading import Loaded, load
from stdsys.source.reading_ahead import FEWEST, reading_ahead

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(autouse=True)
def _threads_of_other_tests_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (second_process, ahead_of):
        monkeypatch.setattr(module, "may_start", lambda: True)


HEAD = "workspace: {format: 1, name: 示例, exclude: [drafts, 'old-*.yaml']}\n"


def write_files(folder: Path, contents: dict[str, str]) -> None:
    for name, text in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def standard(number: int) -> str:
    return f"standards:\n  - {{number: GB/T {number}-2020, title: 示例标准}}\n"


def files(folder: Path, **others: str) -> Path:
    """Write a workspace of enough files; further ones are given by name."""
    written = {f"s{number:05d}.yaml": standard(number) for number in range(99001, 99001 + FEWEST)}
    named = {name.replace("__", "/") + ".yaml": text for name, text in others.items()}
    write_files(folder, {"stdsys.yaml": HEAD, **written, **named})
    return folder


@pytest.fixture
def both(tmp_path: Path) -> Callable[..., tuple[Loaded, Loaded]]:
    """Give what is loaded with a second process, and without one."""

    def loaded(**others: str) -> tuple[Loaded, Loaded]:
        root = files(tmp_path, **others)
        with reading_ahead(root) as ahead:
            assert ahead is not None
            return load(root, ahead=ahead), load(root)

    return loaded


def numbers(workspace: Workspace) -> list[str]:
    return list(workspace.editions)


OTHERS = {
    "files left out": {"drafts__a": standard(99900), "old_2020": standard(99901)},
    "an unreadable file": {"a": "standards: [\n"},
    "a control character": {"m": "standards:\n  - {number: GB/T 99900-2020, title: '\x07'}\n"},
    "a file for libyaml": {"zz": "standards:\n  - &one {number: GB/T 99900-2020, title: 示例}\n"},
    "values that are missing": {"b": "standards:\n  - number: GB/T 99900-2020\n    title:\n"},
    "an empty file": {"c": ""},
    "a faulty record": {"d": "standards:\n  - {number: GB/T 99900-2020, titel: 示例}\n"},
    "a folder": {"e__f": standard(99900)},
}


@pytest.mark.parametrize("case", OTHERS)
def test_the_same_is_read(both: Callable[..., tuple[Loaded, Loaded]], case: str) -> None:
    ahead, alone = both(**OTHERS[case])
    assert numbers(ahead.workspace) == numbers(alone.workspace)
    assert ahead.findings == alone.findings
    assert [one.place for one in ahead.workspace.editions.values()] == [
        one.place for one in alone.workspace.editions.values()
    ]


def test_few_files_are_read_alone(tmp_path: Path) -> None:
    write_files(tmp_path, {"stdsys.yaml": HEAD, "a.yaml": standard(99001)})
    with reading_ahead(tmp_path) as ahead:
        assert ahead is None


def test_what_is_not_asked_for_is_left(tmp_path: Path) -> None:
    root = files(tmp_path)
    with reading_ahead(root) as ahead:
        assert ahead is not None
        assert ahead.take("s99003.yaml") is not None
        assert ahead.take("s99002.yaml") is None  # it came before
        assert ahead.take("unknown.yaml") is None
