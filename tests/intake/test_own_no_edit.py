"""An exported workbook that nobody has touched says nothing new to the workspace it is from."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.analysis import Analysis
from stdsys.intake.comparing import compare
from stdsys.intake.comparison import Comparison
from stdsys.intake.names import Names
from stdsys.intake.system_records import make_records
from stdsys.model.workspace import Workspace
from stdsys.source.loading import load
from tests.analysis.random_workspaces import Data, build
from tests.intake.round_trip import DAY, ZH, exported, taken_in
from tests.intake.test_round_trip import EXAMPLE, PROFILES, rich_workspaces
from tests.output.region_of_tables import REGION
from tests.workspaces import workspace

LED = """
workspace: {name: sample, as_of: 2026-11-22}
organisations: [{id: unit, name: 示例单位}, {id: other, name: 示例局}]
standards:
  - {number: GB/T 99001-2020, title: 示例基础, notes: 示例记录备注}
  - {number: GB/T 99002-2020, title: 示例方法}
systems:
  - id: tea
    name: 示例体系
    owner: unit
    tree: [{code: "1", name: 通用, lead: other}, {code: "2", name: 种植}]
    entries:
      - {standard: GB/T 99001-2020, at: "1", notes: 示例条目备注}
      - {standard: GB/T 99002-2020, at: "1", notes: 示例另一备注}
      - {planned: 示例拟制定, id: p-1, at: "1", level: 地方标准}
      - {planned: 示例另一拟制定, id: p-2, at: "2", workflow: 起草, notes: 示例计划备注}
"""


def compared(built: Workspace, profile: str) -> Comparison:
    with TemporaryDirectory() as folder:
        intake = taken_in(exported(built, Path(folder), profile))
    assert intake.remarks == ()
    analysis = Analysis(built, DAY)
    codes = {row.entry.key: row.code for row in analysis.rows.placements()}
    links = {(link.old, link.new, link.whole) for link in analysis.replacements.links}
    records = make_records(intake, Names.of(built), ZH)
    return compare(records, built, codes, links, intake.exported)


def assert_nothing_new(made: Comparison) -> None:
    assert [(fact.subject, fact.field, fact.value) for fact in made.facts] == []
    assert [(one.subject, one.field, one.theirs) for one in made.conflicts] == []
    assert (made.standards, made.planned, made.documents) == ([], [], [])
    assert (made.systems, made.grown) == ([], [])
    assert [entry.key for entry in made.missing] == []


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("text", [LED, REGION])
def test_what_was_exported_is_known(text: str, profile: str) -> None:
    assert_nothing_new(compared(workspace(text), profile))


@pytest.mark.parametrize("profile", PROFILES)
def test_the_example_is_known(profile: str) -> None:
    assert_nothing_new(compared(load(EXAMPLE).workspace, profile))


@settings(max_examples=15)
@given(rich_workspaces(), st.sampled_from(PROFILES))
def test_whatever_was_exported_is_known(data: Data, profile: str) -> None:
    assert_nothing_new(compared(build(data), profile))
