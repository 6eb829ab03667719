"""The manual of the rules, as users read it."""

import pytest

from stdsys.rules.registry import RULES
from tests.cli.running import run


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_whole_manual_has_a_page_a_rule(lang: str) -> None:
    result = run("explain", "--all", lang=lang)
    assert result.code == 0
    assert result.out.startswith("# ")
    heads = [line for line in result.out.splitlines() if line.startswith("### ")]
    assert heads == [f"### {rule.code} {rule.name}" for rule in RULES.values()]
    assert result.out.count("```yaml") == 2 * len(RULES)


def test_one_page_shows_why_by_which_source_and_where() -> None:
    result = run("explain", "l001")
    assert result.code == 0
    for part in ("### L001 ", "Source: ", "Found at sample.yaml:", "Better:"):
        assert part in result.out


def test_without_a_code_every_rule_is_listed() -> None:
    result = run("explain")
    assert [line.split()[0] for line in result.out.splitlines()] == list(RULES)
