"""Merging: what is new is written where it belongs, what conflicts is shown, all else stays."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from stdsys.intake.comparing import compare
from stdsys.intake.comparison import Comparison
from stdsys.intake.drafts import Intake, PlannedDraft
from stdsys.intake.merging import new_file_path, plan_merge
from stdsys.intake.names import Names
from stdsys.intake.new_files import new_files
from stdsys.intake.system_records import make_records
from stdsys.messages import translator
from stdsys.output.workspace_files import ChangedFiles, create_workspace
from stdsys.source.discovery import list_files
from stdsys.source.loading import load
from tests.intake.random_intakes import INTAKES

EN = translator("en")


def merged(
    root: Path, intake: Intake, *, prefer_file: bool = False
) -> tuple[Comparison, ChangedFiles]:
    """Merge an import into the workspace at `root`, and return what was new and written."""
    workspace = load(root).workspace
    records = make_records(intake, Names.of(workspace), EN)
    made = compare(records, workspace)
    path = new_file_path("示例.xlsx", list_files(root).files)
    plan = plan_merge(made, records, workspace, new_path=path, say=EN, prefer_file=prefer_file)
    changed = ChangedFiles(root)
    for file, edits in plan.edits.items():
        changed.edit(file, edits)
    if plan.new_file is not None:
        changed.add(*plan.new_file)
    changed.write()
    return made, changed


@settings(max_examples=12, deadline=None)
@given(INTAKES, INTAKES)
def test_any_import_merges_into_any_workspace(first: Intake, second: Intake) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "ws"
        records = make_records(first, Names(), EN)
        head = {"format": "1", "name": "示例"}
        create_workspace(root, new_files(records, workspace=head, origin=("a",), say=EN))
        assert not load(root).findings
        files = {path: (root / path).read_bytes() for path in list_files(root).files}
        made, changed = merged(root, second)
        assert not changed.refused
        loaded = load(root)
        assert not loaded.findings, [(f.code, f.message, f.place) for f in loaded.findings]
        assert len(loaded.workspace.editions) >= len(made.standards)
        for path, before in files.items():
            after = (root / path).read_text(encoding="utf-8").splitlines()
            if path not in changed.after:
                assert after == before.decode().splitlines()


def test_two_drafts_of_one_known_record_state_a_fact_once(tmp_path: Path) -> None:
    root = tmp_path / "ws"
    known = "workspace: {format: 1, name: a}\nsystems:\n  - id: tea\n    name: 示例\n    entries:\n"
    create_workspace(
        root, {"stdsys.yaml": known + "      - {planned: 示例苗木规范, id: nursery}\n"}
    )
    drafts = tuple(
        PlannedDraft(key, "示例苗木规范", {"due": due, "level": "group"})
        for key, due in (("p-1", "2026"), ("p-2", "2027"))
    )
    made, changed = merged(root, Intake(("a",), (), (), (), (), drafts, (), ()))
    assert [(fact.field, fact.value) for fact in made.facts] == [
        ("due", "2026"),
        ("level", "group"),
    ]
    assert [(c.ours, c.theirs, c.can_replace) for c in made.conflicts] == [("2026", "2027", False)]
    assert not changed.refused
    assert load(root).workspace.planned["nursery"].facts.due is not None
