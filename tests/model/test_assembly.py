"""The workspace that records add up to: identity, agreement, ids."""

import pytest

from stdsys.findings import Finding, Severity
from stdsys.messages import translator
from tests.workspaces import workspace, workspace_and_findings

say = translator("en")

BASE = """
workspace: {name: example}
stages: [{id: growing, name: 种植}, {id: selling, name: 销售}]
organisations: [{id: office, name: 示例局}]
"""


def findings(text: str) -> list[Finding]:
    return workspace_and_findings(BASE + text)[1]


def test_an_edition_exists_once_however_its_number_is_typed() -> None:
    built = workspace(
        BASE
        + """
standards: [{number: GB/T 99001—2020, title: 示例}]
systems:
  - {id: a, name: 甲, entries: [{standard: GB/T 99001-2020}, {standard: GB/T99002-2020}]}
  - {id: b, name: 乙, entries: [{standard: ＧＢ／Ｔ 99001－2020}]}
"""
    )
    assert list(built.editions) == ["GB/T 99001-2020", "GB/T 99002-2020"]
    one, two = built.systems["a"].entries[0], built.systems["b"].entries[0]
    assert one.item is two.item
    assert not built.editions["GB/T 99002-2020"].recorded


def test_a_reaffirmed_or_amended_number_names_its_base_edition() -> None:
    built = workspace(
        BASE
        + """
standards: [{number: GB 99001-2020, title: 示例}]
systems:
  - {id: a, name: 甲, entries: [{standard: GB 99001-2020/XG1-2022}]}
"""
    )
    assert list(built.editions) == ["GB 99001-2020"]


def test_an_earlier_number_names_the_same_edition() -> None:
    built = workspace(
        BASE
        + """
standards: [{number: GB/T 99001-2006, formerly: [GB 99001-2006]}]
systems: [{id: a, name: 甲, entries: [{standard: GB 99001-2006}]}]
"""
    )
    assert built.systems["a"].entries[0].item is built.editions["GB/T 99001-2006"]


def test_inline_facts_fill_what_the_record_leaves_open() -> None:
    built = workspace(
        BASE
        + """
standards: [{number: GB/T 99001-2020, title: 示例}]
systems: [{id: a, name: 甲, entries: [{standard: GB/T 99001-2020, issued: 2020-05}]}]
"""
    )
    edition = built.editions["GB/T 99001-2020"]
    assert str(edition.facts.issued) == "2020-05"
    assert str(edition.at("issued")) == "stdsys.yaml#/systems/0/entries/0/issued"
    assert str(edition.at("title")) == "stdsys.yaml#/standards/0/title"


def test_facts_stated_twice_must_agree() -> None:
    (finding,) = findings(
        """
standards: [{number: GB/T 99001-2020, title: 示例种植规范, issued: 2020-05-01}]
systems:
  - id: a
    name: 甲
    entries: [{standard: GB/T 99001-2020, title: 示例 种植规范, issued: 2020-06}]
"""
    )
    assert (finding.code, str(finding.place)) == (
        "Y106",
        "stdsys.yaml#/systems/0/entries/0/issued",
    )
    assert str(finding.related[0].place) == "stdsys.yaml#/standards/0/issued"


def test_a_less_precise_date_agrees() -> None:
    assert not findings(
        """
standards: [{number: GB/T 99001-2020, issued: 2020-05-01}]
systems: [{id: a, name: 甲, entries: [{standard: GB/T 99001-2020, issued: 2020}]}]
"""
    )


def test_a_record_twice_is_an_error_and_an_equal_one_a_warning() -> None:
    found = findings(
        """
standards:
  - {number: GB/T 99001-2020, title: 示例}
  - {number: GB/T 99001-2020, title: 示例}
  - {number: GB/T 99001-2020, title: 另一示例}
"""
    )
    assert [(f.code, f.severity) for f in found] == [
        ("Y105", Severity.WARNING),
        ("Y105", Severity.ERROR),
    ]


def test_planned_standards_are_known_by_id_else_by_title() -> None:
    built = workspace(
        BASE
        + """
systems:
  - {id: a, name: 甲, entries: [{planned: 示例规程, id: code}, {planned: 示例 指南}]}
  - {id: b, name: 乙, entries: [{planned: 示例规程}, {planned: 示例指南}]}
"""
    )
    assert list(built.planned) == ["code", "示例指南"]
    assert built.systems["b"].entries[0].item is built.planned["code"]


def test_a_planned_standard_stated_differently_is_found() -> None:
    (finding,) = findings(
        """
systems:
  - {id: a, name: 甲, entries: [{planned: 示例规程, id: code, level: group}]}
  - {id: b, name: 乙, entries: [{planned: 示例规程, id: code, level: local}]}
"""
    )
    assert (finding.code, finding.subject) == ("Y106", "code")


def test_a_standard_of_unknown_number_is_known_by_its_id() -> None:
    built = workspace(
        BASE
        + """
standards: [{number: unknown, id: old, title: 示例旧规程, level: local}]
systems: [{id: a, name: 甲, entries: [{standard: old}]}]
"""
    )
    assert built.systems["a"].entries[0].item is built.editions["old"]


def test_entries_take_the_values_of_their_node() -> None:
    built = workspace(
        BASE
        + """
systems:
  - id: a
    name: 甲
    tree: [{code: "1", name: 种植, stages: [growing]}]
    entries:
      - {standard: GB/T 99001-2020, at: "1"}
      - {standard: GB/T 99002-2020, at: "1", stages: [selling]}
      - {standard: GB/T 99003-2020}
"""
    )
    values = [entry.values["stage"] for entry in built.systems["a"].entries]
    assert values == [("growing",), ("selling",), ()]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (
            "systems: [{id: a, name: 甲, owner: nobody}]",
            "systems/0/owner",
            "unknown organisation: nobody",
        ),
        (
            "systems: [{id: a, name: 甲, uses: [b]}, {id: b, name: 乙}]",
            "systems/0/uses/0",
            "unknown shared base (a system with shared: true): b",
        ),
        (
            "systems: [{id: a, name: 甲, entries: [{standard: GB/T 1-2020, at: '9'}]}]",
            "systems/0/entries/0/at",
            "unknown node (subsystem code): 9",
        ),
        (
            "systems: [{id: a, name: 甲, entries: [{planned: 示例, stages: [grow]}]}]",
            "systems/0/entries/0/stages/0",
            "unknown stage: grow",
        ),
        (
            "systems: [{id: a, name: 甲, entries: [{planned: 示例, needs: [other]}]}]",
            "systems/0/entries/0/needs/0",
            "unknown standard number or planned standard: other",
        ),
        (
            "systems: [{id: a, name: 甲, entries: [{document: law}]}]",
            "systems/0/entries/0/document",
            "unknown document: law",
        ),
        (
            "coverage: {require: [{id: c, each: [stage, chanel]}]}",
            "coverage/require/0/each/1",
            "unknown axis: chanel",
        ),
        (
            "coverage: {exempt: [{clause: other, reason: x}]}",
            "coverage/exempt/0/clause",
            "unknown coverage clause: other",
        ),
    ],
)
def test_an_id_that_names_nothing_is_found_at_its_place(
    text: str, place: str, message: str
) -> None:
    (finding,) = findings(text)
    assert (finding.code, str(finding.place), say(finding.message)) == (
        "Y104",
        f"stdsys.yaml#/{place}",
        message,
    )


def test_an_unknown_id_is_compared_with_what_is_known_where_it_stands() -> None:
    policies = [
        f"{{id: s{n}, name: 示例, coverage: {{require: [{{id: chain-{n}, each: []}}],"
        " exempt: [{clause: chain, reason: 无}]}}"
        for n in range(20)
    ]
    found = findings(f"systems: [{', '.join(policies)}]")
    assert [say(finding.hint) for finding in found if finding.hint] == [
        f"did you mean chain-{n}?" for n in range(20)
    ]


def test_a_misspelt_field_of_a_clause_is_an_unknown_field() -> None:
    (finding,) = findings("coverage: {require: [{id: c, each: stage, at_lest: '2'}]}")
    assert finding.code == "Y101"
    assert finding.hint is not None
    assert say(finding.hint) == "did you mean at_least?"


def test_an_entry_names_exactly_one_thing() -> None:
    found = findings(
        "systems: [{id: a, name: 甲, entries: [{at: '1'}, {standard: x, planned: y}]}]"
    )
    assert [f.code for f in found if f.code == "Y102"] == ["Y102", "Y102"]


def test_a_name_that_was_lost_is_not_called_unknown() -> None:
    found = findings(
        """
documents: [{id: law}]
systems: [{id: a, name: 甲, entries: [{document: law}]}]
"""
    )
    assert [f.code for f in found] == ["Y102"]


def test_systems_stand_in_the_order_their_author_gave_them() -> None:
    built = workspace(
        BASE
        + """
systems:
  - {id: a, name: 甲}
  - {id: b, name: 乙, order: 2}
  - {id: c, name: 丙, order: 1}
  - {id: d, name: 丁}
"""
    )
    assert list(built.systems) == ["c", "b", "a", "d"]


def test_a_node_takes_what_it_does_not_state_from_the_node_above() -> None:
    built = workspace(
        BASE
        + """
systems:
  - id: a
    name: 甲
    tree:
      - code: "1"
        name: 种植
        stages: [growing]
        children: [{code: "1.1", name: 土肥}, {code: "1.2", name: 留种, stages: [selling]}]
    entries:
      - {standard: GB/T 99001-2020, at: "1.1"}
      - {standard: GB/T 99002-2020, at: "1.2"}
"""
    )
    values = [entry.values["stage"] for entry in built.systems["a"].entries]
    assert values == [("growing",), ("selling",)]


def test_an_entry_may_say_number_or_only_a_title() -> None:
    built = workspace(
        BASE
        + """
systems:
  - id: a
    name: 甲
    entries: [{number: GB/T 99001-2020, title: 示例甲}, {title: 示例乙, level: group}]
"""
    )
    one, two = (entry.item for entry in built.systems["a"].entries)
    assert (one.key, one.level) == ("GB/T 99001-2020", "national")
    assert (two.key, two.level) == ("示例乙", "group")


def test_the_same_fact_typed_otherwise_agrees() -> None:
    assert not findings(
        """
standards: [{number: GB/T 99001-2020, replaces: [GB/T 99001-2010], cites: [GB 2, GB 3]}]
systems:
  - id: a
    name: 甲
    entries: [{standard: GB/T 99001-2020, replaces: [GB/T99001—2010], cites: [GB 3, GB 2]}]
"""
    )


def test_a_record_twice_with_another_dash_is_equal() -> None:
    (found,) = findings(
        """
standards: [{number: GB/T 99001-2020, title: 示例}, {number: GB/T 99001—2020, title: 示例}]
"""
    )
    assert (found.code, found.severity) == ("Y105", Severity.WARNING)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "coverage: {require: [{id: c, each: stage}, {id: c, each: aspect}]}",
            "coverage/require/1",
        ),
        (
            """
documents: [{id: z, title: 示例办法}]
systems: [{id: a, name: 甲, entries: [{planned: 示例, id: z}]}]
""",
            "documents/0",
        ),
        (
            """
standards:
  - {number: GB/T 99001-2006, formerly: [GB 99001-2006]}
  - {number: GB 99001-2006, title: 示例}
""",
            "standards/0/formerly/0",
        ),
    ],
)
def test_an_id_or_number_names_one_thing_only(text: str, place: str) -> None:
    (found,) = findings(text)
    assert (found.code, found.severity) == ("Y105", Severity.ERROR)
    assert str(found.place) == f"stdsys.yaml#/{place}"


def test_what_people_call_a_thing_leads_to_its_id() -> None:
    (found,) = findings("systems: [{id: a, name: 甲, entries: [{planned: 示例, stages: [种植]}]}]")
    assert found.hint is not None
    assert say(found.hint) == "write its id: growing"
