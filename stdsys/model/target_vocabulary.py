"""The words of targets: what is measured, how shares are joined, how strongly it is promised."""

from enum import StrEnum
from typing import Annotated, TypeAlias

from stdsys.model.scalars import words_for
from stdsys.model.status import Status


class Measured(StrEnum):
    """What a measure counts or computes."""

    STANDARDS = "standards"
    SYSTEMS = "systems"
    OWNERS = "owners"
    ORGANISATIONS = "organisations"
    ADOPTERS = "adopters"
    COVERAGE = "coverage"
    COMPLETION = "completion"
    GROWTH = "growth"
    VALUE = "value"
    ENTERED = "entered"

    @property
    def share(self) -> bool:
        """Whether it is a share or a rate, a fraction of one."""
        return self in (Measured.COVERAGE, Measured.COMPLETION, Measured.GROWTH)


MeasuredWord: TypeAlias = Annotated[
    Measured,
    *words_for(
        Measured,
        {
            "标准数": Measured.STANDARDS,
            "体系数": Measured.SYSTEMS,
            "责任单位数": Measured.OWNERS,
            "单位数": Measured.ORGANISATIONS,
            "推广家数": Measured.ADOPTERS,
            "环节覆盖率": Measured.COVERAGE,
            "体系完成率": Measured.COMPLETION,
            "增长率": Measured.GROWTH,
            "数值": Measured.VALUE,
            "人工填报": Measured.ENTERED,
        },
    ),
]


class Combine(StrEnum):
    """How the values of several series become one: mean of each, all together, or the least."""

    MEAN = "mean"
    TOTAL = "total"
    LEAST = "least"


CombineWord: TypeAlias = Annotated[
    Combine,
    *words_for(Combine, {"平均": Combine.MEAN, "合计": Combine.TOTAL, "每一个": Combine.LEAST}),
]


class Strength(StrEnum):
    """How strongly a target is promised: 确保, 不少于, 力争 or 预期."""

    FIRM = "firm"
    FLOOR = "floor"
    STRETCH = "stretch"


StrengthWord: TypeAlias = Annotated[
    Strength,
    *words_for(
        Strength,
        {
            "确保": Strength.FIRM,
            "不少于": Strength.FLOOR,
            "不低于": Strength.FLOOR,
            "力争": Strength.STRETCH,
            "预期": Strength.STRETCH,
        },
    ),
]


DayStatusWord: TypeAlias = Annotated[
    Status,
    *words_for(
        Status,
        {
            "现行": Status.IN_FORCE,
            "即将实施": Status.UPCOMING,
            "被代替": Status.REPLACED,
            "废止": Status.WITHDRAWN,
            "未知": Status.UNKNOWN,
            "拟制定": Status.PLANNED,
            "制定中": Status.DRAFTING,
        },
    ),
]
