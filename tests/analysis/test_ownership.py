"""Own (自制): planned, called own by an entry, or issued by an own organisation."""

import pytest

from stdsys.analysis.ownership import Ownership
from tests.workspaces import workspace

TEXT = """
    organisations:
      - {id: assoc, name: 示例协会, aliases: [示协], own: true}
      - {id: bureau, name: 示例局}
    documents:
      - {id: law, title: 示例办法, issuer: 示例局}
      - {id: plan, title: 示例方案, issuer: assoc}
    standards:
      - {number: T/ABC 1-2020, title: 示例一, issuer: assoc}
      - {number: T/ABC 2-2020, title: 示例二, issuer: 示例协会}
      - {number: T/ABC 3-2020, title: 示例三, issuer: 示协}
      - {number: T/ABC 4-2020, title: 示例四, issuer: 示例局、示例协会}
      - {number: T/ABC 5-2020, title: 示例五, issuer: 示例局}
      - {number: T/ABC 6-2020, title: 示例六}
      - {number: T/ABC 7-2020, title: 示例七}
      - {number: T/ABC 8-2020, title: 示例八, issuer: 示例协会分会}
    systems:
      - id: a
        name: 示例体系
        entries:
          - {standard: T/ABC 5-2020, origin: 自制}
          - {standard: T/ABC 6-2020, origin: adopted}
          - {planned: 示例规范, id: new, level: group}
      - id: b
        name: 示例体系二
        entries:
          - {standard: T/ABC 6-2020, origin: own}
          - {standard: T/ABC 7-2020, origin: adopted}
"""


@pytest.mark.parametrize(
    ("key", "own", "why"),
    [
        ("T/ABC 1-2020", True, "issuer by id"),
        ("T/ABC 2-2020", True, "issuer by name"),
        ("T/ABC 3-2020", True, "issuer by alias"),
        ("T/ABC 4-2020", True, "one of two issuers"),
        ("T/ABC 5-2020", True, "an entry says so"),
        ("T/ABC 6-2020", True, "one entry of two says so"),
        ("T/ABC 7-2020", False, "adopted"),
        ("T/ABC 8-2020", False, "another body whose name only begins alike"),
        ("new", True, "planned"),
        ("law", False, "document of a body that is not own"),
        ("plan", True, "document of an own body"),
    ],
)
def test_own(key: str, own: bool, why: str) -> None:
    built = workspace(TEXT)
    item = next(item for item in built.items() if item.key == key)
    assert Ownership.of(built).is_own(item) is own, why


def test_an_item_without_issuer_is_not_own() -> None:
    built = workspace("standards: [{number: GB 1-2020, title: 示例}]")
    assert not Ownership.of(built).own
