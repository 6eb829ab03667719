"""The statuses of a day, sorted into what rules ask for."""

import pytest

from stdsys.model.status import Status


@pytest.mark.parametrize("status", Status)
def test_each_is_dead_unknown_in_force_or_to_come(status: Status) -> None:
    states = (status.dead, status is Status.UNKNOWN, status is Status.IN_FORCE, status.to_come)
    assert sum(states) == 1
    assert status.in_force_or_to_come is not (status.dead or status is Status.UNKNOWN)


def test_what_needs_no_further_work_is_live() -> None:
    live = {status for status in Status if status.live}
    assert live == {Status.IN_FORCE, Status.UPCOMING}
    assert {status for status in Status if status.in_force_or_to_come} > live
