"""Rows grouped for counting: by level, category, status, axis value and subsystem."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from stdsys.analysis.counting.rows import Row
from stdsys.model.workspace import ASPECT, System, Workspace
from stdsys.numbers import Level

UNDETERMINED = "undetermined"
"""The level of what has no number and whose level nobody has stated. Counted, never guessed."""

GENERAL = "general"
"""The key of rows without a value on an axis (通用)."""

OTHER_CATEGORY = "其他"
"""The category of a row whose aspects have none, in the words of the workspaces themselves."""

FIVE_LEVELS = tuple(level for level in Level if level is not Level.OTHER)

Groups: TypeAlias = Mapping[str, list[Row]]


def grouped(
    rows: Iterable[Row], keys: Callable[[Row], Iterable[str]], order: Iterable[str]
) -> Groups:
    """Group rows under each of their keys; keys of `order` come first and may stay empty."""
    groups: dict[str, list[Row]] = {key: [] for key in order}
    for row in rows:
        for key in keys(row):
            groups.setdefault(key, []).append(row)
    return groups


def level_of(row: Row) -> str:
    """Return the key of a row's level."""
    return row.level or UNDETERMINED


def by_level(rows: Iterable[Row]) -> Groups:
    """Group by level: the five, `other`, and `undetermined` only where there is such a row."""
    return grouped(rows, lambda row: (level_of(row),), Level)


def by_axis(rows: Iterable[Row], axis: str, workspace: Workspace) -> Groups:
    """Group by the values of an axis, then 通用. A row stands under each of its values."""
    order = (*workspace.axes[axis].values, GENERAL)
    return grouped(rows, lambda row: row.entry.values.get(axis) or (GENERAL,), order)


def by_category(rows: Iterable[Row], workspace: Workspace) -> Groups:
    """Group by the category of the aspects: exactly one a row, 其他 last.

    Of several aspects the first in the axis' order that has a category decides. Categories come in
    the order in which the aspects first name them.
    """
    aspects = workspace.axes[ASPECT].values
    category = {key: value.category for key, value in aspects.items() if value.category}

    def of_row(row: Row) -> tuple[str]:
        has = row.entry.values.get(ASPECT, ())
        named = (word for aspect, word in category.items() if aspect in has)
        return (next(named, OTHER_CATEGORY),)

    order = [word for word in dict.fromkeys(category.values()) if word != OTHER_CATEGORY]
    return grouped(rows, of_row, (*order, OTHER_CATEGORY))


def by_subsystem(rows: Iterable[Row], systems: Iterable[System]) -> Groups:
    """Group by first-layer node (`tea/3`), nodes below rolled up; `tea/` holds rows of no node."""
    order = (node.key for system in systems for node in system.top_nodes)
    return grouped(rows, lambda row: (subsystem_of(row),), order)


def subsystem_of(row: Row) -> str:
    """Return the key of the first-layer node that a row stands under."""
    return row.top_node.key if row.top_node else f"{row.system}/"
