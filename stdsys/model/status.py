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

    @property
    def to_come(self) -> bool:
        """Whether it is not in force yet but is going to be, or is meant to be."""
        return self in (Status.UPCOMING, Status.PLANNED, Status.DRAFTING)

    @property
    def in_force_or_to_come(self) -> bool:
        """Whether it is neither dead nor unknown: what is judged, and held against others."""
        return self is Status.IN_FORCE or self.to_come
