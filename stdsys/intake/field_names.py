"""What a field is called: the user's words beside the keys of the format and of `--map`."""

from collections.abc import Mapping

from stdsys.intake.fields import FIELDS
from stdsys.intake.refused import IntakeError
from stdsys.messages import Text, _, nearest

_NAMES = {
    "number": _("standard number"),
    "title": _("title"),
    "planned": _("title of the planned standard"),
    "number_title": _("number and title"),
    "ordinal": _("serial number"),
    "title_en": _("English title"),
    "code": _("system code"),
    "subsystem": _("subsystem"),
    "system": _("system"),
    "systems": _("systems"),
    "name": _("name"),
    "at": _("subsystem code"),
    "see_also": _("further subsystems"),
    "level": _("level"),
    "nature": _("nature"),
    "urgency": _("urgency"),
    "status": _("status of the standard"),
    "workflow": _("stage of work"),
    "revision": _("new or revision"),
    "issued": _("date of issue"),
    "effective": _("date of effect"),
    "withdrawn": _("date of withdrawal"),
    "reviewed": _("date of review"),
    "replaces": _("standards replaced"),
    "replaced_by": _("replacing standards"),
    "formerly": _("former number"),
    "adopts": _("adopted standards"),
    "degree": _("degree of correspondence"),
    "cites": _("standards cited"),
    "issuer": _("issuing body"),
    "custodian": _("custodian body"),
    "drafting_units": _("drafting units"),
    "ics": _("ICS codes"),
    "ccs": _("CCS codes"),
    "classification": _("ICS and CCS codes"),
    "kind": _("kind"),
    "kinds": _("kinds"),
    "stage": _("stage of the chain"),
    "stages": _("stages of the chain"),
    "aspect": _("aspect"),
    "aspects": _("aspects"),
    "origin": _("own or adopted"),
    "lead": _("lead unit"),
    "support": _("supporting units"),
    "due": _("due date"),
    "needs": _("standards needed first"),
    "upgrades": _("standards to be raised"),
    "remarks": _("remarks column"),
    "notes": _("notes of the record"),
    "reference": _("document number"),
    "source": _("source of the facts"),
    "verification": _("verification"),
    "verified": _("day of verification"),
    "ignore": _("not taken over"),
}


def field_name(key: str) -> Text:
    """Return what people call a field; a field without a name of its own is called by its key."""
    return _NAMES.get(key.replace("-", "_")) or Text(key)


def named_with_key(key: str) -> Text:
    """Return a field as `--map` needs it, with its name: number（标准编号）."""
    return _("{key} ({name})", key=key, name=field_name(key))


def known_fields() -> tuple[Text, ...]:
    """Return every field that a column may be taken for, with its name."""
    return tuple(named_with_key(key) for key in sorted(FIELDS))


def checked_field(name: str) -> str:
    """Return the field of that name, written with - or _; `IntakeError` if there is none."""
    field = name.strip().lower().replace("-", "_")
    if field in FIELDS:
        return field
    close = nearest(field, sorted(FIELDS))
    if close is not None:
        raise IntakeError(
            _(
                "there is no field {name}; did you mean {close}? known fields: {fields}",
                name=name,
                close=named_with_key(close),
                fields=known_fields(),
            )
        )
    raise IntakeError(
        _("there is no field {name}; known fields: {fields}", name=name, fields=known_fields())
    )


def checked_mapping(mapping: Mapping[str, str]) -> dict[str, str]:
    """Return the mapping heading → field with every field checked."""
    return {header: checked_field(field) for header, field in mapping.items()}
