"""What the tests of rows, coverage and statistics share: axes, and short ways to an answer."""

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import Row
from stdsys.analysis.coverage.matrix import Cell, Coverage
from tests.analysis.analysed import analysed

AXES = """
    stages:
      - {id: growing, name: 示例种植}
      - {id: making, name: 示例加工}
      - {id: selling, name: 示例销售}
    aspects:
      - {id: quality, name: 示例质量, category: 产品}
      - {id: safety, name: 示例安全, category: 安全}
      - {id: rest, name: 示例其余}
"""

EMPTY = "[{id: a, name: 示例体系}]"


def row_of(analysis: Analysis, key: str) -> Row:
    """Return the row of an item in the system `a`."""
    return next(row for row in analysis.rows.of("a") if row.item.key == key)


def coverage(policy: str, systems: str, standards: str = "[]") -> Coverage:
    """Coverage of the examples' axes with a policy, systems and standards in flow style."""
    rest = f"coverage: {policy}\n    systems: {systems}\n    standards: {standards}"
    return analysed(f"{AXES}\n    {rest}").coverage


def one(policy: str, entries: str, standards: str = "[]") -> Cell:
    """The only cell of a workspace with one system `a`."""
    cells = coverage(policy, f"[{{id: a, name: 示例体系, entries: {entries}}}]", standards).cells
    assert len(cells) == 1
    return cells[0]
