"""Every status, level and nature has a word."""

from enum import StrEnum

import pytest

from stdsys.messages import Text
from stdsys.model.status import Status
from stdsys.model.vocabulary import StatedStatus
from stdsys.numbers import Level, Nature
from stdsys.rules.wording import LEVEL_WORDS, NATURE_WORDS, STATED_WORDS, STATUS_WORDS


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (STATUS_WORDS, Status),
        (STATED_WORDS, StatedStatus),
        (LEVEL_WORDS, Level),
        (NATURE_WORDS, Nature),
    ],
)
def test_nothing_is_without_a_word(words: dict[StrEnum, Text], kind: type[StrEnum]) -> None:
    assert set(words) == set(kind)
