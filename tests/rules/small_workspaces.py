"""Pieces of YAML for workspaces of a few invented standards, and what one rule finds in them."""

from datetime import date
from pathlib import Path

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding
from stdsys.messages import Text, translator
from stdsys.rules.checking import Report, check
from stdsys.rules.registry import RULES
from stdsys.source.positions import Positions
from tests.workspaces import workspace, workspace_and_findings

DAY = date(2026, 11, 22)
OLD, NEW, NEWER = "GB/T 99001-2010", "GB/T 99001-2020", "GB/T 99001-2025"
"""Three editions of one standard."""

OWN = "organisations: [{id: guild, name: 示例协会, own: true}]\n"
"""A section with an organisation whose standards are own."""

_HEAD = "workspace: {format: 1, name: example}\n"


def records(*bodies: str) -> str:
    """Return a section of records, each given as the inside of a flow mapping."""
    return "standards:\n" + "".join(f"  - {{{body}}}\n" for body in bodies)


def record(**fields: str) -> str:
    """Return a section of one record."""
    return records(", ".join(f"{name}: {value}" for name, value in fields.items()))


def system(*entries: str, name: str = "crop", more: str = "") -> str:
    """Return an item of a section of systems: all entries stand at one node."""
    lines = "".join(f"      - {{{entry}, at: '1'}}\n" for entry in entries)
    return (
        f"  - id: {name}\n    name: 示例作物标准体系\n{more}"
        f"    tree: [{{code: '1', name: 示例种植}}]\n    entries:\n{lines}"
    )


def systems(*items: str) -> str:
    """Return a section of systems."""
    return "systems:\n" + "".join(items)


def one_system(*entries: str) -> str:
    """Return a section of one system with these entries."""
    return systems(system(*entries))


def found(code: str, text: str, day: date = DAY) -> list[Finding]:
    """Return what one rule finds, before anything is muted or gathered."""
    built, _findings = workspace_and_findings(text)
    return list(RULES[code].check(Analysis(built, day)))


def report(text: str, day: date = DAY) -> Report:
    """Return the report of all rules; nothing has a position, for there are no files."""
    return check(Analysis(workspace(_HEAD + text), day), (), Positions(Path("no-such-folder")))


def codes(text: str, family: str, day: date = DAY) -> list[str]:
    """Return the codes of one family in the report of all rules."""
    found = (one.finding.code for one in report(text, day).findings)
    return [code for code in found if code.startswith(family)]


def say(text: Text | None) -> str:
    """Return a text in English, nothing for None."""
    return translator("en")(text) if text else ""
