"""Does an id or a number name one thing only, across the kinds of things? Else Y105."""

from collections.abc import Iterable, Iterator
from itertools import chain

from stdsys.findings import Finding, Place, Related, Severity
from stdsys.messages import _
from stdsys.model.catalogue import defined_twice, read_number
from stdsys.model.coverage_record import ClauseRecord
from stdsys.model.items import Edition, Item
from stdsys.model.workspace import Workspace


def check_identities(workspace: Workspace) -> Iterator[Finding]:
    """Yield Y105 for two clauses of one id and for an id that items of several kinds share.

    So it is for an earlier number (`formerly`) of an edition that has a record of its own, too.
    """
    yield from _clauses(workspace.coverage.require)
    for system in workspace.systems.values():
        yield from _clauses(system.record.coverage.require)
    yield from _items(workspace)
    yield from _earlier_numbers(workspace)


def _clauses(clauses: Iterable[ClauseRecord]) -> Iterator[Finding]:
    first: dict[str, ClauseRecord] = {}
    for clause in clauses:
        known = first.setdefault(clause.id, clause)
        if known is not clause:
            yield defined_twice(clause.id, known, clause)


def _items(workspace: Workspace) -> Iterator[Finding]:
    first: dict[str, Item] = {}
    unnumbered = [e for e in workspace.editions.values() if e.number is None and _has_id(e)]
    items: Iterable[Item] = chain(
        unnumbered, workspace.planned.values(), workspace.documents.values()
    )
    for item in items:
        known = first.setdefault(item.key, item)
        if known is not item:
            yield _shared(item.key, known.place, item.place)


def _has_id(edition: Edition) -> bool:
    return getattr(edition.facts, "id", None) == edition.key


def _earlier_numbers(workspace: Workspace) -> Iterator[Finding]:
    for edition in workspace.editions.values():
        for index, former in enumerate(edition.facts.formerly):
            number = read_number(former)
            other = workspace.editions.get(number.edition_key) if number is not None else None
            if other is not None and other is not edition and other.recorded:
                yield _shared(other.key, other.place, edition.at("formerly").at(index))


def _shared(key: str, first: Place, second: Place) -> Finding:
    message = _("{id} names two different things", id=key)
    related = (Related(first, _("first defined here")),)
    hint = _("give one of them another id, or keep one record")
    return Finding("Y105", Severity.ERROR, message, second, key, (key,), related=related, hint=hint)
