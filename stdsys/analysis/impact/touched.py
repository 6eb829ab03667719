"""What must be looked at again when a standard changes, and how each thing was come upon."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct

from stdsys.analysis.citations.mentions import Measurement, Standard, Thing
from stdsys.analysis.coverage.cells import Cell
from stdsys.model.programme_record import TaskRecord
from stdsys.model.review_record import ReviewRecord
from stdsys.model.workspace import Entry, Node, System


class Kind(StrEnum):
    """What may be touched, in the order in which it is told."""

    STANDARD = "standard"
    PLANNED = "planned"
    DOCUMENT = "document"
    SYSTEM = "system"
    NODE = "node"
    ENTRY = "entry"
    CELL = "cell"
    INDICATOR = "indicator"
    TASK = "task"
    REVIEW = "review"


class Touch(StrEnum):
    """What a touched thing has to do with the one before it on its path.

    `named` is said of what the question itself names. A standard cites, tests by (has an indicator
    by its method), needs, upgrades, replaces, adopts or is adopted by another, or limits the same
    quantity of the same product as a higher one; it cites or tests by what the other has replaced
    under another number; an entry, a node (as
    its home, or as see-also) and a system hold it, a system uses a shared base that does; a cell
    counts it; an indicator is set by it, or measured by it; a task is about it, or about a system;
    a review is of it.
    """

    NAMED = "named"
    CITES = "cites"
    TESTS_BY = "tests-by"
    CITES_REPLACED = "cites-replaced"
    TESTS_BY_REPLACED = "tests-by-replaced"
    LIMITS_SAME = "limits-same"
    NEEDS = "needs"
    UPGRADES = "upgrades"
    REPLACES = "replaces"
    ADOPTS = "adopts"
    ADOPTED_BY = "adopted-by"
    HOLDS = "holds"
    SEE_ALSO = "see-also"
    USES = "uses"
    COUNTS = "counts"
    SET_BY = "set-by"
    MEASURED_BY = "measured-by"
    MEASURED_BY_REPLACED = "measured-by-replaced"
    IS_ABOUT = "is-about"
    REVIEWS = "reviews"


ELIDED = "…"
"""Stands on a path for the steps that are left out."""

MOST_STEPS = 60
"""A path of more steps is told by its beginning and its end, so that no answer is quadratic."""

What: TypeAlias = Thing | System | Node | Entry | Cell | Measurement | TaskRecord | ReviewRecord


class Touched(Struct, frozen=True, eq=False):
    """Something that is touched, by the shortest way on which it was come upon.

    `via` is the step before it, None for what the question names; `origin` is the id of what it
    began with. `other_edition` tells that this last step names, with its year, another
    edition of the same number. `written` is the text that names it there; where both limit the
    same quantities, the names of these.
    """

    kind: Kind
    id: str
    what: What
    relation: Touch
    via: "Touched | None"
    origin: str
    distance: int
    other_edition: bool = False
    written: str | None = None

    @property
    def path(self) -> tuple[str, ...]:
        """The ids from what the question names to this, both included.

        Of a very long path the first and the last ids are told, `ELIDED` between them.
        """
        steps = [self.id]
        at = self.via
        while at is not None and len(steps) < MOST_STEPS:
            steps.append(at.id)
            at = at.via
        if at is not None:
            steps += [ELIDED, self.origin]
        return tuple(reversed(steps))

    def then(
        self,
        kind: Kind,
        key: str,
        what: What,
        relation: Touch,
        *,
        written: str | None = None,
        other_edition: bool = False,
    ) -> "Touched":
        """Return what is touched one step on from this."""
        return Touched(
            kind, key, what, relation, self, self.origin, self.distance + 1, other_edition, written
        )


class Impact(Struct, frozen=True, eq=False, dict=True):
    """What is touched when `named` changes, nearest first, and by kind at each distance.

    `dead` are the documents of the workspace that cite it too, but are withdrawn or replaced:
    nobody can amend them.
    """

    named: tuple[Touched, ...]
    touched: tuple[Touched, ...]
    dead: tuple[Standard, ...]

    @cached_property
    def summary(self) -> Mapping[Kind, int]:
        """How many things of each kind are touched."""
        counted = Counter(one.kind for one in self.touched)
        return {kind: counted[kind] for kind in Kind}
