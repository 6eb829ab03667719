"""What the commands of the register say, for people."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from stdsys.analysis.register_answers import RegisterAnswers
from stdsys.intake.register_import import TakenList
from stdsys.messages import Text, Translator, _
from stdsys.model.vocabulary import StatedStatus
from stdsys.output.tables.rendering import one_line
from stdsys.output.text.aligned import Layout
from stdsys.register.facts import Known
from stdsys.register.reading import Contents, Found
from stdsys.rules.wording import STATED_WORDS

_MEGABYTE = 1 << 20
_SHOWN_SUCCESSORS = 3


def import_lines(lists: Sequence[TakenList], register: Path, say: Translator) -> Iterator[str]:
    """Yield what became of each list, and the first rows that were not taken."""
    for one in lists:
        if one.taken.again:
            yield say(_("{file}: taken in before, nothing to do", file=one.file))
            continue
        yield say(
            _(
                "{file}: rows {rows}, new {new}, changed {changed}, as before {same}, not taken "
                "{left}",
                file=one.file,
                rows=one.rows,
                new=one.taken.new,
                changed=one.taken.changed,
                same=one.taken.same,
                left=one.not_taken,
            )
        )
        for row, text in one.samples:
            yield "  " + say(_("row {row} names no edition: {text}", row=row, text=one_line(text)))
        if one.not_taken > len(one.samples):
            more = one.not_taken - len(one.samples)
            yield "  " + say(_("and {more} more", more=more))
    yield say(_("next: stdsys register info --register {file}", file=register))


def info_lines(
    contents: Contents, register: Path, say: Translator, layout: Layout
) -> Iterator[str]:
    """Yield how much a register holds, and a table of its lists."""
    size = f"{contents.size / _MEGABYTE:.1f}"
    yield say(
        _(
            "{file}: {count} standards, {size} MiB",
            file=register,
            count=contents.standards,
            size=size,
        )
    )
    header = [say(head) for head in (_SOURCE, _FILE, _DAY, _ROWS, _LEFT)]
    rows = [
        (
            one_line(origin.source),
            one_line(origin.file),
            one_line(origin.dated),
            str(origin.rows),
            str(origin.not_taken),
        )
        for origin in contents.origins
    ]
    yield ""
    yield from layout.table(header, rows, right=(3, 4))


_SOURCE, _FILE, _DAY = _("source of the list"), _("file"), _("of the day")
_ROWS, _LEFT = _("rows read"), _("rows not taken")


def search_lines(found: Found, say: Translator, layout: Layout) -> Iterator[str]:
    """Yield a line a standard: number, title, status, date of effect, successors, who says so."""
    if not found.standards:
        yield say(_("nothing was found"))
        return
    header = [say(head) for head in (_NUMBER, _TITLE, _STATUS, _EFFECTIVE, _SUCCESSORS, _SOURCE)]
    rows = [tuple(one_line(cell) for cell in _cells(one, say)) for one in found.standards]
    yield from layout.table(header, rows)
    if found.more:
        yield say(_("and more; add a word, or show more with --most"))


_NUMBER, _TITLE, _STATUS = _("standard number"), _("standard title"), _("status")
_EFFECTIVE, _SUCCESSORS = _("in effect from"), _("replaced by")


def _cells(known: Known, say: Translator) -> tuple[str, ...]:
    stated = known.facts.get("status", "")
    status = say(STATED_WORDS[StatedStatus(stated)]) if stated in _STATED else ""
    successors = known.successors[:_SHOWN_SUCCESSORS]
    latest = known.latest.origin
    return (
        known.key,
        known.facts.get("title", ""),
        status,
        known.facts.get("effective", ""),
        say(tuple(one.key for one in successors)),
        f"{latest.source} {latest.dated}",
    )


_STATED = frozenset(word.value for word in StatedStatus)


def looked_up(answers: RegisterAnswers) -> Text:
    """Return how many numbers were looked up, found, not found, and beyond the register."""
    found = sum(1 for answer in answers.answers if answer.known is not None)
    return _(
        "numbers looked up: {all}; in the register: {found}, not in it: {missing}, of a kind that "
        "it does not hold: {beyond}",
        all=len(answers.answers) + len(answers.beyond),
        found=found,
        missing=len(answers.answers) - found,
        beyond=len(answers.beyond),
    )
