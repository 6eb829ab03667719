"""`stdsys graph`."""

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
    from stdsys.analysis.graphs.graph import Graph
    from stdsys.analysis.graphs.relations import Relation
    from stdsys.messages import Translator


class Format(StrEnum):
    """Formats of the graph."""

    TEXT = "text"
    JSON = "json"
    DOT = "dot"
    MERMAID = "mermaid"
    GRAPHML = "graphml"
    SVG = "svg"
    DRAWIO = "drawio"


def graph(
    workspace: WorkspaceArgument = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format, typer.Option("--format", help=help_text(_("format of the graph")))
    ] = Format.TEXT,
    relation: Annotated[
        str,
        typer.Option(
            "--relation",
            metavar="RELATIONS",
            help=help_text(
                _("only these, separated by commas: cites replaces adopts upgrades belongs-to")
            ),
            show_default=False,
        ),
    ] = "",
    focus: Annotated[
        str | None,
        typer.Option(
            "--focus",
            metavar="NUMBER",
            help=help_text(_("only what is around this number, planned standard or system")),
            show_default=False,
        ),
    ] = None,
    depth: Annotated[
        int, typer.Option("--depth", metavar="N", help=help_text(_("steps around the focus")))
    ] = 1,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show what cites, replaces, adopts and belongs to what."""
    from stdsys.cli.answering import answer, layout_for
    from stdsys.cli.endings import CommandError
    from stdsys.cli.opening import open_workspace

    relations = relations_named(relation)
    if depth < 0:
        raise CommandError(_("--depth: expected a whole number, 0 or more"))
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=output)
    analysis = opened.analysis

    from stdsys.analysis.graphs.graph import build_graph

    shown = build_graph(
        analysis.workspace,
        analysis.statuses,
        analysis.replacements,
        analysis.citations,
        relations,
    )
    nodes: tuple[str, ...] = ()
    if focus is not None:
        from stdsys.analysis.graphs.focus import around, nodes_of, suggestion

        nodes = nodes_of(shown, analysis.workspace, analysis.statuses, focus)
        if not nodes:
            close = suggestion(shown, focus)
            hint = _("; did you mean {name}?", name=close) if close else ""
            raise CommandError(_("{name} is not in the graph{hint}", name=focus, hint=hint))
        shown = around(shown, nodes, depth)
    if format is not Format.TEXT:
        text = _written(format, shown, analysis, opened.say)
    elif nodes:
        from stdsys.output.text.graph_focus import GraphFocusText

        focused = GraphFocusText(analysis, shown, opened.say, layout_for(output))
        text = "\n".join(focused.lines(nodes)) + "\n"
    else:
        from stdsys.output.text.graph import GraphText

        writer = GraphText(analysis, shown, opened.say, layout_for(output))
        text = "\n".join(writer.lines()) + "\n"
    answer(opened, text, output, for_people=format is Format.TEXT)


def _written(format: Format, shown: "Graph", analysis: "Analysis", say: "Translator") -> str:
    """Return the graph in a format for machines or for looking at."""
    match format:
        case Format.DOT:
            from stdsys.output.graphs.dot import graph_dot

            return graph_dot(shown, say)
        case Format.MERMAID:
            from stdsys.output.graphs.mermaid import graph_mermaid

            return graph_mermaid(shown, say)
        case Format.GRAPHML:
            from stdsys.output.graphs.graphml import graph_graphml

            return graph_graphml(shown)
        case Format.SVG:
            from stdsys.output.graphs.svg import graph_svg

            return graph_svg(analysis, shown, say)
        case Format.DRAWIO:
            from stdsys.output.graphs.drawio import graph_drawio

            return graph_drawio(analysis, shown, say)
        case _:
            from stdsys.output.json.graph import graph_json

            return graph_json(shown)


def relations_named(option: str) -> frozenset["Relation"]:
    """Return the relations that an option names, all for an empty one; CommandError if unknown."""
    from stdsys.analysis.graphs.relations import ALL, Relation
    from stdsys.cli.endings import CommandError
    from stdsys.cli.suggestions import meant

    named = [word.strip() for word in option.split(",") if word.strip()]
    known = tuple(relation.value for relation in Relation)
    for word in named:
        if word not in known:
            hint = meant(word, known)
            raise CommandError(_("there is no relation {name}; {hint}", name=word, hint=hint))
    return frozenset(map(Relation, named)) or ALL
