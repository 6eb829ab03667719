"""The comment for a pull request: short enough to be posted, and nothing in it acts."""

from stdsys.messages import translator
from stdsys.output.differences.markdown import LARGEST, diff_markdown
from stdsys.output.differences.sections import Compared, Side
from tests.analysis.compared import compared

SAY = translator("en")


def markdown(before: str, after: str) -> str:
    sides = Side("main", None, readable=True), Side("feature", None, readable=True)
    return diff_markdown(Compared(compared(before, after), *sides), SAY)


def standards(count: int, title: str) -> str:
    return "standards:\n" + "".join(
        f"  - {{number: GB/T {n}-2020, title: '{title}'}}\n" for n in range(1, count + 1)
    )


def test_a_short_comment_holds_everything() -> None:
    text = markdown(standards(2, "示例"), standards(3, "示例二"))
    assert "- standards: added 1, changed 2" in text
    assert "| added | GB/T 3-2020 | 示例二 |" in text
    assert "<details><summary>standards: 3</summary>" in text
    assert text.count("<details>") == text.count("</details>") == 1


def test_what_has_its_title_for_a_key_is_named_once() -> None:
    before = "systems:\n  - {id: a, name: 示例, entries: [{planned: 示例甲}]}\n"
    text = markdown(before, before.replace("[{", "[{planned: 示例乙}, {planned: 示例丙, id: c}, {"))
    assert text.count("示例乙") == 2  # among the planned standards, and among the entries
    assert "| added | c | 示例丙 |" in text


def test_nothing_differs() -> None:
    text = markdown(standards(2, "示例"), standards(2, "示例"))
    assert text.endswith("\nnothing differs\n")
    assert "<details>" not in text


def test_a_comment_is_never_too_large() -> None:
    text = markdown(standards(3000, "示例" * 40), standards(3000, "标准" * 40))
    assert 2_000 < len(text.encode()) <= LARGEST
    assert "more are not shown here" in text


def test_what_users_wrote_neither_links_nor_calls_nor_breaks_the_table() -> None:
    wicked = "a|b <img src=x> [x](http://evil.example) @everyone `code` ![p](x) &amp; #1"
    text = markdown(standards(1, "示例"), standards(1, wicked))
    (row,) = (line for line in text.splitlines() if line.startswith("| changed"))
    assert "a\\|b &lt;img src=x&gt; \\[x\\](http:\u200b//evil.example) @\u200beveryone" in row
    assert "\\`code\\` !\\[p\\](x) &amp;amp; \\#1" in row
    assert row.replace("\\|", "").count("|") == 5
