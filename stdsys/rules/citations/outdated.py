"""Rules R002, R005 and R008: citations of what is no longer in force under the number cited."""

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.resolved import Outcome, ResolvedCitation
from stdsys.findings import Severity
from stdsys.messages import Text, _
from stdsys.model.status import Status
from stdsys.rules.citations.citation_rule import CitationRule, cited_name, citing_name
from stdsys.rules.reading.sources import NORMATIVE_REFERENCES
from stdsys.rules.rule import Sample
from stdsys.rules.wording import STATUS_WORDS

_STATUS_OF = {Outcome.REPLACED: Status.REPLACED, Outcome.WITHDRAWN: Status.WITHDRAWN}


class CitesObsolete(CitationRule):
    """R002."""

    code = "R002"
    name = "cites-obsolete-edition"
    severity = Severity.WARNING
    summary = _("a document cites an edition that is withdrawn or replaced")
    why = _(
        "A dated reference names one edition for good; when that edition is dead, users are sent "
        "to a void text. In an own document this is a warning: amend it at its next review. In "
        "documents of others it is an info, one for each cited edition."
    )
    source = _("GB/T 1.1-2020, 8.6 (normative references); Standardization Law, art. 29 (review)")
    bad = Sample(
        """\
standards:
  - number: T/SLXH 001-2024
    title: 示例种植规范
    issuer: guild
    cites: [GB/T 99001-2015]
  - {number: GB/T 99001-2015, title: 示例术语}
  - {number: GB/T 99001-2020, title: 示例术语, replaces: [GB/T 99001-2015]}
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
  - {number: GB/T 99001-2015, title: 示例术语}
  - {number: GB/T 99001-2020, title: 示例术语, replaces: [GB/T 99001-2015]}
"""
    )

    def concerns(self, citation: ResolvedCitation, analysis: Analysis) -> bool:
        """Whether the cited edition itself is withdrawn or replaced."""
        return citation.outcome in _STATUS_OF

    def say(self, citation: ResolvedCitation, analysis: Analysis) -> tuple[Text, Text | None]:
        """Name the chain from the cited edition to the one in force."""
        named = {
            "citing": citing_name(citation),
            "cited": cited_name(citation),
            "status": STATUS_WORDS[_STATUS_OF[citation.outcome]],
        }
        if len(citation.chain) < 2:
            return _("{citing} cites {cited}, which is {status}", **named), None
        chain = " → ".join(citation.chain)
        message = _("{citing} cites {cited}, which is {status}: {chain}", **named, chain=chain)
        live = analysis.statuses.live_successor(citation.chain[-1])
        return message, _("cite {number}", number=live.key) if live is not None else None

    def rests_on_unverified(self, citation: ResolvedCitation, analysis: Analysis) -> bool:
        """Ask the citation, then what makes the edition dead: its successor, else its own facts."""
        if citation.unverified:
            return True
        cited = next(iter(citation.targets), None)
        if cited is None:
            old, new = citation.chain[0], next(iter(citation.chain[1:]), None)
        else:
            old, new = cited.key, analysis.statuses(cited).successor
        if new is None:
            return cited is not None and cited.unverified
        successor = analysis.workspace.editions.get(new)
        links = analysis.replacements.successors(old)
        unsure = any(link.unverified for link in links if link.new == new)
        return unsure or (successor is not None and successor.unverified)


class NoLiveEdition(CitationRule):
    """R005."""

    code = "R005"
    name = "no-edition-in-force"
    severity = Severity.WARNING
    summary = _("a document cites a standard of which no edition is in force")
    why = _(
        "An undated reference means the newest edition; here there is none to apply. In an own "
        "document this is a warning, in documents of others an info, one for each cited standard."
    )
    source = NORMATIVE_REFERENCES
    bad = Sample(
        """\
standards:
  - number: T/SLXH 001-2024
    title: 示例种植规范
    issuer: guild
    cites: [GB/T 99001]
  - {number: GB/T 99001-2015, title: 示例术语, status: 废止}
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
  - {number: GB/T 99001-2015, title: 示例术语, status: 现行}
"""
    )

    def concerns(self, citation: ResolvedCitation, analysis: Analysis) -> bool:
        """Whether all editions of the cited standard are dead."""
        return citation.outcome is Outcome.NO_LIVE_EDITION

    def say(self, citation: ResolvedCitation, analysis: Analysis) -> tuple[Text, Text | None]:
        """Name the standard; its last edition may lead to one under another number."""
        message = _(
            "{citing} cites {cited}, of which no edition is in force",
            citing=citing_name(citation),
            cited=cited_name(citation),
        )
        if len(citation.chain) < 2:
            return message, None
        chain = " → ".join(citation.chain)
        return message, _("its last edition was replaced: {chain}", chain=chain)

    def object_of(self, citation: ResolvedCitation) -> str:
        """Gather by the undated number."""
        return citation.number.family if citation.number else citation.cited_as

    def rests_on_unverified(self, citation: ResolvedCitation, analysis: Analysis) -> bool:
        """Ask the citation, and every edition that would have to be in force."""
        editions = analysis.workspace.editions
        family = analysis.workspace.families.get(self.object_of(citation), citation.chain[:1])
        return citation.unverified or any(editions[key].unverified for key in family)


class OtherPrefix(CitationRule):
    """R008."""

    code = "R008"
    name = "cites-other-prefix"
    severity = Severity.WARNING
    summary = _("a document cites a number whose code is not that of the standard")
    why = _(
        "Many mandatory standards became recommended ones under the same serial number (GB 99001 → "
        "GB/T 99001). Whoever looks up the old code finds nothing. In an own document this is a "
        "warning, in documents of others an info, one for each cited number."
    )
    source = NORMATIVE_REFERENCES
    bad = Sample(
        """\
standards:
  - number: T/SLXH 001-2024
    title: 示例种植规范
    issuer: guild
    cites: [GB 99001]
  - {number: GB/T 99001-2015, title: 示例术语}
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
  - {number: GB/T 99001-2015, title: 示例术语}
"""
    )

    def concerns(self, citation: ResolvedCitation, analysis: Analysis) -> bool:
        """Whether only a standard of the same serial under another code is known."""
        return citation.outcome is Outcome.OTHER_PREFIX and not citation.of_itself

    def say(self, citation: ResolvedCitation, analysis: Analysis) -> tuple[Text, Text | None]:
        """Name the standard as it is; an undated reference stays undated."""
        target = citation.targets[0]
        number = target.key if citation.dated else target.family
        message = _(
            "{citing} cites {cited}; the code differs from that of the standard: {number}",
            citing=citing_name(citation),
            cited=cited_name(citation),
            number=target.key,
        )
        return message, _("cite {number}", number=number)

    def rests_on_unverified(self, citation: ResolvedCitation, analysis: Analysis) -> bool:
        """Ask the citation and the standard of the other code."""
        return citation.unverified or any(target.unverified for target in citation.targets)
