"""The printed cells of an exported workbook → facts, by the words that the workbook itself names.

A word that somebody has typed over is read as any workbook's is; what no field takes is kept in the
notes.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from stdsys.intake.cells_dates import read_date
from stdsys.intake.cells_words import (
    degree_of,
    document_kind,
    level_of,
    nature_of,
    status_of,
    urgency_of,
    workflow_of,
)
from stdsys.intake.drafts import Value
from stdsys.intake.format_words import LEVELS, NATURES, URGENCY, WORKFLOW
from stdsys.intake.hidden_sheet import HiddenSheet
from stdsys.model.catalogue import read_number
from stdsys.model.partial_date import PartialDate

_VERIFIED = re.compile(r"已?核实|verified|[于:：]", re.IGNORECASE)
"""What people type beside the day of verification."""

NOT_DUE = "—"
"""Stands where a field does not apply."""

Facts = dict[str, Value]

_TEXTS = ("title", "title-en", "custodian", "issuer", "source")
_DATES = ("issued", "effective", "withdrawn", "reviewed", "due")
_LISTS = ("cites", "drafting-units", "support", "upgrades", "ics", "ccs")
_TYPED: Mapping[str, Callable[[str], str | None]] = {
    "status": status_of,
    "level": level_of,
    "nature": nature_of,
    "urgency": urgency_of,
    "workflow": workflow_of,
    "document": document_kind,
}


class OwnCells:
    """Reads cells of one workbook."""

    def __init__(self, hidden: HiddenSheet) -> None:
        self._words = hidden.meaning()
        self._comma = hidden.comma
        self._semicolon = hidden.semicolon
        pattern = next(iter(self._words.get("verified", {})), "{day}")
        self._before, self._after = pattern.partition("{day}")[::2]

    def word(self, field: str, text: str) -> str | None:
        """Return what a word of a vocabulary stands for; None for none of its words."""
        known = self._words.get(field, {}).get(text)
        if known is not None or not text or text == NOT_DUE:
            return known
        typed = _TYPED.get(field)
        return typed(text) if typed else None

    def values(self, field: str, text: str) -> tuple[str, ...]:
        """Return the ids of a list of values of an axis; what is no name stands for itself."""
        known = self._words.get(field, {})
        if text in known:
            return (known[text],)
        return tuple(known.get(one, one) for one in self.listed(text))

    def listed(self, text: str) -> tuple[str, ...]:
        """Return the parts of a list."""
        parts = (one.strip() for line in text.split("\n") for one in line.split(self._comma))
        return tuple(one for one in parts if one)

    def facts(
        self, cells: Mapping[str, str], number: str | None
    ) -> tuple[Facts, list[tuple[str, str]]]:
        """Return the facts that cells state, and the cells (field, text) that state none.

        Status, remarks and replacements are left out: they are partly concluded. Level and nature
        are facts only where the number does not tell them.
        """
        facts: Facts = {}
        left: list[tuple[str, str]] = []
        for field in _TEXTS:
            if text := cells.get(field, ""):
                facts[field.replace("-", "_")] = text
        for field in _DATES:
            if text := cells.get(field, ""):
                day = read_date(text) or _as_it_is(text)
                if day is None:
                    left.append((field, text))
                else:
                    facts[field] = day
        for field in _LISTS:
            if listed := self.listed(cells.get(field, "")):
                facts[field.replace("-", "_")] = listed
        self._levels(cells, number, facts)
        self._classes(cells, facts)
        if adopted := self._adopted(cells):
            facts["adopts"] = adopted
        verified = self._verified(cells.get("verification", ""))
        if verified is not None:
            facts["verified"] = verified
        return facts, left

    def planned_facts(self, cells: Mapping[str, str]) -> Facts:
        """Return the facts that only a planned standard has."""
        facts: Facts = {}
        for field, words in (("urgency", URGENCY), ("workflow", WORKFLOW)):
            word = self.word(field, cells.get(field, ""))
            if word is not None:
                facts[field] = words.get(word, word)
        if lead := cells.get("lead", ""):
            facts["lead"] = lead
        return facts

    def own_remarks(self, text: str, derived: str) -> str:
        """Return the remarks without those that were computed."""
        if derived and text.startswith(derived):
            return text[len(derived) :].removeprefix(self._semicolon.rstrip()).strip()
        return text

    def is_presumed(self, verification: str) -> bool:
        """Whether 核实情况 says that a status is only presumed."""
        return any(
            self._words.get("verification", {}).get(part) == "presumed"
            for part in self._parts(verification)
        )

    def _parts(self, text: str) -> Iterable[str]:
        return (part.strip() for part in text.split(self._semicolon.strip()))

    def _levels(self, cells: Mapping[str, str], number: str | None, facts: Facts) -> None:
        told = read_number(number) if number else None
        if told is not None:
            return
        for field, words in (("level", LEVELS), ("nature", NATURES)):
            word = self.word(field, cells.get(field, ""))
            if word is not None:
                facts[field] = words.get(word, word)

    def _classes(self, cells: Mapping[str, str], facts: Facts) -> None:
        """Split ICS and CCS in one cell: an ICS code begins with a figure, a CCS with a letter."""
        codes = self.listed(cells.get("classification", ""))
        if not codes:
            return
        first = next((i for i, code in enumerate(codes) if not code[0].isdigit()), len(codes))
        for field, part in (("ics", codes[:first]), ("ccs", codes[first:])):
            if part:
                facts.setdefault(field, part)

    def _adopted(self, cells: Mapping[str, str]) -> tuple[Value, ...]:
        numbers = self.listed(cells.get("adopts", ""))
        degrees = [degree_of(one) for one in self.listed(cells.get("degree", ""))]
        adopted: list[Value] = []
        for index, number in enumerate(numbers):
            degree = degrees[index] if index < len(degrees) else None
            adopted.append({"number": number, "degree": degree} if degree else number)
        return tuple(adopted)

    def _verified(self, text: str) -> str | bool | None:
        """Return the day of verification, False for what is said to be unverified."""
        meant = self._words.get("verification", {})
        for part in self._parts(text):
            if meant.get(part) == "false":
                return False
            day = part.removeprefix(self._before).removesuffix(self._after)
            if day != part or not self._before + self._after:
                return read_date(day) or _as_it_is(day)
        typed = text.strip()
        if typed in ("未核实", "待核实", "false", "否"):
            return False
        return read_date(_VERIFIED.sub("", typed))


def _as_it_is(text: str) -> str | None:
    """Return a day before 1900 or after 2099 as it is printed."""
    try:
        return str(PartialDate.parse(text))
    except ValueError:
        return None
