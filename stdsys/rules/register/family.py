"""Family G: what the register of known standards says otherwise."""

from stdsys.rules.register.numbers import DatesDiffer, NotInRegister, TitleDiffers
from stdsys.rules.register.status import StatusDiffers
from stdsys.rules.rule import Rule

REGISTER_RULES: tuple[Rule, ...] = (
    NotInRegister(),
    TitleDiffers(),
    StatusDiffers(),
    DatesDiffer(),
)
"""登记库核对."""
