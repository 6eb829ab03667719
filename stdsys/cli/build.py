"""`stdsys build`."""

from pathlib import Path

import typer

from stdsys.cli.endings import FailOn
from stdsys.cli.options import (
    AsOfOption,
    FailOnOption,
    LangOption,
    OutOption,
    ProfileOption,
    QuietOption,
    WorkspaceArgument,
)
from stdsys.messages import _


def build(
    workspace: WorkspaceArgument = None,
    out: OutOption = Path("out"),
    as_of: AsOfOption = None,
    profile: ProfileOption = "gbt13016",
    fail_on: FailOnOption = FailOn.ERROR,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Check the workspace, then write all workbooks, documents and graphs, and an index of them."""
    from stdsys.cli.delivering import check_profile, prepare_folder, refuse_unreadable
    from stdsys.cli.endings import FOUND
    from stdsys.cli.opening import open_workspace, showing_progress, threshold
    from stdsys.output.atomic import write_text
    from stdsys.output.deliverables import (
        FORMATS,
        Written,
        analysis_jobs,
        run_jobs,
        workbook_jobs,
    )
    from stdsys.output.graphs.kinds import structure_jobs_of_build
    from stdsys.output.index import index_json, index_markdown
    from stdsys.output.text.findings import FindingsText
    from stdsys.output.word.kinds import DOCUMENT_FORMATS, DOCUMENT_KINDS, document_jobs
    from stdsys.output.workbooks.kinds import filled_kinds

    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=out)
    report = opened.check()
    refuse_unreadable(opened, report)
    check_profile(profile, opened)
    prepare_folder(out, opened)
    analysis, say = opened.analysis, opened.say
    jobs = [
        *workbook_jobs(filled_kinds(analysis), FORMATS, analysis, report, say, profile),
        *document_jobs(tuple(DOCUMENT_KINDS), DOCUMENT_FORMATS, analysis, report, say),
        *structure_jobs_of_build(analysis, say),
        *analysis_jobs(analysis, report, say),
    ]
    with showing_progress(_("writing"), quiet, say) as progress:
        written = run_jobs(jobs, out, progress)
    written.sort(key=lambda w: w.path.count("/"))  # what people open stands before the data
    index = Written("index", "index.md", _("index"))
    write_text(out / "index.json", index_json(analysis, report, [index, *written], say))
    write_text(out / "index.md", index_markdown(analysis, report, written, say))
    opened.note(
        _(
            "{count} files in {folder}; begin with {file}",
            count=len(written) + 2,
            folder=out,
            file=out / "index.md",
        )
    )
    print(FindingsText(say).summary(report, opened.as_of))
    if report.reaches(threshold(fail_on)):
        raise typer.Exit(FOUND)
