"""Rule H005: an enterprise declares the standards it has made."""

from collections.abc import Iterable

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Severity
from stdsys.messages import _
from stdsys.model.items import Edition
from stdsys.model.status import Status
from stdsys.numbers import Level
from stdsys.rules.items import name_of
from stdsys.rules.life_cycle.edition_rule import EditionRule, Fault
from stdsys.rules.numbers.place import number_place
from stdsys.rules.rule import Sample

_ENTERPRISE = Level.ENTERPRISE


class NotDeclared(EditionRule):
    """H005."""

    code = "H005"
    name = "not-declared"
    severity = Severity.WARNING
    summary = _("an own enterprise standard in force is not publicly declared")
    why = _(
        "An enterprise publishes the number and name of the standards it follows, and of those it "
        "has made also the indicators of function and performance, on the public platform or by "
        "other means. Only own standards are judged: nobody here can declare another's."
    )
    source = _("Standardization Law, art. 27: enterprises declare the standards they follow")
    bad = Sample(
        """\
standards:
  - number: Q/SLGS 001-2024
    title: 示例产品
    issuer: guild
    declared: 否
""",
        at=(5, 15),
    )
    good = Sample(
        """\
standards:
  - number: Q/SLGS 001-2024
    title: 示例产品
    issuer: guild
    declared: 是
"""
    )

    def candidates(self, analysis: Analysis) -> Iterable[Edition]:
        """Return the enterprise standards."""
        return [one for one in analysis.workspace.editions.values() if one.level is _ENTERPRISE]

    def judge(self, edition: Edition, analysis: Analysis) -> Fault | None:
        """Refuse an own enterprise standard in force of which nobody says that it is declared."""
        facts = edition.facts
        if edition.level is not _ENTERPRISE or facts.declared:
            return None
        if analysis.statuses(edition).status is not Status.IN_FORCE:
            return None
        if not analysis.ownership.is_own(edition):
            return None
        message = _(
            "{number} is an enterprise standard in force that is not marked as declared",
            number=name_of(edition),
        )
        place = number_place(edition) if facts.declared is None else edition.at("declared")
        hint = _(
            "declare it on the public platform for enterprise standards, and write declared: true"
        )
        return Fault(message, place, hint=hint)
