"""What is named as evidence 佐证: a file of the workspace, or an address."""

import re
from pathlib import PurePosixPath
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from stdsys.messages import _
from stdsys.model.record import Part
from stdsys.model.scalars import OR_ONE, Words, refuse
from stdsys.patterns import pattern

_ADDRESS = pattern(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_ABSOLUTE = pattern(r"[/\\~]|[A-Za-z]:")


def _file(value: object) -> str:
    """Return a path below the workspace; what may lead out of it is refused."""
    if isinstance(value, str) and value.strip():
        path = value.strip().replace("\\", "/")
        if not _ABSOLUTE.match(value.strip()) and ".." not in PurePosixPath(path).parts:
            return PurePosixPath(path).as_posix()
    raise refuse(_("the path of a file below the workspace's folder, such as evidence/minutes.pdf"))


EvidenceFile: TypeAlias = Annotated[
    str, PlainValidator(_file), WithJsonSchema({"type": "string", "minLength": 1})
]


class Evidence(Part):
    """佐证: a file kept in the workspace, or the address of a public page."""

    file: Annotated[
        EvidenceFile | None,
        Field(description="佐证文件，相对于工作区文件夹的路径。Path below the workspace."),
    ] = None
    address: Annotated[Words | None, Field(description="网址。Address of a public page.")] = None
    title: Annotated[Words | None, Field(description="名称。What it is.")] = None
    note: Annotated[Words | None, Field(description="备注。Note.")] = None

    @property
    def called(self) -> str:
        """Its file or address, else its title."""
        return self.file or self.address or self.title or ""


def _file_or_address(value: object) -> object:
    if not isinstance(value, str):
        return value
    return {"address": value.strip()} if _ADDRESS.match(value.strip()) else {"file": value}


EvidenceItem: TypeAlias = Annotated[
    Evidence, BeforeValidator(_file_or_address, json_schema_input_type=Words | Evidence)
]
EvidenceList: TypeAlias = Annotated[tuple[EvidenceItem, ...], OR_ONE]
"""One or several pieces of evidence; text alone is a file, or an address if it has a scheme."""
