"""`stdsys quality`."""

from enum import StrEnum
from typing import Annotated

import typer

from stdsys.cli.options import (
    AsOfOption,
    LangOption,
    OutputOption,
    QuietOption,
    WorkspaceArgument,
    help_text,
)
from stdsys.messages import _


class Format(StrEnum):
    """Formats of the structure quality."""

    TEXT = "text"
    JSON = "json"


def quality(
    workspace: WorkspaceArgument = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format, typer.Option("--format", help=help_text(_("format of the structure quality")))
    ] = Format.TEXT,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Judge the structure by the four principles of GB/T 13016, and the mix of levels."""
    from stdsys.analysis.structure_quality import structure_quality
    from stdsys.cli.answering import answer, layout_for
    from stdsys.cli.opening import open_workspace
    from stdsys.output.rule_outcomes import rule_run

    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet)
    analysis, find = opened.analysis, opened.positions.find
    run = rule_run(opened.check(), analysis.workspace)
    judged = structure_quality(analysis.workspace, analysis.coverage, analysis.statistics, run)
    if format is Format.JSON:
        from stdsys.output.quality_json import quality_json

        text = quality_json(analysis, judged, find, opened.say)
    else:
        from stdsys.output.quality_text import QualityText

        writer = QualityText(analysis, judged, find, opened.say, layout_for(output))
        text = "\n".join(writer.lines()) + "\n"
    answer(opened, text, output, for_people=format is Format.TEXT)
