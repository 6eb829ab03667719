"""Invented counties (示例), any number of them, each a small workspace unlike the next."""

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from stdsys.analysis.analysis import Analysis
from stdsys.messages import translator
from stdsys.output.facts.folder import write_facts
from stdsys.output.facts.tables import fact_tables
from stdsys.rules.checking import Report, check
from stdsys.source.collector import without_collector
from stdsys.source.loading import load
from stdsys.source.positions import Positions

Data = dict[str, Any]

SAY = translator("en")
STAGES = {"growing": "种植", "making": "加工", "selling": "销售"}
ASPECTS = {"quality": "质量", "safety": "安全"}
FAMILIES = (
    *("GB 2762", "GB 99011", "GB 99012"),
    *(f"GB/T {99020 + serial}" for serial in range(8)),
    *("NY/T 99031", "LY/T 99032", "DB42/T 99041", "DB42 99042", "T/SLXH 051", "Q/SLGS 0061S"),
    *("JJF 99071", "GB/T 99080.1"),
)
EDITIONS = (2012, 2019, 2025)
_FACTS: tuple[Data, ...] = (
    {"status": "现行"},
    {"status": "现行", "verified": False},
    {"status": "未知"},
    {"effective": "2020-07-01", "issued": "2019-12"},
    {"effective": "2020"},  # which may be the day before
    {"effective": "2026-12"},
    {"withdrawn": "2024-01-01"},
    {},
)


@dataclass(frozen=True)
class County:
    """A county as the analysis sees it: what the answers of the queries are worked out from."""

    folder: Path
    analysis: Analysis
    report: Report

    def export(self, out: Path, form: str) -> None:
        """Write its facts."""
        out.mkdir(parents=True, exist_ok=True)
        tables = fact_tables(self.analysis, self.report, SAY)
        write_facts(tables, self.analysis, (form,), out, root=self.folder)


def counties(count: int, folder: Path, out: Path) -> list[County]:
    """Write, read, check and export so many counties."""
    with without_collector():  # as the program runs
        return [_county(index, folder / f"{index:04d}", out) for index in range(count)]


def _county(index: int, folder: Path, out: Path) -> County:
    folder.mkdir(parents=True)
    written = json.dumps(county(index), ensure_ascii=False, indent=1)  # which is YAML, too
    (folder / "stdsys.yaml").write_text(written, encoding="utf-8")
    loaded = load(folder)
    assert loaded.readable, [str(found.message) for found in loaded.findings]
    day = loaded.workspace.record.as_of
    assert day is not None
    analysis = Analysis(loaded.workspace, day.last)
    found = County(folder, analysis, check(analysis, loaded.findings, Positions(folder)))
    found.export(out, "parquet")
    return found


def county(index: int) -> Data:
    """Return what the county of this index writes; always the same."""
    draw = Random(index)
    numbers = _numbers(draw)
    head: Data = {
        "format": 1,
        "name": f"county-{index:04d}",
        "title": f"示例县{index}标准体系",
        "as_of": draw.choice(["2026-06-01", "2026-06-01", "2025-03-01"]),
    }
    if index % 17:
        head["region"] = {"name": f"示例县{index}", "code": f"99{index // 10:02d}{index % 10:02d}"}
    return {
        "workspace": head,
        "stages": [{"id": key, "name": name} for key, name in STAGES.items()],
        "aspects": [{"id": key, "name": name} for key, name in ASPECTS.items()],
        "organisations": [{"id": "union", "name": "示例协会", "own": True}],
        "documents": [{"id": "law", "title": "示例办法", "issued": "2020"}],
        "coverage": _policy(draw),
        "standards": [_record(draw, number, numbers) for number in numbers],
        "systems": [
            {"id": "base", "name": "示例共用标准", "shared": True, **_system(draw, numbers)},
            *(
                {"id": key, "name": f"示例{key}", "uses": ["base"], **_system(draw, numbers, key)}
                for key in ("fruit", "nuts")[: draw.randint(1, 2)]
            ),
        ],
        "targets": _targets(draw),
    }


def _numbers(draw: Random) -> list[str]:
    families = draw.sample(FAMILIES, draw.randint(6, 12))
    return [
        f"{family}-{year}"
        for family in families
        for year in sorted(draw.sample(EDITIONS, draw.choice([1, 1, 1, 2])))
    ]


def _record(draw: Random, number: str, numbers: list[str]) -> Data:
    family = number.rpartition("-")[0]
    record: Data = {"number": number, "title": f"示例{family}", **draw.choice(_FACTS)}
    if draw.random() < 0.1:
        record["title"] += "通则"
    if draw.random() < 0.2:
        record["number"] = number.replace("-", "—").replace("/T ", "/T")
    older = [one for one in numbers if one < number and one.startswith(f"{family}-")]
    if older and draw.random() < 0.7:
        record["replaces"] = older
    if draw.random() < 0.1:
        record["issuer"] = "示例协会"
    cited = draw.sample(FAMILIES, draw.choice([0, 0, 1, 3]))
    cites = [f"{one}-2012" if draw.random() < 0.3 else one for one in cited if one != family]
    return record | ({"cites": cites} if cites else {})


def _policy(draw: Random) -> Data:
    policy: Data = {
        "require": [
            {"id": "chain", "name": "各环节都有标准", "each": "stage", "at_least": 1},
            {"id": "elements", "each": ["aspect"], "shared": draw.random() < 0.5},
            {
                "id": "both",
                "each": ["stage", "aspect"],
                "stages": ["making"],
                "levels": ["national"],
            },
        ]
    }
    if draw.random() < 0.4:
        policy["exempt"] = [{"stage": draw.choice(list(STAGES)), "reason": "示例理由"}]
    return policy


def _system(draw: Random, numbers: list[str], key: str = "base") -> Data:
    placed = draw.sample(numbers, draw.randint(2, min(6, len(numbers))))
    entries: list[Data] = [{"standard": number, **_where(draw)} for number in placed]
    if draw.random() < 0.1:
        entries.append({"standard": placed[0], "at": "1"})
    if draw.random() < 0.2:
        entries.append({"document": "law", "at": "1"})
    for serial in range(draw.choice([0, 0, 1, 2])):
        plan: Data = {
            "planned": f"示例{key}规范{serial}",
            "id": f"{key}-{serial}",
            "level": draw.choice(["local", "group", "enterprise"]),
            **_where(draw),
        }
        if draw.random() < 0.7:
            plan["due"] = draw.choice(["2026", "2027-06", "2027-12-31"])
        entries.append(plan)
    tree = [
        {"code": "1", "name": "甲", "children": [{"code": "1.1", "name": "丙"}]},
        {"code": "2", "name": "乙", "stages": ["making"]},
    ]
    return {"tree": tree, "entries": entries}


def _where(draw: Random) -> Data:
    where: Data = {"at": draw.choice(["1", "1.1", "2"])}
    stages = draw.sample(list(STAGES), draw.choice([0, 1, 1, 2]))
    aspects = draw.sample(list(ASPECTS), draw.choice([0, 1, 1]))
    if draw.random() < 0.1:
        where["origin"] = "自制"
    return (
        where | ({"stages": stages} if stages else {}) | ({"aspects": aspects} if aspects else {})
    )


def _targets(draw: Random) -> list[Data]:
    measure = {"of": "standards", "levels": ["national"]}
    return [
        {"id": "national", "measure": measure, "value": draw.randint(1, 6), "strength": "确保"},
        {
            "id": "chain",
            "measure": "coverage",
            "value": draw.choice(["50%", "100%"]),
            "strength": "力争",
            "due": draw.choice(["2024", "2027"]),
            "complete": draw.random() < 0.7,
        },
        {"id": "entered", "measure": "entered", "value": 5, "actual": 6, "strength": "预期"},
    ][: draw.randint(0, 3)]
