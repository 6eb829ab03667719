"""A folder → a workspace, and what was wrong with its files. Never raises for bad input."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from stdsys.findings import Finding, Place, Related, Severity
from stdsys.messages import _
from stdsys.model.assembly import assemble
from stdsys.model.sections import Sections
from stdsys.model.workspace import Workspace
from stdsys.model.workspace_record import FORMAT, WorkspaceRecord
from stdsys.source.builder import build
from stdsys.source.collector import without_collector
from stdsys.source.decoding import Problem, decode, read_bytes
from stdsys.source.discovery import MAIN_FILE, list_files
from stdsys.source.evidence import absent_files, evidence_files
from stdsys.source.reading_ahead import ReadingAhead

UNUSABLE_MEMBER = "Y107"
"""The code of what is wrong with the list of members."""


class Loaded(Struct, frozen=True):
    """A workspace, and the findings of reading it.

    `files` are those it was read from, `evidence` those named as evidence.
    """

    root: Path
    workspace: Workspace
    findings: tuple[Finding, ...]
    evidence: frozenset[str] = frozenset()
    files: tuple[str, ...] = ()

    @property
    def absent(self) -> frozenset[str]:
        """The files named as evidence that are not there."""
        return self.workspace.absent_files

    @property
    def readable(self) -> bool:
        """Whether no finding says that something could not be read or understood (family Y).

        A list of members says nothing about the workspace itself.
        """
        return not any(
            f.code[0] == "Y" and f.severity is Severity.ERROR and f.code != UNUSABLE_MEMBER
            for f in self.findings
        )


def load(
    root: Path,
    progress: Callable[[int, int], None] | None = None,
    ahead: ReadingAhead | None = None,
) -> Loaded:
    """Read every YAML file of the workspace at `root` (which holds `stdsys.yaml`).

    `progress` is told (files read, files in all). `ahead` gives what a second process has read.
    Faults inside files are findings of family Y.
    """
    sections = Sections()
    unread: list[str] = []
    with without_collector():
        _read(root, MAIN_FILE, sections, unread)
        head = sections.workspace
        listing = list_files(root, _left_out(root, head) if head else ())
        for place, message in listing.faults:
            where = Place(MAIN_FILE, ("workspace", "exclude")) if place is None else Place(place)
            code = "Y103" if place is None else "Y001"
            sections.findings.append(
                Finding(code, Severity.ERROR, message, where, where.file, (where.file,))
            )
        others = [file for file in listing.files if file != MAIN_FILE]
        for count, file in enumerate(others, 2):
            plain = None if ahead is None else ahead.take(file)
            if plain is None:
                _read(root, file, sections, unread)
            else:
                sections.read_file(file, plain.data, main=False, stated=plain.stated)
            if progress is not None:
                progress(count, len(others) + 1)
        sections.findings.extend(_head_findings(sections, unread))
        if head is not None and head.members:
            from stdsys.source.members import find_members

            sections.findings.extend(find_members(root, head).own_faults())
        workspace, findings = assemble(sections, name=root.resolve().name, unread=unread)
        evidence = frozenset(evidence_files(workspace))
        workspace = replace(workspace, absent_files=absent_files(root, evidence))
    return Loaded(root, workspace, tuple(findings), evidence, listing.files)


def _left_out(root: Path, head: WorkspaceRecord) -> tuple[str, ...]:
    """Return the patterns of files that are not read: what members hold is theirs."""
    if not head.members:
        return head.exclude
    from stdsys.source.member_paths import folders_inside

    return (*head.exclude, *folders_inside(root, head))


def _read(root: Path, file: str, sections: Sections, unread: list[str]) -> None:
    data = read_bytes(root / file)
    text = data if isinstance(data, Problem) else decode(data)
    if isinstance(text, Problem):
        sections.findings.append(_finding(text, file))
        unread.append(data.decode("gb18030", "replace") if isinstance(data, bytes) else "")
        return
    built = build(text)
    sections.findings.extend(_finding(problem, file) for problem in built.problems)
    if built.data is None and built.problems:
        unread.append(text)
        return
    sections.read_file(file, built.data, main=file == MAIN_FILE, stated=built.stated)


def _finding(problem: Problem, file: str) -> Finding:
    related = tuple(
        Related(Place(file, line=line, column=column), text)
        for line, column, text in problem.related
    )
    return Finding(
        problem.code,
        Severity.ERROR,
        problem.message,
        Place(file, line=problem.line, column=problem.column),
        file,
        (file,),
        related=related,
        hint=problem.hint,
    )


def _head_findings(sections: Sections, unread: list[str]) -> Iterator[Finding]:
    """Yield what is wrong with the section `workspace:` as a whole."""
    head = sections.workspace
    if head is None:
        known = unread or any(f.place.route[:1] == ("workspace",) for f in sections.findings)
        if not known:
            message = _("the section {field} is missing", field="workspace")
            hint = _("begin with: workspace: {format: 1, name: my-system}")
            place = Place(MAIN_FILE)
            yield Finding("Y102", Severity.ERROR, message, place, "workspace", hint=hint)
    elif head.format != FORMAT:
        message = _(
            "format {format} of the workspace is not known; this stdsys reads format {known}",
            format=head.format,
            known=FORMAT,
        )
        place = head.place.at("format")
        yield Finding("Y103", Severity.ERROR, message, place, "workspace", ("workspace",))
