"""Records that cite, for the tests of the rules on citations. All is invented."""

from stdsys.findings import Finding
from stdsys.rules.citations.family import CITATION_RULES
from tests.rules.judging import findings

OWN = "T/SLXH 001-2024"
OTHER = "GB/T 99100-2020"
ANOTHER = "GB/T 99200-2020"


def citing(*cites: str, number: str = OWN, more: str = "") -> str:
    """Return a record that cites these items; the own number is issued by an own organisation."""
    issuer = ", issuer: guild" if number == OWN else ""
    items = ", ".join(cites)
    return f"{{number: {number}, title: 示例文件, cites: [{items}]{issuer}{more}}}"


def records(*standards: str, workspace: str = "") -> str:
    """Return a workspace of these records."""
    lines = "\n".join(f"  - {standard}" for standard in standards)
    return f"""
workspace: {{name: sample{workspace}}}
organisations: [{{id: guild, name: 示例协会, own: true}}]
standards:
{lines}
"""


def all_findings(text: str) -> list[Finding]:
    """Return the findings of every rule on citations."""
    return [found for rule in CITATION_RULES for found in findings(rule, text)]


WITHDRAWN = "{number: GB/T 99001-2010, title: 示例术语, status: 废止}"
REPLACED = "{number: GB/T 99002-2010, title: 示例方法}"
SUCCESSOR = "{number: GB/T 99002-2020, title: 示例方法, replaces: [GB/T 99002-2010]}"
