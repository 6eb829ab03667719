"""Rules R001, R004 and R006: citations of what is not here, not yet there, or of a lower level."""

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.lookup import HIGHEST, LOWEST, rank_of_level
from stdsys.analysis.citations.resolved import Outcome, ResolvedCitation
from stdsys.findings import Severity
from stdsys.messages import Text, _
from stdsys.model.items import PlannedStandard
from stdsys.numbers import Level
from stdsys.rules.citations.citation_rule import CitationRule, cited_name, citing_name
from stdsys.rules.reading.sources import COMPLETENESS, NORMATIVE_REFERENCES
from stdsys.rules.rule import Sample
from stdsys.rules.wording import LEVEL_WORDS

CLOSED = "closed"
"""`workspace.citations: closed`: everything cited has to be in the workspace."""


class CitesOutside(CitationRule):
    """R001."""

    code = "R001"
    name = "cites-outside"
    severity = Severity.WARNING
    elsewhere = None
    summary = _("a document cites a standard that the workspace does not know")
    why = _(
        "Whether such a standard is still in force is checked by nobody here. In an own document "
        "this is an info; the documents of others are left to the sheet of external references. "
        "With `citations: closed` it is a warning everywhere: the workspace is to hold all that "
        "its standards rest on."
    )
    source = COMPLETENESS
    bad = Sample(
        """\
standards:
  - number: T/SLXH 001-2024
    title: 示例种植规范
    issuer: guild
    cites: [GB/T 99001]
""",
        at=(5, 13),
    )
    good = Sample(
        """\
standards:
  - number: T/SLXH 001-2024
    title: 示例种植规范
    issuer: guild
    cites: [GB/T 99001]
  - {number: GB/T 99001-2020, title: 示例术语}
"""
    )

    def severity_for(self, own: bool, analysis: Analysis) -> Severity | None:
        """Return warning in a closed workspace, else info in own documents."""
        if analysis.workspace.record.citations == CLOSED:
            return Severity.WARNING
        return Severity.INFO if own else None

    def concerns(self, citation: ResolvedCitation, analysis: Analysis) -> bool:
        """Whether neither the edition nor its family is known, and could not be unreadable.

        A text that is no number at all is N001.
        """
        if citation.outcome is not Outcome.OUTSIDE or citation.number is None:
            return False
        return not analysis.workspace.may_be_unread(citation.number.family)

    def say(self, citation: ResolvedCitation, analysis: Analysis) -> tuple[Text, Text | None]:
        """Name the citing document and the unknown number."""
        message = _(
            "{citing} cites {cited}, which is not in the workspace",
            citing=citing_name(citation),
            cited=cited_name(citation),
        )
        return message, _("add a record of it under standards")

    def object_of(self, citation: ResolvedCitation) -> str:
        """Gather by the undated number: one record to add."""
        return citation.number.family if citation.number else citation.cited_as


class CitesLowerLevel(CitationRule):
    """R004."""

    code = "R004"
    name = "cites-lower-level"
    severity = Severity.INFO
    elsewhere = None
    summary = _("an own document cites a standard of a lower level")
    why = _(
        "What a local standard rests on can then be changed by an association or an enterprise. "
        "It is allowed; look whether a standard of the same or a higher level says the same."
    )
    source = _("practice; GB/T 1.1-2020, 8.6 (normative references)")
    bad = Sample(
        """\
standards:
  - number: T/SLXH 001-2024
    title: 示例种植规范
    issuer: guild
    cites: [Q/SLGS 001-2023]
  - {number: Q/SLGS 001-2023, title: 示例苗木}
""",
        at=(5, 13),
    )
    good = Sample(
        """\
standards:
  - number: T/SLXH 001-2024
    title: 示例种植规范
    issuer: guild
    cites: [GB/T 99001-2020]
  - {number: GB/T 99001-2020, title: 示例苗木}
"""
    )

    def concerns(self, citation: ResolvedCitation, analysis: Analysis) -> bool:
        """Whether both levels are among the five, and the cited one is lower."""
        level, cited = citation.citing.level, _cited_level(citation)
        own = rank_of_level(level, otherwise=LOWEST)
        return rank_of_level(cited, otherwise=HIGHEST) > own

    def say(self, citation: ResolvedCitation, analysis: Analysis) -> tuple[Text, Text | None]:
        """Name both levels."""
        level, cited = citation.citing.level, _cited_level(citation)
        assert level is not None
        assert cited is not None
        message = _(
            "{citing} ({level}) cites {cited}, which is of a lower level ({cited_level})",
            citing=citing_name(citation),
            level=LEVEL_WORDS[level],
            cited=cited_name(citation),
            cited_level=LEVEL_WORDS[cited],
        )
        return message, None


def _cited_level(citation: ResolvedCitation) -> Level | None:
    """Return the level that the number tells, else the record; a plan's level is only proposed."""
    if citation.number is not None:
        return citation.number.level
    return citation.targets[0].level if citation.targets else None


class CitesPlanned(CitationRule):
    """R006."""

    code = "R006"
    name = "cites-planned"
    severity = Severity.INFO
    summary = _("a document cites a standard that is only planned")
    why = _("Nothing can be applied until it is issued: draft the cited standard first.")
    source = NORMATIVE_REFERENCES
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    entries:
      - {planned: 示例术语, id: terms, level: group}
standards:
  - number: T/SLXH 001-2024
    title: 示例种植规范
    issuer: guild
    cites: [terms]
""",
        at=(10, 13),
    )
    good = Sample(
        """\
standards:
  - number: T/SLXH 001-2024
    title: 示例种植规范
    issuer: guild
    cites: [T/SLXH 002-2024]
  - {number: T/SLXH 002-2024, title: 示例术语}
"""
    )

    def concerns(self, citation: ResolvedCitation, analysis: Analysis) -> bool:
        """Whether a planned standard is cited, and not by itself."""
        return isinstance(citation.other, PlannedStandard) and not citation.of_itself

    def say(self, citation: ResolvedCitation, analysis: Analysis) -> tuple[Text, Text | None]:
        """Name the planned standard by its title."""
        message = _(
            "{citing} cites {cited}, which is only planned",
            citing=citing_name(citation),
            cited=cited_name(citation),
        )
        return message, None

    def object_of(self, citation: ResolvedCitation) -> str:
        """Gather by the planned standard, whether its id or its title is written."""
        return citation.other.key if citation.other is not None else citation.cited_as

    def rests_on_unverified(self, citation: ResolvedCitation, analysis: Analysis) -> bool:
        """Ask the citation and the plan."""
        return citation.unverified or (citation.other is not None and citation.other.unverified)
