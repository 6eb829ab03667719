"""Which formats a kind of deliverable is written in: those asked for, else its usual ones."""

from collections.abc import Sequence

from msgspec import Struct

from stdsys.cli.endings import CommandError
from stdsys.messages import _
from stdsys.output.deliverables import FORMATS, WORKBOOKS
from stdsys.output.facts.formats import FACT_FORMATS, FACTS
from stdsys.output.graphs.kinds import DIAGRAM_FORMATS, STRUCTURE
from stdsys.output.word.kinds import DOCUMENT_FORMATS, DOCUMENT_KINDS

_USUAL_TABLE = ("xlsx",)
_USUAL_FACTS = ("parquet",)


class Chosen(Struct, frozen=True):
    """A kind and the formats of its tables, of its document, its diagrams and its facts."""

    kind: str
    tables: tuple[str, ...]
    documents: tuple[str, ...]
    diagrams: tuple[str, ...]
    facts: tuple[str, ...] = ()

    @property
    def formats(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.tables, *self.documents, *self.diagrams, *self.facts)


ALL = "all"
"""The word for every deliverable but facts, which are for other readers."""


def chosen(kinds: Sequence[str], formats: Sequence[str] | None) -> list[Chosen]:
    """Return what to write; `all` is every deliverable that has one of the formats.

    A kind asked for by name that comes in none of the formats is a CommandError, and so is a format
    that nothing asked for comes in.
    """
    every = tuple(dict.fromkeys((*WORKBOOKS, *DOCUMENT_KINDS, STRUCTURE))) if ALL in kinds else ()
    named = [kind for kind in kinds if kind != ALL and kind not in every]
    found = [_of(kind, formats) for kind in (*every, *named)]
    for one in found:
        if one.kind in named and not one.formats:
            raise CommandError(
                _(
                    "{kind} is not written as {formats}; known are {known}",
                    kind=one.kind,
                    formats=tuple(formats or ()),
                    known=_formats_of(one.kind),
                )
            )
    _check_all_written(kinds, formats or (), found)
    return found


def _check_all_written(
    kinds: Sequence[str], formats: Sequence[str], found: Sequence[Chosen]
) -> None:
    """Raise CommandError for a format that nothing would be written in."""
    for form in formats:
        if any(form in one.formats for one in found):
            continue
        if ALL in kinds and form in FACT_FORMATS:
            raise CommandError(
                _(
                    "{format} is a format of facts, which {all} leaves out: {command}",
                    format=form,
                    all=ALL,
                    command=f"stdsys export facts --format {form}",
                )
            )
        raise CommandError(
            _(
                "{kind} is not written as {formats}; known are {known}",
                kind=", ".join(kinds),
                formats=(form,),
                known=tuple(dict.fromkeys(f for one in found for f in _formats_of(one.kind))),
            )
        )


def _of(kind: str, formats: Sequence[str] | None) -> Chosen:
    tables: Sequence[str] = FORMATS if kind in WORKBOOKS else ()
    documents: Sequence[str] = DOCUMENT_FORMATS if kind in DOCUMENT_KINDS else ()
    diagrams: Sequence[str] = DIAGRAM_FORMATS if kind == STRUCTURE else ()
    facts: Sequence[str] = FACT_FORMATS if kind == FACTS else ()
    if formats is None:
        usual = (_USUAL_TABLE if tables else (), _USUAL_FACTS if facts else ())
        return Chosen(kind, usual[0], tuple(documents), tuple(diagrams), usual[1])
    asked = dict.fromkeys(formats)
    return Chosen(
        kind,
        tuple(form for form in asked if form in tables),
        tuple(form for form in asked if form in documents),
        tuple(form for form in asked if form in diagrams),
        tuple(form for form in asked if form in facts),
    )


def _formats_of(kind: str) -> tuple[str, ...]:
    return (
        *(FORMATS if kind in WORKBOOKS else ()),
        *(DOCUMENT_FORMATS if kind in DOCUMENT_KINDS else ()),
        *(DIAGRAM_FORMATS if kind == STRUCTURE else ()),
        *(FACT_FORMATS if kind == FACTS else ()),
    )
