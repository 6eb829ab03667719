"""标准体系结构质量: the four principles of GB/T 13016, and the mix of levels."""

from collections.abc import Iterator, Mapping

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.groups import FIVE_LEVELS
from stdsys.analysis.level_mix import JUDGED, LevelMix, Verdict
from stdsys.analysis.structure_quality import Principle, PrincipleId, StructureQuality
from stdsys.messages import Text, _
from stdsys.output.tables import words
from stdsys.output.tables.headings import sheet_of
from stdsys.output.tables.rendering import NONE_DUE
from stdsys.output.tables.table import (
    Cell,
    Column,
    Kind,
    Ratio,
    Sentences,
    Sheet,
    Table,
    Tone,
    Word,
)

PRINCIPLE: Mapping[PrincipleId, Text] = {
    PrincipleId.OBJECTIVE: _("Clear objective"),
    PrincipleId.COMPLETE: _("Completeness"),
    PrincipleId.LAYERS: _("Appropriate layers"),
    PrincipleId.DIVISION: _("Clear division"),
}
"""目标明确 全面成套 层次适当 划分清楚."""

ASKED: Mapping[PrincipleId, Text] = {
    PrincipleId.OBJECTIVE: _(
        "Does every system state its objective, and is every target measurable (due date, unit or "
        "values to compute it from)?"
    ),
    PrincipleId.COMPLETE: _(
        "Is each cell of the coverage policy filled by standards in force, upcoming or planned, or "
        "exempt for a stated reason?"
    ),
    PrincipleId.LAYERS: _(
        "Do common standards stand above what they are common to (parent node, shared base), and "
        "has no tree too many layers?"
    ),
    PrincipleId.DIVISION: _(
        "Has every standard one home, every node a code of its own, no standard an overlap with a "
        "higher one, and no system more than a fifth of its rows in common with others?"
    ),
}
"""What is asked under each principle."""

FIGURES: Mapping[PrincipleId, Text] = {
    PrincipleId.OBJECTIVE: _(
        "systems {systems}, with an objective {with_objective}; targets {targets}, measurable "
        "{measurable}"
    ),
    PrincipleId.COMPLETE: _(
        "cells required {required}: covered {covered}, upcoming or planned {on_the_way}, open "
        "{open}; exempt {exempt}, exemptions at fault {exemptions_at_fault}"
    ),
    PrincipleId.LAYERS: _(
        "rows {rows}, nodes {nodes}, layers {layers}; in sibling nodes {in_sibling_nodes}, in "
        "several systems {in_several_systems}, too deep {too_deep}, at no node {at_no_node}"
    ),
    PrincipleId.DIVISION: _(
        "rows {rows}; entered twice {entered_twice}, codes twice {codes_twice}, overlapping "
        "{overlapping}; systems {systems}, not set apart {systems_mixed}"
    ),
}
"""The figures of each principle in words; their keys are those of the analysis."""

VERDICT: Mapping[Verdict, Word] = {
    Verdict.CONFORMS: Word(_("conforms"), Tone.GOOD),
    Verdict.PARTLY: Word(_("conforms in part"), Tone.PLANNED),
    Verdict.FAILS: Word(_("does not conform"), Tone.BAD),
    Verdict.UNDECIDED: Word(_("cannot be judged"), Tone.NEUTRAL),
}
"""符合 部分符合 不符合 无法判断."""

JUDGED_WORDS: Mapping[str, Text] = {
    "national-leads": _("national standards lead"),
    "industry-local-body": _("industry and local standards are the body"),
    "group-enterprise-supplement": _("group and enterprise standards supplement"),
}
"""国家标准引领 行业、地方标准为主体 团体、企业标准为补充."""

HOW_JUDGED = (
    _(
        "verdict on a principle: nothing at fault, it conforms; up to half at fault, in part; more "
        "than half, it does not; nothing to look at, or rules switched off, it cannot be judged"
    ),
    _(
        "national standards lead: there is one in force, in the system or a shared base it uses; "
        "the body: industry and local standards are no fewer than national ones, nor than group "
        "and enterprise ones; supplement: group and enterprise standards are no more than industry "
        "and local ones. Counted are standards in force; those of shared bases count in the "
        "region, not with the systems"
    ),
)
"""How verdicts come about."""

_SHOWN = 5


def quality_sheets(analysis: Analysis, quality: StructureQuality) -> tuple[Sheet, Sheet]:
    """Return the sheet of the principles, and that of the mix of levels of region and systems."""
    doubtful = analysis.statistics.presumed_or_unverified
    return (
        sheet_of(analysis, _("Structure quality"), principles_table(quality), doubtful),
        sheet_of(analysis, _("Mix of levels"), mix_table(analysis, quality), doubtful),
    )


def principles_table(quality: StructureQuality) -> Table:
    """Return a row a principle: what was asked, the verdict, the figures, the first places."""
    columns = (
        Column("principle", _("Principle"), Kind.WORD),
        Column("asked", _("What is asked")),
        Column("verdict", _("Result"), Kind.WORD),
        Column("figures", _("Figures")),
        Column("places", _("Where")),
    )
    rows = tuple(
        (
            PRINCIPLE[one.id],
            ASKED[one.id],
            VERDICT[one.verdict],
            figures_of(one),
            Sentences(tuple(_first(one))) if one.places else None,
        )
        for one in quality.principles
    )
    caption = _("The four principles of GB/T 13016")
    return Table("principles", columns, rows, caption, notes=HOW_JUDGED[:1])


def figures_of(principle: Principle) -> Text:
    """Return the figures of a principle in words; a dash for what was not counted."""
    values = {k: NONE_DUE if v is None else v for k, v in principle.figures.items()}
    return _(FIGURES[principle.id].msgid, **values)


def _first(principle: Principle) -> Iterator[Text]:
    for fault in principle.places[:_SHOWN]:
        yield fault.message
    rest = len(principle.places) - _SHOWN
    if rest > 0:
        yield _("and {count} more", count=rest)


def mix_table(analysis: Analysis, quality: StructureQuality) -> Table:
    """Return a row for the region and each system: 现有数 by level, shares, verdicts."""
    columns = (
        Column("system", _("System")),
        *(Column(level, words.level_column(level), Kind.COUNT) for level in FIVE_LEVELS),
        Column("total", _("Total"), Kind.COUNT),
        Column("national", _("National (%)"), Kind.RATIO),
        Column("body", _("Industry and local (%)"), Kind.RATIO),
        Column("supplement", _("Group and enterprise (%)"), Kind.RATIO),
        *(Column(judged, JUDGED_WORDS[judged], Kind.WORD) for judged in JUDGED),
    )
    rows = tuple(_mix(analysis, mix) for mix in quality.mixes)
    caption = _("Standards in force by level: national lead, industry and local, supplement")
    return Table("level-mix", columns, rows, caption, notes=HOW_JUDGED[1:])


def _mix(analysis: Analysis, mix: LevelMix) -> tuple[Cell, ...]:
    name: Cell = _("Whole region")
    if mix.system is not None:
        name = analysis.workspace.systems[mix.system].name
    national = mix.existing[FIVE_LEVELS[0]]
    return (
        name,
        *(mix.existing[level] for level in FIVE_LEVELS),
        mix.total,
        Ratio(national, mix.total),
        Ratio(mix.body, mix.total),
        Ratio(mix.supplement, mix.total),
        *(VERDICT[verdict] for verdict in mix.judgements.values()),
    )
