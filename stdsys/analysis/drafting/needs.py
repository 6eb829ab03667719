"""What planned standards need before they can be finished, and how far that is."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from stdsys.analysis.citations.lookup import CitationTargets, Outcome, Resolution
from stdsys.analysis.citations.resolved import Citations
from stdsys.analysis.life_cycle.replacements import Replacements
from stdsys.analysis.life_cycle.statuses import Statuses
from stdsys.findings import Place
from stdsys.model.items import Document, PlannedStandard
from stdsys.model.partial_date import PartialDate
from stdsys.model.status import Status
from stdsys.model.workspace import Workspace


class NeedState(StrEnum):
    """How far something needed is on the day."""

    IN_FORCE = "in-force"
    UPCOMING = "upcoming"
    PLANNED = "planned"
    OBSOLETE = "obsolete"
    UNKNOWN = "unknown"
    ABSENT = "absent"


class Need(Struct, frozen=True):
    """One thing that a planned standard needs.

    `name` is the key of a planned standard, else what is written; `place` is where. `cited`: the
    need is a normative reference to a planned standard, not an item of `needs:`. `ready` is the day
    from which something upcoming holds, where it is known; `successor` the key of the edition that
    took the place of something obsolete.
    """

    name: str
    state: NeedState
    place: Place
    cited: bool = False
    ready: date | None = None
    successor: str | None = None


Needs = Mapping[str, tuple[Need, ...]]
"""The key of a planned standard → what it needs, each once."""


def needs_of(
    workspace: Workspace, statuses: Statuses, replacements: Replacements, citations: Citations
) -> Needs:
    """Return what every planned standard needs.

    What stands under `needs:` is read like a normative reference: a dated number means that
    edition, an undated one its family. A planned standard that is cited is needed, too. What a
    planned standard is to replace or to lift to a higher level stays as it is until then, and so
    is no need.
    """
    targets = CitationTargets(workspace, statuses, replacements)
    found: dict[str, tuple[Need, ...]] = {}
    for planned in workspace.planned.values():
        stated = _stated(planned, workspace, targets, statuses)
        cited = _cited(planned, citations)
        by_name: dict[str, Need] = {}
        for need in (*stated, *cited):
            by_name.setdefault(need.name, need)
        found[planned.key] = tuple(by_name.values())
    return found


def _stated(
    planned: PlannedStandard, workspace: Workspace, targets: CitationTargets, statuses: Statuses
) -> Iterator[Need]:
    for index, text in enumerate(planned.facts.needs):
        place = planned.place.at("needs", index)
        if text in workspace.planned:
            yield Need(text, NeedState.PLANNED, place)
            continue
        for resolution in targets.named_by(text):
            yield _need(text, place, resolution, statuses)


def _cited(planned: PlannedStandard, citations: Citations) -> Iterator[Need]:
    for citation in citations.by_citing(planned.key):
        if isinstance(citation.other, PlannedStandard):
            yield Need(citation.other.key, NeedState.PLANNED, citation.place, cited=True)


def _need(text: str, place: Place, resolution: Resolution, statuses: Statuses) -> Need:
    if isinstance(resolution.other, PlannedStandard):
        return Need(resolution.other.key, NeedState.PLANNED, place)
    name = str(resolution.number) if resolution.number else text
    state = _state(resolution, statuses)
    if state is NeedState.UPCOMING:
        return Need(name, state, place, ready=_ready(resolution, statuses))
    if state is NeedState.OBSOLETE and resolution.chain:
        successor = statuses.live_successor(resolution.chain[0])
        return Need(name, state, place, successor=successor.key if successor else None)
    return Need(name, state, place)


_OF_OUTCOME = {
    Outcome.LIVE: NeedState.IN_FORCE,
    Outcome.UPCOMING: NeedState.UPCOMING,
    Outcome.REPLACED: NeedState.OBSOLETE,
    Outcome.WITHDRAWN: NeedState.OBSOLETE,
    Outcome.NO_LIVE_EDITION: NeedState.OBSOLETE,
    Outcome.UNKNOWN_STATUS: NeedState.UNKNOWN,
    Outcome.OUTSIDE: NeedState.ABSENT,
    Outcome.PLANNED: NeedState.PLANNED,
}


def _state(resolution: Resolution, statuses: Statuses) -> NeedState:
    """Return the state; under another prefix (GB become GB/T) that of the standard itself."""
    if resolution.outcome is not Outcome.OTHER_PREFIX:
        return _OF_OUTCOME[resolution.outcome]
    found = [statuses(target).status for target in resolution.targets]
    if Status.IN_FORCE in found:
        return NeedState.IN_FORCE
    if Status.UPCOMING in found:
        return NeedState.UPCOMING
    return NeedState.UNKNOWN if Status.UNKNOWN in found else NeedState.OBSOLETE


def _ready(resolution: Resolution, statuses: Statuses) -> date | None:
    """Return the day by which all that is upcoming of it takes effect, as far as dates tell."""
    dates: list[PartialDate | None] = []
    if isinstance(resolution.other, Document):
        record = resolution.other.record
        dates.append(record.effective or record.issued)
    dates += [
        target.facts.effective
        for target in resolution.targets
        if statuses(target).status is Status.UPCOMING
    ]
    return max((one.first for one in dates if one is not None), default=None)
