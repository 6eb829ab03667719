"""Which written numbers are looked at, and where their findings are waived."""

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.placements import Placements
from stdsys.analysis.written_numbers import Role
from tests.rules.small_workspaces import DAY, one_system, record
from tests.workspaces import workspace


def test_the_collector_finds_every_field_once() -> None:
    text = (
        "standards:\n"
        "  - number: GB/T99001-2020\n    formerly: [GB99001-2020]\n    replaces: [GB/T99001-2010]\n"
        "    replaced_by: [{number: GB/T99001-2030, scope: part}]\n    cites: [GB/T99002]\n"
        "    adopts: [ISO99001]\n"
    ) + one_system(
        "standard: GB/T99001-2020", "planned: 示例, needs: [GB/T99003], upgrades: [GB/T99004]"
    )
    built = workspace(text.replace("2030", "2026"))
    written = Analysis(built, DAY).doubtful_numbers
    assert sorted(one.role for one in written) == sorted(Role)


@pytest.mark.parametrize(
    ("role", "field"),
    [
        (Role.FORMERLY, "formerly: [GB99001-2019]"),
        (Role.REPLACES, "replaces: [GB/T99001-2010]"),
        (Role.REPLACED_BY, "replaced_by: [GB/T99001-2026]"),
        (Role.CITES, "cites: [GB/T 99003-2020, GB/T99002]"),
        (Role.ADOPTS, "adopts: [ISO99001]"),
    ],
)
def test_one_doubtful_text_beside_sound_ones_is_enough(role: Role, field: str) -> None:
    built = workspace(f"standards: [{{number: GB/T 99001-2020, {field}}}]")
    assert [one.role for one in Analysis(built, DAY).doubtful_numbers] == [role]


@pytest.mark.parametrize(
    ("role", "field"),
    [(Role.NEEDS, "needs: [GB/T99003]"), (Role.UPGRADES, "upgrades: [GB/T99004]")],
)
def test_one_doubtful_text_of_a_plan_is_enough(role: Role, field: str) -> None:
    built = workspace(one_system(f"planned: 示例, {field}"))
    assert [one.role for one in Analysis(built, DAY).doubtful_numbers] == [role]


def test_placements_of_a_recorded_standard_do_not_waive_it() -> None:
    built = workspace(record(number="GB/T 99001-2020") + one_system("standard: GB/T 99001-2020"))
    placements = Placements.of(built)
    [edition] = built.editions.values()
    assert placements.waived_at(edition) == ()
    assert [entry.key for entry in placements.entries_of(edition)] == ["crop:GB/T 99001-2020"]
