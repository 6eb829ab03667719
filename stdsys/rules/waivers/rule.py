"""Waivers: findings that the workspace accepts in place, with a reason."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from stdsys.findings import Finding, Place
from stdsys.messages import _
from stdsys.model.record import Waiver
from stdsys.model.workspace import Workspace


class StandingWaiver(Struct, frozen=True):
    """A waiver, the object it stands at, and its place."""

    waiver: Waiver
    key: str
    place: Place


def standing_waivers(workspace: Workspace) -> Iterator[StandingWaiver]:
    """Yield every waiver of the workspace; `key` is the object whose findings it accepts."""
    for edition in workspace.editions.values():
        if edition.recorded:
            yield from _at(edition.facts.waive, edition.key, edition.place)
    for document in workspace.documents.values():
        yield from _at(document.record.waive, document.key, document.place)
    for system in workspace.systems.values():
        yield from _at(system.record.waive, system.id, system.place)
        for node in system.nodes.values():
            yield from _at(node.record.waive, node.key, node.place)
        for entry in system.entries:
            yield from _at(entry.record.waive, entry.key, entry.place)
    for target in workspace.targets.values():
        yield from _at(target.waive, target.id, target.place)
    for phase in workspace.programme.phases:
        yield from _at(phase.waive, phase.id, phase.place)
    for task in workspace.programme.tasks:
        yield from _at(task.waive, task.id, task.place)


def _at(waivers: Iterable[Waiver], key: str, place: Place) -> Iterator[StandingWaiver]:
    for index, waiver in enumerate(waivers):
        yield StandingWaiver(waiver, key, place.at("waive", index))


def split_waived(
    findings: Iterable[Finding], waivers: Iterable[StandingWaiver]
) -> tuple[list[Finding], list[Finding], set[StandingWaiver]]:
    """Return the findings that stand, those waived, and the waivers that matched something.

    A waiver of an object matches findings about that object; its reason takes the place of the
    hint. Findings about waivers (family W) cannot be waived.
    """
    by_target: dict[tuple[str, str], StandingWaiver] = {}
    for standing in waivers:
        by_target.setdefault((standing.waiver.rule, standing.key), standing)
    stand: list[Finding] = []
    waived: list[Finding] = []
    used: set[StandingWaiver] = set()
    for finding in findings:
        hits = [by_target.get((finding.code, key)) for key in finding.about]
        hit = next((h for h in hits if h is not None), None)
        if hit is None or finding.code.startswith("W"):
            stand.append(finding)
        else:
            reason = hit.waiver.reason
            accepted = _("accepted: {reason}", reason=reason) if reason else None
            waived.append(replace(finding, hint=accepted))
            used.add(hit)
    return stand, waived, used
