"""What a standard or a planned standard can be on a day."""

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
