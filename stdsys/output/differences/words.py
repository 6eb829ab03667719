"""What fields and their values are called when two states are compared."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from stdsys.analysis.difference.entry_changes import axis_of_field
from stdsys.analysis.difference.field_changes import Because, FieldChange
from stdsys.analysis.difference.plain_values import Plain
from stdsys.analysis.difference.record_changes import ORDER, PARENT, Kind
from stdsys.messages import Language, Text, Translator, _
from stdsys.model.evidence_record import Evidence
from stdsys.model.indicator_record import Indicator
from stdsys.model.record import Part, Waiver
from stdsys.model.standard_record import Adoption, Citation, Replacement
from stdsys.model.target_record import Measure, SeriesValueRecord
from stdsys.model.vocabulary import Origin, Scope
from stdsys.model.workspace import Workspace
from stdsys.model.workspace_record import DraftingRecord, RegionRecord
from stdsys.output.tables import words
from stdsys.output.tables.rendering import NONE_DUE
from stdsys.rules.wording import LEVEL_WORDS, NATURE_WORDS, STATED_WORDS

KIND: Mapping[Kind, Text] = {
    Kind.WORKSPACE: _("workspace"),
    Kind.SYSTEM: _("system"),
    Kind.NODE: _("subsystem"),
    Kind.CLAUSE: _("coverage clause"),
    Kind.EXEMPTION: _("exemption"),
    Kind.AXIS: _("axis"),
    Kind.VALUE: _("value of an axis"),
    Kind.ORGANISATION: _("organisation"),
    Kind.PROGRAMME: _("programme"),
    Kind.PHASE: _("phase"),
    Kind.TASK: _("task"),
    Kind.TARGET: _("target"),
    Kind.SERIES: _("series"),
    Kind.REVIEW: _("review"),
}
"""What a record is."""

BECAUSE: Mapping[Because, Text] = {
    Because.FORMERLY: _("the same edition under another number"),
    Because.FAMILY: _("another edition"),
    Because.REPLACES: _("one replaces the other"),
    Because.TITLE: _("the same title"),
}
"""Why two keys are taken for one thing."""

_ORIGINS = {Origin.OWN: _("own"), Origin.ADOPTED: _("adopted")}
_SCOPES = {Scope.WHOLE: _("whole"), Scope.PART: _("part")}
_TABLES: tuple[Mapping[Any, Text], ...] = (
    *(STATED_WORDS, LEVEL_WORDS, NATURE_WORDS, words.URGENCY, words.WORKFLOW),
    *(words.DOCUMENT_KIND, _ORIGINS, _SCOPES),
)
_WORDS = {(type(word), word): text for table in _TABLES for word, text in table.items()}
_PARTS: tuple[type[Part], ...] = (
    *(Citation, Replacement, Adoption, Indicator, Measure, SeriesValueRecord, Evidence, Waiver),
    *(RegionRecord, DraftingRecord),
)
"""What lists and fields hold: mappings whose fields are named, too."""

_ORGANISATIONS = ("lead", "support", "owner", "organisation")
_NODES = ("at", "see_also", PARENT)
_HEAD = re.compile(r"[^。；：，（、]+")
_LONGEST = 120
"""A value is cut here where people read it; JSON has all of it."""


class FieldWords:
    """Names fields, and says what values mean in one state of a workspace."""

    def __init__(self, workspace: Workspace, say: Translator) -> None:
        self._workspace = workspace
        self._say = say

    def name(self, field: str, record: type[Part]) -> str:
        """Return the name of a field: the format's own description in Chinese, else its key."""
        if field == ORDER:
            return self._say(_("order"))
        if field == PARENT:
            return self._say(_("subsystem above"))
        axis = axis_of_field(field)
        if axis is not None and axis in self._workspace.axes:
            return self._say(words.axis_name(axis, self._workspace))
        held = (kind.model_fields.get(field) for kind in (record, *_PARTS))
        described = next((info.description for info in held if info is not None), None)
        if self._say.language is Language.ZH and described:
            head = _HEAD.match(described)
            return head[0] if head else field
        return field.replace("_", " ")

    def value(self, field: str, value: Plain, system: str | None = None) -> str:
        """Return what a value says; ids of organisations, nodes and axes by their names."""
        text = self._text(field, value, system)
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

    def _text(self, field: str, value: Plain, system: str | None) -> str:
        match value:
            case None:
                return NONE_DUE
            case bool():
                return self._say(words.YES if value else words.NO)
            case StrEnum():
                known = _WORDS.get((type(value), value))
                return self._say(known) if known is not None else str(value)
            case str():
                return self._named(field, value, system)
            case tuple():
                return self._joined(self._text(field, one, system) for one in value)
            case Mapping():
                return self._of_mapping(value)
            case _:
                return str(value)

    def _of_mapping(self, value: Mapping[str, Plain]) -> str:
        """Return a mapping in one line: its first value, the others with their names."""
        parts = [
            self._text(name, inner, None)
            if not number or name in ("name", "limit", "unit")
            else f"{self.name(name, Part)} {self._text(name, inner, None)}"
            for number, (name, inner) in enumerate(value.items())
        ]
        return " ".join(parts)

    def _joined(self, texts: Iterable[str]) -> str:
        return self._say(tuple(texts))

    def _named(self, field: str, value: str, system: str | None) -> str:
        workspace = self._workspace
        if field in _ORGANISATIONS:
            return workspace.name_of(value)
        held = workspace.systems.get(system) if system is not None else None
        if field in _NODES and held is not None:
            node = held.nodes.get(value)
            return f"{value} {node.name}" if node else value
        axis = axis_of_field(field)
        if axis is not None and axis in workspace.axes:
            record = workspace.axes[axis].values.get(value)
            return record.name if record else value
        return value


class ChangeWords:
    """Says what a field said before and says after, each in the words of its own state."""

    def __init__(self, before: Workspace, after: Workspace, say: Translator) -> None:
        self._before = FieldWords(before, say)
        self._after = FieldWords(after, say)
        self._say = say

    def name(self, field: str, record: type[Part]) -> str:
        """Return the name of a field."""
        return self._after.name(field, record)

    def sides(self, change: FieldChange, system: str | None = None) -> tuple[str, str]:
        """Return what is said before and after; of lists only what is gone and what has come."""
        if not is_told_by_items(change):
            return (
                self._before.value(change.field, change.before, system),
                self._after.value(change.field, change.after, system),
            )
        gone = self._before.value(change.field, change.gone, system) if change.gone else ""
        come = self._after.value(change.field, change.come, system) if change.come else ""
        return gone and f"− {gone}", come and f"+ {come}"


def is_told_by_items(change: FieldChange) -> bool:
    """Whether the items that have come and gone tell what changed, and not the order of a list."""
    in_order = change.field == ORDER or change.before is None or change.after is None
    return change.is_list and not in_order and bool(change.gone or change.come)
