"""宜定级别 of a gap: the level at which those who answer for it may fill it, and why."""

from stdsys.analysis.coverage import Cell
from stdsys.messages import Text, _
from stdsys.model.workspace import Workspace
from stdsys.numbers import Level

_ENTERPRISE = ("enterprise", "企业", "company", "公司")
_ASSOCIATION = (
    "association",
    "society",
    "协会",
    "学会",
    "商会",
    "联合会",
    "团体",
    "alliance",
    "联盟",
)
_LEVEL_ORDER = {level: order for order, level in enumerate(Level)}


def proposed_level(cell: Cell, workspace: Workspace) -> tuple[Level | None, Text]:
    """Return the level proposed for a gap and the reason, which is always printed beside it.

    The lowest level that the clause admits; where it admits all, the level at which the unit that
    answers for the system may set standards itself (标准化法 art. 13, 18, 19). Where neither is
    known, none is proposed.
    """
    if cell.clause.levels:
        lowest = max(cell.clause.levels, key=_LEVEL_ORDER.__getitem__)
        return lowest, _("the requirement names the level; of several the lowest is proposed")
    owner = workspace.systems[cell.system].record.owner
    unit = workspace.organisations.get(owner) if owner is not None else None
    kind = (unit.kind or "").strip().lower() if unit else ""
    if kind in _ENTERPRISE:
        return Level.ENTERPRISE, _("an enterprise sets its own standards (标准化法 art. 19)")
    if kind in _ASSOCIATION:
        return Level.GROUP, _("an association sets group standards (标准化法 art. 18)")
    region = workspace.record.region
    code = (unit.region if unit else None) or (region.code if region else None)
    return _by_region(code)


def _by_region(code: str | None) -> tuple[Level | None, Text]:
    """Judge by the six figures of the division: xx0000 province, xxxx00 city, else county."""
    if code is None or len(code) != 6 or not code.isdigit():
        return None, _("to be decided: the region of the responsible unit is not stated")
    if not code.endswith("00"):
        return Level.GROUP, _(
            "a county may not issue local standards (标准化法 art. 13); "
            "an association may set a group standard"
        )
    return Level.LOCAL, _(
        "a local standard is possible for special local conditions or customs (标准化法 art. 13), "
        "else a group standard"
    )
