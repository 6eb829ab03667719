"""`stdsys compare`."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from stdsys.analysis.analysis import Analysis
    from stdsys.analysis.limits.indicators import Indicators
    from stdsys.analysis.limits.requirements import Standard


class Format(StrEnum):
    """Formats of the comparison."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def compare(
    workspace: WorkspaceArgument = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format,
        typer.Option(
            "--format", help=help_text(_("format of the comparison; xlsx needs --output"))
        ),
    ] = Format.TEXT,
    product: Annotated[
        str | None,
        typer.Option(
            "--product",
            metavar="PRODUCT",
            help=help_text(_("only this product: its name, or the system that is its own")),
            show_default=False,
        ),
    ] = None,
    indicator: Annotated[
        str | None,
        typer.Option(
            "--indicator",
            metavar="INDICATOR",
            help=help_text(_("only this indicator: its id or name")),
            show_default=False,
        ),
    ] = None,
    standard: Annotated[
        list[str] | None,
        typer.Option(
            "--standard",
            metavar="NUMBER",
            help=help_text(
                _("only this standard; may be repeated: several are compared with each other")
            ),
            show_default=False,
        ),
    ] = None,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Compare the indicators of lower standards with those of higher ones."""
    from stdsys.analysis.limits.indicator_choice import IndicatorChoice
    from stdsys.cli.answering import answer, csv_of, layout_for, workbook_file
    from stdsys.cli.opening import open_workspace

    workbook = workbook_file(output, xlsx=format is Format.XLSX)
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=output)
    analysis = opened.analysis
    chosen = [standard_named(number, analysis) for number in standard or ()]
    known = analysis.indicators.among(chosen) if chosen else analysis.indicators
    choice = IndicatorChoice.of(
        analysis.indicators,
        product=product_named(product, known) if product else None,
        indicator=indicator_named(indicator, known) if indicator else None,
        standards=chosen,
    )
    if workbook is not None:
        from stdsys.cli.delivering import refuse_unreadable
        from stdsys.output.tables.indicators import indicators_workbook
        from stdsys.output.workbooks.workbook import write_xlsx

        refuse_unreadable(opened, opened.check())
        write_xlsx(indicators_workbook(analysis, choice), workbook, opened.say)
        return
    if format is Format.JSON:
        from stdsys.output.json.compare import compare_json

        text = compare_json(analysis, choice)
    elif format is Format.CSV:
        from stdsys.output.tables.indicators import comparisons_table

        text = csv_of(comparisons_table(choice), opened, output)
    else:
        from stdsys.output.text.compare import CompareText

        writer = CompareText(analysis, choice, opened.say, layout_for(output))
        text = "\n".join(writer.lines()) + "\n"
    answer(opened, text, output, for_people=format is Format.TEXT)


def standard_named(number: str, analysis: "Analysis") -> "Standard":
    """Return a standard by its number (undated: its live edition) or id; CommandError if none."""
    from stdsys.analysis.graphs.near_names import near_name
    from stdsys.cli.endings import CommandError
    from stdsys.numbers import read

    workspace = analysis.workspace
    found = workspace.named(number)
    if found is not None:
        return found
    parsed = read(number).number
    undated = parsed is not None and not parsed.dated
    live = analysis.statuses.live_edition(parsed.family) if parsed and undated else None
    if live is not None:
        return live
    items: list[Standard] = [*workspace.editions.values(), *workspace.planned.values()]
    stating = [item.key for item in items if item.facts.indicators]
    close = near_name(number, stating) or near_name(number, [item.key for item in items])
    hint = _("did you mean {name}?", name=close) if close else _("see: stdsys compare")
    raise CommandError(_("there is no standard {name}; {hint}", name=number, hint=hint))


def product_named(name: str, known: "Indicators") -> str:
    """Return the key of a product; CommandError if no limit is on it."""
    from stdsys.cli.endings import CommandError
    from stdsys.cli.suggestions import meant

    key = known.product_key(name)
    if key is not None:
        return key
    hint = meant(name, [limits.name for limits in known.products if limits.name])
    raise CommandError(_("no indicator is on the product {name}; {hint}", name=name, hint=hint))


def indicator_named(name: str, known: "Indicators") -> str:
    """Return the id of an indicator by id or name; CommandError if there is none."""
    from stdsys.cli.endings import CommandError
    from stdsys.cli.suggestions import meant

    rows = [row for limits in known.products for row in limits.rows]
    ids = {row.name: row.indicator for row in rows} | {row.indicator: row.indicator for row in rows}
    if name in ids:
        return ids[name]
    hint = meant(name, tuple(ids))
    raise CommandError(_("there is no indicator {name}; {hint}", name=name, hint=hint))
