"""What a change touches, for machines."""

import json
from collections.abc import Sequence
from typing import Any

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.mentions import Measurement
from stdsys.analysis.counting.rows import Row
from stdsys.analysis.coverage.cells import Cell
from stdsys.analysis.impact.touched import Impact, Touched
from stdsys.analysis.impact.withdrawal import ChangedRow, DeadCitation, Withdrawal
from stdsys.model.items import Document, Edition, PlannedStandard
from stdsys.model.programme_record import TaskRecord
from stdsys.model.review_record import ReviewRecord
from stdsys.model.workspace import Entry, Node, System


def impact_json(analysis: Analysis, name: str, impact: Impact, fall: Withdrawal | None) -> str:
    """Return what a change touches as JSON text; keys are stable, more may be added.

    `number` is the question as asked, `resolved` what it names. `touched` is nearest first, by
    kind; `path` leads from what is named to the thing itself (of a very long one `…` stands for
    the middle), `relation` and `written` tell its last step, `other_edition` that this step names,
    with its year, another edition of the number; of `limits-same` `written` holds the quantities.
    `dead` are documents that cite it, but are withdrawn or replaced, and `not_judged` is how many.
    `if_withdrawn` is null unless it was asked for.
    """
    document = {
        "version": __version__,
        "as_of": analysis.as_of.isoformat(),
        "number": name,
        "resolved": [one.id for one in impact.named],
        "touched": [_touched(one, analysis) for one in impact.touched],
        "summary": {kind.value: count for kind, count in impact.summary.items()},
        "not_judged": len(impact.dead),
        "dead": [one.key for one in impact.dead],
        "if_withdrawn": None if fall is None else _withdrawal(fall),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _touched(one: Touched, analysis: Analysis) -> dict[str, Any]:
    title, facts = _facts(one, analysis)
    return {
        "kind": one.kind.value,
        "id": one.id,
        "title": title,
        "distance": one.distance,
        "relation": one.relation.value,
        "other_edition": one.other_edition,
        "written": one.written,
        "path": list(one.path),
        **facts,
    }


def _facts(one: Touched, analysis: Analysis) -> tuple[str | None, dict[str, Any]]:
    """Return the title of what is touched, and what its kind has besides."""
    match one.what:
        case Edition() | PlannedStandard() | Document() as item:
            return item.title, {"status": analysis.statuses(item).status.value}
        case System() as system:
            return system.name, {}
        case Node() as node:
            return node.name, {"system": node.system, "code": node.code}
        case Entry() as entry:
            node_code = entry.node.code if entry.node else None
            facts = {"system": entry.system, "item": entry.item.key, "code": node_code}
            return entry.item.title, facts
        case Cell() as cell:
            return cell.clause.called, {**_cell(cell), "state": cell.state.value}
        case Measurement() as measured:
            indicator = measured.indicator
            return indicator.called, {
                "standard": measured.owner.key,
                "indicator": indicator.id,
                "product": indicator.product,
                "grade": indicator.grade,
                "limit": indicator.limit.text,
                "unit": indicator.unit,
                "method": indicator.method,
            }
        case TaskRecord() as task:
            return task.title, {"phase": task.phase}
        case ReviewRecord() as review:
            when = str(review.date) if review.date else None
            return None, {"review": review.kind.value, "date": when}
        case _:
            return None, {"status": None}


def _cell(cell: Cell) -> dict[str, Any]:
    return {"system": cell.system, "clause": cell.clause.id, "axes": dict(cell.axes)}


def _withdrawal(fall: Withdrawal) -> dict[str, Any]:
    return {
        "withdrawn": [edition.key for edition in fall.editions],
        "cells": [
            {**_cell(one.cell), "before": one.before.value, "after": one.after.value}
            for one in fall.cells
        ],
        "rows": _rows(fall.rows),
        "required": {"before": fall.before.required, "after": fall.after.required},
        "existing": {"before": fall.before.existing, "after": fall.after.existing},
        "citations": [_citation(one) for one in fall.citations],
    }


def _rows(rows: Sequence[ChangedRow]) -> list[dict[str, Any]]:
    return [
        {
            "system": row.before.system,
            "id": row.before.item.key,
            "title": row.before.item.title,
            "before": _class(row.before),
            "after": _class(row.after),
        }
        for row in rows
    ]


def _class(row: Row) -> dict[str, Any]:
    return {"class": row.cls.value, "counted": row.main}


def _citation(one: DeadCitation) -> dict[str, Any]:
    return {
        "citing": one.after.citing.key,
        "cited_as": one.after.cited_as,
        "before": one.before.outcome.value,
        "after": one.after.outcome.value,
    }
