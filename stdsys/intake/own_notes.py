"""What all sheets say of an item together: its status, and whose the remarks are.

Remarks are those of an entry, or of the item itself.
"""

from collections.abc import Mapping

from stdsys.intake.format_words import STATUS
from stdsys.intake.hidden_sheet import (
    DOCUMENT,
    ENTRY_NOTES,
    PLAN,
    RECORD_NOTES,
    HiddenSheet,
    ItemMemo,
)
from stdsys.intake.own_cells import Facts
from stdsys.intake.own_gathered import Gathered


def split_remarks(text: str, memo: ItemMemo, semicolon: str) -> tuple[str, str]:
    """Return the notes of the entry and those of the item, of a row that the export knows.

    What has been typed in beside both is the item's.
    """
    entry, record = memo.cells.get(ENTRY_NOTES, ""), memo.cells.get(RECORD_NOTES, "")
    if not entry:
        return "", text
    if text == entry or (not record and text):
        return text, ""
    if text.startswith(entry):
        return entry, text.removeprefix(entry).lstrip(f"{semicolon} ").strip()
    if record and text.endswith(record):
        return text.removesuffix(record).rstrip(f"{semicolon} ").strip(), record
    return "", text


def own_and_shared(
    remarks: Mapping[str, str], memos: Mapping[str, ItemMemo], semicolon: str
) -> tuple[dict[str, str], str]:
    """Return the notes of each entry by system, and those of the item, as the export knew them.

    Of several notes of one item the one that was changed is taken.
    """
    entries: dict[str, str] = {}
    shared: list[tuple[bool, str]] = []
    for system, text in remarks.items():
        memo = memos.get(system)
        if memo is None:
            entries[system] = text
            continue
        entries[system], record = split_remarks(text, memo, semicolon)
        shared.append((record.split() != _record_notes(memo).split(), record))
    changed = [text for is_changed, text in shared if is_changed]
    return entries, (changed or [text for _changed, text in shared] or [""])[0]


def _record_notes(memo: ItemMemo) -> str:
    return memo.cells.get(RECORD_NOTES, "")


def finish(item: Gathered, hidden: HiddenSheet, fields_of: Mapping[tuple[str, str], Facts]) -> None:
    """State what depends on all sheets together: the status, and whose the remarks are."""
    if item.meant.kind not in (PLAN, DOCUMENT) and item.status:
        item.facts["status"] = STATUS.get(item.status, item.status)
    if hidden.rows and item.memos:
        _finish_remarks(item, hidden, fields_of)
        return
    shared = item.remarks_of_record(item.meant.kind == PLAN)
    for system, text in item.remarks.items():
        own = text.removesuffix(shared).rstrip(hidden.semicolon) if shared else text
        fields = fields_of.get((system, item.meant.key))
        if own and fields is not None:
            fields["notes"] = own
        elif own and not shared:
            shared = own
    _note(item, shared, hidden.semicolon)


def _finish_remarks(
    item: Gathered, hidden: HiddenSheet, fields_of: Mapping[tuple[str, str], Facts]
) -> None:
    """Give the entries of an exported item their notes, and the item its own."""
    memos = {memo.system: memo for memo in item.memos}
    entries, shared = own_and_shared(item.remarks, memos, hidden.semicolon)
    for system, text in entries.items():
        fields = fields_of.get((system, item.meant.key))
        if text and fields is not None:
            fields["notes"] = text
    _note(item, shared, hidden.semicolon)


def _note(item: Gathered, own: str, semicolon: str) -> None:
    notes = list(dict.fromkeys(note for note in (own, *item.notes) if note))
    if notes:
        item.facts["notes"] = semicolon.join(notes)
