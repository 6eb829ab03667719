"""What a register says of the numbers of a workspace on a day."""

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.life_cycle.status_rules import judge
from stdsys.analysis.register_answers import RegisterAnswers, _as_edition, plainly_in_force
from stdsys.model.status import Status
from stdsys.numbers import parse
from stdsys.register.facts import Known, Origin, Said
from tests.register.registers import register_of
from tests.rules.small_workspaces import DAY, NEW, OLD, records
from tests.workspaces import workspace

_SAID = Said(Origin(1, "示例", "list.csv", "2026-11-01"), 1)
_DATES = st.sampled_from(["", "2010", "2010-03-01", "2026-11-22", "2026-11-23", "2030-01-01"])
_STATUS = st.sampled_from(["", "in-force", "withdrawn", "replaced", "upcoming", "partly-replaced"])


@settings(max_examples=150, deadline=None)
@given(status=_STATUS, issued=_DATES, effective=_DATES, withdrawn=_DATES)
def test_the_short_way_answers_as_the_rules_do(
    status: str, issued: str, effective: str, withdrawn: str
) -> None:
    said = {"status": status, "issued": issued, "effective": effective, "withdrawn": withdrawn}
    known = Known(OLD, {name: value for name, value in said.items() if value}, {}, _SAID)
    short = plainly_in_force(known, DAY)
    assert short is None or short == judge(_as_edition(known, parse(OLD)), DAY, ())


def test_a_successor_that_is_still_to_come_replaces_nothing_yet(tmp_path: Path) -> None:
    built = workspace(records(f"number: {OLD}"))
    rows: tuple[dict[str, object], ...] = (
        {"number": OLD, "status": "现行"},
        {"number": NEW, "replaces": OLD, "effective": "2020-09-01"},
    )
    with register_of(tmp_path, *rows) as register:
        (before,) = RegisterAnswers.of(built, date(2020, 8, 31), register).answers
        (after,) = RegisterAnswers.of(built, date(2020, 9, 1), register).answers
    assert before.status is not None
    assert (before.status.status, before.coming) == (Status.IN_FORCE, (NEW,))
    assert after.status is not None
    assert (after.status.status, after.coming) == (Status.REPLACED, ())
    assert after.said is not None
    assert after.said.row == 2


def test_an_undated_number_means_the_newest_edition(tmp_path: Path) -> None:
    built = workspace(records("number: GB/T 99001"))
    with register_of(tmp_path, {"number": NEW}, {"number": OLD}) as register:
        (answer,) = RegisterAnswers.of(built, DAY, register).answers
    assert answer.known is not None
    assert answer.known.key == NEW


def test_a_register_that_says_nothing_of_the_status_does_not_tell(tmp_path: Path) -> None:
    built = workspace(records(f"number: {OLD}"))
    with register_of(tmp_path, {"number": OLD, "title": "示例"}) as register:
        (answer,) = RegisterAnswers.of(built, DAY, register).answers
    assert answer.status is None
