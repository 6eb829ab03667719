"""`stdsys export --template`: the user's own Word file or workbook, filled in; its fields."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from stdsys.cli.endings import CommandError
from stdsys.cli.opening import Opened
from stdsys.messages import _
from stdsys.output.deliverables import Job
from stdsys.rules.checking import Report

SUFFIX = ".docx"
"""What a template of documents ends with."""

WORKBOOKS = (".xlsx", ".xlsm", ".xltx")
"""What a template of tables ends with."""


def check_template(template: Path | None, kinds: Sequence[str]) -> None:
    """Raise CommandError for a template that nothing asked for can be filled into."""
    if template is None:
        return
    kind = {SUFFIX: "notes", **dict.fromkeys(WORKBOOKS, "detail")}.get(template.suffix.lower())
    if kind is None or kind not in kinds:
        raise CommandError(
            _(
                "--template fills in a Word file (.docx) for notes or a workbook (.xlsx) for "
                "detail, not {file}",
                file=template,
            )
        )


def check_template_fields(kinds: Sequence[str], *, asked: bool) -> None:
    """Raise CommandError where fields are asked for of what is filled into no Word template."""
    if asked and tuple(kinds) != ("notes",):
        raise CommandError(_("--template-fields lists the fields of notes: export notes"))


def print_template_fields(opened: Opened, report: Report) -> None:
    """Print the fields of Word templates with their values."""
    from stdsys.output.documents.template_fields import template_field_lines

    for line in template_field_lines(opened.analysis, report, opened.say):
        print(line)


def is_workbook(template: Path) -> bool:
    """Whether a template is a workbook."""
    return template.suffix.lower() in WORKBOOKS


def detail_job(template: Path, opened: Opened, per_system: bool) -> Job:
    """Return the job that fills in a workbook; CommandError if it can't be filled in."""
    from stdsys.output.atomic import atomic_file
    from stdsys.output.deliverables import WORKBOOKS as TITLES
    from stdsys.output.tables.workbooks import DETAIL_STEM
    from stdsys.output.user_templates.filling import TemplateError, filled_template

    def write(out: Path) -> Iterable[str]:
        name = f"{DETAIL_STEM}.xlsx"
        if (out / name).exists() and (out / name).samefile(template):
            raise CommandError(
                _("{file} is the template itself: choose another --out", file=out / name)
            )
        try:
            filled = filled_template(template, opened.analysis, opened.say, per_system=per_system)
        except TemplateError as error:
            raise CommandError(error.message) from None
        with atomic_file(out / name) as draft:
            draft.write_bytes(filled.content)
        for remark in filled.remarks:
            opened.note(remark)
        return [name]

    return Job("detail", TITLES["detail"], write)


def notes_job(template: Path, opened: Opened, report: Report) -> Job:
    """Return the job that fills in a template; CommandError if it can't be filled in."""
    from stdsys.output.documents.notes import STEM
    from stdsys.output.documents.template_context import template_context
    from stdsys.output.word.kinds import DOCUMENT_KINDS
    from stdsys.output.word.template import TemplateError, write_from_template

    def write(out: Path) -> Iterable[str]:
        name = f"{STEM}{SUFFIX}"
        context = template_context(opened.analysis, report, opened.say)
        try:
            write_from_template(template, context, out / name)
        except TemplateError as error:
            raise CommandError(error.message) from None
        return [name]

    return Job("notes", DOCUMENT_KINDS["notes"].title, write)
