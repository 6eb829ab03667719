import json
from pathlib import Path

import yaml

from tests.benchmarks.items import items
from tests.benchmarks.peer_files import (
    write_doorstop,
    write_needs,
    write_strictdoc,
    write_trestle,
)

COUNT = 300
SEED = 7
LINKS = sorted(cited.ident for item in items(COUNT, SEED) for cited in item.cited)


def test_doorstop_has_a_file_a_standard_and_a_link_a_citation(tmp_path: Path) -> None:
    write_doorstop(tmp_path, COUNT, SEED)
    read = [yaml.safe_load(path.read_text("utf-8")) for path in tmp_path.glob("*/*[0-9].yml")]
    assert len(read) == COUNT
    assert sorted(ident for item in read for link in item["links"] for ident in link) == LINKS


def test_strictdoc_has_a_relation_a_citation(tmp_path: Path) -> None:
    write_strictdoc(tmp_path, COUNT, SEED)
    text = "".join(path.read_text("utf-8") for path in tmp_path.glob("*.sdoc"))
    lines = text.splitlines()
    assert lines.count("[STANDARD]") == COUNT
    named = (line.removeprefix("  VALUE: ") for line in lines if line.startswith("  VALUE: "))
    assert sorted(named) == LINKS


def test_sphinx_needs_has_a_link_a_citation(tmp_path: Path) -> None:
    write_needs(tmp_path, COUNT, SEED)
    text = "".join(path.read_text("utf-8") for path in tmp_path.glob("part-*.rst"))
    lines = [line.strip() for line in text.splitlines()]
    assert sum(line.startswith(".. std::") for line in lines) == COUNT
    named = [line.removeprefix(":links: ") for line in lines if line.startswith(":links:")]
    assert sorted(ident for line in named for ident in line.split(", ")) == LINKS


def test_oscal_has_a_link_a_citation(tmp_path: Path) -> None:
    write_trestle(tmp_path / "catalog.json", COUNT, SEED)
    catalog = json.loads((tmp_path / "catalog.json").read_text("utf-8"))["catalog"]
    controls = [control for group in catalog["groups"] for control in group["controls"]]
    assert len(controls) == COUNT
    hrefs = (link["href"] for control in controls for link in control.get("links", ()))
    assert sorted(href.removeprefix("#").upper() for href in hrefs) == LINKS
