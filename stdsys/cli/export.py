"""`stdsys export`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stdsys.cli.options import (
    AsOfOption,
    LangOption,
    ProfileOption,
    QuietOption,
    help_text,
)
from stdsys.messages import _


class Kind(StrEnum):
    """Kinds of deliverables."""

    DETAIL = "detail"
    STATISTICS = "statistics"
    COVERAGE = "coverage"
    NOTES = "notes"
    PLAN = "plan"
    CONTENTS = "contents"
    STRUCTURE = "structure"
    FACTS = "facts"
    ALL = "all"


class Format(StrEnum):
    """File formats of tables, of documents, of diagrams and of facts."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    DOCX = "docx"
    MD = "md"
    SVG = "svg"
    PNG = "png"
    DRAWIO = "drawio"
    PARQUET = "parquet"
    JSONL = "jsonl"


class Layout(StrEnum):
    """Layouts of the structure diagram."""

    HIERARCHY = "hierarchy"
    SEQUENCE = "sequence"
    MATRIX = "matrix"


def export(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="KIND... [WORKSPACE]",
            help=help_text(
                _(
                    "what to write ({kinds}), then the folder of the workspace; facts are tables "
                    "for questions in SQL over many workspaces, and their parquet needs pyarrow: "
                    "{command}",
                    kinds=" ".join(Kind),
                    command='pip install "stdsys[facts]"',
                )
            ),
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "--output",
            "-o",
            metavar="DIR",
            help=help_text(_("folder that the files go to")),
        ),
    ] = Path("out"),
    formats: Annotated[
        list[Format] | None,
        typer.Option(
            "--format",
            help=help_text(
                _(
                    "file format; may be repeated (default: xlsx for tables, docx and md for "
                    "texts, svg, png and drawio for diagrams, parquet for facts)"
                )
            ),
            show_default=False,
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="FILE",
            help=help_text(
                _("your own file to fill in: Word (.docx) for notes, a workbook (.xlsx) for detail")
            ),
            show_default=False,
        ),
    ] = None,
    template_fields: Annotated[
        bool,
        typer.Option(
            "--template-fields",
            help=help_text(
                _(
                    "with notes: write nothing, list the fields that a Word template can print, "
                    "each with its value in this workspace"
                )
            ),
        ),
    ] = False,
    per_system: Annotated[
        bool,
        typer.Option(
            "--per-system",
            help=help_text(_("with a workbook as template: a copy of its sheet for each system")),
        ),
    ] = False,
    layouts: Annotated[
        list[Layout],
        typer.Option(
            "--layout",
            help=help_text(
                _("of the structure diagram: hierarchy, sequence (along the stages) or matrix")
            ),
        ),
    ] = [Layout.HIERARCHY],  # noqa: B006 - typer copies defaults
    profile: ProfileOption = "gbt13016",
    as_of: AsOfOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write single deliverables: tables (detail …), documents (notes …), diagrams, facts."""
    from stdsys.cli.delivering import check_profile, refuse_unreadable
    from stdsys.cli.export_diagrams import diagram_jobs
    from stdsys.cli.export_facts import check_formats, facts_job, note_members
    from stdsys.cli.export_folder import output_folder
    from stdsys.cli.export_formats import chosen
    from stdsys.cli.notes_template import (
        check_template,
        check_template_fields,
        detail_job,
        is_workbook,
        notes_job,
        print_template_fields,
    )
    from stdsys.cli.opening import open_workspace
    from stdsys.output.deliverables import Job, run_jobs, workbook_jobs
    from stdsys.output.word.kinds import document_jobs

    kinds, workspace = _kinds_and_workspace(words)
    asked = None if not formats else tuple(form.value for form in formats)
    wanted = chosen(kinds, asked)
    check_template(template, kinds)
    check_template_fields(kinds, asked=template_fields)
    check_formats(wanted)
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=out)
    report = opened.check()
    refuse_unreadable(opened, report)
    if template_fields:
        print_template_fields(opened, report)
        return
    check_profile(profile, opened)
    analysis, say = opened.analysis, opened.say
    jobs: list[Job] = []
    for one in wanted:
        if template is not None and one.kind == Kind.DETAIL and is_workbook(template):
            jobs.append(detail_job(template, opened, per_system))
        elif one.tables:
            jobs += workbook_jobs((one.kind,), one.tables, analysis, report, say, profile)
        if template is not None and one.kind == Kind.NOTES and not is_workbook(template):
            jobs.append(notes_job(template, opened, report))
        elif one.documents:
            jobs += document_jobs((one.kind,), one.documents, analysis, report, say)
        if one.diagrams:
            names = tuple(dict.fromkeys(layout.value for layout in layouts))
            jobs += diagram_jobs(names, one.diagrams, analysis, say)
        if one.facts:
            note_members(opened)
            jobs.append(facts_job(one.facts, opened, report))
    with output_folder(out, opened):
        for written in run_jobs(jobs, out):
            print(out / written.path)


def _kinds_and_workspace(words: list[str]) -> tuple[tuple[str, ...], Path | None]:
    """Split `detail statistics FOLDER`: a word that is no kind is the workspace.

    A last word that is neither is taken for a folder that is not there, if a kind stands before it.
    """
    from stdsys.cli.endings import CommandError

    known = tuple(kind.value for kind in Kind)
    kinds = tuple(dict.fromkeys(word for word in words if word in known))
    folders = [word for word in words if word not in known]
    strange = [word for word in folders if "/" not in word and not Path(word).exists()]
    if kinds and strange == [words[-1]]:
        strange = []
    if strange or not kinds:
        wrong = (strange or words)[0]
        raise CommandError(
            _("there is no kind of deliverable {name}; known are {names}", name=wrong, names=known)
        )
    if len(folders) > 1:
        raise CommandError(
            _("one workspace at a time, not {names}: run it once for each", names=tuple(folders))
        )
    return kinds, Path(folders[0]) if folders else None
