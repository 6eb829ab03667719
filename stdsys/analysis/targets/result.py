"""What a measure comes to: a figure, the bounds that the facts set it, and what it rests on."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct

from stdsys.findings import Place
from stdsys.messages import Text
from stdsys.model.partial_date import PartialDate


class Span(Struct, frozen=True):
    """From which period to which a series' growth is measured, as the whole or a year."""

    series: str
    since: PartialDate
    until: PartialDate
    annual: bool

    @property
    def months(self) -> int:
        """Whole months between the ends of the two periods: 60 from 2020 to 2025."""
        before, after = self.since.last, self.until.last
        return (after.year - before.year) * 12 + after.month - before.month


class Measurement(Struct, frozen=True):
    """What a measure comes to on the day.

    `value` is the figure to show: a number, for shares and rates a fraction of one, None where
    there is none. The facts allow anything from `least` to `most`: `least` leaves out what nobody
    has verified, `most` adds what may count besides (`uncertain`). `evidence` names what the
    figure rests on: standards, systems, organisations, cells, files, addresses; `unverified` and
    `presumed` (only the status is) are those of it that one should look at again. `searched` names
    what was looked through where nothing was found. `lacking` says what is missing for any answer
    at all, and `place` where it would have to stand. `spans` are the periods of a growth.
    """

    value: Fraction | None = None
    least: Fraction | None = None
    most: Fraction | None = None
    evidence: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    presumed: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    lacking: Text | None = None
    place: Place | None = None
    spans: tuple[Span, ...] = ()


class Candidate(Struct, frozen=True):
    """Something that may count: `counts` is None where that cannot be told.

    `weight` is how many it stands for (an organisation's members). `unverified`: nobody has
    verified its facts; `presumed`: its status is only presumed.
    """

    key: str
    counts: bool | None
    weight: int = 1
    unverified: bool = False
    presumed: bool = False


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """Return False if any answer is no, else None if any is unknown, else True."""
    result: bool | None = True
    for answer in answers:
        if answer is False:
            return False
        if answer is None:
            result = None
    return result


def count_of(candidates: Sequence[Candidate], nothing: Text) -> Measurement:
    """Count candidates; without any, `nothing` says what nobody has recorded."""
    if not candidates:
        return Measurement(lacking=nothing)
    counted = [one for one in candidates if one.counts]
    uncertain = [one for one in candidates if one.counts is None]
    value = sum(one.weight for one in counted)
    unverified = [one for one in counted if one.unverified]
    return Measurement(
        value=Fraction(value),
        least=Fraction(value - sum(one.weight for one in unverified)),
        most=Fraction(value + sum(one.weight for one in uncertain)),
        evidence=_keys(counted),
        unverified=_keys(unverified),
        presumed=_keys(one for one in counted if one.presumed),
        uncertain=_keys(uncertain),
        searched=() if counted else _keys(candidates),
    )


def _keys(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    return tuple(one.key for one in candidates)
