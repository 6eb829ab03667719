"""The JSON Schema that editors use is the one of the model."""

import json
from pathlib import Path

from stdsys.model.workspace_record import FileRecord
from tests.cli.running import run

COMMITTED = Path(__file__).parents[2] / "schemas" / "workspace.schema.json"


def schema_command() -> str:
    result = run("schema", lang=None)
    assert result.code == 0
    return result.out


def test_the_committed_schema_is_in_step() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == schema_command(), (
        "run: stdsys schema --output schemas/workspace.schema.json"
    )


def test_every_section_and_field_is_described_in_both_languages() -> None:
    schema = json.loads(schema_command())
    assert set(schema["properties"]) == set(FileRecord.model_fields)
    for definition in [schema, *schema["$defs"].values()]:
        for name, field in definition.get("properties", {}).items():
            text = field.get("description", "")
            assert any("\u4e00" <= sign <= "\u9fff" for sign in text), name
            assert any(sign.isascii() and sign.isalpha() for sign in text), name


def test_unknown_fields_are_refused() -> None:
    schema = json.loads(schema_command())
    assert schema["$defs"]["StandardRecord"]["additionalProperties"] is False


def test_scalars_that_look_like_numbers_are_allowed() -> None:
    code = json.loads(schema_command())["$defs"]["NodeRecord"]["properties"]["code"]
    assert set(code["type"]) == {"string", "number", "boolean"}
