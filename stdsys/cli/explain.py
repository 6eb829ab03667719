"""`stdsys explain`."""

from typing import Annotated

import typer

from stdsys.cli.options import LangOption, OutputOption, help_text
from stdsys.messages import _


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help=help_text(_("code of a rule, such as L003"))),
    ] = None,
    all_rules: Annotated[
        bool, typer.Option("--all", help=help_text(_("the manual of all rules, as Markdown")))
    ] = False,
    output: OutputOption = None,
    lang: LangOption = None,
) -> None:
    """Explain a rule: what it finds, why, by which law or clause, with samples."""
    from stdsys.cli.printing import emit
    from stdsys.cli.rule_codes import wanted_codes
    from stdsys.messages import choose_language, translator
    from stdsys.output.text.rule_manual import manual, page, table
    from stdsys.rules.registry import RULES

    say = translator(choose_language(lang))
    if all_rules:
        emit(manual(RULES.values(), say), output)
    elif code is None:
        emit(table(RULES.values(), say), output)
    else:
        wanted = wanted_codes(code)
        chosen = [rule for known, rule in RULES.items() if known.startswith(wanted)]
        emit("\n".join(page(rule, say) for rule in chosen), output)
