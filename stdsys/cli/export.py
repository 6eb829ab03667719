"""`stdsys export`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stdsys.cli.options import (
    AsOfOption,
    LangOption,
    OutOption,
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
    ALL = "all"


class Format(StrEnum):
    """File formats of tables."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


def export(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="KIND... [WORKSPACE]",
            help=help_text(
                _("what to write ({kinds}), then the folder of the workspace", kinds=" ".join(Kind))
            ),
        ),
    ],
    out: OutOption = Path("out"),
    formats: Annotated[
        list[Format], typer.Option("--format", help=help_text(_("file format; may be repeated")))
    ] = [Format.XLSX],  # noqa: B006 - typer copies defaults
    profile: ProfileOption = "gbt13016",
    as_of: AsOfOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write single deliverables: the detail table, the statistics, the coverage workbook."""
    from stdsys.cli.delivering import check_profile, prepare_folder, refuse_unreadable
    from stdsys.cli.opening import open_workspace
    from stdsys.output.deliverables import WORKBOOKS, run_jobs, workbook_jobs

    check_profile(profile)
    kinds, workspace = _kinds_and_workspace(words)
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet)
    report = opened.check()
    refuse_unreadable(opened, report)
    prepare_folder(out, opened)
    wanted = tuple(WORKBOOKS) if Kind.ALL in kinds else kinds
    forms = tuple(dict.fromkeys(f.value for f in formats))
    jobs = list(workbook_jobs(wanted, forms, opened.analysis, report, opened.say, profile))
    for written in run_jobs(jobs, out):
        print(out / written.path)


def _kinds_and_workspace(words: list[str]) -> tuple[tuple[str, ...], Path | None]:
    """Split `detail statistics FOLDER`: a word that is no kind is the workspace."""
    from stdsys.cli.endings import CommandError

    known = tuple(kind.value for kind in Kind)
    last = words[-1]
    folder = None if last in known else Path(last)
    kinds = tuple(dict.fromkeys(words if folder is None else words[:-1]))
    strange = [word for word in kinds if word not in known]
    if folder is not None and not folder.exists() and "/" not in last:
        strange.append(last)
    if strange or not kinds:
        wrong = strange[0] if strange else last
        raise CommandError(
            _("there is no kind of deliverable {name}; known are {names}", name=wrong, names=known)
        )
    return kinds, folder
