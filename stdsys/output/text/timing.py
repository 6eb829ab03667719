"""Where the time of a run went, as lines for the terminal."""

from collections.abc import Iterator, Mapping

from stdsys.messages import Text, Translator, _
from stdsys.output.text.aligned import Layout
from stdsys.rules.registry import RULES

READING, LOCATING = "reading", "locating"
"""Steps of a run besides the questions and the rules."""

_STEPS: dict[str, Text] = {
    READING: _("reading files, making the model"),
    LOCATING: _("waivers, places, order"),
    "ownership": _("which items are own"),
    "placements": _("where items are placed"),
    "doubtful_numbers": _("reading of numbers"),
    "replacements": _("replacements"),
    "statuses": _("status of every standard"),
    "citations": _("citations"),
    "mentions": _("mentions"),
    "rows": _("rows"),
    "coverage": _("cells of the coverage matrix"),
    "statistics": _("statistics"),
    "drafting_order": _("order of drafting"),
    "critical_path": _("critical path"),
    "gap_proposals": _("proposals for gaps"),
    "targets": _("targets"),
    "reviews": _("reviews"),
    "units": _("units"),
    "methods": _("test methods"),
    "indicators": _("indicators"),
    "register_answers": _("answers of the register"),
}


def timing_lines(seconds: Mapping[str, float], say: Translator) -> Iterator[str]:
    """Yield every step with its milliseconds and its share of all, the longest first."""
    whole = sum(seconds.values())
    rows = [
        (_name(step, say), f"{took * 1000:.1f}", f"{took / whole:.1%}" if whole else "")
        for step, took in sorted(seconds.items(), key=lambda item: -item[1])
    ]
    heads = (say(_("step")), say(_("milliseconds")), say(_("share")))
    rows.append((say(_("together")), f"{whole * 1000:.1f}", ""))
    yield from Layout().table(heads, rows, right=(1, 2))


def _name(step: str, say: Translator) -> str:
    rule = RULES.get(step)
    return f"{step} {say(rule.summary)}" if rule else say(_STEPS.get(step, Text(step)))
