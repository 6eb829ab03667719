"""Rules H002, H003, H009 and H010: what their samples do not show. All is invented."""

from collections.abc import Mapping, Sequence

import pytest

from stdsys.findings import Finding, Severity
from stdsys.rules.limits.family import LIMIT_RULES
from tests.rules.judging import findings, hint, words
from tests.rules.small_workspaces import report

H002, H003, H009, H010 = LIMIT_RULES
GB, GBT, DB = "GB 99001-2020", "GB/T 99002-2020", "DB42/T 99004-2020"
GROUP, Q = "T/SLXH 001-2024", "Q/SLQY 001-2024"

HEAD = "workspace: {format: 1, name: example}\n"
OWN = "organisations: [{id: guild, name: 示例协会, own: true}]\n"


OWNED = {"issuer": "guild", "issued": "2024"}


def record(number: str, *limits: str, own: bool = False, more: str = "") -> str:
    stated = "".join(f"    {name}: {value}\n" for name, value in (OWNED if own else {}).items())
    stated += f"    title: 示例\n{more}"
    rows = "".join(f"      - {{id: lead, name: 铅, {limit}}}\n" for limit in limits)
    return f"  - number: {number}\n{stated}    indicators:\n{rows}"


def lines(facts: Mapping[str, str]) -> str:
    return "".join(f"    {name}: {value}\n" for name, value in facts.items())


def most(amount: str, more: str = "") -> str:
    return f'limit: "<= {amount}", unit: mg/kg{more}'


def text(*records: str, head: str = HEAD) -> str:
    return head + OWN + "standards:\n" + "".join(records)


def severities(found: Sequence[Finding]) -> list[Severity]:
    return [one.severity for one in found]


E, W, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class TestLooserThanMandatory:
    @pytest.mark.parametrize(
        ("own", "facts", "expected"),
        [
            (True, {}, [E]),
            (False, {}, [W]),
            (True, {"effective": "2027-03-01"}, [W]),
            (False, {"effective": "2027-03-01"}, [INFO]),
            (True, {"status": "废止"}, []),
        ],
    )
    def test_severity_says_who_can_act(
        self, own: bool, facts: dict[str, str], expected: list[Severity]
    ) -> None:
        found = findings(
            H002, text(record(GB, most("5"), more=lines(facts)), record(Q, most("6"), own=own))
        )
        assert severities(found) == expected

    def test_the_finding_stands_at_the_lower_limit(self) -> None:
        [one] = findings(H002, text(record(GB, most("5")), record(GROUP, most("6"), own=True)))
        assert one.place.route == ("standards", 1, "indicators", 0, "limit")
        assert [related.place.route[1] for related in one.related] == [0]
        assert words(one) == (
            f"{GROUP}: 铅, ≤ 6 mg/kg, against ≤ 5 mg/kg in {GB}: allows higher values"
        )
        assert hint(one) == "bring it to ≤ 5 mg/kg or stricter"

    def test_a_screening_value_is_no_matter_of_the_law(self) -> None:
        above = record(GB, most("5", ", screening: true"))
        assert findings(H002, text(above, record(Q, most("6"), own=True))) == []

    @pytest.mark.parametrize("side", ["above", "below"])
    @pytest.mark.parametrize("facts", [{"verified": "false"}, {"source": "recalled"}])
    def test_unverified_standards_make_it_information(
        self, side: str, facts: dict[str, str]
    ) -> None:
        above = record(GB, most("5"), more=lines(facts) if side == "above" else "")
        below = record(Q, most("6"), own=True, more=lines(facts) if side == "below" else "")
        [located] = [
            one
            for one in report(text(above, below)[len(HEAD) :]).findings
            if one.finding.code == "H002"
        ]
        assert located.severity is INFO

    def test_unverified_limits_make_it_information(self) -> None:
        above = record(GB, most("5", ", verified: false"))
        [one] = findings(H002, text(above, record(Q, most("6"), own=True)))
        assert one.unverified

    def test_a_standard_has_one_finding_with_the_others_counted(self) -> None:
        below = record(Q, most("6"), most("7", ", grade: 二级"), own=True)
        [located] = [
            one
            for one in report(text(record(GB, most("5")), below)[len(HEAD) :]).findings
            if one.finding.code == "H002"
        ]
        assert located.finding.count == 2

    def test_a_limit_that_falls_short_of_several_is_one_finding(self) -> None:
        newer = record("GB 99009-2020", most("4"))
        below = record(Q, most("6"), own=True)
        [one] = findings(H002, text(record(GB, most("5")), newer, below))
        assert GB in words(one)

    def test_a_waiver_of_the_standard_matches(self) -> None:
        below = record(Q, most("6"), own=True, more="    waive: [{rule: H002, reason: 示例理由}]\n")
        codes = [
            one.finding.code
            for one in report(text(record(GB, most("5")), below)[len(HEAD) :]).findings
        ]
        assert "H002" not in codes
        assert "W002" not in codes

    def test_bounds_of_a_sampling_plan_that_nobody_tells_apart_are_no_matter_of_the_law(
        self,
    ) -> None:
        plan = record(GB, most("10", ", note: m"), most("100", ", note: M"))
        assert findings(H002, text(plan, record(Q, most("5000"), own=True))) == []
        [one] = findings(H009, text(plan, record(Q, most("5000"), own=True)))
        assert words(one) == (
            f"{Q}: 铅, ≤ 5000 mg/kg, against m: ≤ 10 mg/kg in {GB}: sampling plan"
        )
        below = record(Q, most("11", ", note: m"), most("100", ", note: M"), own=True)
        assert len(findings(H002, text(plan, below))) == 1

    def test_looser_than_every_grade_is_looser(self) -> None:
        grades = record(GB, most("5", ", grade: 一级"), most("8", ", grade: 二级"))
        assert findings(H002, text(grades, record(Q, most("8"), own=True))) == []
        [one] = findings(H002, text(grades, record(Q, most("9"), own=True)))
        assert hint(one) == "bring it to 二级: ≤ 8 mg/kg or stricter"

    def test_what_may_not_be_there_is_at_most_nothing(self) -> None:
        none = record(GB, "limit: 不得检出")
        assert len(findings(H002, text(none, record(Q, most("0.1"), own=True)))) == 1
        assert findings(H002, text(none, record(Q, "limit: 阴性", own=True))) == []

    def test_another_mandatory_standard_is_for_h003(self) -> None:
        both = text(record("NY 99003-2010", most("5")), record(Q, most("6"), own=True))
        assert findings(H002, both) == []
        assert severities(findings(H003, both)) == [W]


class TestLooserThanHigher:
    FLOOR = "workspace: {format: 1, name: example, local_floor: [mandatory, recommended]}\n"

    @pytest.mark.parametrize(
        ("number", "own", "floor", "expected"),
        [
            (GROUP, True, False, [W]),
            (GROUP, False, False, []),
            (GROUP, False, True, []),
            (DB, True, False, [W]),
            (DB, True, True, [W]),
            (DB, False, False, []),
            (DB, False, True, [INFO]),
        ],
    )
    def test_own_standards_and_the_floor(
        self, number: str, own: bool, floor: bool, expected: list[Severity]
    ) -> None:
        head = self.FLOOR if floor else HEAD
        found = findings(
            H003, text(record(GBT, most("5")), record(number, most("6"), own=own), head=head)
        )
        assert severities(found) == expected

    def test_the_floor_is_of_national_standards(self) -> None:
        above = record("NY/T 99003-2020", most("5"))
        assert findings(H003, text(above, record(DB, most("6")), head=self.FLOOR)) == []

    @pytest.mark.parametrize(
        ("number", "advice"),
        [(Q, "self-declaration"), (GROUP, "waiver"), (DB, "no local standard")],
    )
    def test_what_can_be_done(self, number: str, advice: str) -> None:
        both = text(record(GBT, most("5")), record(number, most("6"), own=True), head=self.FLOOR)
        [one] = findings(H003, both)
        assert advice in hint(one)

    def test_a_standard_still_to_come_makes_it_information(self) -> None:
        above = record(GBT, most("5"), more="    effective: 2027-03-01\n")
        assert severities(findings(H003, text(above, record(Q, most("6"), own=True)))) == [INFO]


class TestNotComparable:
    def test_own_standards_only(self) -> None:
        above = record(GBT, 'limit: "<= 5", unit: mg/L')
        assert findings(H009, text(above, record(Q, most("5")))) == []
        [one] = findings(H009, text(above, record(Q, most("5"), own=True)))
        assert one.severity is INFO
        assert "the units measure different things" in words(one)


class TestUnknownUnit:
    def test_one_finding_a_unit_with_the_nearest_known_one(self) -> None:
        wrong = 'limit: "<= 5", unit: mg/kgg'
        found = report(text(record(GB, wrong), record(Q, wrong))[len(HEAD) :]).findings
        [one] = [located.finding for located in found if located.finding.code == "H010"]
        assert (one.count, one.severity) == (2, W)
        assert one.place.route == ("standards", 0, "indicators", 0, "unit")
        assert hint(one) == "did you mean mg/kg?"

    def test_a_strange_unit_is_to_be_defined(self) -> None:
        [one] = findings(H010, text(record(GB, 'limit: "<= 5", unit: 昴')))
        assert "units: as 昴: 25 kg" in hint(one)

    def test_a_faulty_definition(self) -> None:
        head = "workspace: {format: 1, name: example, units: {筐: 25 昴, 箱: 20 kg}}\n"
        [one] = findings(H010, text(record(GB, 'limit: "<= 5", unit: 箱'), head=head))
        assert one.place.route == ("workspace", "units", "筐")

    def test_no_unit_is_no_fault(self) -> None:
        assert findings(H010, text(record(GB, 'limit: "<= 5"'))) == []
