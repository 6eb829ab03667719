"""Rules S001 to S005: what the samples do not show."""

import pytest

from stdsys.findings import Severity
from stdsys.rules.structure.codes import MAX_LAYERS, CodeNotExtended, CodeTwice, TooDeep
from stdsys.rules.structure.entries import EntryNowhere, FamilyInSiblings
from stdsys.rules.waivers.mutes import without_muted
from tests.rules.judging import findings, hint, words


def tree(nodes: str, entries: str = "") -> str:
    """Return a workspace of one system with these nodes and entries (flow style)."""
    return f"systems: [{{id: crop, name: 示例体系, tree: [{nodes}], entries: [{entries}]}}]"


class TestCodeTwice:
    def test_a_code_in_another_branch_is_found_with_the_first_place(self) -> None:
        text = tree(
            '{code: "1", name: 甲, children: [{code: "2", name: 乙}]}, {code: "2", name: 丙}'
        )
        [found] = findings(CodeTwice(), text)
        assert found.severity is Severity.ERROR
        assert found.subject == "crop/2"
        assert found.place.route == ("systems", 0, "tree", 1, "code")
        assert found.related[0].place.route[-3:] == ("children", 0, "code")

    def test_three_of_one_code_are_two_findings(self) -> None:
        same = '{code: "1", name: 甲}'
        assert len(findings(CodeTwice(), tree(f"{same}, {same}, {same}"))) == 2

    def test_two_systems_may_use_the_same_codes(self) -> None:
        one = '{id: %s, name: 示例体系, tree: [{code: "1", name: 甲}]}'
        assert findings(CodeTwice(), f"systems: [{one % 'a'}, {one % 'b'}]") == []

    def test_it_silences_the_code_that_is_not_extended(self) -> None:
        text = tree(
            '{code: "1", name: 甲, children: [{code: "2", name: 乙}]}, {code: "2", name: 丙}'
        )
        both = findings(CodeTwice(), text) + findings(CodeNotExtended(), text)
        assert {found.code for found in both} == {"S001", "S002"}
        assert [found.code for found in without_muted(both)] == ["S001"]


class TestCodeNotExtended:
    @pytest.mark.parametrize(
        ("parent", "child"),
        [
            ("3", "3.1"),
            ("3", "3-1"),
            ("3", "3．1"),
            ("3", "31"),
            ("101", "10102"),
            ("JC", "JC01"),
            ("JC-02", "JC-02.03"),
            ("甲", "甲.一"),
            ("3", "3"),  # the same code twice is S001's
        ],
    )
    def test_a_separator_or_more_digits_extend(self, parent: str, child: str) -> None:
        nodes = f'{{code: "{parent}", name: 甲, children: [{{code: "{child}", name: 乙}}]}}'
        assert findings(CodeNotExtended(), tree(nodes)) == []

    @pytest.mark.parametrize(
        ("parent", "child"), [("3", "4.1"), ("3", "1.3"), ("JC", "JCA"), ("3", "3."), ("31", "3")]
    )
    def test_anything_else_does_not(self, parent: str, child: str) -> None:
        nodes = f'{{code: "{parent}", name: 甲, children: [{{code: "{child}", name: 乙}}]}}'
        [found] = findings(CodeNotExtended(), tree(nodes))
        assert found.severity is Severity.WARNING
        assert found.subject == f"crop/{child}"
        assert hint(found) == f"for example {parent}.1"

    def test_codes_of_the_first_layer_extend_nothing(self) -> None:
        assert findings(CodeNotExtended(), tree('{code: B, name: 甲}, {code: "9", name: 乙}')) == []


class TestEntryNowhere:
    def test_every_kind_of_entry_needs_a_node(self) -> None:
        entries = "{standard: GB/T 99001-2020}, {planned: 示例规范}, {document: law}"
        text = tree('{code: "1", name: 甲}', entries) + "\ndocuments: [{id: law, title: 示例办法}]"
        found = findings(EntryNowhere(), text)
        assert [one.place.route[-1] for one in found] == ["standard", "planned", "document"]
        assert [one.severity for one in found] == [Severity.ERROR] * 3
        assert [words(one) for one in found] == [
            "示例体系: GB/T 99001-2020 stands at no node",
            "示例体系: 示例规范 stands at no node",
            "示例体系: 示例办法 stands at no node",
        ]

    def test_a_waiver_matches_at_the_record_and_at_the_entry(self) -> None:
        [found] = findings(
            EntryNowhere(), tree('{code: "1", name: 甲}', "{standard: GB/T 99001-2020}")
        )
        assert set(found.about) == {"GB/T 99001-2020", "crop:GB/T 99001-2020"}

    def test_a_system_without_a_tree_has_no_nodes_to_name(self) -> None:
        assert findings(EntryNowhere(), tree("", "{standard: GB/T 99001-2020}")) == []

    def test_see_also_is_no_home(self) -> None:
        entry = '{standard: GB/T 99001-2020, see_also: ["1"]}'
        assert len(findings(EntryNowhere(), tree('{code: "1", name: 甲}', entry))) == 1


SIBLINGS = '{code: "1", name: 甲, children: [{code: "1.1", name: 乙}, {code: "1.2", name: 丙}]}'


class TestFamilyInSiblings:
    def test_two_editions_below_one_node_are_to_be_lifted_to_it(self) -> None:
        entries = '{standard: GB/T 99001-2015, at: "1.1"}, {standard: GB/T 99001-2020, at: "1.2"}'
        [found] = findings(FamilyInSiblings(), tree(SIBLINGS, entries))
        assert found.severity is Severity.INFO
        assert found.subject == "GB/T 99001"
        assert found.place.route == ("systems", 0, "entries", 1, "standard")
        assert [other.place.route[-2] for other in found.related] == [0]
        assert "lift it to 甲" in hint(found)

    @pytest.mark.parametrize(
        "entries",
        [
            '{standard: GB/T 99001-2015, at: "1.1"}, {standard: GB/T 99001-2020, at: "1.1"}',
            '{standard: GB/T 99001-2015, at: "1"}, {standard: GB/T 99001-2020, at: "1.1"}',
            '{standard: GB/T 99001-2020, at: "1.1", see_also: ["1.2"]}',
            '{standard: GB/T 99001.1-2020, at: "1.1"}, {standard: GB/T 99001.2-2020, at: "1.2"}',
            '{planned: 示例规范, at: "1.1"}, {planned: 示例规范, at: "1.2"}',
        ],
        ids=["one node", "parent and child", "see also", "parts", "planned"],
    )
    def test_what_is_no_family_in_siblings(self, entries: str) -> None:
        assert findings(FamilyInSiblings(), tree(SIBLINGS, entries)) == []

    def test_the_same_edition_twice_is_left_to_the_rule_on_duplicates(self) -> None:
        entries = '{standard: GB/T 99001-2020, at: "1.1"}, {standard: GB/T 99001-2020, at: "1.2"}'
        assert findings(FamilyInSiblings(), tree(SIBLINGS, entries)) == []

    def test_cousins_are_no_siblings(self) -> None:
        other = '{code: "2", name: 丁, children: [{code: "2.1", name: 戊}]}'
        entries = '{standard: GB/T 99001-2015, at: "1.1"}, {standard: GB/T 99001-2020, at: "2.1"}'
        assert findings(FamilyInSiblings(), tree(f"{SIBLINGS}, {other}", entries)) == []

    def test_three_siblings_make_one_finding(self) -> None:
        nodes = ", ".join(f'{{code: "{n}", name: 甲}}' for n in (1, 2, 3))
        entries = ", ".join(f'{{standard: GB/T 99001-201{n}, at: "{n}"}}' for n in (1, 2, 3))
        [found] = findings(FamilyInSiblings(), tree(nodes, entries))
        assert len(found.related) == 2
        assert hint(found) == "keep one home and name the other in see_also"


def chain_of(layers: int) -> str:
    """Return a tree of one node in each layer."""
    code = ".".join(["1"] * layers)
    nodes = f'{{code: "{code}", name: 甲}}'
    for layer in range(layers - 1, 0, -1):
        code = ".".join(["1"] * layer)
        nodes = f'{{code: "{code}", name: 甲, children: [{nodes}]}}'
    return nodes


class TestTooDeep:
    def test_the_permitted_layers_are_silent(self) -> None:
        assert findings(TooDeep(), tree(chain_of(MAX_LAYERS))) == []

    def test_only_the_first_layer_too_deep_is_named(self) -> None:
        [found] = findings(TooDeep(), tree(chain_of(MAX_LAYERS + 3)))
        assert found.severity is Severity.INFO
        assert found.subject == "crop/1.1.1.1.1"
        assert "layer 5; a tree has at most 4" in words(found)
