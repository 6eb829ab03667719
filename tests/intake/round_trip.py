"""A workspace → its exported workbook → a new workspace, through the real writers and readers."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from stdsys.analysis.analysis import Analysis
from stdsys.intake.drafts import Intake
from stdsys.intake.grids import read_grids
from stdsys.intake.names import Names
from stdsys.intake.new_files import new_files
from stdsys.intake.own_workbook import hidden_sheet_of, read_own
from stdsys.intake.system_records import make_records
from stdsys.messages import Language, Translator, translator
from stdsys.model.workspace import Workspace
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.workbooks import detail_workbook
from stdsys.output.workbooks.workbook import write_xlsx
from stdsys.rules.checking import Report
from stdsys.source.loading import load

DAY = date(2026, 11, 22)
ZH = translator(Language.ZH)
NO_FINDINGS = Report((), ())
COMPUTED = ("overview", "problems", "outside")

Printed = dict[str, list[dict[str, object]]]
"""Sheet → rows → field → what is printed."""


def exported(workspace: Workspace, folder: Path, profile: str, say: Translator = ZH) -> Path:
    """Return the detail workbook of a workspace, written as a file."""
    workbook = detail_workbook(Analysis(workspace, DAY), NO_FINDINGS, profile)
    path = folder / "明细表.xlsx"
    write_xlsx(workbook, path, say)
    return path


def taken_in(path: Path) -> Intake:
    """Return what is read out of an exported workbook."""
    grids = read_grids(path)
    hidden = hidden_sheet_of(grids)
    assert hidden is not None
    return read_own(grids, hidden)


def workspace_of(intake: Intake, say: Translator = ZH) -> Workspace:
    """Return the workspace that an import writes; it must read without a finding."""
    records = make_records(intake, Names(), say)
    files = new_files(records, workspace={"name": "again"}, origin=intake.files, say=say)
    with TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        loaded = load(Path(folder))
    assert not loaded.findings, [
        (finding.code, str(finding.place), say(finding.message)) for finding in loaded.findings
    ]
    return loaded.workspace


def again(workspace: Workspace, profile: str, say: Translator = ZH) -> Workspace:
    """Return a workspace after its export and import."""
    with TemporaryDirectory() as folder:
        return workspace_of(taken_in(exported(workspace, Path(folder), profile, say)), say)


def printed(workspace: Workspace, profile: str, say: Translator = ZH) -> Printed:
    """Return all rows of the detail workbook that tell of standards, plans and documents."""
    render = Renderer(say)
    workbook = detail_workbook(Analysis(workspace, DAY), NO_FINDINGS, profile)
    return {
        sheet.key: [
            {
                column.key: _in_order(column.key, render(cell), say)
                for column, cell in zip(sheet.tables[0].columns, row, strict=True)
            }
            for row in sheet.tables[0].rows
        ]
        for sheet in workbook.sheets
        if sheet.key not in COMPUTED
    }


def _in_order(key: str, text: object, say: Translator) -> object:
    """Several successors of one standard are printed in reading order, which says nothing."""
    if key in ("replaced-by", "successor-number") and isinstance(text, str):
        return sorted(text.split(say.comma))
    return text


def differences(before: Printed, after: Printed) -> list[tuple[object, ...]]:
    """Return where two printings differ: sheet, row, field, before, after."""
    found: list[tuple[object, ...]] = []
    for sheet in before.keys() | after.keys():
        one, other = before.get(sheet, []), after.get(sheet, [])
        if len(one) != len(other):
            found.append((sheet, "rows", len(one), len(other)))
        for number, (row, row_after) in enumerate(zip(one, other, strict=False), 1):
            found += [
                (sheet, number, key, row[key], row_after.get(key))
                for key in row
                if row[key] != row_after.get(key)
            ]
    return found
