"""Workspaces for tests, from a piece of YAML, through the real reading and assembly."""

from textwrap import dedent

import yaml

from stdsys.findings import Finding
from stdsys.model.assembly import assemble
from stdsys.model.sections import Sections
from stdsys.model.workspace import Workspace


def workspace(text: str) -> Workspace:
    """Return the workspace of one file `stdsys.yaml`; the text must be without fault."""
    built, findings = workspace_and_findings(text)
    assert not findings, [(f.code, f.message.msgid, dict(f.message.values)) for f in findings]
    return built


def workspace_and_findings(text: str) -> tuple[Workspace, list[Finding]]:
    """Return the workspace of one file `stdsys.yaml` and what reading and assembly find (Y…)."""
    sections = Sections()
    data = yaml.load(dedent(text), yaml.BaseLoader)
    sections.read_file("stdsys.yaml", data or None, main=True)
    return assemble(sections, name="example")
