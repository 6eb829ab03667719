"""The files of the structure diagram 结构图: layouts and formats, one job a file.

The modules that draw are imported when a file is written.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Text, Translator, _
from stdsys.model.workspace import STAGE, System
from stdsys.output.atomic import atomic_file, write_text
from stdsys.output.deliverables import Job
from stdsys.output.workbooks.sheet_names import sheet_names

if TYPE_CHECKING:
    from stdsys.output.diagrams.diagram import Diagram

DIAGRAM_FORMATS = ("svg", "png", "drawio")

STRUCTURE, TITLE = "structure", _("structure diagram")
"""What the kind is called on the command line, and what it is."""

STEM, FOLDER = "标准体系结构图", "结构图"
"""The whole's file, and the folder of those of single systems: alike in every language."""


class DiagramLayout(StrEnum):
    """How a structure is laid out: 层次、序列（沿环节）、矩阵."""

    HIERARCHY = "hierarchy"
    SEQUENCE = "sequence"
    MATRIX = "matrix"


_WORDS = {
    DiagramLayout.HIERARCHY: "层次",
    DiagramLayout.SEQUENCE: "序列",
    DiagramLayout.MATRIX: "矩阵",
}
_LAYOUTS = {
    DiagramLayout.HIERARCHY: _("hierarchy"),
    DiagramLayout.SEQUENCE: _("sequence"),
    DiagramLayout.MATRIX: _("matrix"),
}
_FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")


def layouts_of(analysis: Analysis) -> tuple[DiagramLayout, ...]:
    """Return the layouts that a workspace has content for: without stages only the hierarchy."""
    if analysis.workspace.axes[STAGE].values:
        return tuple(DiagramLayout)
    return (DiagramLayout.HIERARCHY,)


def structure_jobs(
    layouts: Sequence[DiagramLayout],
    formats: Sequence[str],
    analysis: Analysis,
    say: Translator,
    *,
    whole_only: bool = False,
) -> Iterator[Job]:
    """Yield a job a picture, and one for the .drawio file, which has them all as its pages.

    Pictures are of the whole and of each system (not in the matrix, which shows all systems);
    `whole_only` leaves the systems' out.
    """
    systems: list[System | None] = [None]
    if not whole_only:
        systems += analysis.workspace.systems.values()
    names = sheet_names(system.name for system in systems if system is not None)
    stems = [STEM, *(name.translate(_FORBIDDEN) for name in names)]
    wanted = [
        (layout, system, stem)
        for layout in layouts
        for system, stem in zip(systems, stems, strict=True)
        if system is None or layout is not DiagramLayout.MATRIX
    ]
    for form in formats:
        if form == "drawio":
            title = _("structure diagram (all pages)")
            yield Job(STRUCTURE, title, _pages(wanted, analysis, say))
            continue
        for layout, system, stem in wanted:
            path = _path(layout, system, stem, form)
            title = _title(layout, system)
            yield Job(STRUCTURE, title, _picture(path, form, layout, system, analysis, say))


def _title(layout: DiagramLayout, system: System | None) -> Text:
    if system is None:
        return _("structure diagram ({layout})", layout=_LAYOUTS[layout])
    return _("structure diagram ({layout}), {system}", layout=_LAYOUTS[layout], system=system.name)


def structure_jobs_of_build(analysis: Analysis, say: Translator) -> Iterator[Job]:
    """Yield what a build writes: every layout as SVG and drawio, the whole also as PNG.

    Without a Chinese font there is no PNG: a build does not fail over a picture.
    """
    layouts = layouts_of(analysis)
    yield from structure_jobs(layouts, ("svg", "drawio"), analysis, say)
    for job in structure_jobs(layouts, ("png",), analysis, say, whole_only=True):
        yield Job(job.kind, job.title, _where_fonts_are(job.write))


def _where_fonts_are(
    write: Callable[[Path], Iterable[str]],
) -> Callable[[Path], Iterable[str]]:
    def write_if(out: Path) -> Iterable[str]:
        from stdsys.output.diagrams.png import has_chinese

        return write(out) if has_chinese() else []

    return write_if


def _path(layout: DiagramLayout, system: System | None, stem: str, form: str) -> str:
    if system is not None:
        return f"{FOLDER}/{_WORDS[layout]}-{stem}.{form}"
    return (
        f"{stem}.{form}" if layout is DiagramLayout.HIERARCHY else f"{stem}-{_WORDS[layout]}.{form}"
    )


def _picture(
    path: str,
    form: str,
    layout: DiagramLayout,
    system: System | None,
    analysis: Analysis,
    say: Translator,
) -> Callable[[Path], Iterable[str]]:
    def write(out: Path) -> Iterable[str]:
        diagram = structure_diagram(layout, system, analysis, say)
        if form == "svg":
            from stdsys.output.diagrams.svg import svg

            write_text(out / path, svg(diagram))
        else:
            from stdsys.output.diagrams.png import png

            picture = png(diagram)
            with atomic_file(out / path) as draft:
                draft.write_bytes(picture)
        return [path]

    return write


def _pages(
    wanted: Sequence[tuple[DiagramLayout, System | None, str]], analysis: Analysis, say: Translator
) -> Callable[[Path], Iterable[str]]:
    def write(out: Path) -> Iterable[str]:
        from stdsys.output.diagrams.drawio import drawio

        pages = [
            (f"{_WORDS[layout]} {stem}", structure_diagram(layout, system, analysis, say))
            for layout, system, stem in wanted
        ]
        write_text(out / f"{STEM}.drawio", drawio(pages))
        return [f"{STEM}.drawio"]

    return write


def structure_diagram(
    layout: DiagramLayout, system: System | None, analysis: Analysis, say: Translator
) -> "Diagram":
    """Return a diagram of the whole or of a system; the matrix is always of the whole."""
    from stdsys.output.diagrams.matrix import matrix
    from stdsys.output.diagrams.structure import hierarchy, sequence

    if layout is DiagramLayout.MATRIX:
        return matrix(analysis, say)
    draw = hierarchy if layout is DiagramLayout.HIERARCHY else sequence
    return draw(analysis, say, system)


def without_stages(layout: DiagramLayout, analysis: Analysis) -> Text | None:
    """Say why a layout cannot be drawn; None if it can."""
    if layout in layouts_of(analysis):
        return None
    return _("the workspace has no stages, which the layout {name} needs", name=layout.value)
