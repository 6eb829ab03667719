"""Rule H006: a standard says again what one of a higher level says."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.limits.requirements import Standard
from stdsys.analysis.limits.verdicts import Verdict
from stdsys.findings import Finding, Related, Severity
from stdsys.messages import Text, _
from stdsys.model.workspace import ASPECT, Workspace
from stdsys.numbers import Level
from stdsys.rules.items import name_of
from stdsys.rules.law.overlaps import Overlap, overlaps
from stdsys.rules.rule import Rule, Sample
from stdsys.rules.wording import LEVEL_WORDS

_STRICTER = _(
    "stricter requirements are encouraged (art. 21): record the limits of both as indicators, or "
    "waive this and say which are stricter; else follow the higher one"
)
_HINTS: dict[Level, Text] = {
    Level.INDUSTRY: _(
        "an industry standard is made only where there is no recommended national one (art. 12): "
        "propose to withdraw it, or state what sets its object apart"
    ),
    Level.LOCAL: _(
        "a local standard meets special local conditions (art. 13): state them in its object, or "
        "follow the higher one"
    ),
    Level.GROUP: _STRICTER,
    Level.ENTERPRISE: _STRICTER,
}


_ENCOURAGED = (Level.GROUP, Level.ENTERPRISE)
"""Of these levels stricter requirements than those of recommended standards are encouraged."""


class OverlapsHigher(Rule):
    """H006."""

    code = "H006"
    name = "overlaps-higher"
    severity = Severity.WARNING
    summary = _("a standard has the object and aspect of one of a higher level")
    why = _(
        "Industry standards are for what no recommended national one covers, local ones for "
        "special local conditions; group and enterprise standards are encouraged to demand more "
        "than recommended ones, and one that repeats them only has to be kept up beside them. One "
        "of these is silent if at least one of its limits is stricter than the higher standard's "
        "and none is looser. Only what states its object is compared. A mandatory standard above "
        "is no overlap, for everybody has to meet it anyway. For an own standard this is a "
        "warning, for another's an info."
    )
    source = _(
        "Standardization Law, art. 12 (industry standards), art. 13 (local standards), art. 21, "
        "para. 2 (group and enterprise standards demanding more are encouraged), art. 22 "
        "(standards are advanced and economical), art. 30 (the State Council's department deals "
        "with standards that duplicate each other); that a group or enterprise standard demanding "
        "no more is doubtful: practice"
    )
    bad = Sample(
        """\
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范, object: 示例作物}
  - number: T/SLXH 001-2024
    title: 示例作物种植规范
    issuer: guild
    object: 示例作物
""",
        at=(6, 13),
    )
    good = Sample(
        """\
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范, object: 示例作物}
  - number: T/SLXH 001-2024
    title: 示例作物早熟品种种植规范
    issuer: guild
    object: 示例作物早熟品种
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each lower standard, naming the nearest higher ones beside it.

        It counts as unverified where the lower one is, or every higher one that is named.
        """
        found = tuple(overlaps(analysis))
        verdicts = _verdicts(found, analysis)
        for overlap in found:
            lower = overlap.lower
            if all(_stricter(verdicts.get((lower, one))) for one in overlap.higher):
                continue
            own = analysis.ownership.is_own(lower)
            related = tuple(
                Related(one.at("object"), _("{name} has this object", name=name_of(one)))
                for one in overlap.higher
            )
            yield self.found(
                _message(overlap, analysis.workspace),
                lower.at("object"),
                lower.key,
                about=analysis.placements.waived_at(lower),
                severity=self.severity if own else Severity.INFO,
                hint=_HINTS.get(lower.level) if lower.level else None,
                related=related,
                unverified=lower.unverified or all(one.unverified for one in overlap.higher),
            )


_Verdicts: TypeAlias = Mapping[tuple[Standard, Standard], set[Verdict]]
"""What the limits of a lower standard come to against those of a higher one."""


def _verdicts(found: tuple[Overlap, ...], analysis: Analysis) -> _Verdicts:
    """Compare the limits of group and enterprise standards with those of what they overlap."""
    lower = {one.lower for one in found if one.lower.level in _ENCOURAGED}
    verdicts: dict[tuple[Standard, Standard], set[Verdict]] = {}
    if not lower:
        return verdicts
    higher = {one for overlap in found if overlap.lower in lower for one in overlap.higher}
    for one in analysis.indicators.judged(lower.__contains__, higher.__contains__):
        if not one.screening:
            verdicts.setdefault((one.lower, one.upper), set()).add(one.verdict)
    return verdicts


def _stricter(verdicts: set[Verdict] | None) -> bool:
    return verdicts is not None and Verdict.STRICTER in verdicts and Verdict.LOOSER not in verdicts


def _message(overlap: Overlap, workspace: Workspace) -> Text:
    lower = overlap.lower
    assert lower.level is not None
    level, higher = LEVEL_WORDS[lower.level], tuple(name_of(one) for one in overlap.higher)
    if not overlap.aspects:
        return _(
            "{name} ({level}) has the same object ({object}) as {higher}",
            name=name_of(lower),
            level=level,
            object=lower.facts.object,
            higher=higher,
        )
    values = workspace.axes[ASPECT].values
    aspects = tuple(values[a].name if a in values else a for a in overlap.aspects)
    return _(
        "{name} ({level}) has the same object ({object}) and aspect ({aspects}) as {higher}",
        name=name_of(lower),
        level=level,
        object=lower.facts.object,
        aspects=aspects,
        higher=higher,
    )
