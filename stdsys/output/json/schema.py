"""The JSON Schema of a workspace file, generated from the model."""

import json
from copy import deepcopy
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import BeforeValidatorFunctionSchema, StringSchema

from stdsys.model.scalars import listed
from stdsys.model.workspace_record import FORMAT, FileRecord

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def workspace_schema() -> str:
    """Return the schema as JSON text; descriptions are Chinese and English."""
    schema = FileRecord.model_json_schema(mode="validation", schema_generator=_AsEditorsSee)
    for definition in (schema, *schema["$defs"].values()):
        _allow_absent(definition)
    head = {"$schema": DIALECT, "$id": f"stdsys-workspace-{FORMAT}.schema.json"}
    return json.dumps(head | schema, ensure_ascii=False, indent=2) + "\n"


class _AsEditorsSee(GenerateJsonSchema):
    """Text as an editor's YAML parser may see it: 2024 is a number, and yes a boolean."""

    def str_schema(self, schema: StringSchema) -> dict[str, Any]:
        """Return what any text may look like."""
        return {"type": ["string", "number", "boolean"]}

    def function_before_schema(self, schema: BeforeValidatorFunctionSchema) -> dict[str, Any]:
        """Return what may be written: of a list for which an item may stand, both."""
        written = super().function_before_schema(schema)
        if schema["function"]["function"] is not listed:
            return written
        item = deepcopy(written["items"])
        return {"anyOf": [written, *(item["anyOf"] if set(item) == {"anyOf"} else [item])]}


def _allow_absent(definition: dict[str, Any]) -> None:
    """Allow null for every field that may be left out: a name without a value is no statement."""
    required = definition.get("required", ())
    for name, field in definition.get("properties", {}).items():
        if name in required:
            continue
        if "anyOf" in field:
            if {"type": "null"} not in field["anyOf"]:
                field["anyOf"].append({"type": "null"})
        elif "enum" in field:
            field["enum"] = [*field["enum"], None]
        elif "type" in field:
            kinds = field["type"] if isinstance(field["type"], list) else [field["type"]]
            field["type"] = [*kinds, "null"]
        elif "$ref" in field:
            field["anyOf"] = [{"$ref": field.pop("$ref")}, {"type": "null"}]
