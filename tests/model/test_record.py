"""A record keeps what is stated; its class says the rest."""

from stdsys.findings import Place
from stdsys.model.partial_date import PartialDate
from stdsys.model.standard_record import StandardRecord

PLACE = Place("stdsys.yaml", ("standards",))


def record(**stated: object) -> StandardRecord:
    made = StandardRecord.model_validate({"number": "GB/T 99001-2020", **stated})
    made.stand_in(PLACE, 3)
    return made


def test_what_is_not_stated_is_the_default() -> None:
    one = record(title="示例")
    assert (one.title, one.cites, one.level, one.source) == ("示例", (), None, None)
    assert one.model_fields_set == {"number", "title"}
    assert one.place == PLACE.at(3)


def test_it_is_equal_to_what_is_read_again() -> None:
    assert record(title="示例") == record(title="示例")
    assert record(title="示例") != record(title="示例二")
    assert record(title="示例") != record()


def test_a_change_of_a_copy_is_no_change_of_others() -> None:
    one, other = record(title="示例"), record(title="示例二")
    changed = one.model_copy(update={"withdrawn": PartialDate.parse("2024")})
    assert changed.withdrawn == PartialDate(2024)
    assert changed.model_fields_set == {"number", "title", "withdrawn"}
    assert changed.place == one.place
    for untouched in (one, other, record(title="示例三")):
        assert untouched.withdrawn is None
        assert untouched.model_fields_set == {"number", "title"}
