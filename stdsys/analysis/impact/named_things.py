"""What the words of a user name: a standard, all editions of its number, a plan, a document."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.mentions import Thing
from stdsys.analysis.citations.statements import numbers_in
from stdsys.numbers import StandardNumber


def things_named(analysis: Analysis, name: str) -> tuple[Thing, ...]:
    """Return what a user's words name; () if nothing here bears the name or is named so.

    Words are the id (or the title) of a planned standard or a document, or a number in any of its
    forms, an earlier one (`formerly`) included. A dated number names one edition; an undated one
    all editions of its family, or those of its parts if it has only parts. What is not in the
    workspace counts as long as something in it names it.
    """
    workspace = analysis.workspace
    if name in workspace.planned:
        return (workspace.planned[name],)
    if name in workspace.documents:
        return (workspace.documents[name],)
    numbers = numbers_in(name)
    if not numbers:
        (found,) = analysis.mentions.targets.named_by(name)
        other = (found.other,) if found.other is not None else _absent(name, analysis)
        return found.targets or other
    named = (thing for number in numbers for thing in _numbered(number, analysis))
    return tuple(dict.fromkeys(named))


def _numbered(number: StandardNumber, analysis: Analysis) -> Iterator[Thing]:
    workspace = analysis.workspace
    if number.dated:
        edition = workspace.edition(number)
        yield from (edition,) if edition else _absent(number.edition_key, analysis)
        return
    for family in (number.family, *_parts(number, analysis)):
        yield from (workspace.editions[key] for key in workspace.families.get(family, ()))
        for key in (family, *analysis.mentions.absent_editions(family)):
            yield from _absent(key, analysis)


def _parts(number: StandardNumber, analysis: Analysis) -> Iterator[str]:
    """Yield the families of the parts that a number stands for."""
    if number.part is not None or number.family in analysis.workspace.families:
        return
    for found in analysis.mentions.targets.named_by(str(number)):
        for target in found.targets:
            if target.number is not None and target.number.base == number.base:
                yield target.family


def _absent(key: str, analysis: Analysis) -> tuple[str, ...]:
    known = analysis.mentions.mentioned(key) or analysis.replacements.successors(key)
    return (key,) if known and key not in analysis.workspace.editions else ()
