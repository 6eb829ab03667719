"""What of a draft the format takes; the rest becomes a note, so that nothing is lost."""

from collections.abc import Collection, Mapping

from msgspec import Struct, field
from pydantic import ValidationError

from stdsys.intake.drafts import Value
from stdsys.intake.field_names import field_name
from stdsys.intake.yaml_text import Plain, writable
from stdsys.messages import Translator, _
from stdsys.model.record import Part

Body = dict[str, Plain]
"""The fields of a record as they are written."""

NOTES = "notes"


class Fitted(Struct):
    """The fields that the format takes, and the others with their text."""

    body: Body
    left: dict[str, str] = field(default_factory=dict)


def plain(value: Value) -> Plain:
    """Return a value as it is written: flags as words, texts without what YAML cannot hold."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, Mapping):
        return {writable(name): plain(inner) for name, inner in value.items()}
    return [plain(inner) for inner in value]


def said(value: Plain) -> str:
    """Return a value as text for people."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "，".join(f"{name} {said(inner)}" for name, inner in value.items())
    return "、".join(said(inner) for inner in value)


def fit(kind: type[Part], facts: Mapping[str, Value], *, without: Collection[str] = ()) -> Fitted:
    """Sort facts into those that a record of this kind takes and those that it refuses.

    Fields of `without` are refused, too. Empty values are no facts. What the kind requires need
    not be there.
    """
    stated = {name: plain(value) for name, value in facts.items()}
    body = {
        name: value
        for name, value in stated.items()
        if value and name in kind.model_fields and name not in without
    }
    if isinstance(body.get(NOTES), list | dict):
        body[NOTES] = said(body[NOTES])
    for name in _refused(kind, body):
        del body[name]
    left = {name: said(value) for name, value in stated.items() if value and name not in body}
    return Fitted(body, left)


def _refused(kind: type[Part], body: Body) -> set[str]:
    try:
        kind.model_validate(body)
    except ValidationError as error:
        places = (fault["loc"] for fault in error.errors(include_url=False) if fault["loc"])
        return {str(place[0]) for place in places} & set(body)
    return set()


def add_note(body: Body, note: str) -> None:
    """Add a sentence to the notes of a record, unless it stands there already."""
    known = str(body.get(NOTES, ""))
    if note and note not in known:
        body[NOTES] = f"{known}；{note}" if known else note


def keep_left(body: Body, left: Mapping[str, str], say: Translator) -> None:
    """Put into the notes what the format refuses, under the name of its field."""
    for name, text in left.items():
        field = field_name(writable(name))
        add_note(body, say(_("original {field}: {text}", field=field, text=text)))
