"""Parts 1 to 3 of the compilation notes: background, objectives and basis, state elsewhere."""

from collections import Counter
from collections.abc import Iterator

from stdsys.analysis.counting.groups import FIVE_LEVELS, UNDETERMINED
from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.targets.figures import goal_of
from stdsys.messages import Text, _
from stdsys.model.programme_record import PhaseRecord
from stdsys.model.target_vocabulary import Strength
from stdsys.output.documents.document import Blank, Block, Pointing, Tabulated, paragraph, section
from stdsys.output.documents.material import Material
from stdsys.output.documents.phrases import (
    ORDINAL,
    date_in_words,
    dated,
    day_in_words,
    ended,
    first_rows,
    left_out,
    names_of,
)
from stdsys.output.tables.quality import PRINCIPLE, VERDICT, figures_of
from stdsys.output.tables.row_cells import facts_of
from stdsys.output.tables.table import Column, Kind, Table
from stdsys.output.tables.targets import STRENGTH, actual_of, state_of

_TARGET_COLUMNS = (
    ORDINAL,
    Column("target", _("Target")),
    Column("goal", _("Goal"), Kind.WORD),
    Column("actual", _("Actual"), Kind.WORD),
    Column("strength", _("Strength"), Kind.WORD),
    Column("due", _("Due"), Kind.DATE),
    Column("state", _("Attainment"), Kind.WORD),
)

_PRINCIPLE_COLUMNS = (
    Column("principle", _("Principle"), Kind.WORD),
    Column("verdict", _("Result"), Kind.WORD),
    Column("figures", _("Figures")),
)


def background(material: Material) -> Iterator[Block]:
    """Yield 建设背景: what the system comprises and serves; why it is needed is a blank."""
    record, programme = material.workspace.record, material.workspace.programme
    names = tuple(system.name for system in material.systems)
    bases = tuple(system.name for system in material.bases)
    yield from paragraph(
        _("The system comprises {count} standards systems: {names}.", count=len(names), names=names)
        if names
        else None,
        _("What they have in common stands in {names} and is counted once.", names=bases)
        if bases
        else None,
        _("It is for {region}.", region=record.region.name) if record.region else None,
        _("The compiling unit is {unit}.", unit=record.unit)
        if record.unit
        else Blank(_("compiling unit")),
    )
    phases = programme.phases
    yield from paragraph(
        _("The system serves the programme “{title}”.", title=ended(programme.title))
        if programme.title
        else None,
        _(
            "The work goes through {count} phases: {phases}.",
            count=len(phases),
            phases=tuple(map(_phase, phases)),
        )
        if phases
        else None,
    )
    yield from paragraph(
        Blank(_("policy background, state of the industry and needs for standardization"))
    )


def _phase(phase: PhaseRecord) -> Text | str:
    days = tuple(dict.fromkeys(day for day in (phase.start, phase.end) if day is not None))
    match days:
        case ():
            return phase.name
        case (day,):
            return _("{name} ({day})", name=phase.name, day=date_in_words(day))
        case (start, end):
            return _(
                "{name} ({start} to {end})",
                name=phase.name,
                start=date_in_words(start),
                end=date_in_words(end),
            )
    raise AssertionError(days)


def objectives(material: Material) -> Iterator[Block]:
    """Yield 建设目标、构建依据及实施原则."""
    yield from section(2, _("Objectives"), _objectives(material))
    yield from section(2, _("Basis"), _basis(material))
    yield from section(2, _("Principles"), _principles(material))


def _objectives(material: Material) -> Iterator[Block]:
    stated: dict[str, list[str]] = {}
    silent = []
    for system in material.systems:
        objective = ended(system.record.objective or "")
        if objective:
            stated.setdefault(objective, []).append(system.name)
        else:
            silent.append(system.name)
    for objective, names in stated.items():
        yield from paragraph(
            _("{systems}: {objective}.", systems=tuple(names), objective=objective)
        )
    if silent:
        yield from paragraph(Blank(_("objectives of {systems}", systems=names_of(silent))))
    results = material.analysis.targets.all
    if not results:
        return
    strengths = Counter(result.target.strength for result in results)
    counted = {
        "count": len(results),
        "firm": strengths[Strength.FIRM],
        "floor": strengths[Strength.FLOOR],
        "stretch": strengths[Strength.STRETCH],
    }
    yield from paragraph(
        Pointing(
            _(
                "{count} targets are set: {firm} firm, {floor} as a floor, {stretch} striven for "
                "or expected. Their state on {day} is shown in the table.",
                **counted,
                day=day_in_words(material.analysis.as_of),
            ),
            _(
                "{count} targets are set: {firm} firm, {floor} as a floor, {stretch} striven for "
                "or expected.",
                **counted,
            ),
        )
    )
    rows = [
        (
            ordinal,
            result.target.called,
            goal_of(result.target),
            actual_of(result),
            STRENGTH[result.target.strength],
            result.due,
            state_of(result),
        )
        for ordinal, result in enumerate(results, 1)
    ]
    notes = left_out(len(rows))
    caption = _("Targets and their state")
    table = Table("targets", _TARGET_COLUMNS, first_rows(rows), notes=notes)
    doubtful = sum(result.doubtful for result in results)
    yield Tabulated(dated(table, material.analysis, doubtful, caption))


def _basis(material: Material) -> Iterator[Block]:
    basis = material.workspace.record.basis
    documents = tuple(document.title for document in material.workspace.documents.values())
    yield from paragraph(
        _("The system is built on {basis}.", basis=tuple(map(ended, basis)))
        if basis
        else Blank(_("documents that the system is built on")),
        _(
            "Laws, regulations, rules and policy documents listed: {count}, namely {names}.",
            count=len(documents),
            names=names_of(documents),
        )
        if documents
        else None,
    )
    yield from paragraph(
        _(
            "Structure diagram, detail table, statistics table and these notes are arranged after "
            "GB/T 13016-2018, principles and requirements for standards systems."
        )
    )


def _principles(material: Material) -> Iterator[Block]:
    yield from paragraph(
        Pointing(
            _(
                "Checked against the four principles of GB/T 13016 the system stands as shown in "
                "the table."
            )
        )
    )
    rows = tuple(
        (PRINCIPLE[one.id], VERDICT[one.verdict], figures_of(one))
        for one in material.quality.principles
    )
    caption = _("The four principles of GB/T 13016")
    doubtful = material.analysis.statistics.presumed_or_unverified
    table = Table("principles", _PRINCIPLE_COLUMNS, rows)
    yield Tabulated(dated(table, material.analysis, doubtful, caption))
    yield from paragraph(Blank(_("principles by which the system is put into practice")))


def state_elsewhere(material: Material) -> Iterator[Block]:
    """Yield 国内外相关标准化情况综述: what the listed standards show; the survey is a blank."""
    statistics = material.analysis.statistics
    existing = {level: statistics.by_level[level].existing for level in FIVE_LEVELS}
    undetermined = statistics.by_level.get(UNDETERMINED)
    yield from paragraph(
        _(
            "Of the existing standards {national} are national, {industry} industry, {local} "
            "local, {group} group and {enterprise} enterprise standards.",
            **{level.value: count for level, count in existing.items()},
        ),
        _("The level of {count} is not determined.", count=undetermined.existing)
        if undetermined is not None and undetermined.existing
        else None,
        _adoptions(material),
        _(
            "Besides, {count} metrology documents, international and foreign standards, laws and "
            "other documents are listed, which are not counted as required.",
            count=statistics.other,
        )
        if statistics.other
        else None,
    )
    yield from paragraph(Blank(_("related standardization work in China")))
    yield from paragraph(
        Blank(_("related standards of international organisations and main trading partners"))
    )


def _adoptions(material: Material) -> Text:
    degrees: Counter[str | Text] = Counter()
    adopting = 0
    for row in material.analysis.rows.region():
        facts = facts_of(row.item)
        if row.cls is not RowClass.E or not row.main or facts is None or not facts.adopts:
            continue
        adopting += 1
        stated: set[str | Text] = {one.degree.value for one in facts.adopts if one.degree}
        degrees.update(stated or {_("degree not stated")})
    if not adopting:
        return _("None of them is recorded as adopting an international or foreign standard.")
    named = tuple(
        _("{degree} {count}", degree=degree, count=count)
        for degree, count in sorted(degrees.items(), key=lambda one: (-one[1], str(one[0])))
    )
    return _(
        "{count} of them adopt international or foreign standards ({degrees}).",
        count=adopting,
        degrees=named,
    )
