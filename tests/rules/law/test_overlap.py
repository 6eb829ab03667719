"""Rule H006: what the samples do not show, and the index against all pairs. All is invented."""

from random import Random

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Severity
from stdsys.numbers import LEVEL_RANKS, Level
from stdsys.rules.law.overlaps import NAMED, overlaps
from tests.rules.small_workspaces import DAY, OWN, codes, found, one_system, records, say
from tests.workspaces import workspace

ABOVE = "number: GB/T 99001-2020, object: 示例作物"
GROUP = "number: T/SLXH 001-2024, issuer: guild, object: 示例作物"
ASPECTS = "aspects: [{id: quality, name: 质量}, {id: safety, name: 安全}]\n"


def pair(lower: str, above: str = ABOVE, *, more: str = "") -> list[Finding]:
    return found("H006", OWN + more + records(above, lower))


@pytest.mark.parametrize(
    ("above", "lower", "overlap"),
    [
        ("GB/T 99001-2020", "NY/T 99001-2020", True),
        ("GB/T 99001-2020", "DB42/T 99001-2020", True),
        ("GB/Z 99001-2020", "Q/SLGS 001-2020", True),
        ("NY/T 99001-2020", "DB42/T 99001-2020", True),
        ("DB42/T 99001-2020", "T/SLXH 001-2020", True),
        ("T/SLXH 001-2020", "Q/SLGS 001-2020", True),
        ("GB 99001-2020", "NY/T 99001-2020", False),
        ("NY/T 99001-2020", "LY/T 99001-2020", False),
        ("ISO 99001:2020", "GB/T 99001-2020", False),
    ],
)
def test_levels_that_overlap(above: str, lower: str, overlap: bool) -> None:
    findings = pair(f"number: {lower}, object: 示例作物", f"number: {above}, object: 示例作物")
    assert [(one.subject, one.severity) for one in findings] == [(lower, Severity.INFO)] * overlap


@pytest.mark.parametrize("name", ["示例作物", " 示例 作物", "示例-作物"])
def test_an_object_is_the_same_in_any_spelling(name: str) -> None:
    [one] = pair(f"number: T/SLXH 001-2024, issuer: guild, object: {name!r}")
    assert one.severity is Severity.WARNING
    assert one.place.route == ("standards", 1, "object")
    assert [related.place.route for related in one.related] == [("standards", 0, "object")]
    assert say(one.message).endswith("as GB/T 99001-2020")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        *(
            ("ab作物", "AB作物"),
            ("ab作物", "ａｂ作物"),
            ("1号作物", "①号作物"),
            ("作物2", "（作物）²"),
        ),
        *(("i作物", "İ作物"), ("作物", "作物，"), ("ｶﾞ作物", "ガ作物")),
    ],
)
def test_case_width_and_marks_make_no_other_object(name: str, other: str) -> None:
    for above, lower in ((name, other), (other, name)):
        [one] = pair(
            f"number: T/SLXH 001-2024, object: {lower}",
            f"number: GB/T 99001-2020, object: {above}",
        )
        assert one.subject == "T/SLXH 001-2024"


@pytest.mark.parametrize("body", ["object: 别的作物", "title: 示例作物"])
def test_another_object_or_none_is_silent(body: str) -> None:
    assert pair(f"number: T/SLXH 001-2024, issuer: guild, {body}") == []


def test_another_name_of_a_systems_object_is_the_same_object() -> None:
    system = "systems: [{id: crop, name: 体系, object: 示例作物, aliases: [示例谷物]}]\n"
    lower = "number: T/SLXH 001-2024, object: 示例谷物"
    assert len(pair(lower, more=system)) == 1
    assert pair(lower) == []


@pytest.mark.parametrize(
    ("above", "lower"),
    [
        (f"{ABOVE}, status: 废止", GROUP),
        (f"{ABOVE}, status: 未知", GROUP),
        (ABOVE, f"{GROUP}, status: 废止"),
        (f"{ABOVE}, effective: 2027-01-01, replaces: [T/SLXH 001-2024]", GROUP),
    ],
)
def test_the_dead_the_unknown_and_what_is_being_replaced_do_not_overlap(
    above: str, lower: str
) -> None:
    assert pair(lower, above) == []


def test_an_upcoming_standard_overlaps() -> None:
    assert len(pair(f"{GROUP}, effective: 2027-01-01")) == 1


@pytest.mark.parametrize(
    ("aspect_above", "aspect_below", "overlap"),
    [
        ("quality", "quality", True),
        ("quality, safety", "safety", True),
        ("quality", "safety", False),
        ("quality", "", False),
        ("", "quality", False),
        ("", "", True),
    ],
)
def test_aspects_must_meet_and_the_general_meets_the_general(
    aspect_above: str, aspect_below: str, overlap: bool
) -> None:
    system = one_system(
        f"standard: GB/T 99001-2020, aspects: [{aspect_above}]",
        f"standard: T/SLXH 001-2024, aspects: [{aspect_below}]",
    )
    findings = pair(GROUP, more=ASPECTS + system)
    assert len(findings) == overlap


def test_the_shared_aspects_are_named_once_together() -> None:
    entries = [
        f"standard: {number}, aspects: [quality, safety]"
        for number in ("GB/T 99001-2020", "T/SLXH 001-2024")
    ]
    [one] = pair(GROUP, more=ASPECTS + one_system(*entries))
    assert "and aspect (质量, 安全) as GB/T 99001-2020" in say(one.message)


def test_only_the_nearest_level_above_is_named() -> None:
    bodies = [ABOVE, "number: NY/T 99001-2020, object: 示例作物", GROUP]
    findings = found("H006", OWN + records(*bodies))
    named = {one.subject: [say(r.message) for r in one.related] for one in findings}
    assert named == {
        "NY/T 99001-2020": ["GB/T 99001-2020 has this object"],
        "T/SLXH 001-2024": ["NY/T 99001-2020 has this object"],
    }


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("level: national", 1),
        ("level: national, upgrades: [T/SLXH 001-2024]", 0),
        ("level: national, replaces: [T/SLXH 001-2024]", 0),
        ("level: national, nature: 强制性", 0),
    ],
)
def test_a_planned_standard_above_overlaps_unless_it_takes_over(body: str, count: int) -> None:
    entry = one_system(f"planned: 示例规范, object: 示例作物, {body}")
    assert len(found("H006", OWN + records(GROUP) + entry)) == count


def test_a_planned_standard_below_is_own_and_waived_at_its_entry() -> None:
    entry = "planned: 示例规范, level: group, object: 示例作物"
    [one] = found("H006", records(ABOVE) + one_system(entry))
    assert (one.severity, one.place.route[-1]) == (Severity.WARNING, "object")
    waived = f"{entry}, waive: [{{rule: H006, reason: 要求更严}}]"
    assert codes(records(ABOVE) + one_system(waived), "H") == []


@pytest.mark.parametrize(
    ("above", "lower", "unverified"),
    [
        ([ABOVE], f"{GROUP}, verified: false", True),
        ([f"{ABOVE}, verified: false"], GROUP, True),
        ([f"{ABOVE}, verified: false", "number: GB/T 99002-2020, object: 示例作物"], GROUP, False),
    ],
)
def test_one_verified_standard_above_is_enough(
    above: list[str], lower: str, unverified: bool
) -> None:
    [one] = found("H006", OWN + records(*above, lower))
    assert one.unverified is unverified


def test_many_standards_above_are_named_up_to_a_limit() -> None:
    above = [f"number: GB/T 9900{n}-2020, object: 示例作物" for n in range(1, NAMED + 3)]
    [one] = found("H006", OWN + records(*above, GROUP))
    assert len(one.related) == NAMED


def limits(*amounts: str) -> str:
    rows = (f'{{id: i{at}, limit: "{amount}", unit: "%"}}' for at, amount in enumerate(amounts))
    return f"indicators: [{', '.join(rows)}]"


@pytest.mark.parametrize(
    ("above", "below", "silent"),
    [
        (limits("<= 5", "<= 8"), limits("<= 4", "<= 8"), True),
        (limits("<= 5", "<= 8"), limits("<= 5", "<= 8"), False),
        (limits("<= 5", "<= 8"), limits("<= 4", "<= 9"), False),
        (limits("<= 5", "<= 8"), limits("<= 4"), True),
        (limits("<= 5"), limits("<= 4", "<= 9"), True),
        (limits("<= 5"), "cites: [GB/T 99009]", False),
        ("cites: [GB/T 99009]", limits("<= 4"), False),
        (limits("<= 5", "<= 8"), limits("<= 4", ">= 1"), True),
        (limits("<= 5", ">= 8"), limits("<= 6", "<= 7"), False),
    ],
)
@pytest.mark.parametrize("number", ["T/SLXH 001-2024", "Q/SLGS 001-2024"])
def test_stricter_group_and_enterprise_standards_are_encouraged(
    number: str, above: str, below: str, silent: bool
) -> None:
    findings = pair(f"number: {number}, object: 示例作物, {below}", f"{ABOVE}, {above}")
    assert (findings == []) is silent


def test_a_stricter_industry_or_local_standard_overlaps_all_the_same() -> None:
    for number in ("NY/T 99002-2020", "DB42/T 99002-2020"):
        lower = f"number: {number}, object: 示例作物, {limits('<= 4')}"
        assert len(pair(lower, f"{ABOVE}, {limits('<= 5')}")) == 1


def test_it_must_be_stricter_than_each_standard_that_it_overlaps() -> None:
    bodies = [
        f"{ABOVE}, {limits('<= 5')}",
        f"number: GB/T 99002-2020, object: 示例作物, {limits('<= 3')}",
        f"{GROUP}, {limits('<= 4')}",
    ]
    assert len(found("H006", OWN + records(*bodies))) == 1


def test_to_be_stricter_than_a_screening_value_is_no_merit() -> None:
    screening = limits("<= 5").replace("}", ", screening: true}")
    assert len(pair(f"{GROUP}, {limits('<= 4')}", f"{ABOVE}, {screening}")) == 1


CODES = {
    Level.NATIONAL: "GB/T {n}-2020",
    Level.INDUSTRY: "NY/T {n}-2020",
    Level.LOCAL: "DB42/T {n}-2020",
    Level.GROUP: "T/SLXH {n}-2020",
    Level.ENTERPRISE: "Q/SLGS {n}-2020",
}


@pytest.mark.parametrize("seed", range(8))
def test_the_index_finds_what_comparing_all_pairs_finds(seed: int) -> None:
    random = Random(seed)
    made = {}
    for n in range(9001, 9031):
        level = random.choice(list(CODES))
        number = CODES[level].format(n=n)
        aspects = frozenset(random.sample(["quality", "safety"], random.randrange(3)))
        made[number] = (LEVEL_RANKS[level], random.choice("甲乙丙"), aspects)
    text = ASPECTS + records(*(f"number: {key}, object: {made[key][1]}" for key in made))
    text += one_system(*(f"standard: {k}, aspects: [{', '.join(made[k][2])}]" for k in made))
    expected = {}
    for key, (rank, thing, aspects) in made.items():
        above = [
            other
            for other, (other_rank, other_thing, others) in made.items()
            if other_rank < rank
            and other_thing == thing
            and (aspects & others or not (aspects or others))
        ]
        if above:
            nearest = max(made[other][0] for other in above)
            expected[key] = {other for other in above if made[other][0] == nearest}
    result = {
        o.lower.key: {h.key for h in o.higher} for o in overlaps(Analysis(workspace(text), DAY))
    }
    assert result.keys() == expected.keys()
    for key, higher in result.items():
        assert higher <= expected[key]
        assert len(higher) == min(NAMED, len(expected[key]))
