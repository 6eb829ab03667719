"""On each axis an entry has its own values, else its node's, else those of a node above."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.model.assembly import assemble
from stdsys.model.sections import Sections
from stdsys.model.workspace import PLURALS, System

Stated = Mapping[str, Any]

_lists = st.lists(st.sampled_from(["p", "q", "r"]), max_size=2, unique=True)
_stated = st.fixed_dictionaries(
    {},
    optional={
        "stages": _lists,
        "aspects": _lists,
        "kinds": _lists,
        "axes": st.dictionaries(st.sampled_from(["channel", "region", "stage"]), _lists),
    },
)


def built(nodes: Sequence[Stated], entries: Sequence[Stated]) -> System:
    """Return a system whose nodes stand one below another and whose entries change about."""
    tree: list[object] = []
    for depth, node in reversed(list(enumerate(nodes))):
        tree = [{"code": str(depth), "name": "层", **node, "children": tree}]
    placed = [
        {"standard": f"GB/T {99001 + index}-2020", "at": str(index % (len(nodes) + 1)), **entry}
        for index, entry in enumerate(entries)
    ]
    sections = Sections()
    system = {"id": "a", "name": "甲", "tree": tree, "entries": placed}
    sections.read_file("stdsys.yaml", {"systems": [system]}, main=True)
    return assemble(sections, name="example")[0].systems["a"]


def values_on(line: Sequence[Stated]) -> dict[str, tuple[str, ...]]:
    """Return by the definition what holds for the first of a line of nodes, lowest first."""
    values = {axis: _first(each.get(plural) for each in line) for plural, axis in PLURALS.items()}
    further = [each.get("axes", {}) for each in line]
    for axis in {axis for axes in further for axis in axes}:
        values[axis] = _first(axes.get(axis) for axes in further)
    return values


def _first(stated: Iterable[Sequence[str] | None]) -> tuple[str, ...]:
    return next((tuple(values) for values in stated if values), ())


@given(st.lists(_stated, max_size=3), st.lists(_stated, min_size=1, max_size=8))
@settings(max_examples=150)
def test_values_come_from_the_nearest_that_states_them(
    nodes: list[Stated], entries: list[Stated]
) -> None:
    for index, entry in enumerate(built(nodes, entries).entries):
        at = index % (len(nodes) + 1)
        above = nodes[at::-1] if at < len(nodes) else []
        assert dict(entry.values) == values_on([entries[index], *above])


def test_entries_that_state_the_same_share_their_values() -> None:
    node: Stated = {"stages": ["p"]}
    one, two, three = built(
        [node], [{"at": "0"}, {"at": "0"}, {"at": "0", "aspects": ["q"]}]
    ).entries
    assert one.values is two.values
    assert three.values == {**one.values, "aspect": ("q",)}
