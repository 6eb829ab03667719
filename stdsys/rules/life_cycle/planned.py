"""Rule L010: planned standards that need each other in a circle."""

from collections.abc import Iterator
from itertools import chain

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.drafting.needs import Need, NeedState
from stdsys.analysis.drafting.order import Step
from stdsys.findings import Finding, Related, Severity
from stdsys.messages import Text, _
from stdsys.rules.coverage.cells import few
from stdsys.rules.reading.sources import PRACTICE
from stdsys.rules.rule import Rule, Sample


class PlannedInCircle(Rule):
    """L010."""

    code = "L010"
    name = "planned-in-circle"
    severity = Severity.WARNING
    summary = _("planned standards need each other in a circle")
    why = _(
        "None of them can be drafted first, so that no order of drafting holds for them. Settle "
        "which comes first and delete the opposite need, or draft them together as one project."
    )
    source = PRACTICE
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
    entries:
      - {planned: 示例种植规范, id: grow, at: "1", needs: [terms]}
      - {planned: 示例术语, id: terms, at: "1", needs: [grow]}
""",
        at=(7, 54),
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
    entries:
      - {planned: 示例种植规范, id: grow, at: "1", needs: [terms]}
      - {planned: 示例术语, id: terms, at: "1"}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each circle, at its first need in reading order.

        What only cites itself is left to the rule on citations (R007).
        """
        steps = analysis.drafting_order.by_key
        circles: dict[tuple[str, ...], list[Step]] = {}
        for key in analysis.workspace.planned:
            if steps[key].cycle:
                circles.setdefault(steps[key].cycle, []).append(steps[key])
        for circle, members in circles.items():
            links = [(step, need) for step in members for need in _within(step)]
            if all(step.key == need.name and need.cited for step, need in links):
                continue
            (_first, first), *others = links
            yield self.found(
                _said(members),
                first.place,
                members[0].key,
                about=(*circle, *_waived_at(members, analysis)),
                related=tuple(
                    Related(need.place, _link(step, steps[need.name])) for step, need in others
                ),
                hint=_("settle which comes first and delete the opposite need"),
                unverified=any(step.planned.unverified for step in members),
            )


def _within(step: Step) -> Iterator[Need]:
    """Yield what a step needs of its own circle."""
    for need in step.needs:
        if need.state is NeedState.PLANNED and need.name in step.cycle:
            yield need


def _said(members: list[Step]) -> Text:
    if len(members) == 1:
        return _("{title} is said to need itself", title=members[0].planned.title)
    titles = few(step.planned.title for step in members)
    return _("planned standards that need each other in a circle: {titles}", titles=titles)


def _link(step: Step, needed: Step) -> Text:
    return _("{title} needs {needed}", title=step.planned.title, needed=needed.planned.title)


def _waived_at(members: list[Step], analysis: Analysis) -> Iterator[str]:
    entries = (analysis.placements.waived_at(step.planned) for step in members)
    return chain.from_iterable(entries)
