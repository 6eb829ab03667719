"""The kinds of document that are written: what each is called, how it is made and written.

The modules that make and write them are imported when a kind is asked for, Word's library too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Text, Translator, _
from stdsys.output.deliverables import Job
from stdsys.output.documents.document import Document
from stdsys.rules.checking import Report


class DocumentKind(Struct, frozen=True):
    """A kind of document."""

    title: Text
    make: Callable[[Analysis, Report], Document]


def _notes(analysis: Analysis, report: Report) -> Document:
    from stdsys.output.documents.notes import notes_document

    return notes_document(analysis, report)


def _plan(analysis: Analysis, report: Report) -> Document:
    from stdsys.output.documents.plan import plan_document

    return plan_document(analysis)


def _contents(analysis: Analysis, report: Report) -> Document:
    from stdsys.output.documents.contents import contents_document

    return contents_document(analysis)


DOCUMENT_KINDS: Mapping[str, DocumentKind] = {
    "notes": DocumentKind(_("compilation notes"), _notes),
    "plan": DocumentKind(_("plan of drafting and revision"), _plan),
    "contents": DocumentKind(_("contents of the collected standards"), _contents),
}
"""Kinds of document by the name that the command line knows, in the order of writing."""

DOCUMENT_FORMATS = ("docx", "md")


def document_jobs(
    kinds: Sequence[str],
    formats: Sequence[str],
    analysis: Analysis,
    report: Report,
    say: Translator,
) -> Iterator[Job]:
    """Yield a job a kind and format; an unknown kind is a KeyError."""
    for kind in kinds:
        document = DOCUMENT_KINDS[kind].make(analysis, report)
        for form in formats:
            yield Job(kind, DOCUMENT_KINDS[kind].title, _writer(document, form, say))


def _writer(document: Document, form: str, say: Translator) -> Callable[[Path], Iterable[str]]:
    def write(out: Path) -> Iterable[str]:
        name = f"{document.stem}.{form}"
        if form == "docx":
            from stdsys.output.word.document import write_docx

            write_docx(document, out / name, say)
        else:
            from stdsys.output.markdown import write_markdown

            write_markdown(document, out / name, say)
        return [name]

    return write
