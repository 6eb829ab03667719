"""Which of the files named as evidence are there."""

from pathlib import Path

from stdsys.source.evidence import absent_files
from stdsys.source.loading import load


def test_only_files_below_the_workspace_are_there(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    (root / "evidence").mkdir(parents=True)
    (root / "evidence" / "minutes.txt").write_text("示例", encoding="utf-8")
    (tmp_path / "outside.txt").write_text("示例", encoding="utf-8")
    (root / "out.txt").symlink_to(tmp_path / "outside.txt")
    (root / "loop.txt").symlink_to("loop.txt")
    named = ["evidence/minutes.txt", "evidence", "evidence/none.txt", "out.txt", "loop.txt"]
    assert absent_files(root, named) == {"evidence", "evidence/none.txt", "out.txt", "loop.txt"}


def test_the_loader_asks_for_the_evidence_of_targets_and_series(tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("示例", encoding="utf-8")
    (tmp_path / "stdsys.yaml").write_text(
        """
workspace: {format: 1, name: example}
targets:
  - id: adopters
    measure: entered
    value: 200
    strength: 不少于
    evidence: [there.txt, gone.txt, "https://example.org/page"]
series:
  - {id: output, name: 示例产值, values: [{at: 2022, value: 1, evidence: lost.txt}]}
""",
        encoding="utf-8",
    )
    loaded = load(tmp_path)
    assert not loaded.findings
    assert loaded.workspace.absent_files == {"gone.txt", "lost.txt"}
