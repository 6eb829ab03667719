"""The edits that a register proposes: shown, and written where that is wanted."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from stdsys.findings import Position
from stdsys.intake.register_proposals import Proposal
from stdsys.messages import Text, Translator, _
from stdsys.output.tables.rendering import one_line
from stdsys.output.text.findings import where
from stdsys.output.workspace_files import ChangedFiles
from stdsys.source.edits import Edit


def edit_lines(
    proposed: Mapping[Proposal, Position],
    say: Translator,
    *,
    applied: bool,
    refused: Collection[Edit],
) -> Iterator[str]:
    """Yield `file:line:column: number field: old → new (who says so)`, a line an edit."""
    for one, position in proposed.items():
        origin = one.said.origin
        change = _(
            "{number} {field}: {old} → {new} ({source}, {day})",
            number=one.number,
            field=one.field,
            old=one.old if one.old is not None else _("(nothing)"),
            new=one.new,
            source=origin.source,
            day=origin.dated,
        )
        yield f"{where(position)}: {one_line(say(change))}"
        if any(one.edit is edit for edit in refused):
            yield "    " + say(_("cannot be made in place: please write it by hand"))
    yield say(_last(len(proposed), applied=applied))


def _last(count: int, *, applied: bool) -> Text:
    if not count:
        return _("the workspace says what the register does")
    if applied:
        return _("edits: {count}; look at them, then: stdsys validate", count=count)
    return _("edits proposed: {count}; nothing was written; to write them: --apply", count=count)


def edits_json(
    proposed: Mapping[Proposal, Position], *, applied: bool, refused: Collection[Edit]
) -> str:
    """Return the edits with their places, and whether each was written."""
    edits = [
        {
            "number": one.number,
            "field": one.field,
            "file": position.file,
            "line": position.line,
            "column": position.column,
            "old": one.old,
            "new": one.new,
            "source": one.said.origin.source,
            "dated": one.said.origin.dated,
            "row": one.said.row,
            "written": applied and not any(one.edit is edit for edit in refused),
        }
        for one, position in proposed.items()
    ]
    return json.dumps({"edits": edits}, ensure_ascii=False, indent=2) + "\n"


def written_edits(root: Path, proposed: Sequence[Proposal]) -> tuple[Edit, ...]:
    """Write all edits, each file whole or not at all; return those that a file does not allow.

    OutputError, and all files as before, if anything cannot be written.
    """
    by_file: dict[str, list[Edit]] = {}
    for one in proposed:
        by_file.setdefault(one.place.file, []).append(one.edit)
    changed = ChangedFiles(root)
    for file, edits in by_file.items():
        changed.edit(file, edits)
    changed.write()
    return tuple(edit for edits in changed.refused.values() for edit in edits)
