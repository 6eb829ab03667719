import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.resolved import Outcome, ResolvedCitation
from tests.analysis.analysed import analysed, standards

KNOWN = (
    # a family with an edition in force, one that is coming, one that is dead
    "number: GB/T 10-2026, effective: 2027-03-01, replaces: [GB/T 10-2015]",
    "number: GB/T 10-2015, effective: 2016-01-01, replaces: [GB/T 10-2005]",
    "number: GB/T 10-2005",
    # only a coming one; only one of unknown status; only dead ones
    "number: GB/T 11-2026, effective: 2027-03-01",
    "number: GB/T 12-2015, status: 未知",
    "number: GB/T 13-2005, status: 废止",
    "number: GB/T 13-2010, status: 废止",
    # dead, living on under another number
    "number: GB/T 8304-2002",
    "number: GB/T 8304-2013, replaces: [GB/T 8304-2002]",
    "number: GB 5009.3-2016, effective: 2017-03-01, replaces: [GB/T 8304-2013, GB/T 5009.3-2010]",
    # renumbered from GB to GB/T
    "number: GB/T 317-2006, formerly: [GB 317-2006], effective: 2006-10-01",
    # parts only
    "number: GB/T 9833.1-2013, effective: 2013-12-06",
    "number: GB/T 9833.9-2013, effective: 2013-12-06",
    "number: GB/T 9833.10-2002, status: 废止",
    "number: GB/T 20.1-2002, status: 废止",
    "number: GB/T 20.2-2002, status: 未知",
    # a mandatory standard that became a recommended one, both recorded
    "number: GB 30-1998",
    "number: GB/T 30-2017, effective: 2018-01-01, replaces: [GB 30-1998]",
    # the same, but both are dead
    "number: GB 31-1998, status: 废止",
    "number: GB/T 31-2005, status: 废止",
    # without a number
    "number: unknown, id: old-rules, title: 示例旧规程, status: 废止",
)


def analysis_of(cited: str, *more: str) -> Analysis:
    citing = f"number: Q/ABC 1-2020, status: 现行, cites: [{cited}]"
    return analysed(standards(citing, *KNOWN, *more))


def citations(cited: str) -> tuple[ResolvedCitation, ...]:
    return analysis_of(cited).citations.by_citing("Q/ABC 1-2020")


def resolved(cited: str) -> ResolvedCitation:
    found = citations(cited)
    assert len(found) == 1
    return found[0]


OUTCOMES = [
    # dated: the exact edition
    ("GB/T 10-2015", "live", ["GB/T 10-2015"], ["GB/T 10-2015"]),
    ("GB/T 10—2015", "live", ["GB/T 10-2015"], ["GB/T 10-2015"]),
    ("GB/T 10-2026", "upcoming", ["GB/T 10-2026"], ["GB/T 10-2026"]),
    ("GB/T 10-2005", "replaced", ["GB/T 10-2005"], ["GB/T 10-2005", "GB/T 10-2015"]),
    ("GB/T 13-2010", "withdrawn", ["GB/T 13-2010"], ["GB/T 13-2010"]),
    ("GB/T 12-2015", "unknown-status", ["GB/T 12-2015"], ["GB/T 12-2015"]),
    (
        "GB/T 8304-2002",
        "replaced",
        ["GB/T 8304-2002"],
        ["GB/T 8304-2002", "GB/T 8304-2013", "GB 5009.3-2016"],
    ),
    ("GB 5009.3-2016/XG1-2019", "live", ["GB 5009.3-2016"], ["GB 5009.3-2016"]),
    # dated, by an earlier number of the very edition
    ("GB 317-2006", "live", ["GB/T 317-2006"], ["GB/T 317-2006"]),
    # dated, the edition is not here: replaced by one that is, older or newer than what is here
    ("GB/T 5009.3-2010", "replaced", [], ["GB/T 5009.3-2010", "GB 5009.3-2016"]),
    ("GB/T 10-1989", "replaced", [], ["GB/T 10-1989", "GB/T 10-2015"]),
    ("GB/T 10-2020", "unknown-status", [], ["GB/T 10-2020"]),
    ("GB/T 11-2000", "unknown-status", [], ["GB/T 11-2000"]),
    # undated: the edition in force, else the upcoming one
    ("GB/T 10", "live", ["GB/T 10-2015"], ["GB/T 10-2015"]),
    ("GB/T 11", "upcoming", ["GB/T 11-2026"], ["GB/T 11-2026"]),
    ("GB/T 12", "unknown-status", ["GB/T 12-2015"], ["GB/T 12-2015"]),
    ("GB/T 13", "no-live-edition", [], ["GB/T 13-2010"]),
    ("GB/T 8304", "no-live-edition", [], ["GB/T 8304-2013", "GB 5009.3-2016"]),
    # all parts
    (
        "GB/T 9833",
        "live",
        ["GB/T 9833.1-2013", "GB/T 9833.9-2013"],
        ["GB/T 9833.1-2013"],
    ),
    (
        "GB/T 9833（所有部分）",
        "live",
        ["GB/T 9833.1-2013", "GB/T 9833.9-2013"],
        ["GB/T 9833.1-2013"],
    ),
    ("GB/T 20", "unknown-status", ["GB/T 20.2-2002"], ["GB/T 20.2-2002"]),
    ("GB/T 9833.10", "no-live-edition", [], ["GB/T 9833.10-2002"]),
    ("GB/T 10（所有部分）", "live", ["GB/T 10-2015"], ["GB/T 10-2015"]),
    # another prefix than the current one
    ("GB 317", "other-prefix", ["GB/T 317-2006"], ["GB/T 317-2006"]),
    ("GB 10-2005", "other-prefix", ["GB/T 10-2005"], ["GB/T 10-2005", "GB/T 10-2015"]),
    ("GB 10-1989", "other-prefix", ["GB/T 10-2015"], ["GB/T 10-2015"]),
    ("GB 13", "other-prefix", ["GB/T 13-2010"], ["GB/T 13-2010"]),
    ("GB 30", "other-prefix", ["GB/T 30-2017"], ["GB/T 30-2017"]),
    ("GB 31", "no-live-edition", [], ["GB 31-1998"]),
    ("GB 30-1998", "replaced", ["GB 30-1998"], ["GB 30-1998", "GB/T 30-2017"]),
    # not here at all
    ("GB/T 99", "outside", [], []),
    ("GB/T 99-2020", "outside", [], []),
    ("DB33/T 10", "outside", [], []),
    ("示例国际公约", "outside", [], []),
    # no number: by id, by title
    ("old-rules", "withdrawn", ["old-rules"], ["old-rules"]),
    ("《示例旧规程》", "withdrawn", ["old-rules"], ["old-rules"]),
]


@pytest.mark.parametrize(("cited", "outcome", "targets", "chain"), OUTCOMES)
def test_what_a_citation_means(
    cited: str, outcome: str, targets: list[str], chain: list[str]
) -> None:
    citation = resolved(cited)

    assert citation.outcome == outcome
    assert [target.key for target in citation.targets] == targets
    assert citation.chain == tuple(chain)


def test_a_citation_says_who_cites_what_where() -> None:
    citation = citations("GB/T 10, GB/T 12-2015")[1]

    assert citation.citing.key == "Q/ABC 1-2020"
    assert citation.cited_as == "GB/T 12-2015"
    assert str(citation.number) == "GB/T 12-2015"
    assert citation.dated
    assert str(citation.place) == "stdsys.yaml#/standards/0/cites/1"


def test_a_text_with_several_numbers_is_several_citations_of_one_place() -> None:
    one, two = citations("'GB/T 10-2005、GB/T 13'")

    assert (one.outcome, two.outcome) == (Outcome.REPLACED, Outcome.NO_LIVE_EDITION)
    assert (one.dated, two.dated) == (True, False)
    assert one.place == two.place
    assert one.cited_as == two.cited_as == "GB/T 10-2005、GB/T 13"


@pytest.mark.parametrize(
    ("cited", "presumed"),
    [("GB/T 10-1989", True), ("GB/T 5009.3-2010", False), ("GB/T 10", False), ("GB/T 13", False)],
)
def test_what_rests_on_a_presumption_is_marked(cited: str, presumed: bool) -> None:
    assert resolved(cited).presumed is presumed


def test_a_bare_record_is_live_by_presumption() -> None:
    analysis = analysis_of("GB/T 77", "number: GB/T 77-2001")

    (citation,) = analysis.citations.by_citing("Q/ABC 1-2020")

    assert (citation.outcome, citation.presumed) == (Outcome.LIVE, True)


PLANS = """
    documents:
      - {id: measures, title: 示例办法, issued: 2020-01-01}
    standards:
      - number: Q/ABC 1-2020
        cites: [draft, 示例规范 第2部分, 示例办法]
    systems:
      - id: tea
        name: 示例体系
        entries:
          - {planned: 示例规范, id: draft, cites: [GB/T 99]}
          - {planned: "示例规范　第2部分"}
"""


def test_planned_standards_and_documents_are_found_by_id_and_title() -> None:
    draft, by_title, document = analysed(PLANS).citations.by_citing("Q/ABC 1-2020")

    assert (draft.outcome, by_title.outcome) == (Outcome.PLANNED, Outcome.PLANNED)
    assert draft.other is not None
    assert draft.other.key == "draft"
    assert by_title.other is not None
    assert by_title.other.title == "示例规范　第2部分"
    assert document.outcome is Outcome.LIVE
    assert document.other is not None
    assert document.other.key == "measures"


def test_planned_standards_cite_and_are_judged() -> None:
    (citation,) = analysed(PLANS).citations.by_citing("draft")

    assert citation.outcome is Outcome.OUTSIDE
    assert citation.judged
    assert str(citation.place) == "stdsys.yaml#/systems/0/entries/0/cites/0"


@pytest.mark.parametrize(
    ("facts", "judged"),
    [
        ("status: 现行", True),
        ("effective: 2027", True),
        ("status: 废止", False),
        ("status: 被代替", False),
        ("status: 未知", False),
    ],
)
def test_only_what_can_be_amended_is_judged(facts: str, judged: bool) -> None:
    analysis = analysed(standards(f"number: Q/ABC 1-2020, {facts}, cites: [GB/T 99]"))

    assert [one.judged for one in analysis.citations.all] == [judged]


@pytest.mark.parametrize(
    ("cited", "unverified"),
    [
        ("GB/T 99", False),
        ("{number: GB/T 99, verified: false}", True),
        ("{number: GB/T 99, source: recalled}", True),
        ("{number: GB/T 99, verified: 2026-01-01}", False),
    ],
)
def test_citations_that_nobody_has_verified(cited: str, unverified: bool) -> None:
    assert resolved(cited).unverified is unverified


@pytest.mark.parametrize("cited", ["Q/ABC 1-2020", "Q/ABC 1"])
def test_a_standard_may_cite_itself(cited: str) -> None:
    analysis = analysis_of(cited)

    assert [one.of_itself for one in analysis.citations.all] == [True]
    assert analysis.citations.cycles == ()


def test_an_older_edition_is_not_the_standard_itself() -> None:
    analysis = analysis_of("Q/ABC 1-2010", "number: Q/ABC 1-2010")

    assert [one.of_itself for one in analysis.citations.all] == [False]


def test_cycles_among_what_is_judged() -> None:
    analysis = analysed(
        standards(
            "number: GB/T 3-2020, cites: [GB/T 1]",
            "number: GB/T 1-2020, cites: [GB/T 2-2020, GB/T 9]",
            "number: GB/T 2-2020, cites: [GB/T 3]",
            "number: GB/T 4-2020, cites: [GB/T 1, GB/T 5-2020]",
            "number: GB/T 5-2020, cites: [GB/T 4], status: 废止",
            "number: GB/T 7-2020, cites: [GB/T 6]",
            "number: GB/T 6-2020, cites: [GB/T 7]",
        )
    )

    assert analysis.citations.cycles == (
        ("GB/T 3-2020", "GB/T 1-2020", "GB/T 2-2020"),
        ("GB/T 7-2020", "GB/T 6-2020"),
    )


def test_cycles_through_all_parts() -> None:
    analysis = analysed(
        standards(
            "number: GB/T 1.1-2020, cites: [GB/T 2-2020, GB/T 1]",
            "number: GB/T 1.2-2020",
            "number: GB/T 2-2020, cites: [GB/T 1（所有部分）]",
            "number: GB/T 3.1-2020, cites: [GB/T 3]",
            "number: GB/T 3.2-2020",
        )
    )

    assert analysis.citations.cycles == (("GB/T 1.1-2020", "GB/T 2-2020"),)


def test_all_parts_of_which_the_only_one_alive_bears_another_prefix() -> None:
    built = analysed(
        standards(
            "number: GB/T 99001.1-2005, status: 废止",
            "number: GB 99001.1-2020, status: 现行",
            "number: T/SLXH 001-2024, cites: [GB/T 99001（所有部分）]",
        )
    )
    (citation,) = built.citations.all
    assert citation.outcome is Outcome.OTHER_PREFIX
    assert [target.key for target in citation.targets] == ["GB 99001.1-2020"]
