"""What the machine can say of a standard beside the reviewers' scores, and never instead of them.

Three of the criteria have a part that is decidable: lawful (what the rules of hierarchy and law
found; that something cannot be compared is no matter of law), complete (facts that a full record
needs, and citations that hold) and well-formed (numbers, dates against numbers, and the form of the
title). The others only people can judge.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from stdsys.analysis.placements import Placements
from stdsys.analysis.quality.reviews import Reviewed
from stdsys.analysis.quality.rule_run import RuleRun, gathered_places
from stdsys.analysis.quality.title_form import title_faults
from stdsys.findings import Finding, Place, Route, Severity
from stdsys.messages import Text, _
from stdsys.model.indicator_record import Indicator
from stdsys.model.items import Edition, PlannedStandard
from stdsys.model.review_record import Criterion
from stdsys.model.workspace import ASPECT, Workspace

_PURE_NUMBERS = ("ph", "相对密度", "折光指数", "比重", "比值")
"""Quantities without a unit, by how their names begin in small letters."""

MISSING_FACTS: dict[str, Text] = {
    "no-number": _("no number"),
    "no-title": _("no title"),
    "no-issued": _("no date of issue"),
    "no-effective": _("no date of effect"),
    "no-issuer": _("no issuer"),
    "no-lead": _("no lead unit"),
    "no-due": _("no due date"),
    "no-aspect": _("no aspect"),
    "no-unit": _("an indicator without unit"),
    "no-method": _("an indicator without test method"),
}
"""What a full record lacks, by stable id."""


class CheckState(StrEnum):
    """Result of a check by machine."""

    PASSED = "passed"
    PROBLEMS = "problems"
    NOT_CHECKED = "not-checked"


class SelfCheck(Struct, frozen=True):
    """What a check by machine says: `codes` of rules and of facts at fault, how often in `count`.

    `waived` are codes of findings accepted in place; they are no problems, but remain visible.
    `unverified`: every finding rests on facts that nobody has verified.
    """

    state: CheckState
    codes: tuple[str, ...] = ()
    count: int = 0
    waived: tuple[str, ...] = ()
    unverified: bool = False


NOT_CHECKED = SelfCheck(CheckState.NOT_CHECKED)

NO_LAW = frozenset({"H009", "H010"})
"""Rules of family H that say only what cannot be compared."""

_AGAINST_THE_LAW = frozenset({"H001", "H002", "H004"})
"""Rules on who issued it, what it allows, what it demands: what they find is not lawful."""

_WELL_FORMED = ("N", "L001", "L007")
"""Codes (or families) whose findings speak of form: numbers, and dates against numbers."""

CHECKED_BY: Mapping[Criterion, tuple[str, ...]] = {
    Criterion.COMPLETE: ("R",),
    Criterion.LAWFUL: ("H",),
    Criterion.WELL_FORMED: _WELL_FORMED,
}
"""Criteria with a part for the machine, and the beginnings of the codes that speak of them."""


class SelfChecks:
    """Checks items of one workspace; built once from the findings, asked for each item."""

    def __init__(self, workspace: Workspace, placements: Placements, run: RuleRun) -> None:
        self._workspace = workspace
        self._placements = placements
        self._run = run
        owners = _owners(workspace)
        self._found = _by_item(run.findings, owners)
        self._waived = _by_item(run.waived, owners)

    def of(
        self, item: Edition | PlannedStandard, criteria: Iterable[Criterion]
    ) -> dict[Criterion, SelfCheck]:
        """Return the check of each criterion; of those for people alone it is not checked."""
        return {criterion: self._check(item, criterion) for criterion in criteria}

    def aspects(self, item: Edition | PlannedStandard) -> tuple[str, ...]:
        """Return the aspects that an item covers by any of its entries, in the axis' order."""
        held = {
            aspect
            for entry in self._placements.entries_of(item)
            for aspect in entry.values.get(ASPECT, ())
        }
        return tuple(aspect for aspect in self._workspace.axes[ASPECT].values if aspect in held)

    def against_the_law(self, item: Edition | PlannedStandard) -> tuple[str, ...]:
        """Return the codes of errors and warnings that a standard is not lawful."""
        grave = (f for f in self._found.get(item.key, ()) if f.severity is not Severity.INFO)
        return tuple(sorted({f.code for f in grave if f.code in _AGAINST_THE_LAW}))

    def disagree_with(self, line: Reviewed) -> tuple[str, ...]:
        """Return these codes where the latest review calls the standard lawful.

        That is: that gives a score for lawfulness, or concludes that the standard stays valid.
        """
        review = line.latest
        if review is None or not (review.calls_lawful or review.confirms):
            return ()
        return self.against_the_law(line.item)

    def stands_in_a_system(self, item: Edition | PlannedStandard) -> bool:
        """Whether any system enters an item."""
        return bool(self._placements.entries_of(item))

    def _check(self, item: Edition | PlannedStandard, criterion: Criterion) -> SelfCheck:
        beginnings = CHECKED_BY.get(criterion)
        if beginnings is None:
            return NOT_CHECKED
        found = [f for f in self._found.get(item.key, ()) if _speaks(f.code, beginnings)]
        waived = {f.code for f in self._waived.get(item.key, ()) if _speaks(f.code, beginnings)}
        if criterion is Criterion.LAWFUL and not (found or waived or self._judged_by_law(item)):
            return NOT_CHECKED
        faults = self._faults(item, criterion)
        codes = (*sorted({f.code for f in found}), *faults)
        return SelfCheck(
            CheckState.PROBLEMS if codes else CheckState.PASSED,
            codes,
            len(found) + len(faults),
            tuple(sorted(waived)),
            bool(found) and not faults and all(f.unverified for f in found),
        )

    def _judged_by_law(self, item: Edition | PlannedStandard) -> bool:
        """Whether a rule of law ran that has a fact to judge by: silence alone is no approval."""
        facts = item.facts
        stated = facts.issuer or facts.object or facts.indicators or facts.declared is not None
        return bool(stated) and any(_speaks(code, ("H",)) for code in self._run.codes)

    def _faults(self, item: Edition | PlannedStandard, criterion: Criterion) -> tuple[str, ...]:
        match criterion:
            case Criterion.COMPLETE:
                return tuple(self._missing(item))
            case Criterion.WELL_FORMED:
                return tuple(title_faults(item.title)) if item.title else ()
            case _:
                return ()

    def _missing(self, item: Edition | PlannedStandard) -> Iterator[str]:
        """Yield what a full record lacks.

        An edition has number, title, dates of issue and effect, issuer; a planned standard lead and
        due date. Both name an aspect, where the workspace has any, and each indicator its test
        method and, where it is a quantity, its unit.
        """
        facts = item.facts
        if isinstance(item, PlannedStandard):
            required = (("no-lead", item.facts.lead), ("no-due", item.facts.due))
            yield from (name for name, fact in required if fact is None)
        else:
            if item.number is None:
                yield "no-number"
            for name in ("title", "issued", "effective", "issuer"):
                if getattr(facts, name) is None:
                    yield f"no-{name}"
        if self._workspace.axes[ASPECT].values and not self.aspects(item):
            yield "no-aspect"
        if any(map(_lacks_unit, facts.indicators)):
            yield "no-unit"
        if any(indicator.method is None for indicator in facts.indicators):
            yield "no-method"


def _speaks(code: str, beginnings: tuple[str, ...]) -> bool:
    return code.startswith(beginnings) and code not in NO_LAW


def _lacks_unit(indicator: Indicator) -> bool:
    pure = indicator.called.lower().startswith(_PURE_NUMBERS)
    return indicator.limit.numeric and indicator.unit is None and not pure


_Owners = Mapping[tuple[str, Route], str]
"""Where a record or an entry stands → the key of its item."""


def _owners(workspace: Workspace) -> _Owners:
    owners = {(e.place.file, e.place.route): e.item.key for e in workspace.entries()}
    items: list[Edition | PlannedStandard] = [
        *workspace.editions.values(),
        *workspace.planned.values(),
    ]
    owners.update(((item.place.file, item.place.route), item.key) for item in items)
    return owners


def _by_item(findings: Iterable[Finding], owners: _Owners) -> dict[str, list[Finding]]:
    """Sort findings by the item in whose record or entry they stand, each occurrence for itself.

    What stands in neither (a fault of another section) belongs to its subject.
    """
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        for place in gathered_places(finding):
            key = _owner(place, owners) or finding.subject
            found.setdefault(key, []).append(finding)
    return found


def _owner(place: Place, owners: _Owners) -> str | None:
    for end in range(len(place.route), 0, -1):
        key = owners.get((place.file, place.route[:end]))
        if key is not None:
            return key
    return None
