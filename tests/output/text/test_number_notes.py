"""Every doubt and every refusal has its sentence."""

import pytest

from stdsys.messages import translator
from stdsys.numbers import read
from stdsys.numbers.reading import WARNING_FLAGS
from stdsys.output.text.number_notes import note_of
from stdsys.rules.numbers.flags import sentence_of


@pytest.mark.parametrize("flag", sorted(WARNING_FLAGS))
def test_every_doubt_has_a_sentence(flag: str) -> None:
    assert sentence_of(flag) is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("GB/T 9833.9—2013", None),
        ("DB99/T 1-2020", "there is no region 99"),
        ("GB/A 1234-2001", "there is no code with the suffix A"),
        ("DB4290/T 1-2020", "4290 is no city that may issue local standards"),
        (
            "GBZ 32450-2015",
            "GBZ (occupational health) with five figures may be meant as GB/Z; "
            "did you mean GB/Z 32450-2015?",
        ),
        ("20221234-T-424", "a plan number, not a standard number"),
    ],
)
def test_notes(text: str, words: str | None) -> None:
    note = note_of(read(text))
    assert (note and translator("en")(note)) == words
