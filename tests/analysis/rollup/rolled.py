"""Roll-ups of workspaces written in YAML, each a member of an invented city."""

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.rollup.member_summary import MemberSummary, Named
from stdsys.analysis.rollup.whole import RollUp
from stdsys.model.workspace import Workspace
from tests.analysis.analysed import DAY
from tests.workspaces import workspace


def summary(built: Workspace, key: str) -> MemberSummary:
    """Return the summary of a workspace as a member."""
    return MemberSummary.of(Named(key, f"示例县{key}", f"../{key}"), Analysis(built, DAY))


def rolled(**members: str) -> RollUp:
    """Return the roll-up of members by their keys, each the text of a workspace."""
    return RollUp.of(
        "示例市", DAY, [summary(workspace(text), key) for key, text in members.items()]
    )


def holding(*entries: str, further: str = "") -> str:
    """Return a workspace with one system of these entries, each a mapping in YAML's flow style."""
    lines = "".join(f"      - {{{entry}}}\n" for entry in entries)
    return f"{further}\nsystems:\n  - id: crop\n    name: 示例体系\n    entries:\n{lines}"
