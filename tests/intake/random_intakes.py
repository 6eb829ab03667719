"""Intakes that hypothesis makes: any text in any field, keys that clash, references to nothing."""

from hypothesis import strategies as st

from stdsys.intake.drafts import (
    DocumentDraft,
    EntryDraft,
    Intake,
    NodeDraft,
    PlannedDraft,
    StandardDraft,
    SystemDraft,
    Where,
)
from stdsys.model.standard_record import StandardRecord
from stdsys.model.system_record import EntryRecord

WORDS = st.sampled_from(
    [
        *("示例种植规范", "现行", "GB/T 99001-2020", "GB/T 99002—2020", "unknown", "2020-03", "是"),
        *(
            "- 一",
            "a: b",
            "#",
            "null",
            "~",
            "",
            " ",
            "1",
            "no",
            "一\n二",
            '"',
            "'",
            "{",
            "technical",
        ),
        *(
            "| x",
            "&a",
            "*a",
            "!!str",
            "---",
            "...",
            "x #y",
            "\u2028",
            "\x00",
            "\u3000首",
            "k:",
            "<<",
        ),
    ]
)
TEXTS = st.one_of(WORDS, st.text(max_size=8), st.text(st.characters(), max_size=4))
VALUES = st.one_of(
    TEXTS,
    st.booleans(),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.fixed_dictionaries({"number": TEXTS}, optional={"scope": TEXTS, "note": TEXTS}),
)
KEYS = st.one_of(st.sampled_from(["a", "b", "c", "GB/T 99001-2020", "unknown", ""]), TEXTS)
WHERE = st.builds(Where, TEXTS, TEXTS, st.integers(1, 9))
PLACES = st.lists(WHERE, max_size=2).map(tuple)

_STANDARD = [name for name in StandardRecord.model_fields if name != "waive"]
_ENTRY = [name for name in EntryRecord.model_fields if name != "waive"]


def facts(names: list[str]) -> st.SearchStrategy[dict[str, object]]:
    return st.dictionaries(st.sampled_from([*names, "ordinal"]), VALUES, max_size=4)


STANDARDS = st.builds(
    StandardDraft, KEYS, st.one_of(st.none(), KEYS), facts(_STANDARD), st.none() | TEXTS, PLACES
)
PLANNED = st.builds(PlannedDraft, KEYS, TEXTS, facts(_ENTRY), PLACES)
DOCUMENTS = st.builds(DocumentDraft, KEYS, TEXTS, facts(["kind", "issued", "issuer"]), PLACES)
NODES = st.builds(
    NodeDraft,
    KEYS,
    TEXTS,
    st.none() | KEYS,
    facts(["description", "lead", "stages", "aspects", "kinds", "notes"]),
)
ENTRIES = st.builds(EntryDraft, KEYS, st.none() | KEYS, facts(_ENTRY), WHERE)
SYSTEMS = st.builds(
    SystemDraft,
    KEYS,
    TEXTS,
    st.lists(NODES, max_size=4).map(tuple),
    st.lists(ENTRIES, max_size=5).map(tuple),
    facts(["object", "owner", "shared", "uses", "expected", "order", "notes"]),
)


def several(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=4).map(tuple)


INTAKES = st.builds(
    Intake,
    files=st.just(("示例.xlsx",)),
    tables=st.just(()),
    rows=st.just(()),
    remarks=st.just(()),
    standards=several(STANDARDS),
    planned=several(PLANNED),
    documents=several(DOCUMENTS),
    systems=several(SYSTEMS),
    stages=st.dictionaries(KEYS, TEXTS, max_size=2),
    aspects=st.dictionaries(KEYS, TEXTS, max_size=2),
    title=st.none() | TEXTS,
)
