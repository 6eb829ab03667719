"""The words for what an item is on a day, and for how we know."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What a standard (the first five) or a planned standard (the last two) is on a day."""

    IN_FORCE = "in-force"
    UPCOMING = "upcoming"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"
    PLANNED = "planned"
    DRAFTING = "drafting"

    @property
    def dead(self) -> bool:
        """Whether nobody may apply it any more."""
        return self in (Status.REPLACED, Status.WITHDRAWN)

    @property
    def live(self) -> bool:
        """Whether it is in force, or is going to be without further work."""
        return self in (Status.IN_FORCE, Status.UPCOMING)


class Basis(StrEnum):
    """How a status is known: by dates, by what is stated, or only presumed."""

    DATES = "dates"
    STATED = "stated"
    PRESUMED = "presumed"


@dataclass(frozen=True, slots=True)
class StatusOn:
    """The status of one item on one day.

    `partly_replaced` and `under_revision` are flags of what is in force. `successor` is the key of
    the edition in the workspace whose taking effect made this one replaced, else None.
    """

    status: Status
    basis: Basis
    partly_replaced: bool = False
    under_revision: bool = False
    successor: str | None = None
