"""What becomes of an import: shown, made a new workspace, or merged into one."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import typer
from msgspec import Struct

from stdsys.cli.answering import layout_for
from stdsys.cli.endings import FOUND, CommandError
from stdsys.cli.opening import Opened, day, open_workspace
from stdsys.cli.printing import emit
from stdsys.findings import Finding, Severity
from stdsys.intake.comparing import compare
from stdsys.intake.comparison import Comparison
from stdsys.intake.drafts import Intake
from stdsys.intake.field_names import field_name
from stdsys.intake.merging import Merge, new_file_path, plan_merge
from stdsys.intake.names import Names
from stdsys.intake.new_files import new_files
from stdsys.intake.system_records import make_records
from stdsys.messages import Text, Translator, _
from stdsys.model.workspace_record import FORMAT
from stdsys.output.atomic import write_text
from stdsys.output.json.imports import import_json, merge_json
from stdsys.output.text.imports import ImportText
from stdsys.output.text.merge import MergeText
from stdsys.output.workspace_files import ChangedFiles, create_workspace
from stdsys.source.decoding import read_text
from stdsys.source.discovery import list_files
from stdsys.source.loading import Loaded, load


class Import(Struct):
    """What was read, and how to speak of it."""

    intake: Intake
    say: Translator
    as_json: bool = False
    report: Path | None = None
    quiet: bool = False

    def show(self, as_of: str | None = None) -> None:
        """Print what each column was taken for and the first rows; write nothing.

        Raises CommandError, as an import does, for a day that is none, and if nothing was found.
        """
        if as_of:
            day(as_of)
        text = ImportText(self.intake, self.say, layout_for(None))
        if self.intake.tables:
            lines = [*text.mapping(), *text.sample(), "", *text.summary()]
            self._answer(lines, {"written": False})
        self._refuse_nothing(answered=bool(self.intake.tables))

    def make(self, folder: Path, *, name: str | None, as_of: str | None) -> None:
        """Write a new workspace, then check it as anybody would."""
        stated = day(as_of) if as_of else None
        self._refuse_nothing()
        head = {"format": str(FORMAT), "name": name or folder.resolve().name or "workspace"}
        if self.intake.title:
            head["title"] = self.intake.title
        if stated is not None:
            head["as_of"] = stated.isoformat()
        records = make_records(self.intake, Names(), self.say)
        files = new_files(records, workspace=head, origin=self.intake.files, say=self.say)
        create_workspace(folder, files)
        opened = open_workspace(folder, quiet=self.quiet)
        counts = _counts(opened, stated)
        lines = [
            *ImportText(self.intake, self.say, layout_for(None)).summary(),
            self.say(_found(counts)),
        ]
        if not self.quiet:
            lines += [f"{folder / path}" for path in files]
            lines.append(self.say(_("next: stdsys validate {folder}", folder=folder)))
            build = _("then: stdsys build {folder} --out {out}", folder=folder, out="out")
            lines.append(self.say(build))
        more = {"written": True, "files_written": sorted(files), "validate": counts}
        self._answer(lines, more)
        if not opened.loaded.readable:
            raise typer.Exit(FOUND)

    def merge(self, folder: Path, *, as_of: str | None, yes: bool, prefer_file: bool) -> None:
        """Show what would change in a workspace; write it if that is wanted."""
        opened = open_workspace(folder, as_of=as_of, quiet=self.quiet)
        workspace, root = opened.loaded.workspace, opened.loaded.root
        if workspace.unread or workspace.lost:
            raise CommandError(
                _("parts of the workspace cannot be read; mend them first: stdsys validate")
            )
        self._refuse_nothing()
        records = make_records(self.intake, Names.of(workspace), self.say)
        codes = {row.entry.key: row.code for row in opened.analysis.rows.placements()}
        replaced = opened.analysis.replacements.links
        links = {(link.old, link.new, link.whole) for link in replaced}
        made = compare(records, workspace, codes, links, self.intake.exported)
        path = new_file_path(self.intake.files[0], list_files(root).files)
        plan = plan_merge(
            made, records, workspace, new_path=path, say=self.say, prefer_file=prefer_file
        )
        changed = _changed(root, plan)
        texts = _texts(root, {conflict.place.file for conflict in made.conflicts})
        shown = MergeText(made, opened.positions, self.say, texts, layout_for(None))
        lines = [
            *ImportText(self.intake, self.say, layout_for(None)).summary(),
            "",
            *shown.lines(),
            *self._by_hand(changed),
        ]
        more = {"merge": merge_json(made, opened.positions), "files_changed": sorted(changed.after)}
        if not changed.after:
            lines.append(self.say(_nothing_to_write(made)))
            self._answer(lines, {"written": False, **more})
        elif self._wanted(yes, lines):
            self._write(changed, opened, lines, more)
        else:
            ask = _("nothing was written; to write this: --yes")
            self._answer([*lines, self.say(ask)], {"written": False, **more})
        if _unsettled(made, prefer_file) or changed.refused:
            raise typer.Exit(FOUND)

    def _write(
        self, changed: ChangedFiles, before: Opened, lines: list[str], more: Mapping[str, Any]
    ) -> None:
        """Write, read again, and take everything back if something does not read as it should."""
        changed.write()
        try:
            after = load(changed.root)
            worse = _new_findings(before.loaded, after)
        except BaseException:
            changed.restore()
            raise
        if worse:
            changed.restore()
            lines.append(self.say(_("taken back, nothing is changed: it would not read well")))
            lines += [f"  {finding.subject}: {self.say(finding.message)}" for finding in worse[:10]]
            self._answer(lines, {"written": False, **more})
            raise typer.Exit(FOUND)
        counts = _counts(Opened(after, before.as_of, self.say, quiet=True), None)
        lines += [
            self.say(_("files changed: {files}", files=tuple(sorted(changed.after)))),
            self.say(_found(counts)),
        ]
        self._answer(lines, {"written": True, **more, "validate": counts})

    def _wanted(self, yes: bool, lines: list[str]) -> bool:
        """Whether to write: `--yes`, or a person at a terminal who has read what would change."""
        if yes or self.as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
            return yes
        emit("\n".join(lines) + "\n", None)
        lines.clear()
        try:
            answer = input(self.say(_("write this? [y/N]")) + " ")
        except EOFError:
            answer = ""
        return answer.strip().lower() in ("y", "yes", "是")

    def _by_hand(self, changed: ChangedFiles) -> Iterator[str]:
        """Yield the edits that a file does not allow, for a person to make."""
        for file, edits in changed.refused.items():
            yield self.say(_("to be written by hand in {file}:", file=file))
            for edit in edits:
                key = getattr(edit, "key", edit.route[-1] if edit.route else "")
                name = self.say(field_name(str(key)))
                yield f"  {'/'.join(map(str, edit.route))}: {name}: {edit.text.flow}"

    def _refuse_nothing(self, *, answered: bool = False) -> None:
        """Raise CommandError if nothing at all was understood."""
        if self.intake.standards or self.intake.planned or self.intake.documents:
            return
        if not answered:
            self._save_report({"written": False})
        raise CommandError(
            _(
                "no standards were found in {files}: look with --dry-run, then tell what the "
                "columns are with --map HEADER=FIELD",
                files=self.intake.files,
            )
        )

    def _answer(self, lines: Iterable[str], more: Mapping[str, Any]) -> None:
        self._save_report(more)
        if self.as_json:
            emit(import_json(self.intake, self.say, more), None)
        else:
            emit("\n".join(lines) + "\n", None)

    def _save_report(self, more: Mapping[str, Any]) -> None:
        if self.report is not None:
            write_text(self.report, import_json(self.intake, self.say, more))


def _changed(root: Path, plan: Merge) -> ChangedFiles:
    changed = ChangedFiles(root)
    for file, edits in plan.edits.items():
        changed.edit(file, edits)
    if plan.new_file is not None:
        changed.add(*plan.new_file)
    return changed


def _texts(root: Path, files: Iterable[str]) -> dict[str, str]:
    """Return the files that can be read, as text by path."""
    texts = {file: read_text(root / file) for file in files}
    return {file: text for file, text in texts.items() if isinstance(text, str)}


def _unsettled(made: Comparison, prefer_file: bool) -> bool:
    """Whether conflicts remain that the user has not decided on."""
    return any(not (prefer_file and conflict.can_replace) for conflict in made.conflicts)


def _nothing_to_write(made: Comparison) -> Text:
    if made.conflicts:
        return _("nothing to write but conflicts: --prefer-file takes the workbook's values")
    return _("nothing to write: the workspace says it all already")


def _new_findings(before: Loaded, after: Loaded) -> list[Finding]:
    """Return findings of family Y that were not there before, wherever they stand now."""
    known = {_identity(finding) for finding in before.findings}
    return [finding for finding in after.findings if _identity(finding) not in known]


def _identity(finding: Finding) -> tuple[str, Severity, str, str]:
    return finding.code, finding.severity, finding.subject, str(finding.message)


def _counts(opened: Opened, as_of: date | None) -> dict[str, int]:
    """Return what `stdsys validate` finds, by severity."""
    report = Opened(opened.loaded, as_of or opened.as_of, opened.say, quiet=True).check()
    return {severity.value: report.count(severity) for severity in Severity}


def _found(counts: Mapping[str, int]) -> Text:
    return _(
        "stdsys validate finds: errors {errors}, warnings {warnings}, infos {infos}",
        errors=counts["error"],
        warnings=counts["warning"],
        infos=counts["info"],
    )
