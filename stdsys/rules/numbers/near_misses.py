"""Rule N008: an entry whose number nobody recorded, beside a record that nobody enters."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Related, Severity
from stdsys.messages import _
from stdsys.model.items import Edition
from stdsys.numbers import StandardNumber
from stdsys.rules.items import place_of
from stdsys.rules.reading.sources import PRACTICE
from stdsys.rules.rule import Per, Rule, Sample

_Slip: TypeAlias = tuple[str, ...]
"""A number in pieces, or its family alone."""


class NearMiss(Rule):
    """N008."""

    code = "N008"
    name = "near-miss"
    severity = Severity.WARNING
    per = Per.SUBJECT
    summary = _("an entry's number has no record, and a record of nearly this number has no entry")
    why = _(
        "A wrong digit or year makes a standard that does not exist; it would be presumed in "
        "force, counted and taken for cover, while the standard that was meant stands nowhere. A "
        "bare list of numbers is fine: only a record left over beside it raises the doubt."
    )
    source = PRACTICE
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree: [{code: "1", name: 示例种植}]
    entries:
      - {standard: GB/T 99021-2020, at: "1"}
standards:
  - {number: GB/T 99012-2020, title: 示例种植规范}
""",
        at=(6, 20),
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree: [{code: "1", name: 示例种植}]
    entries:
      - {standard: GB/T 99012-2020, at: "1"}
standards:
  - {number: GB/T 99012-2020, title: 示例种植规范}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding at every bare entry that is one slip away from a spare record."""
        placements = analysis.placements
        editions = analysis.workspace.editions.values()
        bare = [one for one in editions if _is_bare(one)]
        if not bare:
            return
        index = _index(
            e
            for e in editions
            if e.recorded and not placements.entries_of(e) and not analysis.statuses(e).status.dead
        )
        for edition in bare:
            if edition.number is None:
                continue
            meant = next((index[slip] for slip in _slips(edition.number) if slip in index), None)
            if meant is None:
                continue
            message = _(
                "{number} has no record, and no entry uses the record of {meant}",
                number=edition.key,
                meant=meant.key,
            )
            hint = _("did you mean {name}?", name=meant.key)
            related = (Related(meant.place.at("number"), _("recorded here")),)
            for entry in placements.entries_of(edition):
                yield self.found(
                    message,
                    place_of(entry),
                    edition.key,
                    about=(entry.key,),
                    hint=hint,
                    related=related,
                )


def _is_bare(edition: Edition) -> bool:
    """Whether nothing is said of an edition but its number, and that only by entries."""
    return not edition.recorded and not edition.fields


def _index(spare: Iterable[Edition]) -> dict[_Slip, Edition]:
    """Index spare records by their number and by their family."""
    index: dict[_Slip, Edition] = {}
    for edition in spare:
        if edition.number is not None and edition.number.dated:
            index.setdefault(_exactly(edition.number), edition)
            index.setdefault((edition.family,), edition)
    return index


def _slips(number: StandardNumber) -> Iterator[_Slip]:
    """Yield what may have been meant: another year, or two neighbouring figures exchanged.

    Neighbouring serials differ by one figure too, and both exist: a changed figure is no evidence.
    """
    if not number.dated:
        return
    yield (number.family,)
    for serial in _exchanged(number.number):
        yield _exactly(number.but(number=serial))
    for part in _exchanged(number.part or ""):
        yield _exactly(number.but(part=part))


def _exactly(number: StandardNumber) -> _Slip:
    return number.code, number.number, number.part or "", str(number.year)


def _exchanged(figures: str) -> Iterator[str]:
    """Yield a text with each two neighbouring characters exchanged that differ."""
    for at in range(len(figures) - 1):
        one, two = figures[at], figures[at + 1]
        if one != two:
            yield f"{figures[:at]}{two}{one}{figures[at + 2 :]}"
