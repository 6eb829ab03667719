"""Registers of a few invented standards, made the way users make them."""

import json
from pathlib import Path

from stdsys.intake.register_import import TakenList, import_lists
from stdsys.register.reading import Register

DAY = "2026-11-01"
SOURCE = "示例登记库"


def take(
    register: Path, *rows: dict[str, object], dated: str = DAY, source: str = SOURCE
) -> TakenList:
    """Take one list of objects into a register (made if it is not there)."""
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return take_text(register, text, dated=dated, source=source)


def take_text(
    register: Path, text: str, *, dated: str = DAY, source: str = SOURCE, name: str = "list.jsonl"
) -> TakenList:
    """Take one list, written as text, into a register."""
    file = register.with_name(name)
    file.write_text(text, encoding="utf-8")
    (taken,) = import_lists([file], register, dated=dated, source=source, mapping={})
    return taken


def register_of(folder: Path, *rows: dict[str, object]) -> Register:
    """Return a register of one list, open for questions."""
    take(folder / "register.sqlite", *rows)
    return Register(folder / "register.sqlite")
