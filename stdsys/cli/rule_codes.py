"""Rule codes that users name."""

from stdsys.cli.endings import CommandError
from stdsys.cli.suggestions import meant
from stdsys.messages import _
from stdsys.rules.registry import RULES


def wanted_codes(option: str) -> tuple[str, ...]:
    """Split `R001, L00` into codes or prefixes; one that begins no rule's code is wrong use."""
    codes = tuple(code.strip().upper() for code in option.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in RULES):
            hint = meant(code, list(RULES), otherwise=_("see: stdsys explain"))
            raise CommandError(_("there is no rule {code}; {hint}", code=code, hint=hint))
    return codes
