"""外部引用: what the standards of the workspace cite and the workspace does not hold."""

from collections.abc import Mapping, Sequence
from typing import Any

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.resolved import Outcome, ResolvedCitation
from stdsys.messages import _
from stdsys.output.tables import words
from stdsys.output.tables.headings import sheet_of
from stdsys.output.tables.table import Column, Kind, Sheet, Table

_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("number", _("Number cited"), Kind.NUMBER),
    Column("level", _("Level"), Kind.WORD),
    Column("count", _("Times cited"), Kind.COUNT),
    Column("citing", _("Cited by")),
    Column("unverified", _("Unverified citations"), Kind.COUNT),
)


def outside_sheet(analysis: Analysis) -> Sheet:
    """Return every number outside the workspace, the most cited first, with who cites it.

    Only citations of documents that are in force, upcoming or planned: dead texts cannot be mended.
    """
    cited = _gathered(analysis)
    ordered = sorted(cited.items(), key=lambda item: _order(*item))
    body = []
    for ordinal, (key, citations) in enumerate(ordered, 1):
        number = citations[0].number
        body.append(
            (
                ordinal,
                key,
                words.level_word(number.level) if number else None,
                len(citations),
                tuple(dict.fromkeys(one.citing.key for one in citations)),
                sum(one.unverified for one in citations),
            )
        )
    name = _("Citations outside")
    unverified = sum(one.unverified for citations in cited.values() for one in citations)
    return sheet_of(analysis, name, Table("outside", _COLUMNS, tuple(body)), unverified)


def _order(key: str, citations: Sequence[ResolvedCitation]) -> tuple[Any, ...]:
    """Sort by times cited, then by number; what is no number comes last."""
    number = citations[0].number
    return (-len(citations), *((0, number) if number else (1, key)))


def _gathered(analysis: Analysis) -> Mapping[str, list[ResolvedCitation]]:
    cited: dict[str, list[ResolvedCitation]] = {}
    for one in analysis.citations.all:
        if one.judged and one.outcome is Outcome.OUTSIDE:
            key = one.number.edition_key if one.number else one.cited_as
            cited.setdefault(key, []).append(one)
    return cited
