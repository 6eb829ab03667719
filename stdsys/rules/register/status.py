"""Rule G003: the register says otherwise whether a standard is in force, or what replaces it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Place, Severity
from stdsys.messages import Text, _
from stdsys.model.status import Status
from stdsys.rules.life_cycle.edition_rule import Fault
from stdsys.rules.register.register_rule import RegisterRule, listed, severity_of
from stdsys.rules.rule import Sample
from stdsys.rules.wording import STATUS_WORDS

if TYPE_CHECKING:
    from stdsys.analysis.register_answers import Answer


class StatusDiffers(RegisterRule):
    """G003."""

    code = "G003"
    name = "status-not-as-registered"
    severity = Severity.WARNING
    summary = _("a status or successor that differs from the register's")
    why = _(
        "What has been withdrawn or replaced since it was entered makes the system out of date. "
        "The register's facts are judged for the same day by the same rules. What stands in no "
        "system, and what somebody verified after the register's day, is told as info."
    )
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree: [{code: "1", name: 示例种植}]
    entries:
      - {standard: GB/T 99001-2010, at: "1"}
standards:
  - {number: GB/T 99001-2010, title: 示例种植规范, status: 现行}
""",
        at=(8, 54),
        register="""\
{"number": "GB/T 99001-2010", "status": "被代替", "replaced_by": "GB/T 99001-2020"}
{"number": "GB/T 99001-2020", "effective": "2020-06-01"}
""",
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree: [{code: "1", name: 示例种植}]
    entries:
      - {standard: GB/T 99001-2020, at: "1"}
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范, effective: 2020-06-01}
""",
        register="""\
{"number": "GB/T 99001-2020", "title": "示例种植规范", "effective": "2020-06-01"}
""",
    )

    def judge(self, answer: "Answer", analysis: Analysis) -> Iterator[Fault]:
        """Tell another status; where it is the same, another successor."""
        said, registered = answer.said, answer.status
        if answer.known is None or said is None or registered is None:
            return
        edition = answer.edition
        own = analysis.statuses(edition).status
        if registered.status is own and not answer.successors:
            return
        severity = severity_of(answer, said, analysis)
        successors = tuple(one.key for one in answer.successors)
        common = {"number": edition.key, "listed": listed(said)}
        if registered.status is not own:
            if own is Status.UNKNOWN and not registered.status.dead:
                severity = Severity.INFO
            message = _status_message(registered.status, own, successors, common)
            yield Fault(message, _place(answer), severity=severity)
        elif registered.status is Status.REPLACED:
            links = analysis.replacements.successors(edition.key)
            named = tuple(link.new for link in links)
            if successors and set(successors).isdisjoint(named):
                message = _(
                    "by the register {number} is replaced by {successors} ({listed}), here by "
                    "{own}",
                    **common,
                    successors=successors,
                    own=named or _("nothing that is named"),
                )
                yield Fault(message, _place(answer), severity=severity)
        elif answer.coming:
            links = analysis.replacements.successors(edition.key)
            if set(answer.coming).isdisjoint(link.new for link in links):
                message = _(
                    "the register knows that {number} is going to be replaced by {successors} "
                    "({listed})",
                    **common,
                    successors=answer.coming,
                )
                yield Fault(message, _place(answer), severity=Severity.INFO)


def _status_message(
    registered: Status, own: Status, successors: tuple[str, ...], common: dict[str, object]
) -> Text:
    if registered is Status.REPLACED and successors:
        return _(
            "by the register {number} is replaced by {successors} ({listed}), here it is {own}",
            **common,
            successors=successors,
            own=STATUS_WORDS[own],
        )
    return _(
        "by the register {number} is {status} ({listed}), here it is {own}",
        **common,
        status=STATUS_WORDS[registered],
        own=STATUS_WORDS[own],
    )


def _place(answer: "Answer") -> Place:
    edition = answer.edition
    for name in ("status", "withdrawn", "replaced_by"):
        if getattr(edition.facts, name):
            return edition.at(name)
    return edition.place.at("number" if edition.recorded else "standard")
