"""The words of closed vocabularies in tables, and the colours that go with them."""

from collections.abc import Mapping

from stdsys.analysis.counting.groups import GENERAL, UNDETERMINED
from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.coverage.matrix import Cell, CellState
from stdsys.findings import Severity
from stdsys.messages import Text, _
from stdsys.model.status import Status
from stdsys.model.vocabulary import DocumentKind, Urgency, Workflow
from stdsys.model.workspace import ASPECT, KIND, STAGE, Workspace
from stdsys.numbers import Level
from stdsys.output.tables.table import Tone, Word
from stdsys.rules.wording import LEVEL_WORDS, STATUS_WORDS

YES, NO = _("yes"), _("no")

_STATUS_TONES = {
    Status.IN_FORCE: Tone.GOOD,
    Status.UPCOMING: Tone.COMING,
    Status.PLANNED: Tone.PLANNED,
    Status.DRAFTING: Tone.PLANNED,
    Status.REPLACED: Tone.STALE,
    Status.WITHDRAWN: Tone.BAD,
    Status.UNKNOWN: Tone.NEUTRAL,
}
STATUS: Mapping[Status, Word] = {
    status: Word(STATUS_WORDS[status], tone) for status, tone in _STATUS_TONES.items()
}
"""标准状态."""

STATE: Mapping[CellState, Word] = {
    CellState.COVERED: Word(_("covered"), Tone.GOOD),
    CellState.UPCOMING: Word(_("covered soon"), Tone.COMING),
    CellState.PLANNED: Word(_("planned only"), Tone.PLANNED),
    CellState.OBSOLETE_ONLY: Word(_("obsolete only"), Tone.STALE),
    CellState.GAP: Word(_("gap"), Tone.BAD),
    CellState.EXEMPT: Word(_("not applicable"), Tone.NEUTRAL),
}
"""State of a cell of the coverage matrix."""

_TOO_FEW = Word(_("too few"), Tone.BAD)


def state_of(cell: Cell) -> Word:
    """Return the word for a cell's state; a gap where some of what is required stands says so."""
    held = sum(cell.counts[cls] for cls in (RowClass.E, RowClass.U, RowClass.P))
    return _TOO_FEW if cell.state is CellState.GAP and held else STATE[cell.state]


SEVERITY: Mapping[Severity, Word] = {
    Severity.ERROR: Word(_("error"), Tone.BAD),
    Severity.WARNING: Word(_("warning"), Tone.PLANNED),
    Severity.INFO: Word(_("info"), Tone.NEUTRAL),
}
"""级别 of a problem."""

WAIVED = Word(_("waived"), Tone.NEUTRAL)
"""Stands for the 级别 of a problem that is accepted in place."""

UNVERIFIED = _("based on unverified facts")
"""What is said beside a finding whose evidence nobody has verified."""

URGENCY: Mapping[Urgency, Text] = {
    Urgency.URGENT: _("urgent"),
    Urgency.SOON: _("fairly urgent"),
    Urgency.NORMAL: _("normal"),
}
"""缓急程度."""

WORKFLOW: Mapping[Workflow, Text] = {
    Workflow.PROPOSED: _("proposed"),
    Workflow.APPROVED: _("project approved"),
    Workflow.DRAFTING: _("drafting"),
    Workflow.CONSULTATION: _("open for comments"),
    Workflow.REVIEW: _("under review"),
    Workflow.APPROVAL: _("submitted for approval"),
}
"""工作阶段 of a planned standard."""

DOCUMENT_KIND: Mapping[DocumentKind, Text] = {
    DocumentKind.LAW: _("law"),
    DocumentKind.REGULATION: _("regulation"),
    DocumentKind.RULE: _("departmental rule"),
    DocumentKind.POLICY: _("policy document"),
    DocumentKind.PLAN: _("plan or programme"),
    DocumentKind.DOCUMENT: _("document"),
}
"""Kind of a document without a number."""

_AXES = {STAGE: _("stage"), ASPECT: _("aspect"), KIND: _("kind")}


def level_word(level: Level | None) -> Text | None:
    """Return the word for a level; None where the level is not known."""
    return None if level is None else LEVEL_WORDS[level]


def level_column(key: str) -> Text:
    """Return the heading of a level's column or line in the statistics."""
    return _("level undetermined") if key == UNDETERMINED else LEVEL_WORDS[Level(key)]


def axis_name(axis: str, workspace: Workspace) -> Text | str:
    """Return the name of an axis: 环节, 方面, or what the workspace calls its own."""
    if axis in _AXES:
        return _AXES[axis]
    return workspace.axes[axis].name or axis


def value_name(axis: str, value: str, workspace: Workspace) -> str:
    """Return the name of a value on an axis."""
    return workspace.axes[axis].values[value].name


def tallied_value(axis: str, key: str, workspace: Workspace) -> Text | str:
    """Return the name of what the statistics count along an axis: a value, or 通用 for none."""
    values = workspace.axes[axis].values
    if key in values:
        return values[key].name
    return _("general") if key == GENERAL else key
