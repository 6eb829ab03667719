"""Rules R003 and R007: documents that cite each other in a circle, or themselves."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.resolved import ResolvedCitation
from stdsys.findings import Finding, Related, Severity
from stdsys.messages import Text, _
from stdsys.rules.citations.citation_rule import CitationRule, cited_name, citing_name
from stdsys.rules.reading.sources import NORMATIVE_REFERENCES, PRACTICE
from stdsys.rules.rule import Rule, Sample


class CitationCycle(Rule):
    """R003."""

    code = "R003"
    name = "citation-cycle"
    severity = Severity.INFO
    summary = _("standards cite each other in a circle")
    why = _(
        "Parts of one standard often do, and rightly. Elsewhere none of them can be revised before "
        "the others: revise them together."
    )
    source = PRACTICE
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    cites: [GB/T 99002]
  - number: GB/T 99002-2020
    title: 示例加工规范
    cites: [GB/T 99001]
""",
        at=(4, 13),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    cites: [GB/T 99002]
  - number: GB/T 99002-2020
    title: 示例加工规范
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each knot of editions, at its first citation."""
        for members in analysis.citations.cycles:
            knot = frozenset(members)
            links = [
                citation
                for key in members
                for citation in analysis.citations.by_citing(key)
                if _leads_into(knot, citation)
            ]
            first, *others = links
            message = _(
                "standards that cite each other in a circle: {standards}", standards=members
            )
            related = tuple(Related(link.place, _link_text(link)) for link in others)
            unverified = any(link.unverified for link in links)
            yield self.found(
                message,
                first.place,
                members[0],
                about=members[1:],
                related=related,
                unverified=unverified,
            )


def _leads_into(knot: frozenset[str], citation: ResolvedCitation) -> bool:
    return any(target.key in knot and target is not citation.citing for target in citation.targets)


def _link_text(citation: ResolvedCitation) -> Text:
    return _("{citing} cites {cited}", citing=citing_name(citation), cited=cited_name(citation))


class CitesItself(CitationRule):
    """R007."""

    code = "R007"
    name = "cites-itself"
    severity = Severity.WARNING
    summary = _("a document cites itself")
    why = _(
        "A normative reference names another document. In an own document this is a warning, in "
        "documents of others an info. A reference to all parts of its series is none to itself."
    )
    source = NORMATIVE_REFERENCES
    bad = Sample(
        """\
standards:
  - number: T/SLXH 001-2024
    title: 示例种植规范
    issuer: guild
    cites: [T/SLXH 001-2024]
""",
        at=(5, 13),
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
        """Whether the citation means this very edition and no other."""
        return citation.of_itself and len(citation.targets) <= 1

    def say(self, citation: ResolvedCitation, analysis: Analysis) -> tuple[Text, Text | None]:
        """Name the document."""
        message = _("{citing} cites itself", citing=citing_name(citation))
        return message, _("remove it from cites")

    def object_of(self, citation: ResolvedCitation) -> str:
        """Gather by the document."""
        return citation.citing.key
