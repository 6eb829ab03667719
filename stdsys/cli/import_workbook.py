"""`stdsys import`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stdsys.cli.options import LangOption, QuietOption, help_text
from stdsys.intake.field_names import known_fields
from stdsys.messages import _

if TYPE_CHECKING:
    from stdsys.intake.drafts import Intake


_FIELDS = " ".join(help_text(field) for field in known_fields())
"""Blanks between them, where help may break its lines."""


class Format(StrEnum):
    """Formats of what the import says."""

    TEXT = "text"
    JSON = "json"


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help=help_text(_("workbooks: xlsx, xls, ods, csv"))),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="DIR",
            help=help_text(_("make a new workspace in this folder")),
            show_default=False,
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="WORKSPACE",
            help=help_text(_("merge into this workspace; shows first what would change")),
            show_default=False,
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help=help_text(_("show what each column is taken for and ten rows; write nothing")),
        ),
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help=help_text(_("merge without asking")))
    ] = False,
    prefer_file: Annotated[
        bool,
        typer.Option(
            "--prefer-file",
            help=help_text(_("where both state a fact differently, take the workbook's")),
        ),
    ] = False,
    map_: Annotated[
        list[str],
        typer.Option(
            "--map",
            metavar="HEADER=FIELD",
            help=help_text(
                _(
                    "what a column is, such as 标准号=number; may be repeated; fields: {fields}",
                    fields=_FIELDS,
                )
            ),
            show_default=False,
        ),
    ] = [],  # noqa: B006 - typer copies it
    headers: Annotated[
        Path | None,
        typer.Option(
            "--headers",
            metavar="FILE.tsv",
            help=help_text(_("further words for column headings: word, field, kind of match")),
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            metavar="NAME",
            help=help_text(_("identifier of the new workspace (default: the folder's name)")),
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="YYYY-MM-DD",
            help=help_text(_("day that the new workspace answers for; checks are made for it")),
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", help=help_text(_("format of what is said")))
    ] = Format.TEXT,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="FILE.json",
            help=help_text(_("write everything that is said, in full, to this file")),
            show_default=False,
        ),
    ] = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Make a workspace of workbooks, or merge workbooks into one."""
    from stdsys.cli.endings import CommandError
    from stdsys.cli.importing import Import
    from stdsys.messages import choose_language, translator

    if out is not None and into is not None:
        raise CommandError(_("--out makes a new workspace, --into merges into one: give one"))
    if out is None and into is None and not dry_run:
        raise CommandError(
            _("where to? --out DIR for a new workspace, --into WORKSPACE, or --dry-run to look")
        )
    if out is not None and not dry_run:
        from stdsys.output.workspace_files import check_new_folder

        check_new_folder(out)
    intake = _read(files, header_mapping(map_), headers)
    run = Import(
        intake,
        say=translator(choose_language(lang)),
        as_json=format is Format.JSON,
        report=report,
        quiet=quiet,
    )
    if dry_run:
        run.show(as_of)
    elif out is not None:
        run.make(out, name=name, as_of=as_of)
    elif into is not None:
        run.merge(into, as_of=as_of, yes=yes, prefer_file=prefer_file)


def header_mapping(pairs: list[str]) -> dict[str, str]:
    """Return the mapping heading → field of `--map`; CommandError for what is none."""
    from stdsys.cli.endings import CommandError

    mapping: dict[str, str] = {}
    for pair in pairs:
        header, sign, field = pair.rpartition("=")
        if not sign or not header.strip() or not field.strip():
            raise CommandError(_("--map: expected HEADER=FIELD, not {text}", text=pair))
        mapping[header.strip()] = field.strip()
    return mapping


def _read(files: list[Path], mapping: dict[str, str], headers: Path | None) -> "Intake":
    from stdsys.cli.endings import CommandError
    from stdsys.intake.refused import IntakeError
    from stdsys.intake.understanding import read_workbook

    try:
        return read_workbook(files, mapping=mapping, header_words=headers)
    except IntakeError as error:
        raise CommandError(error.message) from None
