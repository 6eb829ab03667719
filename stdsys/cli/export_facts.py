"""`stdsys export facts`: the tables for questions over many workspaces."""

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

from stdsys.cli.endings import CommandError
from stdsys.cli.export_formats import Chosen
from stdsys.cli.opening import Opened
from stdsys.messages import _
from stdsys.output.deliverables import Job
from stdsys.output.facts.formats import FACTS
from stdsys.rules.checking import Report


def check_formats(wanted: Sequence[Chosen]) -> None:
    """Raise CommandError, before anything is read, if parquet is asked for and cannot be written.

    pyarrow is a large package, and few need it: it comes with the extra `facts`.
    """
    if any("parquet" in one.facts for one in wanted) and find_spec("pyarrow") is None:
        raise CommandError(
            _(
                "parquet is written by pyarrow, which is not installed: {command} "
                "(without it: {option})",
                command='pip install "stdsys[facts]"',
                option="--format csv",
            )
        )


def note_members(opened: Opened) -> None:
    """Say of a workspace that lists members that these are not part of its facts."""
    record = opened.loaded.workspace.record
    if record.members:
        opened.note(
            _(
                "{name} lists members: these are its own facts only; export its members one by "
                "one, to the same folder",
                name=record.name,
            )
        )


def facts_job(formats: Sequence[str], opened: Opened, report: Report) -> Job:
    """Return the job that writes the facts of a workspace to a folder of its own."""
    from stdsys.output.facts.folder import write_facts
    from stdsys.output.facts.tables import fact_tables

    root = opened.loaded.root

    def write(out: Path) -> Iterable[str]:
        tables = fact_tables(opened.analysis, report, opened.say)
        return write_facts(tables, opened.analysis, formats, out, root=root)

    return Job(FACTS, _("tables of facts"), write)
