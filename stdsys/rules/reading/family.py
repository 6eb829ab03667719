"""Family Y: YAML and schema."""

from stdsys.rules.reading.workspace_format import (
    DefinedTwice,
    FactsDisagree,
    MissingField,
    UnknownField,
    UnknownId,
    UnusableMember,
    WrongValue,
)
from stdsys.rules.reading.yaml_text import DuplicateKey, HostileDocument, NotUtf8, YamlSyntax

READING_RULES = (
    NotUtf8(),
    YamlSyntax(),
    DuplicateKey(),
    HostileDocument(),
    UnknownField(),
    MissingField(),
    WrongValue(),
    UnknownId(),
    DefinedTwice(),
    FactsDisagree(),
    UnusableMember(),
)
