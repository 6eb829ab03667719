"""The words of reviews: criteria, conclusions, what a check by machine says."""

from collections.abc import Iterator, Mapping

from stdsys.analysis.quality.reviews import Extent, Review
from stdsys.analysis.quality.self_checks import MISSING_FACTS, CheckState, SelfCheck
from stdsys.analysis.quality.title_form import TITLE_FAULTS
from stdsys.messages import Text, _
from stdsys.model.review_record import Conclusion, Criterion, ReviewKind
from stdsys.output.tables.table import Tone, Word
from stdsys.output.tables.words import UNVERIFIED

CRITERION: Mapping[Criterion, Text] = {
    Criterion.ADVANCED: _("Advanced"),
    Criterion.SCIENTIFIC: _("Scientific"),
    Criterion.REASONABLE: _("Reasonable"),
    Criterion.COMPLETE: _("Complete"),
    Criterion.LAWFUL: _("Lawful"),
    Criterion.WELL_FORMED: _("Well-formed"),
    Criterion.APPLICABLE: _("Applicable"),
}
"""先进性 科学性 合理性 完整性 合法性 格式规范性 适用性."""

CHECK: Mapping[Criterion, Text] = {
    Criterion.COMPLETE: _("Complete, by machine"),
    Criterion.LAWFUL: _("Lawful, by machine"),
    Criterion.WELL_FORMED: _("Well-formed, by machine"),
}
"""Headings of the checks by machine."""

KIND: Mapping[ReviewKind, Text] = {
    ReviewKind.COMPARISON: _("Comparison by six criteria"),
    ReviewKind.REVISION: _("Revision by four principles"),
}
"""六性比对, 修订评价."""

CONCLUSION: Mapping[Conclusion, Text] = {
    Conclusion.CONFIRM: _("stays valid"),
    Conclusion.REVISE: _("to be revised"),
    Conclusion.WITHDRAW: _("to be withdrawn"),
}
"""复审结论: 继续有效, 修订, 废止."""

EXTENT: Mapping[Extent, Word] = {
    Extent.FULL: Word(_("reviewed"), Tone.GOOD),
    Extent.PARTIAL: Word(_("scores incomplete"), Tone.PLANNED),
    Extent.NONE: Word(_("not reviewed"), Tone.BAD),
}
"""评价情况: whether every criterion has its score."""

_FAULTS = MISSING_FACTS | TITLE_FAULTS


def check_word(check: SelfCheck) -> Word:
    """Return what a check by machine says: 通过, 2 项问题, 未检查."""
    match check.state:
        case CheckState.NOT_CHECKED:
            return Word(_("not checked"), Tone.NEUTRAL)
        case CheckState.PASSED:
            return Word(_("passed"), Tone.GOOD)
        case CheckState.PROBLEMS:
            return Word(_("{count} found", count=check.count), Tone.PLANNED)


def disagreements(review: Review | None, codes: tuple[str, ...]) -> Iterator[Text]:
    """Yield that faults of law stand beside a score for lawfulness, or beside 继续有效."""
    if review is None or not codes:
        return
    if review.calls_lawful:
        yield _("check by machine and score disagree: {codes}", codes=codes)
    if review.confirms:
        conclusion = CONCLUSION[Conclusion.CONFIRM]
        yield _(
            "check by machine and the conclusion “{conclusion}” disagree: {codes}",
            conclusion=conclusion,
            codes=codes,
        )


def check_faults(criterion: Criterion, check: SelfCheck) -> Iterator[Text]:
    """Yield what a check by machine found, and what of it is waived: codes of rules, or words."""
    name = CRITERION[criterion]
    faults: tuple[str | Text, ...] = tuple(_FAULTS.get(code, code) for code in check.codes)
    if check.unverified:
        faults = (*faults, UNVERIFIED)
    if faults:
        yield _("{criterion}: {faults}", criterion=name, faults=faults)
    if check.waived:
        yield _("{criterion}: waived {codes}", criterion=name, codes=check.waived)
