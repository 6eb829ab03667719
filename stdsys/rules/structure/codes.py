"""Rules S001, S002 and S005: the codes and layers of a system's tree."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Place, Related, Severity
from stdsys.messages import _
from stdsys.model.system_record import NodeRecord
from stdsys.rules.reading.sources import APPROPRIATE_LAYERS, CLEAR_DIVISION
from stdsys.rules.rule import Rule, Sample

MAX_LAYERS = 4
"""Layers of subsystems that a tree may have.

GB/T 13016 asks for appropriate layers (层次适当) and names no figure. In practice four are enough
for field, speciality, topic and object; below that a diagram no longer fits a page.
"""


class _Written(NamedTuple):
    """A node as it is written in the tree, with the code above it and its layer (from 1)."""

    record: NodeRecord
    parent: NodeRecord | None
    layer: int

    @property
    def place(self) -> Place:
        return self.record.place.at("code")


def _written(
    records: Iterable[NodeRecord], parent: NodeRecord | None = None, layer: int = 1
) -> list[_Written]:
    """Return every node of a tree, those whose code is taken already included."""
    found: list[_Written] = []
    for record in records:
        found.append(_Written(record, parent, layer))
        if record.children:
            found += _written(record.children, record, layer + 1)
    return found


class CodeTwice(Rule):
    """S001."""

    code = "S001"
    name = "code-twice"
    severity = Severity.ERROR
    summary = _("a subsystem code stands twice in one system")
    why = _(
        "Entries say by code where they stand, and diagram and detail table refer to each other by "
        "code. With two nodes of one code nobody can tell which is meant; the first one is used."
    )
    source = CLEAR_DIVISION
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
      - {code: "1", name: 示例加工}
    entries:
      - {standard: GB/T 99001-2020, at: "1"}
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范}
""",
        at=(6, 16),
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
      - {code: "2", name: 示例加工}
    entries:
      - {standard: GB/T 99001-2020, at: "1"}
      - {standard: GB/T 99002-2020, at: "2"}
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范}
  - {number: GB/T 99002-2020, title: 示例加工规范}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every further node that bears a code already taken."""
        for system in analysis.workspace.systems.values():
            first: dict[str, _Written] = {}
            for node in _written(system.record.tree):
                code = node.record.code
                taken = first.setdefault(code, node)
                if taken is node:
                    continue
                message = _("{system}: code {code} stands twice", system=system.name, code=code)
                first_here = _("first used here, for {name}", name=taken.record.name)
                related = (Related(taken.place, first_here),)
                yield self.found(message, node.place, f"{system.id}/{code}", related=related)


class CodeNotExtended(Rule):
    """S002."""

    code = "S002"
    name = "code-not-extended"
    severity = Severity.WARNING
    summary = _("a subsystem's code does not extend the code of the subsystem above it")
    why = _(
        "Readers find a standard's place from its code alone: 3.1 lies in 3. A code that does not "
        "begin with its parent's sends them to another branch."
    )
    source = _("practice: numbering of standards systems (标准体系编号)")
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - code: "1"
        name: 示例种植
        children:
          - {code: "2.1", name: 示例育苗}
    entries:
      - {standard: GB/T 99001-2020, at: "2.1"}
standards:
  - {number: GB/T 99001-2020, title: 示例育苗规范}
""",
        at=(8, 20),
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - code: "1"
        name: 示例种植
        children:
          - {code: "1.1", name: 示例育苗}
    entries:
      - {standard: GB/T 99001-2020, at: "1.1"}
standards:
  - {number: GB/T 99001-2020, title: 示例育苗规范}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every code that is not its parent's and a separator or digits more."""
        for system in analysis.workspace.systems.values():
            for node in _written(system.record.tree):
                if node.parent is None or _extends(node.record.code, node.parent.code):
                    continue
                message = _(
                    "{system}: code {code} does not extend {parent}, the code above it",
                    system=system.name,
                    code=node.record.code,
                    parent=node.parent.code,
                )
                hint = _("for example {code}", code=f"{node.parent.code}.1")
                above = _("the subsystem above: {name}", name=node.parent.name)
                related = (Related(node.parent.place.at("code"), above),)
                subject = f"{system.id}/{node.record.code}"
                yield self.found(message, node.place, subject, hint=hint, related=related)


def _extends(code: str, parent: str) -> bool:
    """Whether a code is its parent's, then a separator and more, or more digits.

    An equal code is a code used twice and left to S001.
    """
    if code == parent:
        return True
    rest = code.removeprefix(parent)
    if rest == code:
        return False
    separated = not rest[0].isalnum() and any(character.isalnum() for character in rest)
    return separated or rest[0].isdigit()


class TooDeep(Rule):
    """S005."""

    code = "S005"
    name = "too-deep"
    severity = Severity.INFO
    summary = _("a tree has more than four layers of subsystems")
    why = _(
        "A system has as few layers as it can: every further one splits common ground, and the "
        "structure diagram no longer fits a page. Four are enough: field, branch, topic, object."
    )
    source = APPROPRIATE_LAYERS
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例领域, children: [{code: "1.1", name: 示例专业, children: [
          {code: "1.1.1", name: 示例门类, children: [{code: "1.1.1.1", name: 示例对象, children: [
            {code: "1.1.1.1.1", name: 示例细目}]}]}]}]}
    entries:
      - {standard: GB/T 99001-2020, at: "1.1.1.1.1"}
""",
        at=(7, 20),
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例领域, children: [{code: "1.1", name: 示例专业, children: [
          {code: "1.1.1", name: 示例门类, children: [{code: "1.1.1.1", name: 示例对象}]}]}]}
    entries:
      - {standard: GB/T 99001-2020, at: "1.1.1.1"}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every node of the first layer that is too deep, not at those below."""
        for system in analysis.workspace.systems.values():
            for node in _written(system.record.tree):
                if node.layer != MAX_LAYERS + 1:
                    continue
                message = _(
                    "{system}: subsystem {code} lies in layer {layer}; a tree has at most {most}",
                    system=system.name,
                    code=node.record.code,
                    layer=node.layer,
                    most=MAX_LAYERS,
                )
                yield self.found(message, node.place, f"{system.id}/{node.record.code}")
