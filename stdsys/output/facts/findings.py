"""The table `findings`: what the rules have found, and what was waived."""

from collections.abc import Iterator

from msgspec import Struct

from stdsys.messages import Translator
from stdsys.output.facts.columns import Column, Kind
from stdsys.output.json.findings import sentence
from stdsys.rules.checking import Located, Report
from stdsys.rules.registry import RULES


class FindingFact(Struct, frozen=True):
    """A finding, whether it is waived, and the language that it is said in."""

    located: Located
    waived: bool
    say: Translator


def finding_facts(report: Report, say: Translator) -> Iterator[FindingFact]:
    """Yield the findings in order of file, line, column and code, waived ones among them."""
    found = [(one, False) for one in report.findings] + [(one, True) for one in report.waived]
    for one, waived in sorted(found, key=lambda pair: pair[0].order):
        yield FindingFact(one, waived, say)


COLUMNS: tuple[Column[FindingFact], ...] = (
    Column(
        "code",
        Kind.TEXT,
        "规则代码，如 L003。Code of the rule, such as L003.",
        lambda one: one.located.finding.code,
    ),
    Column(
        "name",
        Kind.TEXT,
        "规则的英文短名。Short name of the rule.",
        lambda one: RULES[one.located.finding.code].name,
    ),
    Column(
        "severity",
        Kind.TEXT,
        "级别：error 错误，warning 警告，info 提示。Severity: error, warning, info.",
        lambda one: one.located.severity.value,
    ),
    Column(
        "waived", Kind.BOOLEAN, "是否已豁免。Whether the finding is waived.", lambda one: one.waived
    ),
    Column(
        "subject",
        Kind.TEXT,
        "对象：编号、体系等。Subject of the finding: a number, a system or such.",
        lambda one: one.located.finding.subject,
    ),
    Column(
        "message",
        Kind.TEXT,
        "说明（导出时所选语言）。Message, in the language of the export.",
        lambda one: sentence(one.located, one.say),
    ),
    Column(
        "hint",
        Kind.TEXT,
        "改法（导出时所选语言）。Advice what to do, in the language of the export.",
        lambda one: None if one.located.finding.hint is None else one.say(one.located.finding.hint),
    ),
    Column(
        "occurrences",
        Kind.INTEGER,
        "合并了几处。Number of occurrences gathered in the finding.",
        lambda one: one.located.finding.count,
    ),
    Column(
        "unverified",
        Kind.BOOLEAN,
        "依据是否未核实。Whether the finding rests on facts that nobody has verified.",
        lambda one: one.located.finding.unverified,
    ),
    Column(
        "file",
        Kind.TEXT,
        "所在文件，相对于工作区。File of the finding, relative to the workspace.",
        lambda one: one.located.position.file,
    ),
    Column(
        "line_number",
        Kind.INTEGER,
        "行号，从 1 起。Line number, from 1.",
        lambda one: one.located.position.line,
    ),
    Column(
        "column_number",
        Kind.INTEGER,
        "列号，从 1 起。Column number, from 1.",
        lambda one: one.located.position.column,
    ),
)
