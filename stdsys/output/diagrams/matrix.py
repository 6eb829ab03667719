"""结构图 as a matrix: systems by stages, each square with the state of its coverage and counts."""

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.tally import Tally
from stdsys.messages import Translator, _
from stdsys.model.workspace import STAGE
from stdsys.output.diagrams.diagram import Box, Diagram, Look, page
from stdsys.output.diagrams.lettering import PADDING_X, box_size, wrapped
from stdsys.output.diagrams.structure import counts
from stdsys.output.tables import words
from stdsys.output.tables.headings import subtitle, title
from stdsys.output.tables.table import Tone
from stdsys.output.text.coverage_squares import SYSTEM, squares

_SIDE, _SQUARE = 190, 132

_LOOKS = {
    Tone.GOOD: Look.GOOD,
    Tone.COMING: Look.COMING,
    Tone.PLANNED: Look.PLANNED,
    Tone.STALE: Look.STALE,
    Tone.BAD: Look.BAD,
    Tone.NEUTRAL: Look.NEUTRAL,
}


def matrix(analysis: Analysis, say: Translator) -> Diagram:
    """Return systems by stages: the worst state of each square, and what exists and should.

    The counts are the system's own rows that name the stage; the state is that of the coverage
    policy, which may ask for more than their number. A square of which nothing is asked says only
    the counts.
    """
    workspace = analysis.workspace
    worst = squares(analysis.coverage.cells, SYSTEM, STAGE, workspace).worst
    stages = workspace.axes[STAGE].values
    systems = [system for system in workspace.systems.values() if not system.shared]
    corner = (say(_("System")), say(_("Stage")))
    table: list[list[tuple[tuple[str, ...], Look]]] = [
        [
            ((" / ".join(corner),), Look.HEAD),
            *((_wrap(stage.name, _SQUARE), Look.HEAD) for stage in stages.values()),
        ]
    ]
    for system in systems:
        statistics = analysis.statistics.systems[system.id]
        heading = (*_wrap(system.name, _SIDE), *_tally(statistics.total, say, _SIDE))
        row = [(heading, Look.HEAD)]
        for stage in stages:
            figures = _tally(statistics.by_stage[stage], say, _SQUARE)
            cell = worst.get((system.id, stage))
            if cell is None:
                row.append((figures, Look.NOTHING))
                continue
            state = words.state_of(cell)
            row.append(((say(state.text), *figures), _LOOKS[state.tone]))
        table.append(row)
    notes = [
        _(
            "where several requirements meet, the worst state is shown; nothing is required of a "
            "square without a state"
        ),
        _("a standard of several stages is counted in each; the lines have no sum"),
    ]
    return page(
        say(title(analysis, _("structure diagram as a matrix"))),
        say(subtitle(analysis, analysis.statistics.presumed_or_unverified)),
        _grid(table),
        (),
        [say(note) for note in notes],
    )


def _wrap(text: str, width: int) -> tuple[str, ...]:
    return wrapped(text, width - 2 * PADDING_X)


def _tally(tally: Tally, say: Translator, width: int) -> tuple[str, ...]:
    return _wrap(say(counts(tally)), width)


def _grid(table: list[list[tuple[tuple[str, ...], Look]]]) -> list[Box]:
    """Return the squares side by side, each row as high as its fullest square."""
    boxes = []
    y = 0
    for number, row in enumerate(table):
        height = max(box_size(lines)[1] for lines, _look in row)
        x = 0
        for place, (lines, look) in enumerate(row):
            width = _SQUARE if place else _SIDE
            boxes.append(Box(f"{number}:{place}", x, y, width, height, lines, look))
            x += width
        y += height
    return boxes
