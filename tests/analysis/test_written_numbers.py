"""Which written numbers are looked at, and where their findings are waived."""

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


def test_placements_of_a_recorded_standard_do_not_waive_it() -> None:
    built = workspace(record(number="GB/T 99001-2020") + one_system("standard: GB/T 99001-2020"))
    placements = Placements.of(built)
    [edition] = built.editions.values()
    assert placements.waived_at(edition) == ()
    assert [entry.key for entry in placements.entries_of(edition)] == ["crop:GB/T 99001-2020"]
