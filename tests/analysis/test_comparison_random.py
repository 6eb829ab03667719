"""Random workspaces and random edits: nothing differs from itself, every edit is found."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.difference.comparison import Difference
from stdsys.analysis.difference.field_changes import Change
from tests.analysis.analysed import DAY
from tests.analysis.random_workspaces import Data, build, workspaces

DAYS = st.sampled_from([date(2019, 1, 1), DAY, date(2028, 1, 1)])


def difference(before: Data, after: Data, first: date = DAY, second: date = DAY) -> Difference:
    return Difference.of(Analysis(build(before), first), Analysis(build(after), second))


@settings(max_examples=20)
@given(workspaces(), DAYS)
def test_nothing_differs_from_itself(data: Data, day: date) -> None:
    assert difference(data, deepcopy(data), day, day).empty


def told(change: Change[Any], *, ahead: bool) -> str:
    sides = [side and side.key for side in (change.before, change.after)]
    step = 1 if ahead else -1
    fields = [(one.field, *map(repr, (one.before, one.after)[::step])) for one in change.fields]
    return repr((sides if ahead else sides[::-1], change.because, sorted(fields)))


@settings(max_examples=25)
@given(workspaces(), workspaces(), DAYS, DAYS)
def test_the_way_back_is_the_mirror(one: Data, other: Data, first: date, second: date) -> None:
    there, back = difference(one, other, first, second), difference(other, one, second, first)
    for way, return_way in ((there.items, back.items), (there.entries, back.entries)):
        assert sorted(told(change, ahead=True) for change in way) == sorted(
            told(change, ahead=False) for change in return_way
        )
    assert {(c.key, c.added, c.removed) for c in there.records} == {
        (c.key, c.removed, c.added) for c in back.records
    }
    assert {(s.item.key, s.before.status, s.after.status, s.by_time) for s in there.statuses} == {
        (s.item.key, s.after.status, s.before.status, s.by_time) for s in back.statuses
    }
    assert {(c.of, c.key, c.before, c.after) for c in there.counts} == {
        (c.of, c.key, c.after, c.before) for c in back.counts
    }
    assert _states(there, ahead=True) == _states(back, ahead=False)
    assert there.empty == back.empty


def _states(found: Difference, *, ahead: bool) -> set[tuple[object, ...]]:
    step = 1 if ahead else -1
    return {
        (
            change.thing.system,
            change.thing.clause.id,
            frozenset(change.thing.axes.items()),
            (change.before and change.before.state, change.after and change.after.state)[::step],
        )
        for change in found.cells
    }


def _record(data: Data, draw: st.DataObject) -> Data:
    records: list[Data] = data["standards"]
    assume(len(records) > 0)
    return draw.draw(st.sampled_from(records))


def _system(data: Data, draw: st.DataObject) -> Data:
    found: Data = draw.draw(st.sampled_from(data["systems"]))
    return found


def _named(entry: Data) -> str:
    return str(next(entry[name] for name in ("standard", "id", "document") if name in entry))


def retitle(data: Data, draw: st.DataObject) -> tuple[str, str]:
    record = _record(data, draw)
    record["title"] += "（新）"
    return "items", record["number"]


def redate(data: Data, draw: st.DataObject) -> tuple[str, str]:
    record = _record(data, draw)
    record["issued"] = "2009-03-04"
    return "items", record["number"]


def add_standard(data: Data, draw: st.DataObject) -> tuple[str, str]:
    data["standards"].append({"number": "SN/T 77-2021", "title": "示例新增"})
    return "items", "SN/T 77-2021"


def add_edition(data: Data, draw: st.DataObject) -> tuple[str, str]:
    data["standards"].append({"number": "GB 2-2099", "title": "示例新版"})
    return "items", "GB 2-2099"


def drop_citation(data: Data, draw: st.DataObject) -> tuple[str, str]:
    record = _record(data, draw)
    record["cites"] = ["GB 2760"]
    return "items", record["number"]


def rename_system(data: Data, draw: st.DataObject) -> tuple[str, str]:
    system = _system(data, draw)
    system["name"] += "（新）"
    return "records", system["id"]


def add_node(data: Data, draw: st.DataObject) -> tuple[str, str]:
    system = _system(data, draw)
    system["tree"].append({"code": "9", "name": "丁"})
    return "records", f"{system['id']}/9"


def rename_stage(data: Data, draw: st.DataObject) -> tuple[str, str]:
    stage = draw.draw(st.sampled_from(data["stages"]))
    stage["name"] += "（新）"
    return "records", f"stage/{stage['id']}"


def ask_for_more(data: Data, draw: st.DataObject) -> tuple[str, str]:
    assume(data["coverage"]["require"])
    clause = draw.draw(st.sampled_from(data["coverage"]["require"]))
    clause["at_least"] = "7"
    return "records", clause["id"]


def rename_document(data: Data, draw: st.DataObject) -> tuple[str, str]:
    data["documents"][0]["title"] = "示例条例"
    return "items", "law"


def add_entry(data: Data, draw: st.DataObject) -> tuple[str, str]:
    system = _system(data, draw)
    system["entries"].append({"planned": "示例新计划", "id": "new", "at": "1"})
    return "entries", f"{system['id']}:new"


def move_entry(data: Data, draw: st.DataObject) -> tuple[str, str]:
    system = _system(data, draw)
    entry = draw.draw(st.sampled_from(system["entries"]))
    key = _named(entry)
    assume([_named(other) for other in system["entries"]].count(key) == 1)
    entry["at"] = "2" if entry.get("at") != "2" else "1"
    return "entries", f"{system['id']}:{key}"


def remove_entry(data: Data, draw: st.DataObject) -> tuple[str, str]:
    system = _system(data, draw)
    entry = draw.draw(st.sampled_from(system["entries"]))
    system["entries"].remove(entry)
    return "entries", f"{system['id']}:{_named(entry)}"


EDITS = (
    *(retitle, redate, add_standard, add_edition, drop_citation, rename_system, add_node),
    *(rename_stage, ask_for_more, rename_document, add_entry, move_entry, remove_entry),
)


@settings(max_examples=50)
@given(workspaces(), st.sampled_from(EDITS), st.data())
def test_every_edit_is_found(
    data: Data, edit: Callable[[Data, st.DataObject], tuple[str, str]], draw: st.DataObject
) -> None:
    edited = deepcopy(data)
    part, key = edit(edited, draw)
    found = difference(data, edited)
    keys = [
        side.key if part != "records" else side.id
        for change in getattr(found, part)
        for side in (change.before, change.after)
        if side is not None
    ]
    assert key in keys
    assert not found.empty
