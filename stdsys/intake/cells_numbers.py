"""Cells that hold standard numbers, alone, in lists, or beside a title and other words."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from stdsys.intake.cells_words import says_nothing, status_of, workflow_of
from stdsys.numbers import StandardNumber, read

_MAX_TRIES = 12
_MAX_SPLIT = 400
_CHINESE = "[\u4e00-\u9fff]"
_AFTER_NUMBER = re.compile(
    rf"(?={_CHINESE}|[《(（【\[“])|(?<=\s)(?=[A-Za-z])|\n|[：:](?=\s?{_CHINESE})"
)
_BEFORE_NUMBER = re.compile(r"(?<![A-Za-z0-9/])(?=[A-Z][A-Za-z/]{0,9}\s?[0-9/（(A-Z])")
_AROUND = " \t\r\n　()（）【】[]《》“”\"'，,；;：:、。—-"
_TITLE_AROUND = " \t\r\n　，,；;：:、"
_OPENING = " \t\r\n　(（【[，,；;：:、—-"
_REPLACES = re.compile(r"^(?:部分)?(?:代替|替代|取代)")
_ABOUT = re.compile(r"^(?:的)?(?:实施|应用|使用|宣贯|解读|问答|释义)")
_CHINESE_LETTER = re.compile(_CHINESE)
_PLACEHOLDER = re.compile(r"[XＸx×*□○]{2,}|20\d?[XＸx×]{1,3}")
_BRACKET_AFTER = re.compile(r"(.+?)[(（\[【]([^()（）]*)[)）\]】]\s*$", re.DOTALL)
_PLAN_NUMBER = re.compile(r"\d{8}-[A-Z]{1,2}-\d{3}(?:\s+|(?=[\u4e00-\u9fff《]))", re.ASCII)
_OF_THE_NUMBER = re.compile(
    r"\s*[(（]\s*(?:(?:19|20)\d\d\s*年?\s*(?:复审|确认|复审确认)?"
    r"|(?:idt|mod|neq|eqv|ref|等同|修改|等效|非等效|采用|ISO|IEC)[^()（）]*)\s*[)）]",
    re.IGNORECASE,
)
_REVISION = (
    re.compile(
        r"(?P<title>.+?)\s*[(（【\[]\s*(?:拟|正在|计划)?(?P<word>修订|修改|代替|替代)\s*[:：]?\s*"
        r"(?P<numbers>[A-Z][^()（）【】\[\]]*)[)）】\]]\s*",
        re.DOTALL,
    ),
    re.compile(
        r"(?P<title>.+?)\s*[(（【\[]\s*(?P<numbers>[A-Z][^()（）【】\[\]]*?)\s*的?(?P<word>修订)\s*"
        r"[)）】\]]\s*",
        re.DOTALL,
    ),
    re.compile(
        r"(?:拟|正在|计划)?(?P<word>修订)\s*[:：]?\s*(?P<numbers>[A-Z][A-Z0-9/ .—–－-]*\d)\s*"
        r"《?(?P<title>[^《》]+)》?\s*"
    ),
)
_UNKNOWN = frozenset({"未知", "不详", "待查", "待补", "待补充", "待核实", "unknown", "编号不详"})


class Printed(Struct, frozen=True):
    """A number and how it was printed."""

    number: StandardNumber
    text: str


class NumberCell(Struct, frozen=True):
    """What a cell of the number column, or of number and title together, holds."""

    numbers: tuple[Printed, ...] = ()
    title: str = ""
    status: str | None = None
    workflow: str | None = None
    replaces: str = ""
    planned: bool = False
    unknown: bool = False
    """The cell says that the number is not known."""
    rest: str = ""
    """What else stands there; with neither number nor plan, all that could not be read."""
    suggestion: str | None = None
    doubts: bool = False
    """Whether the number is one to look at: something in it is unusual."""


def read_number_cell(text: str) -> NumberCell:
    """Read a cell in which a number is expected; never raises."""
    text = text.strip()
    if says_nothing(text):
        return NumberCell()
    whole = _whole(text)
    if whole is not None:
        return whole
    if len(text) > _MAX_SPLIT:
        return NumberCell(rest=text)
    word = text.strip(_AROUND)
    if word.casefold() in _UNKNOWN:
        return NumberCell(unknown=True)
    if (workflow := workflow_of(word)) is not None:
        return NumberCell(planned=True, workflow=workflow)
    if _PLACEHOLDER.search(text) and not _CHINESE_LETTER.search(text):
        return NumberCell(planned=True, rest=text)
    if (planned := _plan_number_first(text)) is not None:
        return planned
    for numbers, rest in (*_number_first(text), *_title_first(text)):
        return _with_rest(numbers, rest)
    return NumberCell(rest=text, suggestion=read(text).suggestion)


def _whole(text: str) -> NumberCell | None:
    """Read a cell that is a number, a list of numbers or a plan number, and nothing else."""
    reading = read(text)
    if "plan_number" in reading.flags:
        return NumberCell(planned=True, workflow="approved", rest=text)
    if any(flag.startswith("relation:replaces") for flag in reading.flags):
        return NumberCell(replaces=text)
    if reading.number is not None:
        if reading.number.template is not None:
            return NumberCell((Printed(reading.number, text),), planned=True, rest=text)
        doubts = reading.outcome.value == "warn"
        return NumberCell((Printed(reading.number, text),), doubts=doubts)
    if reading.items:
        pieces = [piece.strip() for piece in re.split(r"[、,，;；\n|]+", text) if piece.strip()]
        paired = len(pieces) == len(reading.items)
        printed = (
            Printed(number, pieces[index] if paired else text)
            for index, number in enumerate(reading.items)
        )
        return NumberCell(tuple(printed))
    return None


def _plan_number_first(text: str) -> NumberCell | None:
    """Read a plan number before a title: 20231234-T-326 示例包装."""
    found = _PLAN_NUMBER.match(text)
    if found is None or "plan_number" not in read(found[0].strip()).flags:
        return None
    title = _title(text[found.end() :])
    return NumberCell(planned=True, workflow="approved", title=title, rest=found[0].strip())


def _number_first(text: str) -> Iterator[tuple[Sequence[Printed], str]]:
    """Yield ways to read a text as number, then something else: the shortest number first.

    A year of confirmation or what is adopted, in brackets behind the number, belongs to it.
    """
    for tries, found in enumerate(_AFTER_NUMBER.finditer(text)):
        if tries == _MAX_TRIES:
            return
        head = text[: found.start()].strip()
        if not head:
            continue
        end = found.end()
        if (number := _one(head)) is not None:
            if (more := _OF_THE_NUMBER.match(text, len(text[: found.start()].rstrip()))) and (
                longer := _one(text[: more.end()].strip())
            ) is not None:
                number, head, end = longer, text[: more.end()].strip(), more.end()
            yield [Printed(number, head)], text[end:]
        elif several := _several(head):
            yield several, text[end:]


def _title_first(text: str) -> Iterator[tuple[Sequence[Printed], str]]:
    """Yield ways to read a text as something, then a number at its end."""
    for tries, found in enumerate(_BEFORE_NUMBER.finditer(text)):
        if tries == _MAX_TRIES:
            return
        for tail in (text[found.start() :].strip(_AROUND), text[found.start() :].strip()):
            if not found.start() or not tail:
                continue
            title = text[: found.start()].rstrip(_OPENING)
            if (number := _one(tail)) is not None:
                yield [Printed(number, tail)], title
            elif several := _several(tail):
                yield several, title


def _several(text: str) -> list[Printed]:
    """Return the numbers of a range or list: GB/T 99207.1～3-2014."""
    reading = read(text)
    if any(flag.startswith("relation:") for flag in reading.flags):
        return []
    if any(number.template is not None for number in reading.items):
        return []
    return [Printed(number, text) for number in reading.items]


def _one(text: str) -> StandardNumber | None:
    reading = read(text)
    if any(flag.startswith("relation:") for flag in reading.flags):
        return None
    number = reading.number
    return number if number is not None and number.template is None else None


def _with_rest(printed: Sequence[Printed], rest: str) -> NumberCell:
    """Say what stands beside numbers: a status, what is replaced, a title."""
    cell = NumberCell(tuple(printed))
    word = rest.strip(_AROUND)
    if not word:
        return cell
    if _REPLACES.match(word):
        return replace(cell, replaces=word)
    if (further := _one(word)) is not None:
        return replace(cell, numbers=(*printed, Printed(further, word)), doubts=True)
    if (status := status_of(word)) is not None:
        return replace(cell, status=status)
    if (workflow := workflow_of(word)) is not None:
        return replace(cell, workflow=workflow, rest=word)
    if found := _BRACKET_AFTER.match(rest):
        beside = _with_rest(printed, found[2])
        if beside.replaces or beside.status:
            return replace(beside, title=_title(found[1]))
    return replace(cell, title=_title(rest))


def _title(rest: str) -> str:
    rest = rest.strip(_TITLE_AROUND)
    for opening, closing in ("《》", "()", "（）", "【】", "“”"):
        if rest.startswith(opening) and rest.endswith(closing) and rest.count(opening) == 1:
            rest = rest[1:-1].strip(_TITLE_AROUND)
    if rest.startswith("》"):
        rest = rest[1:].strip()
    return rest


def number_in_title(text: str, *, bare: bool) -> NumberCell | None:
    """Split a title that holds its standard's number; None if it doesn't.

    Without a number column (`bare`) the number may stand on either side; beside one, a title that
    merely speaks of a standard (GB/T 19001-2016 实施指南) is left alone.
    """
    cell = read_number_cell(text)
    if not cell.numbers or cell.planned:
        return None
    if not bare and (not cell.title or _ABOUT.match(cell.title)):
        return None if cell.title else cell
    return cell


class Revision(Struct, frozen=True):
    """A title that says which standards it is to replace; `plans` if it speaks of a 修订."""

    title: str
    numbers: str
    plans: bool


def revision_in_title(text: str) -> Revision | None:
    """Split 示例取样（修订GB/T 99104-2019）; None for a title that names nothing to be revised."""
    if len(text) > _MAX_SPLIT:
        return None
    for form in _REVISION:
        found = form.fullmatch(text.strip())
        if found is None:
            continue
        reading = read(found["numbers"].strip())
        if reading.number is not None or reading.items:
            plans = found["word"] in ("修订", "修改")
            return Revision(_title(found["title"]), found["numbers"].strip(), plans)
    return None
