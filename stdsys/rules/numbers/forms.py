"""Rules N001, N002 and N004: how standard numbers are written, wherever one stands."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.written_numbers import Role, WrittenNumber
from stdsys.findings import Finding, Severity
from stdsys.messages import Text, _
from stdsys.model.items import PlannedStandard
from stdsys.numbers import Outcome, Reading
from stdsys.rules.numbers.reasons import advice_for, reason_of, shown
from stdsys.rules.reading.sources import PRACTICE
from stdsys.rules.rule import Per, Rule, Sample

_NUMBERING = _("Standardization Law, art. 24: standards are numbered by the numbering rules")

_UNKNOWN_CODE = ("unknown_industry_code", "unknown_code", "unknown_region")
"""Flags of texts that are well-formed, but whose code is in none of the published lists."""

_DOUBTFUL_CODE = {
    "withdrawn_code": _("the code {code} is no longer in use"),
    "legacy_group_code": _("the code {code} without T/ is no longer in use"),
    "legacy_registration_standard": _("the code {code} is no longer in use"),
    "region_not_a_city": _("{code} is no city, and so no issuer of local standards"),
    "ambiguous_gbz": _("numbers of {code} have at most three figures"),
}
"""Flags of accepted numbers whose code should make the reader look again."""

_MAY_NAME_NO_NUMBER = (Role.NEEDS, Role.UPGRADES)
_MAY_BE_DRAFT = (Role.CITES, Role.NEEDS, Role.UPGRADES)


class NotANumber(Rule):
    """N001."""

    code = "N001"
    name = "not-a-standard-number"
    severity = Severity.ERROR
    per = Per.SUBJECT
    summary = _("a text stands where a standard number belongs, and is none")
    why = _(
        "Level, nature, edition and every relation of a standard are told by its number. A text "
        "that is none, or holds several, belongs to nothing. What is probably meant is suggested "
        "and never guessed. Numbers of foreign documents under adopts: are free."
    )
    source = _NUMBERING
    bad = Sample(
        """\
standards:
  - number: GB/T 990012020
    title: 示例种植规范
""",
        at=(2, 13),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
  - number: unknown
    id: processing
    title: 示例加工规范
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every text that is not one standard number.

        「无」 under `replaces` and the like says that there is none. The blank form of a draft
        (GB/T XXXXX-XXXX) is allowed where a planned standard refers to another. Numbers with an
        unknown code are left to N004.
        """
        for written in analysis.doubtful_numbers:
            if _is_number(written):
                continue
            text = shown(written.text)
            if written.reading.outcome is Outcome.MULTI:
                count = len(written.reading.items)
                message = _("{text} names {count} standards, not one", text=text, count=count)
            else:
                reason = reason_of(written.reading)
                message = _("{text} is not a standard number: {reason}", text=text, reason=reason)
            own = written.role.names_its_object
            # The owner of a mere reference is not silenced with it.
            about = written.waived_at if own else ()
            hint = advice_for(written.reading, written.role)
            yield self.found(message, written.place, written.subject, about=about, hint=hint)


def _is_number(written: WrittenNumber) -> bool:
    reading, role = written.reading, written.role
    if role is Role.ADOPTS or _unknown_code(reading) is not None:
        return True
    if role in _MAY_NAME_NO_NUMBER and reading.outcome is Outcome.NOT_A_NUMBER:
        return True  # the id of nothing: Y104
    if "explicit_none" in reading.flags:
        return not role.names_its_object
    if reading.number is None:
        return False
    drafted = isinstance(written.owner, PlannedStandard) and role in _MAY_BE_DRAFT
    return drafted or not reading.number.placeholder


class NotCanonical(Rule):
    """N002."""

    code = "N002"
    name = "not-canonical"
    severity = Severity.INFO
    per = Per.WORKSPACE
    summary = _("a standard number is not written in its canonical form")
    why = _(
        "It is understood, and tables print it as GB/T 1.1 does. But one spelling, with an ASCII "
        "hyphen before the year, lets people and programs find every place where a standard stands."
    )
    source = PRACTICE
    bad = Sample(
        """\
standards:
  - number: GB/T99001—2020
    title: 示例种植规范
""",
        at=(2, 13),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every number that is spelt otherwise than stdsys writes it.

        A point that may stand for the dash before the year (GB/T 99001.2020) counts as well.
        """
        for written in analysis.doubtful_numbers:
            number, reading = written.reading.number, written.reading
            if number is None or number.placeholder:
                continue
            text, about = shown(written.text), written.waived_at
            canonical = str(number)
            if "part_looks_like_year" in reading.flags:
                message = _("in {text} the year may have been written as a part", text=text)
                hint = _("did you mean {name}?", name=reading.suggestion or canonical)
            elif written.text != canonical:
                message = _("{text} is not the canonical form", text=text)
                hint = _canonical_form(reading, canonical, written.role)
            else:
                continue
            yield self.found(message, written.place, written.owner.key, about=about, hint=hint)


def _canonical_form(reading: Reading, canonical: str, role: Role) -> Text:
    """Say what to write; what is adopted has a field of its own."""
    adopted = reading.number.adopts if reading.number else None
    if adopted is None or role is not Role.NUMBER:
        return _("write {number}", number=canonical)
    return _("write {number}, and {adopted} under adopts:", number=canonical, adopted=adopted)


class DoubtfulCode(Rule):
    """N004."""

    code = "N004"
    name = "unknown-or-withdrawn-code"
    severity = Severity.WARNING
    summary = _("a standard number has an unknown or a withdrawn document code")
    why = _(
        "An industry may use only an approved code, a region its own; an unknown one is mostly a "
        "typing error, and does not tell the level of the standard. Standards whose code is no "
        "longer in use have mostly been renumbered. Findings of one code are gathered into one."
    )
    source = _NUMBERING
    bad = Sample(
        """\
standards:
  - number: XX/T 99001-2020
    title: 示例种植规范
""",
        at=(2, 13),
    )
    good = Sample(
        """\
standards:
  - number: NY/T 99001-2020
    title: 示例种植规范
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every number with a code that is not in use.

        Codes of the past are right for standards of the past: a withdrawn code is found only where
        a record or an entry bears it that is not withdrawn or replaced. What is cited or replaced
        is quoted as it is.
        """
        for written in analysis.doubtful_numbers:
            if written.role is Role.ADOPTS:
                continue
            reading = written.reading
            unknown = _unknown_code(reading)
            doubtful = _doubtful_code(written, analysis)
            if unknown is not None:
                code, message = unknown
                hint = advice_for(reading, written.role) if reading.suggestion else _CHECK_CODE
            elif doubtful is not None:
                code, message = doubtful
                hint = advice_for(reading, written.role) if reading.suggestion else _FIND_NUMBER
            else:
                continue
            message = _("{text}: {reason}", text=shown(written.text), reason=message)
            yield self.found(
                message,
                written.place,
                written.owner.key,
                about=written.waived_at,
                hint=hint,
                group=code,
            )


_CHECK_CODE = _("check the code; if it is new and right, state level: beside the number")
_FIND_NUMBER = _("look for the number that it bears today, and keep this one under formerly:")


def _unknown_code(reading: Reading) -> tuple[str, Text] | None:
    """Return the unknown code of a text that is otherwise well-formed, and the reason in words."""
    if reading.outcome is not Outcome.REJECT or reading.fragments.number is None:
        return None
    name, _colon, code = reading.flags[0].partition(":")
    return (code, reason_of(reading)) if name in _UNKNOWN_CODE else None


def _doubtful_code(written: WrittenNumber, analysis: Analysis) -> tuple[str, Text] | None:
    number = written.reading.number
    if number is None or not written.role.names_its_object:
        return None
    if analysis.statuses(written.owner).status.dead:
        return None
    for flag in written.reading.flags:
        name, _colon, detail = flag.partition(":")
        if name in _DOUBTFUL_CODE:
            code = detail or number.code
            return code, _(_DOUBTFUL_CODE[name].msgid, code=code)
    return None
