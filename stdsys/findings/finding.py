"""One finding."""

from enum import StrEnum

from msgspec import Struct

from stdsys.findings.place import Place
from stdsys.messages import Text


class Severity(StrEnum):
    """Who can act: `error` data unusable or logic broken, `warning` someone here, `info` nobody."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANK[self]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Related(Struct, frozen=True):
    """Another place that a finding speaks of, and what is there ("first defined here")."""

    place: Place
    message: Text


class Finding(Struct, frozen=True):
    """What a rule says about one place.

    `subject` names the object in the user's words (a standard number, a system id …); `about` holds
    the keys of all objects whose waivers may match, the subject included. `count` is the number of
    occurrences gathered into this one. `unverified` marks evidence that nobody has verified: such
    a finding is never more than info. Findings of one code and one `group` are gathered into one.
    """

    code: str
    severity: Severity
    message: Text
    place: Place
    subject: str
    about: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    hint: Text | None = None
    count: int = 1
    unverified: bool = False
    group: str | None = None
