"""`stdsys register check`."""

import typer

from stdsys.cli.endings import FailOn
from stdsys.cli.options import (
    AsOfOption,
    FailOnOption,
    LangOption,
    OutputOption,
    QuietOption,
    WorkspaceArgument,
)
from stdsys.cli.register_formats import Format, FormatOption, RegisterOption


def check(
    workspace: WorkspaceArgument = None,
    register: RegisterOption = None,
    as_of: AsOfOption = None,
    format: FormatOption = Format.TEXT,
    fail_on: FailOnOption = FailOn.ERROR,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Look every number of a workspace up, and list all that differs."""
    from stdsys.cli.endings import FOUND
    from stdsys.cli.opening import open_workspace, threshold
    from stdsys.cli.printing import emit
    from stdsys.cli.register_file import checked_against, register_path

    path = register_path(register)
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=output)
    report = checked_against(path, opened, select=("G",))
    answers = opened.analysis.register_answers
    assert answers is not None  # the register has been asked
    if format is Format.JSON:
        from stdsys.output.json.findings import findings_json

        text = findings_json(report, opened.as_of, opened.say, show_waived=False)
    else:
        from stdsys.output.text.findings import FindingsText
        from stdsys.output.text.register import looked_up

        writer = FindingsText(opened.say, in_full=True)
        lines = [*writer.lines(report, opened.as_of), opened.say(looked_up(answers))]
        text = "\n".join(lines) + "\n"
    emit(text, output)
    if report.reaches(threshold(fail_on)):
        raise typer.Exit(FOUND)
