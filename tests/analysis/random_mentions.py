"""Random workspaces in which much names much: citations, methods, needs, adoptions, tasks."""

from typing import Any

from hypothesis import strategies as st

from tests.analysis.random_workspaces import NUMBERS, PLANS, Data, workspaces

NAMES = (
    *NUMBERS,
    "GB 1",
    "GB/T 3",
    "NY/T 4",
    "GB/T 1",
    "GB/T 3-2001",
    "GB/T 99-2001",
    "GB/T 99",
    "ISO 9",
    "示例公约",
    *PLANS,
    "law",
)
"""What may be named: all that may be there, families, another prefix, what never is there."""

_names = st.lists(st.sampled_from(NAMES), max_size=2, unique=True)


@st.composite
def mentioning(draw: st.DrawFn) -> Data:
    """A random workspace whose standards, plans, tasks and reviews name others."""
    data: Data = draw(workspaces())
    for record in data["standards"]:
        record["cites"] = draw(_names)
        record["adopts"] = draw(
            st.lists(st.sampled_from(("ISO 9:2015", "ISO 9", "GB 2")), max_size=1)
        )
        methods = draw(_names)
        record["indicators"] = [
            {"id": f"i{position}", "limit": "<= 5", "method": method}
            for position, method in enumerate(methods)
        ]
    for system in data["systems"]:
        for entry in system["entries"]:
            if "planned" in entry:
                entry |= {"needs": draw(_names), "upgrades": draw(_names), "cites": draw(_names)}
    systems = [system["id"] for system in data["systems"]]
    data["programme"] = {"tasks": [_task(draw, position, systems) for position in range(2)]}
    data["reviews"] = [{"standard": draw(st.sampled_from(NAMES[:15]))}]
    return data


def _task(draw: st.DrawFn, position: int, systems: list[str]) -> dict[str, Any]:
    return {
        "id": f"task{position}",
        "title": "示例任务",
        "standards": draw(_names),
        "systems": draw(st.lists(st.sampled_from(systems), max_size=1)),
    }
