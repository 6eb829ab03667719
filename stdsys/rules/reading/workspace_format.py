"""Family Y, the fields of the format (Y101–Y107): the manual of what is found while reading."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.matrix import MOST_CELLS, MOST_MATCHES
from stdsys.findings import Finding, Severity
from stdsys.messages import _
from stdsys.rules.reading.sources import ONCE_IN_SYSTEM, WORKSPACE_FORMAT
from stdsys.rules.rule import ReadingRule, Sample
from stdsys.rules.samples import SOUND_RECORD


class UnknownField(ReadingRule):
    """Y101."""

    code = "Y101"
    name = "unknown-field"
    severity = Severity.ERROR
    summary = _("a field is unknown here")
    why = _(
        "A misspelt field would otherwise be ignored in silence: `effectve` would leave a standard "
        "without its date of effect."
    )
    source = WORKSPACE_FORMAT
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    titel: 示例种植规范
""",
        at=(3, 5),
    )
    good = SOUND_RECORD


class MissingField(ReadingRule):
    """Y102."""

    code = "Y102"
    name = "missing-field"
    severity = Severity.ERROR
    summary = _("a field is missing that the record cannot do without")
    why = _("A standard without a number, or a system without an id, cannot be referred to.")
    source = WORKSPACE_FORMAT
    bad = Sample(
        """\
standards:
  - title: 示例种植规范
""",
        at=(2, 5),
    )
    good = SOUND_RECORD


class WrongValue(ReadingRule):
    """Y103."""

    code = "Y103"
    name = "wrong-value"
    severity = Severity.ERROR
    summary = _("a value is not of the kind that its field needs")
    why = _(
        "Dates, counts, levels and statuses are compared and counted; a value that cannot be "
        "understood is left out of the analysis until it is mended."
    )
    source = WORKSPACE_FORMAT
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    issued: 2020年春
""",
        at=(4, 13),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    issued: 2020-03
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield the clauses whose axes would make more cells than anybody can read."""
        for system, clause in analysis.coverage.refused:
            message = _(
                "{field}: expected {expected}",
                field=clause.id,
                expected=_(
                    "fewer axes or values: at most {cells} cells in all, and {matches} standards "
                    "counted in them",
                    cells=MOST_CELLS,
                    matches=MOST_MATCHES,
                ),
            )
            yield self.found(message, clause.place.at("each"), clause.id, about=(system,))


class UnknownId(ReadingRule):
    """Y104."""

    code = "Y104"
    name = "unknown-id"
    severity = Severity.ERROR
    summary = _("an id of the workspace's own names nothing")
    why = _(
        "Stages, aspects, nodes, organisations, documents and planned standards are defined in the "
        "workspace; a name that none of them bears is a typing error."
    )
    source = WORKSPACE_FORMAT
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植, stages: [growin]}
    entries:
      - {standard: GB/T 99001-2020, at: "1"}
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范}
""",
        at=(5, 42),
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植, stages: [growing]}
    entries:
      - {standard: GB/T 99001-2020, at: "1"}
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范}
"""
    )


class DefinedTwice(ReadingRule):
    """Y105."""

    code = "Y105"
    name = "defined-twice"
    severity = Severity.ERROR
    summary = _("an id or a standard is defined twice")
    why = _(
        "Facts of a standard stand once; two records drift apart. If both say the same it is only "
        "a warning. The first one is used."
    )
    source = ONCE_IN_SYSTEM
    bad = Sample(
        """\
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范}
  - {number: GB/T 99001—2020, title: 示例栽培规范}
""",
        at=(3, 5),
    )
    good = Sample(
        """\
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范}
  - {number: GB/T 99002-2020, title: 示例栽培规范}
"""
    )


class FactsDisagree(ReadingRule):
    """Y106."""

    code = "Y106"
    name = "facts-disagree"
    severity = Severity.ERROR
    summary = _("a fact is stated in two places, differently")
    why = _(
        "An entry may repeat facts of a standard, as tables do; then both must say the same, or "
        "every table drawn from the workspace depends on which one was read."
    )
    source = WORKSPACE_FORMAT
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    entries:
      - {standard: GB/T 99001-2020, title: 示例栽培规范}
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范}
""",
        at=(5, 44),
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    entries:
      - {standard: GB/T 99001-2020, title: 示例种植规范}
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范}
"""
    )


class UnusableMember(ReadingRule):
    """Y107."""

    code = "Y107"
    name = "unusable-member"
    severity = Severity.ERROR
    summary = _("a member workspace cannot be opened, or is listed wrongly")
    why = _(
        "stdsys rollup counts a city over its counties; a county that is missing, listed twice or "
        "in a circle would make every sum wrong. Members are folders, from the folder of the list; "
        "`..` and absolute paths may be used, addresses on the web may not."
    )
    source = WORKSPACE_FORMAT
    bad = Sample(
        """\
workspace: {format: 1, name: city, as_of: 2026-11-22, members: [../nowhere]}
""",
        at=(1, 65),
    )
    good = Sample(
        """\
workspace: {format: 1, name: city, as_of: 2026-11-22, members: [county]}
""",
        member="workspace: {format: 1, name: county}\n",
    )
