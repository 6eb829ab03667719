"""Which upcoming and planned items only continue a standard that is in force already."""

from collections.abc import Iterator, Mapping

from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.life_cycle.replacements import Replacements
from stdsys.analysis.life_cycle.statuses import Statuses
from stdsys.model.items import Edition, Item, PlannedStandard
from stdsys.model.status import Status
from stdsys.model.vocabulary import Scope
from stdsys.model.workspace import Workspace


class Successions:
    """What upcoming and planned items replace of what is in force.

    Only whole replacement makes a succession. It reaches through editions that are themselves still
    upcoming: a planned revision of the upcoming edition continues the one in force as well. An
    undated number stands for the living edition of its family.
    """

    def __init__(
        self, workspace: Workspace, statuses: Statuses, replacements: Replacements
    ) -> None:
        self._workspace = workspace
        self._statuses = statuses
        self._replacements = replacements
        self._known: dict[Item, tuple[str, ...]] = {}

    def among(self, item: Item, in_force: Mapping[str, str]) -> tuple[str, ...]:
        """Return what an item replaces of a scope, as `in_force` names it (see `edition_keys`)."""
        replaced = (in_force[key] for key in self._replaced_by(item) if key in in_force)
        return tuple(dict.fromkeys(replaced))

    def edition_keys(self, item: Item) -> tuple[str, ...]:
        """Return the keys under which others replace an edition: its own, and the living one's."""
        if not isinstance(item, Edition):
            return ()
        return tuple(dict.fromkeys((item.key, self._statuses.stands_for(item).key)))

    def _replaced_by(self, item: Item) -> tuple[str, ...]:
        """Return the keys of all editions in force that an upcoming or planned item replaces."""
        if item not in self._known:
            self._known[item] = tuple(dict.fromkeys(self._search(item)))
        return self._known[item]

    def _search(self, item: Item) -> Iterator[str]:
        if not self._statuses(item).status.to_come:
            return
        waiting, seen = [item], {item}
        while waiting:
            for older in self._wholly_replaced(waiting.pop()):
                if older in seen:
                    continue
                seen.add(older)
                status = self._statuses(older).status
                if status is Status.IN_FORCE:
                    yield older.key
                elif status.to_come:
                    waiting.append(older)

    def _wholly_replaced(self, item: Item) -> Iterator[Edition]:
        if isinstance(item, PlannedStandard):
            for replaced in item.facts.replaces:
                if replaced.scope is Scope.WHOLE:
                    yield from self._editions_named(replaced.number)
        elif isinstance(item, Edition):
            for link in self._replacements.predecessors(self._statuses.stands_for(item).key):
                older = self._workspace.editions.get(link.old)
                if older is not None and link.whole and link.definite:
                    yield older

    def _editions_named(self, text: str) -> Iterator[Edition]:
        """Yield the editions that a plan names, an undated number as the living edition."""
        named = [self._workspace.editions.get(text)]
        if named == [None]:
            named = [
                self._workspace.edition(number)
                if number.dated
                else self._statuses.live_edition(number.family)
                for number in numbers_in(text)
            ]
        yield from (self._statuses.stands_for(edition) for edition in named if edition is not None)
