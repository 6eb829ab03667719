"""Random planned standards that need each other without a circle, and their workspaces."""

from dataclasses import dataclass, replace
from datetime import date

from hypothesis import strategies as st

from stdsys.analysis.analysis import Analysis
from tests.analysis.analysed import DAY, analysed

URGENCIES = ("urgent", "soon", "normal", None)
DUES = ("2026-11-30", "2027-06", "2028", None)


@dataclass(frozen=True)
class Plan:
    """What is written of one planned standard; `needs` are numbers of others."""

    needs: tuple[int, ...]
    urgency: str | None
    due: str | None
    months: int | None

    def with_urgency(self, urgency: str) -> "Plan":
        return replace(self, urgency=urgency)


def name(number: int) -> str:
    return f"p{number:02d}"


def written(plans: list[Plan]) -> str:
    """Return the workspace of these plans, all at one place of one system."""
    lines = ["systems:", "  - id: crop", "    name: 示例体系", "    entries:"]
    for number, plan in enumerate(plans):
        facts = [f"planned: 示例规范{name(number)}", f"id: {name(number)}"]
        facts += [f"urgency: {plan.urgency}"] if plan.urgency else []
        facts += [f"due: {plan.due}"] if plan.due else []
        facts += [f"months: {plan.months}"] if plan.months is not None else []
        facts.append(f"needs: [{', '.join(map(name, plan.needs))}]")
        lines.append(f"      - {{{', '.join(facts)}}}")
    return "\n".join(lines)


def analysis_of(plans: list[Plan], day: date = DAY) -> Analysis:
    return analysed(written(plans), day)


@st.composite
def plans(draw: st.DrawFn, most: int = 9) -> list[Plan]:
    """Draw plans in which nothing needs itself, by way of others either."""
    count = draw(st.integers(1, most))
    order = draw(st.permutations(range(count)))
    found: dict[int, Plan] = {}
    for place, number in enumerate(order):
        before = order[:place]
        needs = draw(st.sets(st.sampled_from(before), max_size=3)) if before else set()
        found[number] = Plan(
            tuple(sorted(needs)),
            draw(st.sampled_from(URGENCIES)),
            draw(st.sampled_from(DUES)),
            draw(st.none() | st.integers(0, 30)),
        )
    return [found[number] for number in range(count)]
