"""Small random workspaces for property tests: all classes, shared bases, duplicates, policies."""

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from stdsys.model.assembly import assemble
from stdsys.model.sections import Sections
from stdsys.model.workspace import Workspace

Data = dict[str, Any]
"""A workspace file as the YAML reader gives it: mappings, lists, text."""

STAGES = ("growing", "making", "selling")
ASPECTS = {"quality": "产品", "safety": "安全", "method": "产品", "rest": None}
NUMBERS = (
    "GB 1-2010",
    "GB 1-2018",
    "GB 1-2026",
    "GB 2-2010",
    "GB 2",
    "GB/T 3-2026",
    "NY/T 4-2012",
    "DB42/T 5-2013",
    "T/ABC 6-2019",
    "T/ABC 6-2026",
    "Q/XYZ 7-2018",
    "JJF 8-2005",
    "ISO 9:2015",
)
PLANS = ("p1", "p2", "p3")
LEVELS = ("national", "industry", "local", "group", "enterprise", "other")
FACTS: tuple[Data, ...] = (
    {},
    {"status": "现行"},
    {"status": "未知"},
    {"status": "即将实施"},
    {"withdrawn": "2020-01-01"},
    {"effective": "2015-01-01"},
    {"effective": "2027-03-16"},
    {"verified": "false"},
)


def _some(values: Iterable[str], most: int = 2) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(list(values)), max_size=most, unique=True)


def _filled(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Data]:
    """A mapping without its empty fields."""
    drawn = st.fixed_dictionaries(fields)
    return drawn.map(
        lambda data: {key: value for key, value in data.items() if value not in ("", [])}
    )


_AXES = {"stages": _some(STAGES), "aspects": _some(ASPECTS)}
_WHERE = {**_AXES, "at": st.sampled_from(["", "1", "1.1", "2"])}
_REPLACES = st.lists(
    st.sampled_from(NUMBERS).flatmap(
        lambda number: st.sampled_from([number, {"number": number, "scope": "part"}])
    ),
    max_size=2,
)


def _entry(kind: str, key: str, facts: Data) -> st.SearchStrategy[Data]:
    named = {"planned": f"示例{key}", "id": key, **facts} if kind == "planned" else {kind: key}
    code = st.sampled_from(["", "", "", "1-002", "X-1"])
    return _filled({**_WHERE, "code": code}).map(lambda where: {**named, **where})


_OLDER = {
    "GB 1-2018": ["GB 1-2010"],
    "GB 1-2026": ["GB 1-2018", "GB 2-2010"],
    "GB/T 3-2026": ["NY/T 4-2012"],
    "T/ABC 6-2026": ["T/ABC 6-2019"],
}
"""What an edition may replace: always what is older, for cycles are not the matter here."""


@st.composite
def _standards(draw: st.DrawFn) -> list[Data]:
    records: list[Data] = []
    for number in NUMBERS:
        record = {"number": number, "title": f"示例{number}", **draw(st.sampled_from(FACTS))}
        scope = draw(st.sampled_from(["whole", "whole", "part", ""]))
        if scope and number in _OLDER:
            record["replaces"] = [{"number": one, "scope": scope} for one in _OLDER[number]]
        if draw(st.integers(0, 9)):
            records.append(record)
    return records


_CLAUSE = {
    "each": _some(("stage", "aspect")),
    **_AXES,
    "levels": _some(LEVELS),
    "at_least": st.sampled_from(["1", "1", "2", "3"]),
    "general": st.sampled_from(["true", "false"]),
    "shared": st.sampled_from(["true", "false"]),
}
_EXEMPTION = {
    "stages": _some(STAGES),
    "aspects": _some(ASPECTS),
    "clause": st.sampled_from(["", "x"]),
    "reason": st.just("示例理由"),
}


@st.composite
def _policies(draw: st.DrawFn) -> Data:
    ids = draw(_some(("x", "y")))
    require = [{"id": key, **draw(_filled(_CLAUSE))} for key in ids]
    return {"require": require, "exempt": draw(st.lists(_filled(_EXEMPTION), max_size=1))}


@st.composite
def workspaces(draw: st.DrawFn) -> Data:
    """A workspace of up to three systems, perhaps with a shared base, every entry at random."""
    records = draw(_standards())
    plans = {
        key: draw(
            _filled(
                {
                    "level": st.sampled_from(["", *LEVELS[:5]]),
                    "workflow": st.sampled_from(["", "起草"]),
                    "replaces": _REPLACES,
                }
            )
        )
        for key in PLANS
    }
    entry = st.one_of(
        *[st.sampled_from(NUMBERS).flatmap(lambda number: _entry("standard", number, {}))] * 5,
        st.sampled_from(PLANS).flatmap(lambda key: _entry("planned", key, plans[key])),
        _entry("document", "law", {}),
    )
    systems = []
    for key in draw(st.sampled_from([("a",), ("a", "b"), ("base", "a"), ("a", "base", "b")])):
        shared = key == "base"
        system = {
            "id": key,
            "name": f"示例{key}",
            "shared": "true" if shared else "false",
            "uses": draw(st.sampled_from([[], ["base"]])) if not shared else [],
            "tree": [
                {
                    "code": "1",
                    "name": "甲",
                    **draw(_filled(_AXES)),
                    "children": [{"code": "1.1", "name": "丙"}],
                },
                {"code": "2", "name": "乙"},
            ],
            "entries": draw(st.lists(entry, min_size=1, max_size=10)),
            "coverage": draw(_policies()) if draw(st.booleans()) else {},
            "expected": draw(st.sampled_from([{}, {}, {"group": "2"}, {"local": "1"}])),
        }
        systems.append(system)
    return {
        "stages": [{"id": key, "name": f"示例{key}"} for key in STAGES],
        "aspects": [
            {"id": key, "name": f"示例{key}", **({"category": word} if word else {})}
            for key, word in ASPECTS.items()
        ],
        "documents": [{"id": "law", "title": "示例办法"}],
        "standards": records,
        "coverage": draw(_policies()),
        "systems": systems,
    }


def build(data: Data) -> Workspace:
    """Return the workspace of such data. A base that is used but not there is left to Y104."""
    sections = Sections()
    sections.read_file("stdsys.yaml", data, main=True)
    built, _ = assemble(sections, name="random")
    return built
