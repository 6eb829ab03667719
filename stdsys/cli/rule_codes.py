"""Rule codes that users name."""

from difflib import get_close_matches

from stdsys.cli.endings import CommandError
from stdsys.messages import _
from stdsys.rules.registry import RULES


def wanted_codes(option: str) -> tuple[str, ...]:
    """Split `R001, L00` into codes or prefixes; one that begins no rule's code is wrong use."""
    codes = tuple(code.strip().upper() for code in option.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in RULES):
            close = get_close_matches(code, list(RULES), n=1)
            hint = _("did you mean {name}?", name=close[0]) if close else _("see: stdsys explain")
            raise CommandError(_("there is no rule {code}; {hint}", code=code, hint=hint))
    return codes
