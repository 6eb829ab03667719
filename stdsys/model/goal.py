"""The value a target is to reach: `>= 6`, `15%`, `100 %`."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

from msgspec import Struct

from stdsys.messages import Text, _
from stdsys.model.limit import Limit, Operator
from stdsys.model.written_value import WrittenValue

_PERCENT = ("%", "％")


class Goal(WrittenValue, Struct, frozen=True):
    """A bound to be reached; a bare number is a lower one (不少于).

    `percent` tells that the number was written with a percent sign: 15 % is 0.15 of the whole,
    and never the same as a plain 15.
    """

    operator: Operator
    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    percent: bool
    text: str

    expected: ClassVar[Text] = _("a value to reach, such as >= 6, 200 or >= 15%")
    json_schema: ClassVar[dict[str, Any]] = {
        "type": ["string", "number"],
        "examples": [">= 6", "200", ">= 15%"],
    }

    @classmethod
    def parse(cls, text: str) -> "Goal":
        """Read a goal; ValueError if it is none."""
        written = text.strip()
        percent = written.endswith(_PERCENT)
        limit = Limit.parse(written[:-1] if percent else written)
        if not limit.numeric:
            raise ValueError(text)
        low, high, operator = limit.low, limit.high, limit.operator
        if operator is Operator.EQUAL and not written.startswith(("=", "＝")):
            operator, high = Operator.AT_LEAST, None
        return cls(operator, low, high, limit.low_open, limit.high_open, percent, written)

    @property
    def value(self) -> Decimal:
        """The number that is to be reached: the lower bound, else the upper one."""
        bound = self.low if self.low is not None else self.high
        assert bound is not None
        return bound

    def undercut_by(self, actual: Decimal | Fraction) -> bool:
        """Whether a value falls short of the lower bound."""
        if self.low is None:
            return False
        value, bound = Fraction(actual), Fraction(self.low)
        return value < bound or (value == bound and self.low_open)

    def exceeded_by(self, actual: Decimal | Fraction) -> bool:
        """Whether a value exceeds the upper bound."""
        if self.high is None:
            return False
        value, bound = Fraction(actual), Fraction(self.high)
        return value > bound or (value == bound and self.high_open)

    def __str__(self) -> str:
        return self.text
