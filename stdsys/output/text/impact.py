"""What a change touches, for people: a tree, nearest first, each thing with its path."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.mentions import Measurement
from stdsys.analysis.coverage.cells import Cell
from stdsys.analysis.impact.touched import ELIDED, Impact, Kind, Touched
from stdsys.analysis.impact.withdrawal import Withdrawal
from stdsys.messages import Translator, _
from stdsys.model.items import Document, Edition, PlannedStandard
from stdsys.model.programme_record import TaskRecord
from stdsys.model.review_record import ReviewRecord
from stdsys.model.status import Status
from stdsys.model.workspace import Entry, Node, System
from stdsys.output.tables.headings import title
from stdsys.output.tables.rendering import one_line
from stdsys.output.tables.words import state_of
from stdsys.output.text.aligned import GAP, Layout
from stdsys.output.text.impact_words import KIND, SAYS_IN_WHICH_WORDS, TOUCH
from stdsys.output.text.tree import branches
from stdsys.output.text.withdrawal import WithdrawalText, cell_name
from stdsys.rules.wording import STATUS_WORDS

SHOWN = 200
"""So many things are listed unless all are asked for; JSON has all."""

SHOWN_STEPS = 8
"""So many steps of a path are told: those next to the thing, and what it began with."""

NAMED_DEAD = 5
"""So many withdrawn and replaced documents at most are named; of more only the count is told."""

_BACK = " ← "
_TOLD_ELSEWHERE = (Kind.NODE,)
"""Kinds that are counted, but not listed: a subsystem is told with each of its entries."""


class ImpactText:
    """Writes what a change touches as text; `layout` decides on colour."""

    def __init__(self, analysis: Analysis, say: Translator, layout: Layout | None = None) -> None:
        self._analysis = analysis
        self._say = say
        self._layout = layout or Layout()

    def lines(
        self, name: str, impact: Impact, fall: Withdrawal | None = None, *, most: int | None = SHOWN
    ) -> Iterator[str]:
        """Yield what is named, how much it touches, the tree (at most `most` things), the fall."""
        heading = title(self._analysis, _("impact of {name}", name=name))
        yield self._layout.heading(one_line(self._say(heading)))
        yield self._say(_("as of {day}", day=self._analysis.as_of))
        for one in impact.named:
            named = self._called(one)
            yield self._say(_("asked about: {name}", name=named))
        yield self._summary(impact)
        yield from self._doubtful(impact)
        yield from self._tree(impact, most)
        if fall is not None:
            yield ""
            yield from WithdrawalText(self._analysis, self._say, self._layout).lines(fall, most)

    def _summary(self, impact: Impact) -> str:
        counts = tuple(
            _("{kind} {count}", kind=KIND[kind], count=count)
            for kind, count in impact.summary.items()
            if count
        )
        if not counts:
            return self._say(_("nothing in this workspace is touched"))
        return self._say(_("touched: {counts}", counts=counts))

    def _doubtful(self, impact: Impact) -> Iterator[str]:
        """Yield how many documents are of unknown status, and which dead ones are left out."""
        unknown = sum(self._is_unknown(one) for one in impact.touched)
        if unknown:
            yield self._say(_("of unknown status among them: {count}", count=unknown))
        if impact.dead:
            said = _(
                "not listed, though they cite it: {count} withdrawn or replaced",
                count=len(impact.dead),
            )
            if len(impact.dead) <= NAMED_DEAD:
                names = tuple(one_line(one.key) for one in impact.dead)
                said = _("{said}: {words}", said=said, words=names)
            yield self._say(said)

    def _is_unknown(self, one: Touched) -> bool:
        if not isinstance(one.what, Edition | PlannedStandard):
            return False
        return self._analysis.statuses(one.what).status is Status.UNKNOWN

    def _tree(self, impact: Impact, most: int | None) -> Iterator[str]:
        listed = [one for one in impact.touched if one.kind not in _TOLD_ELSEWHERE]
        counts = Counter((one.distance, one.kind) for one in listed)
        for distance, found in groupby(listed[:most], lambda one: one.distance):
            yield ""
            near = _("Level {number}: touched directly", number=distance)
            far = _("Level {number}: touched by way of others", number=distance)
            yield self._layout.heading(self._say(near if distance == 1 else far))
            groups: dict[str, list[str]] = {}
            for kind, ones in groupby(found, lambda one: one.kind):
                name = _("{name}: {count}", name=KIND[kind], count=counts[distance, kind])
                groups[self._say(name)] = [self._line(one) for one in ones]
            yield from branches(groups)
        if most is not None and len(listed) > most:
            yield ""
            left = _("{count} more are not shown: --verbose shows all", count=len(listed) - most)
            yield self._say(left)

    def _line(self, one: Touched) -> str:
        """Return a thing, what it has to do with the one before it, and the way back from there."""
        if one.via is None:
            return self._called(one)
        said = TOUCH[one.relation](self._short(one.via))
        if one.other_edition:
            said = _("{said} (names another edition: {number})", said=said, number=one.written)
        elif one.relation in SAYS_IN_WHICH_WORDS and one.written:
            said = _("{said}: {words}", said=said, words=one.written)
        steps = [self._say(said)]
        at = one.via.via
        while at is not None and len(steps) < SHOWN_STEPS:
            steps.append(self._short(at))
            at = at.via
        if at is not None:
            steps += [ELIDED, one.origin]
        return f"{self._called(one)}{GAP}{one_line(_BACK.join(steps))}"

    def _called(self, one: Touched) -> str:
        """Return what a thing is called, with its status or state where it has one."""
        name, remark = self._name(one), self._remark(one)
        said = name + (self._say(_(" ({remark})", remark=remark)) if remark else "")
        return one_line(said)

    def _short(self, one: Touched) -> str:
        """Return a thing by its number; what has none by its name."""
        return one_line(one.id if one.kind is Kind.STANDARD else self._name(one))

    def _name(self, one: Touched) -> str:
        match one.what:
            case Edition() as edition:
                return f"{edition.key} {edition.title or ''}".rstrip()
            case PlannedStandard() | Document() | TaskRecord() as item:
                return item.title
            case System() as system:
                return system.name
            case Node() as node:
                return self._node(node)
            case Entry() as entry:
                system = self._analysis.workspace.systems[entry.system]
                return self._node(entry.node) if entry.node else system.name
            case Cell() as cell:
                return cell_name(cell, self._analysis, self._say)
            case Measurement() as measured:
                return self._indicator(measured)
            case ReviewRecord() as review:
                return " ".join(filter(None, (str(review.date or ""), review.standard)))
            case str() as key:
                return key

    def _node(self, node: Node) -> str:
        system = self._analysis.workspace.systems[node.system]
        return f"{system.name} {node.code} {node.name}"

    @staticmethod
    def _indicator(measured: Measurement) -> str:
        said = measured.indicator
        about = (said.product, said.grade, said.called, said.limit.text, said.unit)
        return " ".join(filter(None, (measured.owner.key, *about)))

    def _remark(self, one: Touched) -> str:
        match one.what:
            case Edition() | PlannedStandard() if self._is_unknown(one):
                return self._say(_("status unknown"))
            case Edition() | PlannedStandard() as item:
                return self._say(STATUS_WORDS[self._analysis.statuses(item).status])
            case Cell() as cell:
                return self._say(state_of(cell).text)
            case str():
                return self._say(_("not in the workspace"))
            case _:
                return ""
