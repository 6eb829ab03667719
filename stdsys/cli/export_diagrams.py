"""What `export structure` writes; what cannot be drawn is said before anything is written."""

from collections.abc import Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.cli.endings import CommandError
from stdsys.messages import Translator
from stdsys.output.deliverables import Job
from stdsys.output.graphs.kinds import DiagramLayout, structure_jobs, without_stages


def diagram_jobs(
    layouts: Sequence[str], formats: Sequence[str], analysis: Analysis, say: Translator
) -> list[Job]:
    """Return the jobs of these layouts; CommandError for one that the workspace cannot fill."""
    chosen = [DiagramLayout(name) for name in layouts]
    for layout in chosen:
        problem = without_stages(layout, analysis)
        if problem is not None:
            raise CommandError(problem)
    return list(structure_jobs(chosen, formats, analysis, say))
