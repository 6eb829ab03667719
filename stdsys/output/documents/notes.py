"""编制说明: the compilation notes of a system, in the ten parts that GB/T 13016 lists.

What the tool knows is written; what only people know is a marked blank.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Text, _
from stdsys.output.documents.document import Block, Document, Heading, paragraph
from stdsys.output.documents.material import Material
from stdsys.output.documents.notes_crossings import coordination, crossings
from stdsys.output.documents.notes_proposals import other_matters, proposals
from stdsys.output.documents.notes_purpose import background, objectives, state_elsewhere
from stdsys.output.documents.notes_statistics import statistics
from stdsys.output.documents.notes_structure import division, subsystems
from stdsys.output.documents.phrases import day_in_words
from stdsys.rules.checking import Report


class Part(Struct, frozen=True):
    """A part of the notes; `key` is its stable name for templates."""

    key: str
    title: Text
    write: Callable[[Material], Iterator[Block]]


STEM = "编制说明"

PARTS = (
    Part("background", _("Background"), background),
    Part("objectives", _("Objectives, basis and principles"), objectives),
    Part("elsewhere", _("State of related standardization in China and abroad"), state_elsewhere),
    Part("division", _("Principles and grounds of the division into subsystems"), division),
    Part("subsystems", _("Description of the subsystems"), subsystems),
    Part("crossings", _("Crossings with other systems and how they are handled"), crossings),
    Part("coordination", _("Coordination asked of other systems"), coordination),
    Part(
        "statistics",
        _(
            "Gaps and weak spots of the existing standards as the statistics show them, and main "
            "directions"
        ),
        statistics,
    ),
    Part("proposals", _("Proposals for drafting and revising standards"), proposals),
    Part("other", _("Other matters"), other_matters),
)
"""The ten parts in the order of GB/T 13016."""


def notes_title(material: Material) -> Text:
    """Return the title of the notes."""
    return _("{name}: compilation notes", name=material.name)


def opening(material: Material) -> Iterator[Block]:
    """Yield what stands before the parts: what these notes belong to, and the day."""
    yield from paragraph(
        _(
            "These notes belong to the structure diagram, the detail table and the statistics "
            "table of {name} (hereinafter: the system).",
            name=material.name,
        ),
        _(
            "All numbers are computed from the same data for {day} and equal those of the "
            "statistics table; {count} of the required standards are presumed or unverified.",
            day=day_in_words(material.analysis.as_of),
            count=material.analysis.statistics.presumed_or_unverified,
        ),
        _("Marked passages are for the compiling unit to write; a list of them stands at the end."),
    )


def notes_document(analysis: Analysis, report: Report) -> Document:
    """Return the compilation notes of a workspace."""
    material = Material(analysis, report)
    blocks = [*opening(material)]
    for part in PARTS:
        blocks += [Heading(1, part.title), *part.write(material)]
    return Document(
        "notes",
        STEM,
        notes_title(material),
        (_("(as of {day})", day=day_in_words(analysis.as_of)),),
        tuple(blocks),
        analysis.as_of,
        analysis.workspace.record.unit,
    )
