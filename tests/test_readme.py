"""What the README shows is what the tool says."""

import re
from pathlib import Path

from tests.cli.running import run, write_workspace
from tests.golden import EXAMPLE

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_the_tour_finds_what_it_says(tmp_path: Path) -> None:
    first, *_further = blocks("yaml")
    folder = write_workspace(tmp_path / "my-region", first)
    result = run("validate", folder, "--select", "N,L,C")
    assert result.out in blocks("text")


def test_the_gap_of_the_tour_is_filled_by_the_planned_standard(tmp_path: Path) -> None:
    first, planned, *_further = blocks("yaml")
    folder = write_workspace(tmp_path / "my-region", first + planned)
    result = run("validate", folder, "--select", "C")
    assert "C003" in result.out
    assert "C001" not in result.out
    assert run("build", folder, "--out", tmp_path / "out").code == 0


def test_the_chinese_quick_start_fits_a_new_workspace(tmp_path: Path) -> None:
    folder = tmp_path / "我的区域"
    assert run("init", folder).code == 0
    (folder / "systems" / "mahua.yaml").write_text(blocks("yaml")[2], encoding="utf-8")
    result = run("validate", folder, "--select", "Y,W,L,N", "--fail-on", "warning")
    assert result.code == 0, result.out
    assert run("build", folder, "--out", tmp_path / "out").code == 0


def test_the_excerpts_are_lines_of_the_real_output() -> None:
    said, shown = "", "\n".join(blocks("text")).splitlines()
    for command in ("validate", "coverage"):
        said += run(command, EXAMPLE).out
    tour = next(i for i, line in enumerate(shown) if line.startswith("stdsys.yaml:"))
    strange = [line for line in shown[:tour] if line not in ("", "…") and line not in said]
    assert strange == []
