"""The difference of two states for machines."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.cells import Cell
from stdsys.analysis.difference.answer_changes import LEVEL, SYSTEM, CountChange, StatusChange
from stdsys.analysis.difference.comparison import Difference
from stdsys.analysis.difference.entry_changes import moved
from stdsys.analysis.difference.field_changes import Change
from stdsys.analysis.difference.finding_changes import FindingChange
from stdsys.analysis.difference.plain_values import Plain
from stdsys.analysis.difference.record_changes import Kind, Named
from stdsys.messages import Translator
from stdsys.model.items import Document, Edition, Item, PlannedStandard
from stdsys.model.workspace import Entry
from stdsys.output.differences.sections import Compared, Side
from stdsys.output.json.counts import summary_counts, tally_counts

T = TypeVar("T")


def diff_json(compared: Compared, say: Translator) -> str:
    """Return the comparison as JSON text; keys are stable, more may be added.

    Things stand under `added`, `removed`, `renumbered` (with the other key as `was` and why) and
    `changed`; a field that changed has the values `before` and `after`, null where it said nothing.
    `entries.moved` are those that stand at another node or elsewhere on the axes.
    `planned.became` are plans that were issued. Counts are null for what is not there.
    """
    difference = compared.difference
    document = {
        "version": __version__,
        "before": _side(compared.before, difference.before, say),
        "after": _side(compared.after, difference.after, say),
        "differs": not difference.empty,
        "standards": _items(difference, Edition),
        "planned": _items(difference, PlannedStandard),
        "documents": _items(difference, Document),
        "entries": _entries(difference),
        "records": _records(difference),
        "cells": [_cell(change) for change in difference.cells],
        "statuses": [_status(one) for one in difference.statuses],
        "findings": {
            "appeared": [_finding(one, say) for one in difference.findings if one.appeared],
            "went": [_finding(one, say) for one in difference.findings if not one.appeared],
        },
        "statistics": _statistics(difference),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _side(side: Side, analysis: Analysis, say: Translator) -> dict[str, Any]:
    return {
        "name": say(side.name),
        "commit": side.commit,
        "as_of": analysis.as_of.isoformat(),
        "readable": side.readable,
    }


def _sorted_out(
    changes: Iterable[Change[T]], body: Callable[[Change[T]], dict[str, Any]]
) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("added", "removed", "renumbered", "changed")
    }
    for change in changes:
        groups[_group(change)].append(body(change))
    return groups


def _group(change: Change[Any]) -> str:
    if change.added or change.removed:
        return "added" if change.added else "removed"
    return "renumbered" if change.renumbered else "changed"


def _items(difference: Difference, kind: type[Item]) -> dict[str, list[dict[str, Any]]]:
    """Return the changes of one kind of item; a plan that was issued is one of the plans."""
    of_kind: list[Change[Item]] = []
    became: list[Change[Item]] = []
    for change in difference.items:
        sides = {type(side) for side in (change.before, change.after) if side is not None}
        if len(sides) == 2 and PlannedStandard in sides:
            became += [change] if kind is PlannedStandard else []
        elif kind in sides:
            of_kind.append(change)
    groups = _sorted_out(of_kind, _item)
    return groups | {"became": [_item(change) for change in became]} if became else groups


def _item(change: Change[Item]) -> dict[str, Any]:
    found = {"id": change.thing.key, "title": change.thing.title, **_fields(change)}
    if change.before is not None and change.renumbered:
        found |= {"was": change.before.key}
    return found | ({"beside": list(change.beside)} if change.beside else {})


def _fields(change: Change[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if change.because is not None:
        found["because"] = change.because.value
    if not (change.added or change.removed):
        found["fields"] = {
            one.field: {"before": _plain(one.before), "after": _plain(one.after)}
            for one in change.fields
        }
    return found


def _plain(value: Plain) -> Any:  # noqa: ANN401 - what JSON takes
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    return value


def _entries(difference: Difference) -> dict[str, list[dict[str, Any]]]:
    groups = _sorted_out(difference.entries, _entry)
    stays = [change for change in difference.entries if change.changed]
    return groups | {
        "moved": [_entry(change) for change in stays if moved(change)],
        "changed": [_entry(change) for change in stays if not moved(change)],
    }


def _entry(change: Change[Entry]) -> dict[str, Any]:
    entry = change.thing
    found = {
        "system": entry.system,
        "id": entry.item.key,
        "title": entry.item.title,
        "at": entry.record.at,
        **_fields(change),
    }
    if change.before is not None and change.renumbered:
        found |= {"was": change.before.item.key}
    return found


def _records(difference: Difference) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Return what else is written, by kind; kinds without a change are left out."""
    of_kind: dict[Kind, list[Change[Named]]] = {}
    for change in difference.records:
        of_kind.setdefault(change.thing.kind, []).append(change)
    found = {}
    for kind, changes in of_kind.items():
        groups = _sorted_out(changes, _record)
        del groups["renumbered"]
        found[kind.value] = groups
    return found


def _record(change: Change[Named]) -> dict[str, Any]:
    return {"id": change.thing.id, "name": change.thing.name, **_fields(change)}


def _cell(change: Change[Cell]) -> dict[str, Any]:
    cell = change.thing
    return {
        "system": cell.system,
        "clause": cell.clause.id,
        "axes": dict(cell.axes),
        "before": change.before.state.value if change.before else None,
        "after": change.after.state.value if change.after else None,
    }


def _status(one: StatusChange) -> dict[str, Any]:
    return {
        "id": one.item.key,
        "before": one.before.status.value,
        "after": one.after.status.value,
        "by_time": one.by_time,
    }


def _finding(one: FindingChange, say: Translator) -> dict[str, Any]:
    finding, position = one.sighting.finding, one.sighting.position
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "subject": finding.subject,
        "message": say(finding.message),
        "file": position.file,
        "line": position.line,
        "column": position.column,
        "before": one.before,
        "after": one.after,
        "waived": one.waived,
    }


def _statistics(difference: Difference) -> dict[str, Any]:
    def part(of: str) -> dict[str, Any]:
        return {one.key: _count(one) for one in difference.counts if one.of == of}

    (total,) = (one for one in difference.counts if one.of not in (LEVEL, SYSTEM))
    summaries = (difference.before.coverage.summary, difference.after.coverage.summary)
    before, after = map(summary_counts, summaries)
    return {
        "total": _count(total),
        "by_level": part(LEVEL),
        "by_system": part(SYSTEM),
        "coverage": {"before": before, "after": after},
    }


def _count(one: CountChange) -> dict[str, Any]:
    return {
        "before": tally_counts(one.before) if one.before else None,
        "after": tally_counts(one.after) if one.after else None,
    }
