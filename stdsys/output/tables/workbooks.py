"""The workbooks of a deliverable: which sheets stand in which file."""

from stdsys.analysis.analysis import Analysis
from stdsys.messages import _
from stdsys.output.tables.coverage import cells_sheet, gaps_sheet, matrix_sheets
from stdsys.output.tables.detail import other_sheet, system_sheet, total_sheet
from stdsys.output.tables.memory import Memory
from stdsys.output.tables.outside import outside_sheet
from stdsys.output.tables.overview import overview_sheet
from stdsys.output.tables.planned import planned_sheet
from stdsys.output.tables.problems import problems_sheet
from stdsys.output.tables.replaced import obsolete_sheet, successions_sheet
from stdsys.output.tables.responsibility import Responsibility
from stdsys.output.tables.row_cells import RowCells
from stdsys.output.tables.statistics import s1_sheet, s2_sheets, stage_sheet
from stdsys.output.tables.table import Workbook
from stdsys.output.workbooks.profiles import DEFAULT_PROFILE, profile_of
from stdsys.rules.checking import Report

DETAIL_STEM = "标准明细表"
"""Name of the detail workbook's file."""


def detail_workbook(analysis: Analysis, report: Report, profile: str = DEFAULT_PROFILE) -> Workbook:
    """Return 标准明细表: overview, all standards, each system, and what is beside them.

    `profile` names one of stdsys or of the workspace; an unknown one is a KeyError.
    """
    columns = profile_of(analysis.workspace, profile)
    cells = RowCells(analysis)
    responsibility = Responsibility.of(analysis)
    systems = analysis.workspace.systems.values()
    other = (other_sheet(cells),) if analysis.statistics.other else ()
    return Workbook(
        "detail",
        DETAIL_STEM,
        _("Detail table of standards"),
        (
            overview_sheet(analysis, report, responsibility),
            total_sheet(cells, columns),
            *(system_sheet(cells, columns, system) for system in systems),
            planned_sheet(cells, responsibility),
            successions_sheet(cells),
            obsolete_sheet(cells),
            *other,
            outside_sheet(analysis),
            problems_sheet(analysis, report, responsibility),
        ),
        analysis.as_of,
        Memory(cells, columns.fields),
    )


def statistics_workbook(analysis: Analysis) -> Workbook:
    """Return 标准统计表: by level and category, by subsystem and level twice, stages by level."""
    return Workbook(
        "statistics",
        "标准统计表",
        _("Statistics of standards"),
        (s1_sheet(analysis), *s2_sheets(analysis), stage_sheet(analysis)),
        analysis.as_of,
    )


def coverage_workbook(analysis: Analysis) -> Workbook:
    """Return 覆盖情况: matrices of states, the gaps with a proposed level, every cell."""
    responsibility = Responsibility.of(analysis)
    return Workbook(
        "coverage",
        "覆盖情况",
        _("Coverage"),
        (
            *matrix_sheets(analysis),
            gaps_sheet(analysis, responsibility),
            cells_sheet(analysis),
        ),
        analysis.as_of,
    )
