"""The table `targets`: what is to be reached, and whether the facts prove it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.targets.reached import TargetResult
from stdsys.messages import Translator
from stdsys.model.target_record import TargetRecord
from stdsys.output.facts.columns import Column, Kind, date_columns


class TargetFact(Struct, frozen=True):
    """A target on the day, and the language that it is explained in."""

    result: TargetResult
    say: Translator

    @property
    def target(self) -> TargetRecord:
        """What is written of it."""
        return self.result.target

    def bound(self, value: Decimal | None) -> float | None:
        """Return a bound of the goal: of a goal in percent a fraction of one, like the figure."""
        if value is None:
            return None
        return float(Fraction(value) / 100 if self.target.value.percent else Fraction(value))


def target_facts(analysis: Analysis, say: Translator) -> Iterator[TargetFact]:
    """Yield the targets in the order in which they are written."""
    for result in analysis.targets.all:
        yield TargetFact(result, say)


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


COLUMNS: tuple[Column[TargetFact], ...] = (
    Column(
        "id", Kind.TEXT, "目标标识。Id of the target in the workspace.", lambda one: one.target.id
    ),
    Column(
        "title",
        Kind.TEXT,
        "目标原文。Title of the target, as written.",
        lambda one: one.target.title,
    ),
    Column(
        "measure",
        Kind.TEXT,
        "度量的内容：standards 标准数，systems 体系数，owners 责任单位数，organisations 单位数，"
        "adopters 推广家数，coverage 环节覆盖率，completion 体系完成率，growth 增长率，value 数值，"
        "entered 人工填报。"
        "Measure: standards, systems, owners, organisations, adopters, coverage, completion, "
        "growth, value, entered.",
        lambda one: one.target.measure.of.value,
    ),
    Column(
        "operator",
        Kind.TEXT,
        "实际值与目标值的比较方式，如 >=。"
        "Operator that compares the figure with the goal, such as >=.",
        lambda one: one.target.value.operator.value,
    ),
    Column(
        "value",
        Kind.NUMBER,
        "目标值；percent 为真时是小数，15% 写作 0.15。"
        "Goal; where percent is true a fraction of one: 15% is 0.15.",
        lambda one: one.bound(one.target.value.value),
    ),
    Column(
        "percent",
        Kind.BOOLEAN,
        "目标是否为百分数。Whether the goal is in percent.",
        lambda one: one.target.value.percent,
    ),
    Column("unit", Kind.TEXT, "单位。Unit of the goal.", lambda one: one.target.unit),
    Column(
        "actual",
        Kind.NUMBER,
        "实际值，写法同目标值；没有的为空。"
        "Figure measured, written like the goal; null where there is none.",
        lambda one: _float(one.result.actual),
    ),
    Column(
        "met",
        Kind.BOOLEAN,
        "是否达到；无法证明的为空。Whether the target is reached; null where nothing proves it.",
        lambda one: one.result.met,
    ),
    Column(
        "state",
        Kind.TEXT,
        "状态：met 达到，due-soon 临近到期，not-yet 未到期，missed 未达到，no-evidence 无佐证。"
        "State: met, due-soon, not-yet (not due yet), missed, no-evidence.",
        lambda one: one.result.state.value,
    ),
    Column(
        "why",
        Kind.TEXT,
        "说明（导出时所选语言）。Explanation, in the language of the export.",
        lambda one: one.say(one.result.why),
    ),
    Column(
        "strength",
        Kind.TEXT,
        "力度：firm 确保，floor 不少于、不低于，stretch 力争、预期。"
        "Strength of the promise: firm, floor (not less than), stretch.",
        lambda one: one.target.strength.value,
    ),
    *date_columns(
        "due",
        "完成期限，照原文；没有的按所属阶段。Due date as written, else the end of the phase.",
        lambda one: one.result.due,
    ),
    Column(
        "complete",
        Kind.BOOLEAN,
        "记录是否完整。Whether the workspace records everything that counts.",
        lambda one: one.target.complete,
    ),
    Column(
        "systems",
        Kind.TEXTS,
        "限于哪些体系；空即全部。Systems that the target is limited to; empty: all.",
        lambda one: one.target.scope,
    ),
    Column(
        "evidence",
        Kind.TEXTS,
        "依据。Evidence that the figure rests on.",
        lambda one: one.result.evidence,
    ),
    Column(
        "unverified",
        Kind.TEXTS,
        "依据中未核实的。Evidence that nobody has verified.",
        lambda one: one.result.measured.unverified,
    ),
)
