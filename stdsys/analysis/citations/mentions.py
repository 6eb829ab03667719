"""Who names a standard, by what the number, id or title that is written means on the day."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from msgspec import Struct, field

from stdsys.analysis.citations.lookup import CitationTargets
from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.life_cycle.replacements import Replacements
from stdsys.analysis.life_cycle.statuses import Statuses
from stdsys.model.indicator_record import Indicator
from stdsys.model.items import Document, Edition, Item, PlannedStandard
from stdsys.model.programme_record import TaskRecord
from stdsys.model.review_record import ReviewRecord
from stdsys.model.workspace import Workspace

Thing: TypeAlias = Item | str
"""What may be named: an item of the workspace, or the number or words for what is not in it."""

Standard: TypeAlias = Edition | PlannedStandard
"""What has normative references and indicators: a standard, made or to be made."""

Who = TypeVar("Who")


class Sense(StrEnum):
    """How a text names a standard, the surest first.

    It means the standard itself; or, with its year, another edition of the number; or a dead
    standard in whose place the other is today (GB/T 8304 for GB 5009.3-2016).
    """

    EXACTLY = "exactly"
    OTHER_EDITION = "other-edition"
    REPLACED = "replaced"


class Naming(Struct, Generic[Who], frozen=True, eq=False):
    """One number (or the words) of one written text, and everyone who writes just that.

    `means` is never empty: for 所有部分 the live edition of each part, and what resolves to nothing
    in the workspace means its own number or words. `families` are those of a dated number. `became`
    is the standard to which whole replacements lead from what it means.
    """

    written: str
    means: tuple[Thing, ...]
    families: frozenset[str]
    became: Edition | None
    by: list[Who] = field(default_factory=list)


class Named(Generic[Who]):
    """An index of what is named; each distinct text is looked into once."""

    def __init__(
        self,
        workspace: Workspace,
        targets: CitationTargets,
        said: Iterable[tuple[str, Who]],
    ) -> None:
        """Take what is written, with who writes it, in reading order."""
        namings: dict[str, list[Naming[Who]]] = {}
        for text, who in said:
            if text not in namings:
                namings[text] = [
                    Naming(text, *meaning) for meaning in meanings(text, workspace, targets)
                ]
            for naming in namings[text]:
                naming.by.append(who)
        self._exactly: dict[Thing, list[Naming[Who]]] = {}
        self._dated: dict[str, list[Naming[Who]]] = {}
        self._replaced: dict[Thing, list[Naming[Who]]] = {}
        for naming in (one for of_text in namings.values() for one in of_text):
            for thing in naming.means:
                self._exactly.setdefault(thing, []).append(naming)
            for family in naming.families:
                self._dated.setdefault(family, []).append(naming)
            if naming.became is not None:
                self._replaced.setdefault(naming.became, []).append(naming)

    def in_sense(self, sense: Sense, thing: Thing) -> Iterator[Naming[Who]]:
        """Yield what names a thing in this sense; what does so in a surer one may be among it."""
        match sense:
            case Sense.EXACTLY:
                yield from self.exactly(thing)
            case Sense.OTHER_EDITION:
                yield from self.dated_of(thing)
            case Sense.REPLACED:
                yield from self._replaced.get(thing, ())

    def exactly(self, thing: Thing) -> Sequence[Naming[Who]]:
        """Return what means a thing itself."""
        return self._exactly.get(thing, ())

    def dated(self, family: str) -> Sequence[Naming[Who]]:
        """Return what names, with its year, one edition or another of a family."""
        return self._dated.get(family, ())

    def dated_of(self, thing: Thing) -> Iterator[Naming[Who]]:
        """Yield what names, with its year, an edition of the number that a standard bears."""
        if isinstance(thing, Edition):
            yield from self.dated(thing.family)
        elif isinstance(thing, str):
            for number in numbers_in(thing):
                yield from self.dated(number.family)


class Meaning(NamedTuple):
    """What a number of a text (or its words) means; see `Naming`."""

    means: tuple[Thing, ...]
    families: frozenset[str]
    became: Edition | None


def meanings(text: str, workspace: Workspace, targets: CitationTargets) -> Iterator[Meaning]:
    """Yield what each number of a text means, or its words.

    The id of a planned standard means that, whatever its letters look like.
    """
    if text in workspace.planned:
        yield Meaning((workspace.planned[text],), frozenset(), None)
        return
    for found in targets.named_by(text):
        number = found.number
        dated = number is not None and number.dated
        families = {target.family for target in found.targets} if dated else set()
        if number is None:
            absent = text
        else:
            absent = number.edition_key if dated else number.family
            families |= {number.family} if dated else set()
        other = (found.other,) if found.other is not None else (absent,)
        became = workspace.editions.get(found.chain[-1]) if len(found.chain) > 1 else None
        yield Meaning(found.targets or other, frozenset(families), became)


class Measurement(NamedTuple):
    """An indicator of a standard, and its place among the standard's indicators."""

    owner: Standard
    indicator: Indicator
    position: int


class Mentions(Struct, frozen=True, eq=False):
    """Everything that names standards in a workspace, by what it names.

    `citations`, `adoptions`, `replacements` (of planned standards), `needs` and `upgrades` lead to
    the documents that state them, `tests` to those that have an indicator by a method, and
    `measurements` to these indicators.
    """

    workspace: Workspace
    targets: CitationTargets
    citations: Named[Standard]
    tests: Named[Standard]
    measurements: Named[Measurement]
    needs: Named[Standard]
    upgrades: Named[Standard]
    replacements: Named[Standard]
    adoptions: Named[Standard]
    tasks: Named[TaskRecord]
    reviews: Named[ReviewRecord]

    @classmethod
    def of(cls, workspace: Workspace, statuses: Statuses, replacements: Replacements) -> "Mentions":
        """Gather what is named, resolved on the day of the statuses.

        A record or an entry with an undated number speaks for its family's live edition.
        """
        targets = CitationTargets(workspace, statuses, replacements)

        def named(said: Iterable[tuple[str, Who]]) -> Named[Who]:
            return Named(workspace, targets, said)

        def spoken_for(item: Standard) -> Standard:
            return statuses.stands_for(item) if isinstance(item, Edition) else item

        planned = workspace.planned.values()
        written: list[Standard] = [*workspace.editions.values(), *planned]
        texts = [(spoken_for(item), item.facts) for item in written]
        placed = [
            (spoken_for(entry.item), entry.record)
            for entry in workspace.entries()
            if (entry.record.needs or entry.record.upgrades)
            and not isinstance(entry.item, Document)
        ]
        measured = [
            (indicator.method, Measurement(text, indicator, position))
            for text, facts in texts
            for position, indicator in enumerate(facts.indicators)
            if indicator.method is not None
        ]
        tasks = workspace.programme.tasks
        return cls(
            workspace=workspace,
            targets=targets,
            citations=named((c.number, text) for text, facts in texts for c in facts.cites),
            tests=named((method, one.owner) for method, one in measured),
            measurements=named(measured),
            needs=named((needed, text) for text, entry in placed for needed in entry.needs),
            upgrades=named((lifted, text) for text, entry in placed for lifted in entry.upgrades),
            replacements=named((r.number, plan) for plan in planned for r in plan.facts.replaces),
            adoptions=named((a.number, text) for text, facts in texts for a in facts.adopts),
            tasks=named((number, task) for task in tasks for number in task.standards),
            reviews=named((review.standard, review) for review in workspace.reviews),
        )

    def meant(self, text: str) -> Iterator[Thing]:
        """Yield what a text names."""
        for meaning in meanings(text, self.workspace, self.targets):
            yield from meaning.means

    def mentioned(self, key: str) -> bool:
        """Whether anything names a number or words that mean nothing in the workspace."""
        return any(index.exactly(key) for index in self._indices)

    def absent_editions(self, family: str) -> tuple[str, ...]:
        """Return the editions of a family that are named, but are not in the workspace."""
        named = (naming for index in self._indices for naming in index.dated(family))
        absent = (key for naming in named for key in naming.means if isinstance(key, str))
        return tuple(sorted(dict.fromkeys(absent)))

    @property
    def _indices(self) -> "tuple[Named[Standard] | Named[TaskRecord] | Named[ReviewRecord], ...]":
        return (
            self.citations,
            self.tests,
            self.needs,
            self.upgrades,
            self.replacements,
            self.adoptions,
            self.tasks,
            self.reviews,
        )
