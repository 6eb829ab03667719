"""What the commands of the register say, for machines; keys are stable, more may be added."""

import json
from collections.abc import Sequence
from typing import Any

from stdsys.intake.register_import import TakenList
from stdsys.register.facts import Known, Origin, Said, relations
from stdsys.register.reading import Contents, Found

_RELATIONS = ("replaces", "replaced_by")


def import_json(lists: Sequence[TakenList]) -> str:
    """Return what became of each list."""
    return _json(
        {
            "lists": [
                {
                    "file": one.file,
                    "already_taken": one.taken.again,
                    "rows": one.rows,
                    "not_taken": one.not_taken,
                    "samples": [{"row": row, "text": text} for row, text in one.samples],
                    "new": one.taken.new,
                    "changed": one.taken.changed,
                    "unchanged": one.taken.same,
                }
                for one in lists
            ]
        }
    )


def info_json(contents: Contents) -> str:
    """Return what a register holds; `size` in bytes."""
    return _json(
        {
            "version": contents.version,
            "standards": contents.standards,
            "size": contents.size,
            "lists": [_origin(origin) for origin in contents.origins],
        }
    )


def search_json(found: Found) -> str:
    """Return the standards found, each fact with the list and row that it comes from."""
    return _json({"standards": [_known(one) for one in found.standards], "more": found.more})


def _known(known: Known) -> dict[str, Any]:
    facts: dict[str, Any] = {"number": known.key}
    for name, value in known.facts.items():
        if name in _RELATIONS:
            facts[name] = [
                {"number": one.key, "scope": "whole" if one.whole else "part"}
                for one in relations(value)
            ]
        else:
            facts[name] = value
    facts["successors"] = [one.key for one in known.successors]
    facts["said"] = {name: _said(known.by(name)) for name in known.facts}
    return facts


def _said(said: Said) -> dict[str, Any]:
    origin = said.origin
    return {
        "source": origin.source,
        "file": origin.file,
        "row": said.row,
        "dated": origin.dated,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "source": origin.source,
        "file": origin.file,
        "dated": origin.dated,
        "rows": origin.rows,
        "not_taken": origin.not_taken,
    }


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
