"""An import for machines."""

import json
from collections.abc import Mapping
from typing import Any

from stdsys import __version__
from stdsys.intake.comparison import Comparison, Conflict, NewFact
from stdsys.intake.drafts import AccountedRow, Intake, ReadTable, RowOutcome, Where
from stdsys.intake.records import Item
from stdsys.messages import Translator
from stdsys.output.text.imports import sheets_of
from stdsys.source.positions import Positions


def import_json(intake: Intake, say: Translator, more: Mapping[str, Any] | None = None) -> str:
    """Return what an import has understood as JSON text; keys are stable, more may be added.

    `rows_read` is the sum of `rows`. Of two columns with one heading the second is named with its
    place. `more` holds what became of it.
    """
    counts = intake.counts
    document = {
        "version": __version__,
        "files": list(intake.files),
        "tables": [_table(table) for table in intake.tables],
        "rows_read": len(intake.rows),
        "rows": {outcome.value: counts[outcome] for outcome in RowOutcome},
        "standards": len(intake.standards),
        "planned": len(intake.planned),
        "documents": len(intake.documents),
        "systems": len(intake.systems),
        "made_systems": [
            {"name": system.name, "sheets": sheets_of(system), "entries": len(system.entries)}
            for system in intake.systems
        ],
        "hidden_sheets": list(intake.hidden_sheets),
        "entries": sum(len(system.entries) for system in intake.systems),
        "not_understood": [_row(row, say) for row in intake.not_understood],
        "remarks": [_where(r.where) | {"message": say(r.message)} for r in intake.remarks],
        **(more or {}),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def merge_json(made: Comparison, positions: Positions) -> dict[str, Any]:
    """Return the part that says what an import would change in a workspace."""
    return {
        "agreeing": made.agreeing,
        "taken_for": [{"workbook": theirs, "workspace": ours} for theirs, ours in made.taken_for],
        "new_facts": [_fact(fact, positions) for fact in made.facts],
        "conflicts": [_conflict(conflict, positions) for conflict in made.conflicts],
        "missing": [
            {"system": entry.system, "item": entry.item.key, "title": entry.item.title}
            for entry in made.missing
        ],
        "new_standards": [_item(item) for item in made.standards],
        "new_planned": [_item(item) for item in made.planned],
        "new_documents": [_item(item) for item in made.documents],
        "new_systems": [system.id for system in made.systems],
        "new_nodes": [
            {"system": growth.system.id, "code": node.code, "name": node.name}
            for growth in made.grown
            for node in growth.nodes
        ],
        "new_entries": [
            {"system": name, "item": placed.item.key, "at": placed.node}
            for name, entries in (
                *((growth.system.id, growth.entries) for growth in made.grown),
                *((system.id, system.entries) for system in made.systems),
            )
            for placed in entries
        ],
    }


def _table(table: ReadTable) -> dict[str, Any]:
    columns: dict[str, str | None] = {}
    for column in table.columns:
        name = column.header
        if name in columns:
            name = f"{column.header} ({column.index + 1})"
        columns[name] = column.field
    return {
        "file": table.file,
        "sheet": table.sheet,
        "header_row": table.header_row,
        "columns": columns,
    }


def _row(row: AccountedRow, say: Translator) -> dict[str, Any]:
    reason = say(row.reason) if row.reason is not None else None
    return _where(row.where) | {"reason": reason, "cells": list(row.cells)}


def _where(where: Where | None) -> dict[str, Any]:
    if where is None:
        return {"file": None, "sheet": None, "row": None}
    return {"file": where.file, "sheet": where.sheet, "row": where.row}


def _fact(fact: NewFact, positions: Positions) -> dict[str, Any]:
    at = positions.find(fact.place)
    return {
        "subject": fact.subject,
        "field": fact.field,
        "value": fact.value,
        "workspace": {"file": at.file, "line": at.line, "column": at.column},
        "workbook": _where(fact.where),
    }


def _conflict(conflict: Conflict, positions: Positions) -> dict[str, Any]:
    at = positions.find(conflict.place)
    return {
        "subject": conflict.subject,
        "field": conflict.field,
        "workspace": {
            "value": conflict.ours,
            "file": at.file,
            "line": at.line,
            "column": at.column,
        },
        "workbook": {"value": conflict.theirs, **_where(conflict.where)},
    }


def _item(item: Item) -> dict[str, Any]:
    title = item.body.get("title") or item.body.get("planned")
    return {"key": item.key, "title": title, **_where(item.where[0] if item.where else None)}
