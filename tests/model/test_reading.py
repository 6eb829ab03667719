"""Records from raw data: every fault a finding at its place, what is sound is kept."""

from textwrap import dedent

import pytest
import yaml

from stdsys.findings import Finding
from stdsys.messages import translator
from stdsys.model.reading import Sections
from stdsys.model.vocabulary import StatedStatus
from stdsys.numbers import Level

say = translator("en")


def read(text: str, *, main: bool = True) -> Sections:
    sections = Sections()
    sections.read_file("a.yaml", yaml.load(dedent(text), yaml.BaseLoader), main=main)
    return sections


def shown(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(f.code, str(f.place).removeprefix("a.yaml#/"), say(f.message)) for f in findings]


def test_the_field_that_is_wrong_is_left_out_and_the_record_stays() -> None:
    sections = read(
        """
        standards:
          - {number: GB/T 99001-2020, titel: 示例, issued: 春天, effective: 2020-06-01}
        """
    )
    (record,) = sections.lists["standards"]
    assert record.issued is None
    assert str(record.effective) == "2020-06-01"
    assert shown(sections.findings) == [
        (
            "Y103",
            "standards/0/issued",
            "issued: expected a date such as 2023-06-30, 2023-06 or 2023",
        ),
        ("Y101", "standards/0/titel", "unknown field titel"),
    ]
    assert [say(f.hint) for f in sections.findings if f.hint] == ["did you mean title?"]


def test_a_record_without_what_it_needs_is_lost_but_its_name_is_remembered() -> None:
    sections = read("organisations: [{id: office}]")
    assert sections.lists["organisations"] == []
    assert sections.lost == {"office"}
    assert shown(sections.findings) == [
        ("Y102", "organisations/0", "the field name is missing"),
    ]


def test_one_bad_entry_costs_only_itself() -> None:
    sections = read(
        """
        systems:
          - id: crop
            name: 示例体系
            tree:
              - {code: "1", name: 甲, children: [{code: "1.1"}, {code: "1.2", name: 乙}]}
            entries:
              - {standard: GB/T 99001-2020}
              - nothing
              - {standard: GB/T 99002-2020, stages: growing}
            coverage:
              require: [{id: chain, each: stage}, {each: stage}]
        """
    )
    (system,) = sections.lists["systems"]
    assert [e.standard for e in system.entries] == ["GB/T 99001-2020", "GB/T 99002-2020"]
    assert system.entries[1].stages == ("growing",)
    assert str(system.entries[1].place) == "a.yaml#/systems/0/entries/2"
    assert [c.code for c in system.tree[0].children] == ["1.2"]
    assert [c.id for c in system.coverage.require] == ["chain"]
    assert [f.code for f in sections.findings] == ["Y102", "Y103", "Y102"]


def test_a_small_mapping_inside_a_record_names_its_own_fields() -> None:
    sections = read("standards: [{number: GB/T 99001-2020, cites: [{number: GB 1, nite: x}]}]")
    (finding,) = sections.findings
    assert finding.code == "Y101"
    assert finding.hint is not None
    assert say(finding.hint) == "did you mean note?"


def test_axes_may_be_named_directly_in_a_clause() -> None:
    sections = read("coverage: {require: [{id: a, each: stage, stages: [x, y], channel: online}]}")
    (policy,) = sections.coverage
    assert policy.require[0].axes == {"stages": ("x", "y"), "channel": ("online",)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- a list", "Y103"),
        ("just text", "Y103"),
        ("standarts: []", "Y101"),
        ("standards: {number: GB 1-2020}", "Y103"),
        ("workspace: [a]", "Y103"),
        ("workspace: {format: one, name: x}", "Y103"),
        ("coverage: []", "Y103"),
        ("stages: [{id: [a], name: x}]", "Y103"),
    ],
)
def test_wrong_shapes_are_findings(text: str, code: str) -> None:
    assert read(text).findings[0].code == code


def test_the_head_stands_in_the_main_file_only() -> None:
    assert [f.code for f in read("workspace: {name: x}", main=False).findings] == ["Y101"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("现行", StatedStatus.IN_FORCE),
        ("in-force", StatedStatus.IN_FORCE),
        ("作废", StatedStatus.WITHDRAWN),
    ],
)
def test_chinese_words_are_understood(written: str, meant: StatedStatus) -> None:
    (record,) = read(f"standards: [{{number: GB/T 1-2020, status: {written}}}]").lists["standards"]
    assert record.status is meant


def test_scalars_stay_text() -> None:
    (system,) = read("systems: [{id: 0316, name: no, tree: [{code: 1.10, name: x}]}]").lists[
        "systems"
    ]
    assert (system.id, system.name, system.tree[0].code) == ("0316", "no", "1.10")


def test_levels_and_verification() -> None:
    (record,) = read(
        "standards: [{number: unknown, id: a, level: 地方标准, verified: 否, issued: 2020}]"
    ).lists["standards"]
    assert record.level is Level.LOCAL
    assert record.unverified
    assert not record.numbered
