"""The manual of the rules, from the rules themselves."""

from collections.abc import Iterable

from stdsys.messages import Translator, _
from stdsys.output.tables.words import SEVERITY
from stdsys.rules.registry import FAMILIES
from stdsys.rules.rule import Rule, Sample
from stdsys.rules.samples import sample_file


def manual(rules: Iterable[Rule], say: Translator) -> str:
    """Return the manual of all rules as Markdown, one chapter a family."""
    heading = _("Rules of stdsys")
    parts = [f"# {say(heading)}\n"]
    family = ""
    for rule in rules:
        if rule.code[0] != family:
            family = rule.code[0]
            parts.append(f"## {family} · {say(FAMILIES[family])}\n")
        parts.append(page(rule, say))
    return "\n".join(parts)


def page(rule: Rule, say: Translator) -> str:
    """Return the manual page of one rule as Markdown."""
    severity = say(SEVERITY[rule.severity].text)
    lines = [
        f"### {rule.code} {rule.name}",
        "",
        f"**{say(rule.summary)}** · {severity}",
        "",
        say(rule.why),
        "",
        say(_("Source: {source}", source=rule.source)),
        "",
        _found(rule.bad, say),
        "",
        *_block(rule.bad),
        *_beside(rule.bad, say),
        "",
        say(_("Better:")),
        "",
        *_block(rule.good),
    ]
    return "\n".join(lines) + "\n"


def table(rules: Iterable[Rule], say: Translator) -> str:
    """Return one line a rule: code, severity, name and summary."""
    rows = [
        f"{rule.code}  {rule.severity.value:<7}  {rule.name:<30}  {say(rule.summary)}"
        for rule in rules
    ]
    return "\n".join(rows) + "\n"


def _found(sample: Sample, say: Translator) -> str:
    line, column = sample.at or (1, 1)
    place = f"{sample_file(sample)}:{line}:{column}"
    if sample.encoding != "utf-8":
        return say(
            _(
                "Found at {place} (the file is encoded as {encoding}):",
                place=place,
                encoding=sample.encoding,
            )
        )
    return say(_("Found at {place}:", place=place))


def _block(sample: Sample) -> list[str]:
    return ["```yaml", *sample.text.rstrip("\n").split("\n"), "```"]


def _beside(sample: Sample, say: Translator) -> list[str]:
    """Return what a register says beside a sample, where the rule asks one."""
    if not sample.register:
        return []
    intro = say(_("while the register says:"))
    return ["", intro, "", "```json", *sample.register.rstrip("\n").split("\n"), "```"]
