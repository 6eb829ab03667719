"""结构图: the structure of a region or a system as a drawn diagram, as hierarchy or sequence."""

from collections.abc import Iterator, Mapping, Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.tally import Tally
from stdsys.analysis.graphs.structure_boxes import (
    BoxKind,
    LineKind,
    Relationship,
    Structure,
    StructureBox,
    StructureLine,
)
from stdsys.analysis.graphs.structure_diagram import (
    region_structure,
    stage_structure,
    system_structure,
)
from stdsys.messages import Text, Translator, _
from stdsys.model.workspace import System
from stdsys.output.diagrams.columns import COLUMN, INDENT, Columns, Label, Related, laid_out
from stdsys.output.diagrams.diagram import Diagram, Look, page
from stdsys.output.diagrams.lettering import PADDING_X, box_size, wrapped
from stdsys.output.tables.headings import subtitle, title

MOST_RELATED = 24
"""So many dashed lines are drawn, the strongest; the notes say how many are not."""

ROOT_WIDTH = 420

_LOOKS = {
    BoxKind.REGION: Look.ROOT,
    BoxKind.SYSTEM: Look.HEAD,
    BoxKind.BASE: Look.SHARED,
    BoxKind.NODE: Look.PLAIN,
    BoxKind.UNPLACED: Look.FAINT,
    BoxKind.STAGE: Look.HEAD,
    BoxKind.GENERAL: Look.SHARED,
}
_NAMELESS = {BoxKind.UNPLACED: _("at no subsystem"), BoxKind.GENERAL: _("general")}


def hierarchy(analysis: Analysis, say: Translator, system: System | None = None) -> Diagram:
    """Return the hierarchy 层次结构 of a system, without one that of the region.

    Of a region that holds one system only it is that system's, two layers deep: a box for the
    region above would say everything again.
    """
    structure = _structure(analysis, system)
    held = structure.held()
    beside = [line for line in structure.of_kind(LineKind.RELATED) if _beside(line, structure)]
    inside = [line for line in structure.of_kind(LineKind.RELATED) if line not in beside]
    boxes = {box.key: box for box in structure.boxes}
    shown = _strongest(inside)
    root = structure.root
    heads = [_label(box, say, held) for box in held.get(root.key, ())]
    columns = Columns(
        _root(root, say),
        tuple(_equal(heads)),
        related=tuple(_related(line, say) for line in shown),
        beside=tuple(
            (_label(boxes[line.target], say, {}), _words(line, say)) for line in _merged(beside)
        ),
    )
    has_related = bool(inside or beside)
    notes = _notes(analysis, system, related=has_related, left_out=len(inside) - len(shown))
    return _page(analysis, say, system, _("structure diagram"), columns, notes)


def _structure(analysis: Analysis, system: System | None) -> Structure:
    if system is not None:
        return system_structure(analysis, system)
    only = _only_system(analysis)
    return region_structure(analysis) if only is None else _two_layers(analysis, only)


def _only_system(analysis: Analysis) -> System | None:
    systems = tuple(analysis.workspace.systems.values())
    return systems[0] if len(systems) == 1 else None


def _two_layers(analysis: Analysis, system: System) -> Structure:
    whole = system_structure(analysis, system)
    held = whole.held()
    layer = [whole.root]
    kept = {whole.root.key}
    for _depth in range(2):
        layer = [below for box in layer for below in held.get(box.key, ())]
        kept.update(box.key for box in layer)
    return Structure(
        tuple(box for box in whole.boxes if box.key in kept),
        tuple(line for line in whole.lines if {line.source, line.target} <= kept),
    )


def sequence(analysis: Analysis, say: Translator, system: System | None = None) -> Diagram:
    """Return the sequence 序列结构 along the stages, of a system or of the region.

    Of a region that holds one system only it is that system's.
    """
    structure = stage_structure(analysis, system or _only_system(analysis))
    held = structure.held()
    root = structure.root
    heads = [_label(box, say, held) for box in held.get(root.key, ())]
    chain = tuple((line.source, line.target) for line in structure.of_kind(LineKind.PRECEDES))
    columns = Columns(_root(root, say), tuple(_equal(heads)), chain=chain)
    notes = [
        *_notes(analysis, system, related=False, left_out=0),
        _("a standard of several stages is counted in each; the lines have no sum"),
    ]
    name = _("structure diagram along the stages")
    return _page(analysis, say, system, name, columns, notes)


def _page(
    analysis: Analysis,
    say: Translator,
    system: System | None,
    name: Text,
    columns: Columns,
    notes: Sequence[Text],
) -> Diagram:
    statistics = analysis.statistics if system is None else analysis.statistics.systems[system.id]
    boxes, lines = laid_out(columns)
    second = subtitle(analysis, statistics.presumed_or_unverified)
    heading = say(title(analysis, name, system))
    return page(heading, say(second), boxes, lines, [say(note) for note in notes])


def counts(tally: Tally) -> Text:
    """Return 现有／应有 as every box bears it."""
    return _(
        "has {existing} of {required}",
        existing=tally.existing,
        required=tally.required,
    )


def _lines(box: StructureBox, say: Translator, room: int, most: int) -> tuple[str, ...]:
    name = box.name if box.name is not None else say(_NAMELESS[box.kind])
    called = f"{box.code} {name}" if box.code else name
    return (*wrapped(called, room, most), *wrapped(say(counts(box.tally)), room, 2))


def _root(box: StructureBox, say: Translator) -> Label:
    lines = _lines(box, say, ROOT_WIDTH - 2 * PADDING_X, 3)
    width, height = box_size(lines, COLUMN)
    return Label(box.key, lines, Look.ROOT, height, width)


def _label(
    box: StructureBox, say: Translator, held: Mapping[str, Sequence[StructureBox]], depth: int = 0
) -> Label:
    """Return a box and all that it holds, the text wrapped to the room of its layer."""
    room = COLUMN - min(depth, 4) * INDENT - 2 * PADDING_X
    lines = _lines(box, say, room, 3)
    return Label(
        box.key,
        lines,
        _LOOKS[box.kind],
        box_size(lines)[1],
        dashed=box.kind is BoxKind.UNPLACED,
        holds=tuple(_label(below, say, held, depth + 1) for below in held.get(box.key, ())),
    )


def _equal(heads: Sequence[Label]) -> Iterator[Label]:
    """Yield the heads, each as high as the highest, so that arrows between them are level."""
    tallest = max((head.height for head in heads), default=0)
    for head in heads:
        yield Label(head.key, head.lines, head.look, tallest, head.width, head.dashed, head.holds)


def _beside(line: StructureLine, structure: Structure) -> bool:
    """Whether a related line leads from the root to what stands outside the tree."""
    return line.source == structure.root.key


def _strongest(lines: Sequence[StructureLine]) -> list[StructureLine]:
    """Return the lines to be drawn, in order: those to shared bases, then the strongest."""
    ranked = sorted(
        range(len(lines)),
        key=lambda i: (lines[i].relationship is not Relationship.USES, -(lines[i].count or 0), i),
    )
    return [lines[i] for i in sorted(ranked[:MOST_RELATED])]


def _merged(lines: Sequence[StructureLine]) -> Iterator[StructureLine]:
    """Yield one line a target beside the root, at most as many as are drawn elsewhere."""
    seen: set[str] = set()
    for line in _strongest(lines):
        if line.target not in seen:
            seen.add(line.target)
            yield line


def _related(line: StructureLine, say: Translator) -> Related:
    uses = line.relationship is Relationship.USES
    track = f"base:{line.target}" if uses else f"{line.source}>{line.target}"
    return Related(line.source, line.target, "" if uses else _words(line, say), track)


def _words(line: StructureLine, say: Translator) -> str:
    match line.relationship:
        case Relationship.USES:
            return say(_("shared"))
        case Relationship.SHARES:
            return say(_("{count} in common", count=line.count))
        case _:
            return str(line.count)


def _notes(
    analysis: Analysis, system: System | None, *, related: bool, left_out: int
) -> list[Text]:
    statistics = analysis.statistics if system is None else analysis.statistics.systems[system.id]
    notes = [_("solid lines: what belongs to what; with an arrow: what follows what")]
    if related:
        notes.append(
            _(
                "dashed lines: related (shared bases, standards in common, standards that are "
                "also looked up elsewhere); figures on them count standards"
            )
        )
    if left_out:
        notes.append(_("{count} weaker relations are not drawn", count=left_out))
    if system is None and _only_system(analysis) is None:
        notes.append(
            _(
                "{sum} summed over systems, {distinct} distinct",
                sum=statistics.sum_of_systems,
                distinct=statistics.distinct,
            )
        )
    raised = statistics.total.required - sum(
        row.main
        for row in (analysis.rows.region() if system is None else analysis.rows.of(system.id))
    )
    if raised:
        notes.append(_("required numbers include {count} expected ones", count=raised))
    if statistics.other:
        notes.append(
            _(
                "besides {count} metrology documents, foreign standards, laws and the like",
                count=statistics.other,
            )
        )
    return notes
