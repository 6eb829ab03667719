"""Rules G001, G002 and G004: numbers, titles and dates that the register does not bear out."""

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Text, _
from stdsys.patterns import pattern
from stdsys.rules.life_cycle.edition_rule import Fault
from stdsys.rules.register.register_rule import RegisterRule, listed
from stdsys.rules.rule import Sample

if TYPE_CHECKING:
    from stdsys.analysis.register_answers import Answer

_NO_LETTER = pattern(r"[\W_]+")

_SOUND = Sample(
    """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    issued: 2020-03-01
""",
    register="""\
{"number": "GB/T 99001-2020", "title": "示例种植规范", "issued": "2020-03-01"}
""",
)


class NotInRegister(RegisterRule):
    """G001."""

    code = "G001"
    name = "not-in-register"
    summary = _("a number that the register does not know")
    why = _(
        "Mostly a digit or the year is mistyped; or the standard is newer than the register's "
        "lists. Numbers of a kind of which the register holds none are not judged."
    )
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2021
    title: 示例种植规范
""",
        at=(2, 13),
        register="""\
{"number": "GB/T 99001-2020", "title": "示例种植规范"}
""",
    )
    good = _SOUND

    def judge(self, answer: "Answer", analysis: Analysis) -> Iterator[Fault]:
        """Tell a number that is not there, and which editions of it are."""
        if answer.known is not None or analysis.register is None:
            return
        edition, register = answer.edition, analysis.register
        message = _(
            "{number} is not in the register {file} ({day})",
            number=edition.key,
            file=register.path.name,
            day=register.dated,
        )
        hint = _("the register knows {numbers}", numbers=answer.others[-_SHOWN:])
        named = edition.place.at(*_named_by(answer))
        yield Fault(message, named, hint=hint if answer.others else None)


_SHOWN = 5


def _named_by(answer: "Answer") -> tuple[str]:
    return ("number",) if answer.edition.recorded else ("standard",)


class TitleDiffers(RegisterRule):
    """G002."""

    code = "G002"
    name = "title-not-as-registered"
    summary = _("a title that differs from the register's")
    why = _(
        "Where number and title do not belong together, one of them is wrong, and nobody knows "
        "which standard is meant. Blanks and punctuation make no difference."
    )
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例加工规范
""",
        at=(3, 12),
        register="""\
{"number": "GB/T 99001-2020", "title": "示例种植规范"}
""",
    )
    good = _SOUND

    def judge(self, answer: "Answer", analysis: Analysis) -> Iterator[Fault]:
        """Tell a title whose letters differ."""
        known, own = answer.known, answer.edition.title
        if known is None or not own or not (title := known.facts.get("title")):
            return
        if not same_title(own, title):
            message = _(
                "{number}: the register has the title {title} ({listed})",
                number=answer.edition.key,
                title=title,
                listed=listed(known.by("title")),
            )
            yield Fault(message, answer.edition.at("title"))


def same_title(one: str, other: str) -> bool:
    """Whether two titles have the same letters and figures, blanks and punctuation aside."""
    return one == other or _letters(one) == _letters(other)


def _letters(title: str) -> str:
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", title)).casefold()


class DatesDiffer(RegisterRule):
    """G004."""

    code = "G004"
    name = "dates-not-as-registered"
    summary = _("dates that differ from the register's")
    why = _(
        "The status on a day follows from the dates; a wrong date makes a standard begin or end "
        "too early or too late. A year agrees with every day in it."
    )
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    issued: 2020-03-02
""",
        at=(4, 13),
        register="""\
{"number": "GB/T 99001-2020", "title": "示例种植规范", "issued": "2020-03-01"}
""",
    )
    good = _SOUND

    def judge(self, answer: "Answer", analysis: Analysis) -> Iterator[Fault]:
        """Tell each date that cannot be the register's."""
        known, facts = answer.known, answer.edition.facts
        if known is None or not _is_dated(answer):
            return
        from stdsys.analysis.register_answers import date_of

        own_dates = (
            ("issued", facts.issued),
            ("effective", facts.effective),
            ("withdrawn", facts.withdrawn),
        )
        for name, own in own_dates:
            registered = date_of(known, name) if own is not None else None
            if own is None or registered is None or own == registered:
                continue
            if own.may_equal(registered):
                continue
            message = _(
                "{number}: {what} is {date} in the register ({listed}), here {own}",
                number=answer.edition.key,
                what=DATE_WORDS[name],
                date=registered,
                listed=listed(known.by(name)),
                own=own,
            )
            yield Fault(message, answer.edition.at(name))


def _is_dated(answer: "Answer") -> bool:
    number = answer.edition.number
    return number is not None and number.dated


DATE_WORDS: dict[str, Text] = {
    "issued": _("the date of issue"),
    "effective": _("the date of effect"),
    "withdrawn": _("the date of withdrawal"),
}
"""发布日期、实施日期、废止日期."""
