"""The mix of levels, against 国家标准为引领，行业、地方标准为主体，团体、企业标准为补充.

Counted is 现有数, as the statistics count it: a shared base's standards in the base alone.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum

from msgspec import Struct

from stdsys.analysis.counting.groups import FIVE_LEVELS, UNDETERMINED
from stdsys.analysis.counting.statistics import Statistics
from stdsys.model.workspace import System, Workspace
from stdsys.numbers import Level


class Verdict(StrEnum):
    """How far a principle is met: 符合, 部分符合, 不符合, 无法判断."""

    CONFORMS = "conforms"
    PARTLY = "partly"
    FAILS = "fails"
    UNDECIDED = "undecided"


def worse(verdict: Verdict, other: Verdict | None) -> Verdict:
    """Return the worse of two verdicts; None is no verdict at all."""
    order = (Verdict.FAILS, Verdict.PARTLY, Verdict.UNDECIDED, Verdict.CONFORMS)
    return verdict if other is None else min(verdict, other, key=order.index)


class LevelMix(Struct, frozen=True):
    """The standards in force of the region (`system` None) or of a system, by level.

    `undetermined` ones have no level that anybody stated, and no share. `national_in_bases` are
    national standards of the bases that a system uses: they lead, but are not the system's own.
    """

    system: str | None
    existing: Mapping[Level, int]
    undetermined: int
    national_in_bases: int

    @property
    def total(self) -> int:
        """Standards in force of the five levels."""
        return sum(self.existing.values())

    @property
    def body(self) -> int:
        """行业标准 and 地方标准."""
        return self.existing[Level.INDUSTRY] + self.existing[Level.LOCAL]

    @property
    def supplement(self) -> int:
        """团体标准 and 企业标准."""
        return self.existing[Level.GROUP] + self.existing[Level.ENTERPRISE]

    @property
    def judgements(self) -> Mapping[str, Verdict]:
        """What is judged, each for itself.

        `national-leads`: at least one national standard is in force, in the system or a base it
        uses (whether the others follow it, is for the rules on limits and overlaps).
        `industry-local-body`: industry and local standards are no fewer than the national ones, and
        no fewer than group and enterprise standards. `group-enterprise-supplement`: group and
        enterprise standards are no more than industry and local ones.
        """
        if not self.total:
            return dict.fromkeys(JUDGED, Verdict.UNDECIDED)
        national = self.existing[Level.NATIONAL]
        held = (
            national + self.national_in_bases > 0,
            self.body >= national and self.body >= self.supplement,
            self.supplement <= self.body,
        )
        verdicts = (Verdict.CONFORMS if one else Verdict.FAILS for one in held)
        return dict(zip(JUDGED, verdicts, strict=True))

    @property
    def figures(self) -> Mapping[str, Mapping[str, int]]:
        """The figures that each judgement compares, by its name."""
        national = self.existing[Level.NATIONAL]
        body, supplement = self.body, self.supplement
        found: tuple[Mapping[str, int], ...] = (
            {"national": national, "national_in_bases": self.national_in_bases},
            {"industry_local": body, "national": national, "group_enterprise": supplement},
            {"group_enterprise": supplement, "industry_local": body},
        )
        return dict(zip(JUDGED, found, strict=True))

    @property
    def verdict(self) -> Verdict:
        """The three together: all, some or none of them met."""
        return _together(self.judgements.values())


JUDGED = ("national-leads", "industry-local-body", "group-enterprise-supplement")


def _together(verdicts: Collection[Verdict]) -> Verdict:
    """Return one verdict for several: where they differ, partly."""
    return next(iter(verdicts)) if len(set(verdicts)) == 1 else Verdict.PARTLY


def level_mixes(workspace: Workspace, statistics: Statistics) -> tuple[LevelMix, ...]:
    """Return the mix of the region, then of every system that is not a shared base."""
    systems = (system for system in workspace.systems.values() if not system.shared)
    return (
        _mix(None, statistics, 0),
        *(
            _mix(system.id, statistics.systems[system.id], _in_bases(system, statistics))
            for system in systems
        ),
    )


def _mix(system: str | None, counts: Statistics, in_bases: int) -> LevelMix:
    undetermined = counts.by_level.get(UNDETERMINED)
    return LevelMix(
        system,
        {level: counts.by_level[level].existing for level in FIVE_LEVELS},
        undetermined.existing if undetermined else 0,
        in_bases,
    )


def _in_bases(system: System, statistics: Statistics) -> int:
    bases = (statistics.systems[base] for base in system.uses if base in statistics.systems)
    return sum(base.by_level[Level.NATIONAL].existing for base in bases)
