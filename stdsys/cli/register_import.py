"""`stdsys register import`."""

from pathlib import Path
from typing import Annotated

import typer

from stdsys.cli.options import LangOption, QuietOption, help_text
from stdsys.cli.register_formats import Format, FormatOption
from stdsys.messages import _


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help=help_text(_("lists: xlsx, xls, ods, csv, jsonl"))),
    ],
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            metavar="REGISTER",
            help=help_text(_("register that they go to (default: register.sqlite)")),
            show_default=False,
        ),
    ] = None,
    dated: Annotated[
        str | None,
        typer.Option(
            "--dated",
            metavar="YYYY-MM-DD",
            help=help_text(_("day that the lists speak of: later ones update earlier ones")),
            show_default=False,
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="NAME",
            help=help_text(_("who made the lists (default: the file's name)")),
            show_default=False,
        ),
    ] = None,
    map_: Annotated[
        list[str],
        typer.Option(
            "--map",
            metavar="HEADER=FIELD",
            help=help_text(_("what a column is, such as 标准号=number; may be repeated")),
            show_default=False,
        ),
    ] = [],  # noqa: B006 - typer copies it
    format: FormatOption = Format.TEXT,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Take lists of standards into a register."""
    from stdsys.cli.endings import CommandError
    from stdsys.cli.import_workbook import header_mapping
    from stdsys.cli.opening import showing_progress
    from stdsys.cli.printing import emit
    from stdsys.cli.register_file import refusing, register_path
    from stdsys.intake.register_import import import_lists
    from stdsys.messages import choose_language, translator
    from stdsys.model.partial_date import PartialDate

    if dated is None:
        raise CommandError(_("of which day are these lists? say it with --dated YYYY-MM-DD"))
    try:
        day = PartialDate.parse(dated).first.isoformat()
    except ValueError:
        raise CommandError(
            _("--dated: expected a day such as 2026-11-22, not {text}", text=dated)
        ) from None
    say = translator(choose_language(lang))
    register = register_path(to)
    with refusing(), showing_progress(_("importing"), quiet, say) as progress:
        done = import_lists(
            files, register, dated=day, source=source, mapping=header_mapping(map_), told=progress
        )
    if format is Format.JSON:
        from stdsys.output.json.register import import_json

        emit(import_json(done), None)
    else:
        from stdsys.output.text.register import import_lines

        emit("\n".join(import_lines(done, register, say)) + "\n", None)
