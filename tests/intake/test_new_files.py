"""The files of a new workspace: sound whatever the drafts hold, and pleasant to read."""

from hypothesis import given, settings

from stdsys.findings import Finding
from stdsys.intake.drafts import (
    EntryDraft,
    Intake,
    NodeDraft,
    StandardDraft,
    SystemDraft,
    Where,
)
from stdsys.intake.names import Names
from stdsys.intake.new_files import new_files
from stdsys.intake.system_records import make_records
from stdsys.messages import translator
from stdsys.model.assembly import assemble
from stdsys.model.sections import Sections
from stdsys.model.workspace import Workspace
from stdsys.source.builder import build
from tests.intake.random_intakes import INTAKES

EN = translator("en")


def written(intake: Intake) -> dict[str, str]:
    head = {"format": "1", "name": "示例"}
    records = make_records(intake, Names(), EN)
    return new_files(records, workspace=head, origin=intake.files, say=EN)


def read(files: dict[str, str]) -> tuple[Workspace, list[Finding]]:
    sections = Sections()
    for path, text in files.items():
        built = build(text)
        assert not built.problems, (path, text, built.problems)
        sections.read_file(path, built.data, main=path == "stdsys.yaml")
    return assemble(sections, name="example")


@settings(max_examples=60, deadline=None)
@given(INTAKES)
def test_any_intake_makes_a_workspace_without_y_findings(intake: Intake) -> None:
    files = written(intake)
    _workspace, findings = read(files)
    assert not findings, (findings, files)


def test_further_nodes_are_kept_and_unknown_ones_stay_text() -> None:
    where = Where("示例.xlsx", "表", 2)
    nodes = (NodeDraft("1", "示例基础"), NodeDraft("2", "示例种植"))
    entry = EntryDraft("GB/T 99001-2020", "1", {"see_also": ("2", "9")}, where)
    standard = StandardDraft(
        "GB/T 99001-2020", "GB/T 99001-2020", {"title": "示例"}, None, (where,)
    )
    system = SystemDraft("tea", "示例体系", nodes, (entry,))
    drafts = Intake(("示例.xlsx",), (), (), (), (standard,), (), (), (system,))
    workspace, findings = read(written(drafts))
    assert not findings
    (placed,) = workspace.systems["tea"].entries
    assert placed.see_also == ("2",)
    assert placed.record.notes == "original further subsystems: 9"
    assert workspace.editions["GB/T 99001-2020"].facts.source == "示例.xlsx, sheet 表, row 2"
