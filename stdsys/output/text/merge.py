"""What an import would change in a workspace, for people: both values, and where each stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from stdsys.findings import Place
from stdsys.intake.comparison import Comparison, Conflict, NewFact
from stdsys.intake.field_names import field_name
from stdsys.intake.fitting import said
from stdsys.intake.records import Item
from stdsys.messages import Text, Translator, _
from stdsys.model.items import PlannedStandard
from stdsys.model.workspace import Entry
from stdsys.output.tables.rendering import one_line
from stdsys.output.text.aligned import Layout
from stdsys.output.text.imports import row_name
from stdsys.source.positions import Positions
from stdsys.source.spans import written

SHOWN = 20
"""Items of a kind that the text shows; JSON carries all."""

_ROOM = 60

T = TypeVar("T")


class MergeText:
    """Writes a comparison; `positions` finds lines in the workspace's files, `texts` holds them.

    `texts` is text by path, of the files in which something conflicts.
    """

    def __init__(
        self,
        made: Comparison,
        positions: Positions,
        say: Translator,
        texts: Mapping[str, str],
        layout: Layout | None = None,
    ) -> None:
        self._made = made
        self._positions = positions
        self._say = say
        self._texts = texts
        self._layout = layout or Layout()

    def lines(self) -> Iterator[str]:
        """Yield what agrees, what is new and what conflicts, the last in full detail."""
        made = self._made
        yield self._say(
            _("compared with the workspace: facts that agree: {count}", count=made.agreeing)
        )
        for theirs, ours in made.taken_for:
            same = _("{theirs} is taken for {ours}", theirs=one_line(theirs), ours=one_line(ours))
            yield self._say(same)
        yield from self._part(_("new standards"), made.standards, self._item)
        yield from self._part(_("new planned standards"), made.planned, self._item)
        yield from self._part(_("new documents"), made.documents, self._item)
        yield from self._part(_("new systems"), [s.name for s in made.systems], one_line)
        nodes = [f"{g.system.id}/{n.code} {n.name}" for g in made.grown for n in g.nodes]
        yield from self._part(_("new subsystems"), nodes, one_line)
        entries = [
            f"{growth.system.id}/{placed.node or '—'} {_called(placed.item)}"
            for growth in made.grown
            for placed in growth.entries
        ]
        yield from self._part(_("new entries of known systems"), entries, one_line)
        yield from self._part(_("new facts of known records"), made.facts, self._fact)
        yield from self._part(_("conflicts"), made.conflicts, self._conflict)
        missing = _("in the workspace, not in the workbook (nothing is deleted)")
        yield from self._part(missing, made.missing, self._missing)

    def _part(self, name: Text, things: Iterable[T], line: Callable[[T], str]) -> Iterator[str]:
        found = list(things)
        if not found:
            return
        yield self._layout.heading(self._say(_("{name}: {count}", name=name, count=len(found))))
        for thing in islice(found, SHOWN):
            yield f"  {line(thing)}"
        if len(found) > SHOWN:
            more = _("{count} more: --report FILE.json", count=len(found) - SHOWN)
            yield f"  {self._say(more)}"

    def _item(self, item: Item) -> str:
        title = said(item.body.get("title") or "")
        return one_line(f"{_called(item)} {_short(title)}").strip()

    def _subject(self, key: str) -> str:
        return one_line(self._made.titles.get(key, key))

    def _missing(self, entry: Entry) -> str:
        item = entry.item
        name = item.title or "" if isinstance(item, PlannedStandard) else item.key
        title = "" if isinstance(item, PlannedStandard) else _short(item.title or "")
        line = f"{self._at(entry.place)}: {entry.system}/{entry.record.at or '—'} {name} {title}"
        return one_line(line).strip()

    def _fact(self, fact: NewFact) -> str:
        name = self._say(field_name(fact.field))
        head = f"{self._at(fact.place)}: {self._subject(fact.subject)}: {name}: "
        return head + _short(said(fact.value))

    def _conflict(self, conflict: Conflict) -> str:
        both = _(
            "{subject}: {field}: workspace {ours}, workbook {theirs}",
            subject=self._subject(conflict.subject),
            field=field_name(conflict.field),
            ours=_short(self._written(conflict)),
            theirs=_short(said(conflict.theirs)),
        )
        where = f" ({self._say(row_name(conflict.where))})" if conflict.where else ""
        return f"{self._at(conflict.place)}: {self._say(both)}{where}"

    def _written(self, conflict: Conflict) -> str:
        """Return the workspace's value in its own words: 废止, not what it stands for."""
        text = self._texts.get(conflict.place.file)
        shown = written(text, conflict.place.route) if text is not None else None
        return conflict.ours if shown is None else shown

    def _at(self, place: Place) -> str:
        at = self._positions.find(place)
        return f"{at.file}:{at.line}:{at.column}"


def _called(item: Item) -> str:
    """Return what an item is known by: a planned standard by its title, not by an id made up."""
    planned = item.body.get("planned")
    return _short(said(planned)) if planned else item.key


def _short(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _ROOM else f"{text[: _ROOM - 1]}…"
