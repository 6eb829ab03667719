"""Rule H004: industry and local standards are recommended."""

from collections.abc import Iterable

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Severity
from stdsys.messages import _
from stdsys.model.items import Edition
from stdsys.numbers import Level, Nature, StandardNumber
from stdsys.rules.law.mandatory_exceptions import may_be_mandatory
from stdsys.rules.life_cycle.edition_rule import EditionRule, Fault
from stdsys.rules.numbers.place import number_place
from stdsys.rules.rule import Sample
from stdsys.rules.wording import LEVEL_WORDS

RECOMMENDED_SINCE = 2018
"""Since 2018-01-01 new industry and local standards are recommended ones (标准化法, 2017)."""

_LEVELS = (Level.INDUSTRY, Level.LOCAL)
_MANDATORY = Nature.MANDATORY


class MandatoryBelowNational(EditionRule):
    """H004."""

    code = "H004"
    name = "mandatory-below-national"
    severity = Severity.WARNING
    summary = _("an industry or local standard issued since 2018 is mandatory")
    why = _(
        "Only national standards are mandatory: industry and local ones bear /T. Food safety, the "
        "safety of agricultural products, the environment, construction, medicine, work safety and "
        "the like have laws of their own and are let pass, by code or title. Under any other code "
        "nobody has to follow such a standard, or its number lacks the /T. For an own standard "
        "this is a warning, for another's an info."
    )
    source = _(
        "Standardization Law, art. 2: industry and local standards are recommended; art. 10: "
        "unless laws, regulations or the State Council provide otherwise"
    )
    bad = Sample(
        """\
standards:
  - number: NY 99001-2020
    title: 示例种植规范
    issuer: guild
""",
        at=(2, 13),
    )
    good = Sample(
        """\
standards:
  - number: NY/T 99001-2020
    title: 示例种植规范
    issuer: guild
  - number: HJ 99001-2020
    title: 示例监测规范
    issuer: guild
"""
    )

    def candidates(self, analysis: Analysis) -> Iterable[Edition]:
        """Return what is mandatory below the national level."""
        editions = analysis.workspace.editions.values()
        return [one for one in editions if one.level in _LEVELS and one.nature is _MANDATORY]

    def judge(self, edition: Edition, analysis: Analysis) -> Fault | None:
        """Refuse a mandatory number of one of the two levels, unless a law may allow it.

        The year is that of the number, else of issue; without either nothing is said. A number
        whose record calls it recommended is N007 alone; what is dead is no fault any more.
        """
        number = edition.number
        if number is None or number.level not in _LEVELS:
            return None
        if not _is_mandatory(number, edition) or not _is_recent(number, edition):
            return None
        if analysis.statuses(edition).status.dead:
            return None
        if may_be_mandatory(number.level, number.code, edition.title):
            return None
        message = _(
            "{number} is a mandatory {level}; since {year} these are recommended",
            number=edition.key,
            level=LEVEL_WORDS[number.level],
            year=RECOMMENDED_SINCE,
        )
        hint = _("look up its number (…/T …), or waive this and name the law that allows it")
        own = analysis.ownership.is_own(edition)
        severity = self.severity if own else Severity.INFO
        return Fault(message, number_place(edition), hint=hint, severity=severity)


def _is_mandatory(number: StandardNumber, edition: Edition) -> bool:
    stated = edition.facts.nature
    return number.nature is Nature.MANDATORY and stated in (None, Nature.MANDATORY)


def _is_recent(number: StandardNumber, edition: Edition) -> bool:
    issued = edition.facts.issued
    year = number.year or (issued.year if issued else None)
    return year is not None and year >= RECOMMENDED_SINCE
