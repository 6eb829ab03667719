"""The JSON Schema of a workspace file, generated from the model."""

import json

from stdsys.model.workspace_record import FORMAT, FileRecord

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def workspace_schema() -> str:
    """Return the schema as JSON text; descriptions are Chinese and English."""
    schema = FileRecord.model_json_schema(mode="validation")
    head = {"$schema": DIALECT, "$id": f"stdsys-workspace-{FORMAT}.schema.json"}
    return json.dumps(head | schema, ensure_ascii=False, indent=2) + "\n"
