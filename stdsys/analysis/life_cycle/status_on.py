"""The status of an item on a day, and how it is known."""

from enum import StrEnum

from msgspec import Struct

from stdsys.model.status import Status


class Basis(StrEnum):
    """How a status is known: by dates, by what is stated, or only presumed."""

    DATES = "dates"
    STATED = "stated"
    PRESUMED = "presumed"


class StatusOn(Struct, frozen=True):
    """The status of one item on one day.

    `partly_replaced` and `under_revision` are flags of what is in force. `successor` is the key of
    the edition in the workspace whose taking effect made this one replaced, else None.
    """

    status: Status
    basis: Basis
    partly_replaced: bool = False
    under_revision: bool = False
    successor: str | None = None
