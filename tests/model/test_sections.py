"""Records from raw data: every fault a finding at its place, what is sound is kept."""

from textwrap import dedent

import pytest

from stdsys.findings import Finding
from stdsys.messages import translator
from stdsys.model.sections import Sections
from stdsys.model.vocabulary import StatedStatus
from stdsys.numbers import Level
from stdsys.source.builder import build

say = translator("en")


def read(text: str, *, main: bool = True) -> Sections:
    return read_data(build(dedent(text)).data, main=main)


def read_data(data: object, *, main: bool = True) -> Sections:
    sections = Sections()
    sections.read_file("a.yaml", data, main=main)
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
    (record,) = sections.standards
    assert record.issued is None
    assert str(record.effective) == "2020-06-01"
    assert shown(sections.findings) == [
        (
            "Y103",
            "standards/0/issued",
            "issued: expected a date such as 2023-06-30, 2023-06 or 2023, not «春天»",
        ),
        ("Y101", "standards/0/titel", "unknown field titel"),
    ]
    assert [say(f.hint) for f in sections.findings if f.hint] == ["did you mean title?"]


def test_a_record_without_what_it_needs_is_lost_but_its_name_is_remembered() -> None:
    sections = read("organisations: [{id: office}]")
    assert sections.organisations == []
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
    (system,) = sections.systems
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
    (record,) = read(f"standards: [{{number: GB/T 1-2020, status: {written}}}]").standards
    assert record.status is meant


def test_scalars_stay_text() -> None:
    (system,) = read("systems: [{id: 0316, name: no, tree: [{code: 1.10, name: x}]}]").systems
    assert (system.id, system.name, system.tree[0].code) == ("0316", "no", "1.10")


def test_levels_and_verification() -> None:
    (record,) = read(
        "standards: [{number: unknown, id: a, level: 地方标准, verified: 否, issued: 2020}]"
    ).standards
    assert record.level is Level.LOCAL
    assert record.unverified
    assert not record.numbered


@pytest.mark.parametrize("verified", ["[2026]", "{on: 2026}", "true", "春天"])
def test_a_verification_that_is_no_day_is_refused_in_words(verified: str) -> None:
    sections = read(f"standards: [{{number: GB/T 1-2020, verified: {verified}}}]")
    [(code, place, message)] = shown(sections.findings)
    assert (code, place) == ("Y103", "standards/0/verified")
    assert message.startswith("verified: expected the date of verification, or false")


def test_what_is_recalled_is_unverified_in_every_kind_of_record() -> None:
    sections = read(
        """
        standards: [{number: GB/T 1-2020, source: recalled}]
        documents: [{id: a, title: 示例, source: recalled}, {id: b, title: 示例}]
        """
    )
    assert [one.unverified for one in sections.standards] == [True]
    assert [one.unverified for one in sections.documents] == [True, False]


def test_a_comma_that_cuts_a_text_is_found_and_not_swallowed() -> None:
    """In `{reason: 不育苗, 外购}` YAML reads a second field, `外购`, without a value."""
    sections = read("coverage: {exempt: [{stage: x, reason: 不育苗, 外购: }]}")
    (finding,) = sections.findings
    assert (finding.code, str(finding.place)) == ("Y101", "a.yaml#/coverage/exempt/0/外购")
    assert finding.hint is not None
    assert "needs quotes" in say(finding.hint)


def test_an_unknown_field_is_unknown_even_without_a_value() -> None:
    sections = read_data({"standards": [{"number": "GB/T 1-2020", "efective": None}]})
    assert [f.code for f in sections.findings] == ["Y101"]


def test_a_field_without_a_value_is_absent_wherever_it_stands() -> None:
    data = {
        "stages": None,
        "workspace": {
            "name": "x",
            "rules": {"R001": None},
            "region": {"name": "示例", "code": None},
        },
        "standards": [
            {"number": "GB/T 1-2020", "issued": None, "cites": [{"number": "GB 2", "note": None}]}
        ],
    }
    sections = read_data(data)
    assert sections.findings == []
    assert sections.standards[0].cites[0].note is None


@pytest.mark.parametrize(
    ("field", "advice"),
    [
        ("issued: 2018/12/28", "did you mean 2018-12-28?"),
        ("issued: 2018年6月5日", "did you mean 2018-06-05?"),
        ("issued: '20181228'", "did you mean 2018-12-28?"),
        ("issued: 2018-02-30", "there is no such day"),
        ("level: 市级地方标准", "did you mean 地方标准?"),
        ("status: 现行标准", "did you mean 现行?"),
    ],
)
def test_a_wrong_value_comes_with_what_may_be_meant(field: str, advice: str) -> None:
    (finding,) = read(f"standards: [{{number: GB/T 1-2020, {field}}}]").findings
    assert finding.hint is not None
    assert say(finding.hint) == advice


def test_a_single_word_or_mapping_may_stand_for_a_list() -> None:
    (record,) = read(
        "standards: [{number: GB/T 1-2020, ics: '67.140', cites: GB 2, replaces: {number: GB 3}}]"
    ).standards
    assert record.ics == ("67.140",)
    assert [c.number for c in record.cites] == ["GB 2"]
    assert [r.number for r in record.replaces] == ["GB 3"]
