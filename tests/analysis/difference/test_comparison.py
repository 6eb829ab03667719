"""What differs between two workspaces: standards, plans, places, answers."""

from datetime import date

import pytest
from msgspec.structs import replace

from stdsys.analysis.difference.field_changes import FieldChange
from stdsys.analysis.difference.finding_changes import Sighting, finding_changes
from stdsys.findings import Finding, Place, Position, Severity
from stdsys.messages import Text, _
from tests.analysis.analysed import DAY
from tests.analysis.compared import compared, said

AXES = """
stages: [{id: grow, name: 种植}, {id: make, name: 加工}]
"""


POLICY = "coverage: {require: [{id: chain, each: stage}]}\n"


def system(*entries: str) -> str:
    lines = "".join(f"      - {{{entry}}}\n" for entry in entries)
    return f"""{AXES}
systems:
  - id: tea
    name: 示例茶
    tree:
      - {{code: "1", name: 种植, stages: [grow]}}
      - {{code: "2", name: 加工, stages: [make]}}
    entries:{" []" if not entries else ""}
{lines}"""


def standards(*items: str) -> str:
    return "standards:\n" + "".join(f"  - {{{item}}}\n" for item in items)


def test_a_standard_field_by_field() -> None:
    before = standards("number: GB/T 1-2020, title: 示例, issued: 2020-01, cites: [GB 2, GB 3]")
    after = standards(
        "number: GB/T 1-2020, title: 示例, effective: 2021-01-01, cites: [GB 3, GB 4]"
    )
    (change,) = compared(before, after).items
    assert change.changed
    fields = {one.field: one for one in change.fields}
    assert fields["issued"] == FieldChange("issued", "2020-01", None)
    assert fields["effective"] == FieldChange("effective", None, "2021-01-01")
    assert (fields["cites"].gone, fields["cites"].come) == (("GB 2",), ("GB 4",))
    assert set(fields) == {"issued", "effective", "cites"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "number: GB/T 1-2020, cites: [GB/T8302-2013]",
            "number: GB/T1—2020, cites: GB/T 8302-2013",
        ),
        ("number: GB/T 1-2020, cites: [GB 2]", "number: GB/T 1-2020, cites: [{number: GB 2}]"),
        ("number: GB/T 1-2020, status: 现行", "number: GB/T 1-2020, status: in-force"),
        (
            "number: GB/T 1-2020, replaces: GB 2-2001",
            "replaces: [{number: GB 2-2001, scope: whole}], number: GB/T 1-2020",
        ),
    ],
)
def test_what_is_only_typed_otherwise_is_no_change(before: str, after: str) -> None:
    assert compared(standards(before), standards(after)).empty


def test_the_order_of_a_list_is_told() -> None:
    before = standards("number: GB/T 1-2020, drafting_units: [示例甲, 示例乙]")
    after = standards("number: GB/T 1-2020, drafting_units: [示例乙, 示例甲]")
    (change,) = compared(before, after).items
    (field,) = change.fields
    assert (field.field, field.gone, field.come) == ("drafting_units", (), ())


@pytest.mark.parametrize(
    ("old", "new", "because"),
    [
        ("number: GB/T 1-2010", "number: GB/T 1-2020", "other-edition"),
        ("number: GB 7-2010", "number: GB/T 7-2010, formerly: GB 7-2010", "formerly"),
        ("number: NY/T 5-2010", "number: GB/T 1-2020, replaces: [NY/T 5-2010]", "replaces"),
        ("number: NY/T 5-2010, replaced_by: GB/T 1-2020", "number: GB/T 1-2020", "replaces"),
        ("number: unknown, id: x, title: 示例", "number: GB/T 1-2020, title: 示 例", "same-title"),
    ],
)
def test_a_standard_under_another_number(old: str, new: str, because: str) -> None:
    forward, backward = (
        compared(standards(old), standards(new)),
        compared(standards(new), standards(old)),
    )
    assert list(said(forward.items).values()) == [f"renumbered: {because}"]
    assert list(said(backward.items).values()) == [f"renumbered: {because}"]
    (change,) = forward.items
    assert change.before is not None
    assert change.before.key != change.key


def test_the_newest_editions_are_paired_and_the_others_are_not() -> None:
    before = standards("number: GB/T 1-2001", "number: GB/T 1-2010")
    after = standards("number: GB/T 1-2020")
    assert said(compared(before, after).items) == {
        "GB/T 1-2020": "renumbered: other-edition",
        "GB/T 1-2001": "removed",
    }


def test_a_new_edition_beside_the_old_one_is_added_and_says_so() -> None:
    before = standards("number: GB/T 1-2010")
    after = standards("number: GB/T 1-2010", "number: GB/T 1-2020, replaces: GB/T 1-2010")
    difference = compared(before, after)
    assert [(c.key, c.added, c.beside) for c in difference.items] == [
        ("GB/T 1-2020", True, ("GB/T 1-2010",))
    ]
    assert [(s.item.key, s.before.status, s.after.status) for s in difference.statuses] == [
        ("GB/T 1-2010", "in-force", "replaced")
    ]


def test_a_planned_standard_becomes_a_standard() -> None:
    before = system('planned: 示例茶园技术规范, id: p, level: local, at: "1"')
    after = system('standard: DB42/T 9-2026, title: 示例茶园技术规范, at: "1"')
    forward, backward = compared(before, after), compared(after, before)
    assert said(forward.items) == {"DB42/T 9-2026": "renumbered: same-title"}
    assert said(forward.entries) == {"tea:DB42/T 9-2026": "renumbered: same-title"}
    assert said(backward.items) == {"p": "renumbered: same-title"}


def test_a_changed_plan() -> None:
    before = system('planned: 示例, id: p, level: local, urgency: 急需, at: "1"')
    after = system('planned: 示例二, id: p, level: group, at: "1"')
    assert said(compared(before, after).items) == {"p": "changed: title level urgency"}


def test_entries_added_removed_and_moved() -> None:
    before = system(
        'standard: GB 1-2020, at: "1"',
        'standard: GB 2-2020, at: "1"',
        'standard: GB 3-2020, at: "1"',
    )
    after = system(
        'standard: GB 2-2020, at: "2"',
        'standard: GB 3-2020, at: "1", stages: [make]',
        'standard: GB 4-2020, at: "1"',
    )
    assert said(compared(before, after).entries) == {
        "tea:GB 2-2020": "changed: at stages",
        "tea:GB 3-2020": "changed: stages",
        "tea:GB 4-2020": "added",
        "tea:GB 1-2020": "removed",
    }


def test_an_entry_twice_in_a_system_is_matched_by_its_node() -> None:
    one, two = 'standard: GB 1-2020, at: "1"', 'standard: GB 1-2020, at: "2"'
    assert compared(system(one, two), system(two, one)).entries == ()
    (gone,) = compared(system(one, two), system(two)).entries
    assert gone.removed
    assert gone.before is not None
    assert gone.before.record.at == "1"


def test_another_edition_at_the_same_place_while_the_old_record_stays() -> None:
    records = standards("number: GB 1-2010", "number: GB 1-2020")
    before = records + system('standard: GB 1-2010, at: "1"')
    after = records + system('standard: GB 1-2020, at: "1"')
    difference = compared(before, after)
    assert difference.items == ()
    assert said(difference.entries) == {"tea:GB 1-2020": "renumbered: other-edition"}


def test_nodes_systems_policy_and_what_else_is_written() -> None:
    before = """
        stages: [{id: grow, name: 种植}, {id: make, name: 加工}]
        coverage: {require: [{id: chain, each: stage}], exempt: [{stage: make, reason: 示例}]}
        organisations: [{id: a, name: 示例甲}]
        documents: [{id: law, title: 示例法}]
        systems:
          - id: tea
            name: 示例茶
            tree:
              - {code: "1", name: 甲, children: [{code: "1.1", name: 丙}]}
              - {code: "2", name: 乙}
            entries: []
    """
    after = """
        stages: [{id: make, name: 加工}, {id: grow, name: 种植}]
        coverage: {require: [{id: chain, each: stage, at_least: 2}], exempt: [{stage: make}]}
        organisations: [{id: a, name: 示例乙}, {id: b, name: 示例丙}]
        documents: [{id: law, title: 示例法, issued: 2020}]
        systems:
          - id: tea
            name: 示例茶
            owner: a
            tree:
              - {code: "2", name: 乙, children: [{code: "1.1", name: 丙}]}
              - {code: "1", name: 甲}
            entries: []
    """
    difference = compared(before, after)
    assert said(difference.items) == {"law": "changed: issued"}
    found = [(c.thing.kind.value, c.key, said([c])[c.key]) for c in difference.records]
    assert found == [
        ("systems", "tea", "changed: owner order"),
        ("nodes", "tea/1.1", "changed: parent"),
        ("clauses", "chain", "changed: at_least"),
        ("exemptions", "make", "added"),
        ("exemptions", "make", "removed"),
        ("axes", "stage", "changed: order"),
        ("organisations", "a", "changed: name"),
        ("organisations", "b", "added"),
    ]


def test_what_belongs_to_a_system_comes_and_goes_with_it() -> None:
    difference = compared(AXES, system('standard: GB 1-2020, at: "1"'))
    assert said(difference.records) == {"tea": "added"}
    assert difference.entries == ()
    assert said(difference.items) == {"GB 1-2020": "added"}


def test_cells_and_counts_follow_the_facts() -> None:
    before = POLICY + system('standard: GB 1-2020, at: "1"')
    after = POLICY + system('standard: GB 1-2020, at: "2"', 'standard: GB 2-2099, at: "1"')
    difference = compared(before, after)
    states = {
        c.key: (c.before and c.before.state, c.after and c.after.state) for c in difference.cells
    }
    assert states == {"tea/chain/grow": ("covered", "gap"), "tea/chain/make": ("gap", "covered")}
    total = difference.counts[0]
    assert total.before is not None
    assert total.after is not None
    assert (total.before.required, total.after.required, total.differs) == (1, 2, True)


def test_cells_of_a_new_clause_appear() -> None:
    difference = compared(system(), POLICY + system())
    assert {c.key: c.added for c in difference.cells} == {
        "tea/chain/grow": True,
        "tea/chain/make": True,
    }


def test_what_time_alone_has_done() -> None:
    facts = standards("number: GB 1-2020, effective: 2027-01-01", "number: GB 2-2020")
    more = standards(
        "number: GB 1-2020, effective: 2027-01-01", "number: GB 2-2020, withdrawn: 2026-12-01"
    )
    later = date(2027, 2, 1)
    same = compared(facts, facts, (DAY, later))
    assert [(s.item.key, s.by_time) for s in same.statuses] == [("GB 1-2020", True)]
    assert not same.empty
    edited = compared(facts, more, (DAY, later))
    assert [(s.item.key, s.by_time) for s in edited.statuses] == [
        ("GB 1-2020", True),
        ("GB 2-2020", False),
    ]


def seen(message: Text, *, line: int = 1, waived: bool = False, count: int = 1) -> Sighting:
    place = Place("stdsys.yaml", line=line, column=1)
    finding = Finding("C001", Severity.WARNING, message, place, "tea/grow", count=count)
    return Sighting(finding, Position("stdsys.yaml", line, 1), waived)


GAP, OTHER = _("{system} has a gap", system=_("tea")), _("{system} has a gap", system=_("coffee"))


def test_findings_are_told_apart_by_what_they_say_and_not_where() -> None:
    assert finding_changes([seen(GAP, line=3)], [seen(GAP, line=9)]) == ()
    came, went = finding_changes([seen(GAP)], [seen(OTHER, line=7)])
    assert (came.appeared, came.sighting.position.line) == (True, 7)
    assert (went.appeared, went.before, went.after) == (False, 1, 0)


def test_findings_that_stand_oftener_and_such_as_are_waived() -> None:
    (more,) = finding_changes([seen(GAP)], [seen(GAP, count=3)])
    assert (more.appeared, more.before, more.after) == (True, 1, 3)
    (waived,) = finding_changes([seen(GAP)], [seen(GAP, waived=True)])
    assert (waived.appeared, waived.waived) == (False, True)
    (stands,) = finding_changes([seen(GAP, waived=True)], [seen(GAP)])
    assert (stands.appeared, stands.waived) == (True, True)
    graver = replace(seen(GAP).finding, severity=Severity.ERROR)
    assert len(finding_changes([seen(GAP)], [Sighting(graver, Position("stdsys.yaml", 1, 1))])) == 2
