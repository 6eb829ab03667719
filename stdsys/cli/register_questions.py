"""`stdsys register info` and `stdsys register search`."""

from typing import Annotated

import typer

from stdsys.cli.options import LangOption, OutputOption, help_text
from stdsys.cli.register_formats import Format, FormatOption, RegisterOption
from stdsys.messages import _


def info(
    register: RegisterOption = None,
    format: FormatOption = Format.TEXT,
    output: OutputOption = None,
    lang: LangOption = None,
) -> None:
    """Say how much a register holds, and of which lists it was made."""
    from stdsys.cli.printing import emit
    from stdsys.cli.register_file import opened_register, register_path
    from stdsys.messages import choose_language, translator

    path = register_path(register)
    with opened_register(path) as opened:
        contents = opened.contents()
    if format is Format.JSON:
        from stdsys.output.json.register import info_json

        text = info_json(contents)
    else:
        from stdsys.cli.answering import layout_for
        from stdsys.output.text.register import info_lines

        say = translator(choose_language(lang))
        text = "\n".join(info_lines(contents, path, say, layout_for(output))) + "\n"
    emit(text, output)


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...",
            help=help_text(_("a number, a part of one, or words of a title")),
            show_default=False,
        ),
    ],
    register: RegisterOption = None,
    most: Annotated[
        int, typer.Option("--most", metavar="N", min=1, help=help_text(_("show at most so many")))
    ] = 20,
    format: FormatOption = Format.TEXT,
    output: OutputOption = None,
    lang: LangOption = None,
) -> None:
    """Find standards in a register; those in force come first. Exit 1 if there is none."""
    from stdsys.cli.endings import FOUND
    from stdsys.cli.printing import emit
    from stdsys.cli.register_file import opened_register, register_path
    from stdsys.messages import choose_language, translator

    with opened_register(register_path(register)) as opened:
        found = opened.search(" ".join(words), most)
    if format is Format.JSON:
        from stdsys.output.json.register import search_json

        text = search_json(found)
    else:
        from stdsys.cli.answering import layout_for
        from stdsys.output.text.register import search_lines

        say = translator(choose_language(lang))
        text = "\n".join(search_lines(found, say, layout_for(output))) + "\n"
    emit(text, output)
    if not found.standards:
        raise typer.Exit(FOUND)
