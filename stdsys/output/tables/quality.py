"""标准体系结构质量: the four principles of GB/T 13016, and the mix of levels."""

from collections.abc import Iterator, Mapping

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.groups import FIVE_LEVELS
from stdsys.analysis.counting.level_mix import JUDGED, LevelMix, Verdict
from stdsys.analysis.quality.structure import Principle, PrincipleId, StructureQuality
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
    Workbook,
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
        "than half, it does not; nothing to look at, or rules switched off, it cannot be judged. "
        "For a clear objective systems and targets are judged apart, and the worse result counts"
    ),
    _(
        "national standards lead: at least one is in force, in the system or a shared base it uses "
        "(whether the others follow it is not judged here, but by the rules on limits and "
        "overlaps); the body: industry and local standards are no fewer than national ones, nor "
        "than group and enterprise ones; supplement: group and enterprise standards are no more "
        "than industry and local ones. Counted are standards in force; those of shared bases count "
        "in the region, not with the systems"
    ),
)
"""How verdicts come about."""

_SHOWN = 5


def quality_workbook(analysis: Analysis, quality: StructureQuality) -> Workbook:
    """Return 体系质量评价: the principles, and the mix of levels."""
    sheets = quality_sheets(analysis, quality)
    return Workbook("quality", "体系质量评价", _("Structure quality"), sheets, analysis.as_of)


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
        Column("in-bases", _("National in shared bases used"), Kind.COUNT),
        Column("national", _("National (%)"), Kind.RATIO),
        Column("body", _("Industry and local (%)"), Kind.RATIO),
        Column("supplement", _("Group and enterprise (%)"), Kind.RATIO),
        *(Column(judged, JUDGED_WORDS[judged], Kind.WORD) for judged in JUDGED),
    )
    rows = tuple(_mix(analysis, mix) for mix in quality.mixes)
    caption = _("Standards in force by level: national lead, industry and local, supplement")
    return Table("level-mix", columns, rows, caption, notes=HOW_JUDGED[1:])


def judged_words(mix: LevelMix) -> Iterator[Text]:
    """Yield each judgement on a mix of levels: the result, the figures, what is asked of them."""
    for judged, verdict in mix.judgements.items():
        yield _(
            "{what}: {verdict} ({figures})",
            what=JUDGED_WORDS[judged],
            verdict=VERDICT[verdict].text,
            figures=_(_compared(mix, judged).msgid, **mix.figures[judged]),
        )


def _compared(mix: LevelMix, judged: str) -> Text:
    """Return what a judgement compares; the region's bases count in it, not besides."""
    of_region = mix.system is None and judged == JUDGED[0]
    return _NATIONAL_OF_REGION if of_region else _COMPARED[judged]


def against_the_shape(mix: LevelMix) -> Text:
    """Return the three results in one sentence: 国家标准引领：符合；……."""
    national, body, supplement = (
        _("{what}: {verdict}", what=JUDGED_WORDS[judged], verdict=VERDICT[verdict].text)
        for judged, verdict in mix.judgements.items()
    )
    return _(
        "It was judged against the shape “national standards lead, industry and local standards "
        "are the body, group and enterprise standards supplement”. {national}; {body}; "
        "{supplement}.",
        national=national,
        body=body,
        supplement=supplement,
    )


_NATIONAL_OF_REGION = _("national {national}; asked is 1 at least")

_COMPARED: Mapping[str, Text] = {
    "national-leads": _(
        "national {national}, in shared bases besides {national_in_bases}; asked is 1 at least"
    ),
    "industry-local-body": _(
        "industry and local {industry_local}, national {national}, group and enterprise "
        "{group_enterprise}; asked is that the first is no less than either of the others"
    ),
    "group-enterprise-supplement": _(
        "group and enterprise {group_enterprise}, industry and local {industry_local}; asked is "
        "that the first is no more than the second"
    ),
}
"""What each judgement compares; the keys are those of the analysis."""


def _mix(analysis: Analysis, mix: LevelMix) -> tuple[Cell, ...]:
    name: Cell = _("Whole region")
    if mix.system is not None:
        name = analysis.workspace.systems[mix.system].name
    national = mix.existing[FIVE_LEVELS[0]]
    return (
        name,
        *(mix.existing[level] for level in FIVE_LEVELS),
        mix.total,
        None if mix.system is None else mix.national_in_bases,
        Ratio(national, mix.total),
        Ratio(mix.body, mix.total),
        Ratio(mix.supplement, mix.total),
        *(VERDICT[verdict] for verdict in mix.judgements.values()),
    )
