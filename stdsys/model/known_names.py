"""Names that a reference may bear: an unknown one is Y104, with the name that may be meant."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import islice

from msgspec import Struct

from stdsys.findings import Finding, Place, Severity
from stdsys.messages import Text, _, nearest
from stdsys.model.workspace import Workspace

MOST_COMPARED = 1_000
"""So many known names at most are compared with an unknown one for a suggestion."""

MOST_SUGGESTED = 100
"""So many distinct unknown names at most are looked into: more are no typing errors."""

_SHOWN = 20


class Known(Struct, frozen=True, eq=False, dict=True):
    """What a reference may name, and the word for it."""

    word: Text
    names: Mapping[str, object]

    def holds(self, names: Iterable[str]) -> bool:
        """Whether all of the names are known."""
        return all(map(self.names.__contains__, names))

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The ids by name and title: people write what they call a thing."""
        ids: dict[str, str] = {}
        for key, value in self.names.items():
            for called in (getattr(value, "name", None), getattr(value, "title", None)):
                if called is not None:
                    ids.setdefault(called, key)
        return ids


class NameCheck:
    """Checks names one by one; each that names nothing is a finding Y104, kept in `found`."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the workspace, some of whose files may be unreadable: what they hold is unknown."""
        self.workspace = workspace
        self.found: list[Finding] = []
        self.closest: dict[tuple[str, Known], str | None] = {}

    def each(
        self, names: Iterable[str], known: Known, subject: str, place: Place, *steps: str | int
    ) -> None:
        """Check the names of a list, which stands at `place` and `steps`."""
        for index, name in enumerate(names):
            if name not in known.names:
                self.unknown(name, known, subject, place.at(*steps, index))

    def one(
        self, name: str | None, known: Known, subject: str, place: Place, *steps: str | int
    ) -> None:
        """Check a name if one is stated; its place is worked out only for a finding."""
        if name is not None and name not in known.names:
            self.unknown(name, known, subject, place.at(*steps))

    def unknown(self, name: str, known: Known, subject: str, place: Place) -> None:
        """Keep the finding that a name is unknown, unless it may stand in what is unreadable."""
        if self.workspace.may_be_unread(name):
            return
        named = known.ids.get(name)
        close = self._closest(name, known)
        if named is not None:
            hint = _("write its id: {id}", id=named)
        elif close is not None:
            hint = _("did you mean {name}?", name=close)
        elif known.names:
            hint = _("known here: {names}", names=tuple(islice(known.names, _SHOWN)))
        else:
            hint = _("none is defined in this workspace")
        message = _("unknown {what}: {name}", what=known.word, name=name)
        self.found.append(
            Finding("Y104", Severity.ERROR, message, place, subject, (subject,), hint=hint)
        )

    def _closest(self, name: str, known: Known) -> str | None:
        """Return the known name most like an unknown one; comparing takes time, so once each."""
        asked = (name, known)
        if asked not in self.closest and len(self.closest) < MOST_SUGGESTED:
            self.closest[asked] = nearest(name, islice(known.names, MOST_COMPARED))
        return self.closest.get(asked)
