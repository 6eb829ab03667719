"""Several intakes, of files read in different ways, as one."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from stdsys.intake.drafts import Intake, SystemDraft


def joined(files: tuple[str, ...], intakes: Sequence[Intake]) -> Intake:
    """Return one intake of all; systems of the same key and name become one system.

    Drafts of one standard stay side by side: who writes them takes over what each adds.
    """
    if len(intakes) == 1:
        return replace(intakes[0], files=files)
    stages: dict[str, str] = {}
    aspects: dict[str, str] = {}
    for intake in intakes:
        stages = {**intake.stages, **stages}
        aspects = {**intake.aspects, **aspects}
    return Intake(
        files,
        tuple(table for intake in intakes for table in intake.tables),
        tuple(row for intake in intakes for row in intake.rows),
        tuple(remark for intake in intakes for remark in intake.remarks),
        tuple(draft for intake in intakes for draft in intake.standards),
        tuple(draft for intake in intakes for draft in intake.planned),
        tuple(draft for intake in intakes for draft in intake.documents),
        _systems(system for intake in intakes for system in intake.systems),
        stages,
        aspects,
        next((intake.title for intake in intakes if intake.title), None),
        frozenset(key for intake in intakes for key in intake.exported),
        tuple(name for intake in intakes for name in intake.hidden_sheets),
    )


def _systems(drafts: Iterable[SystemDraft]) -> tuple[SystemDraft, ...]:
    systems: dict[str, SystemDraft] = {}
    for draft in drafts:
        known = systems.get(draft.key)
        if known is not None and known.name == draft.name:
            systems[draft.key] = _united(known, draft)
            continue
        key, number = draft.key, 2
        while key in systems:
            key, number = f"{draft.key}-{number}", number + 1
        systems[key] = replace(draft, key=key)
    return tuple(systems.values())


def _united(first: SystemDraft, second: SystemDraft) -> SystemDraft:
    codes = {node.code for node in first.nodes}
    keys = {entry.key for entry in first.entries}
    return replace(
        first,
        nodes=first.nodes + tuple(node for node in second.nodes if node.code not in codes),
        entries=first.entries + tuple(one for one in second.entries if one.key not in keys),
        fields={**second.fields, **first.fields},
    )
