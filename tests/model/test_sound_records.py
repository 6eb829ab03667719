"""The quick way gives the records, places and findings of the careful one, whatever the data."""

import random
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.findings import Place
from stdsys.model import sections as reading
from stdsys.model.record import Record
from stdsys.model.sections import LISTS, Sections
from stdsys.model.sound_records import NESTED, sound_record
from stdsys.model.system_record import SystemRecord
from stdsys.source.builder import build

EXAMPLE = Path(__file__).parents[2] / "examples" / "xianning"
SAMPLE = """
workspace: {name: example}
axes: [{id: channel, name: 渠道, values: [{id: online, name: 线上}]}]
coverage:
  require: [{id: chain, each: stage, channel: online}]
  exempt: [{clause: chain, stages: [growing], reason: 示例}]
programme: {phases: [{id: one, name: 一}], tasks: [{id: t, title: 任务, phase: one}]}
series: [{id: s, name: 示例, values: [{at: 2020, value: 1}]}]
standards:
  - {number: GB/T 99001-2020, title: 示例, cites: [GB/T 99002, {number: GB 99003-2001}]}
  - {number: GB/T 99002-2019, replaces: {number: GB/T 99002-2001, scope: part}}
systems:
  - id: a
    name: 甲
    tree:
      - {code: "1", name: 一, stages: growing, children: [{code: "1.1", name: 一一}]}
    entries:
      - {standard: GB/T 99001-2020, at: "1.1", aspects: [quality], axes: {channel: online}}
      - {planned: 示例拟制定, needs: [GB/T 99001-2020], due: 2027-06}
    coverage: {require: [{id: own, each: [stage]}]}
"""
WRONG: tuple[object, ...] = (
    None,
    "",
    "x",
    "2020-13",
    [],
    {},
    [None],
    {"x": None},
    ["x"],
    {"number": "x"},
    [{"x": "y"}],
)


def read(data: object, *, quickly: bool) -> Sections:
    sections = Sections()
    with pytest.MonkeyPatch.context() as patch:
        if not quickly:
            patch.setattr(reading, "sound_record", lambda *_: None)
        sections.read_file("stdsys.yaml", deepcopy(data), main=True)
    return sections


def placed(sections: Sections) -> Iterator[tuple[str, set[str]]]:
    """Yield the places that all records tell, and the fields that are stated there."""
    tops: list[Record | None] = [sections.workspace, *sections.coverage, *sections.programmes]
    waiting = [record for record in tops if record is not None]
    for name in LISTS:
        waiting += getattr(sections, name)
    while waiting:
        record = waiting.pop(0)
        yield str(record.place), record.model_fields_set
        for name in NESTED.get(type(record), ()):
            waiting += getattr(record, name)
        if isinstance(record, SystemRecord):
            waiting.append(record.coverage)


def assert_same(data: object) -> None:
    quick, careful = read(data, quickly=True), read(data, quickly=False)
    assert quick == careful  # records, findings and lost names
    assert list(placed(quick)) == list(placed(careful))


def containers(value: object) -> Iterator[dict[str, object] | list[object]]:
    """Yield the mappings and lists of some data, from outside inwards."""
    if isinstance(value, dict | list):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from containers(inner)


@pytest.mark.parametrize("file", sorted(EXAMPLE.rglob("*.yaml")), ids=lambda file: file.name)
def test_the_files_of_the_example_read_alike(file: Path) -> None:
    assert_same(build(file.read_text(encoding="utf-8")).data)


def test_the_sample_is_without_fault() -> None:
    assert read(build(SAMPLE).data, quickly=True).findings == []
    assert_same(build(SAMPLE).data)


@given(st.integers(0, 10**9), st.integers(0, 3))
@settings(max_examples=150)
def test_damaged_data_read_alike(seed: int, faults: int) -> None:
    drawn = random.Random(seed)
    data = build(SAMPLE).data
    for _ in range(faults):
        spot = drawn.choice([found for found in containers(data) if found])
        wrong = deepcopy(drawn.choice(WRONG))
        if isinstance(spot, list):
            spot[drawn.randrange(len(spot))] = wrong
        else:
            spot[drawn.choice([*spot, "unknown"])] = wrong
    assert_same(data)


def test_sound_data_needs_no_second_look_and_the_rest_does() -> None:
    place = Place("a.yaml", ("systems", 0))
    entries = [{"standard": "GB/T 99001-2020"}, {"standard": "GB/T 99002-2020"}]
    record = sound_record(SystemRecord, {"id": "a", "name": "甲", "entries": entries}, place)
    assert record is not None
    assert [str(entry.place) for entry in record.entries] == [
        "a.yaml#/systems/0/entries/0",
        "a.yaml#/systems/0/entries/1",
    ]
    assert sound_record(SystemRecord, {"id": "a", "name": "甲", "owner": None}, place) is None
    assert sound_record(SystemRecord, {"id": "a", "name": "甲", "colour": "red"}, place) is None
