"""Which known name is meant by one that nothing bears."""

import pytest

from stdsys.analysis.graphs.near_names import near_name

KNOWN = (
    *("GB 2762-2022", "GB 2762-2017", "GB/T 27622-2011", "GB/T 9833.9-2013", "GB 5009.3-2016"),
    *("NY/T 99301-2020", "T/SLXH 001-2024", "GB/T 8304", "planned-tea", "示例茶叶种植规范"),
)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("GB 2762-2012", "GB 2762-2017"),
        ("GB/T 2762", "GB 2762"),
        ("GB/T 2762-2022", "GB 2762-2022"),
        ("GB/T 2762-2016", "GB 2762-2017"),
        ("GB/T 5009.3", "GB 5009.3"),
        ("GB 8304-2013", "GB/T 8304"),
        ("LY/T 99301", "NY/T 99301"),
        ("GB 2726-2022", "GB 2762-2022"),
        ("GB 276-2022", None),
        ("GB 27620-2022", "GB 2762-2022"),
        ("GB/T 9833.8-2013", "GB/T 9833.9-2013"),
        ("T/ABC 001-2024", None),
        ("GB/T 54321-2010", None),
        ("GB/T 8888", None),
        ("planned-te", "planned-tea"),
        ("示例茶叶种植规程", "示例茶叶种植规范"),
        ("完全不同", None),
    ],
)
def test_what_is_meant(name: str, meant: str | None) -> None:
    assert near_name(name, KNOWN) == meant


def test_nothing_is_near_to_nothing() -> None:
    assert near_name("GB/T 2762", ()) is None
