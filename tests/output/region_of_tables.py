"""A small invented region that has something for every table, and the workbooks made of it."""

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook
from openpyxl.workbook import Workbook as ReadWorkbook
from openpyxl.worksheet.worksheet import Worksheet

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Language, translator
from stdsys.output.tables.table import Cell, Sheet, Table, Workbook
from stdsys.output.workbooks.workbook import xlsx_bytes
from stdsys.rules.checking import Report, check
from stdsys.source.loading import load
from stdsys.source.positions import Positions

DAY = date(2026, 11, 22)
ZH = translator(Language.ZH)

REGION = """\
workspace:
  name: example
  title: 示例市标准体系
  unit: 示例市市场监管局
  region: {name: 示例市, code: "999900"}
stages:
  - {id: planting, name: 种植}
  - {id: processing, name: 生产加工}
  - {id: sales, name: 销售流通}
aspects:
  - {id: quality, name: 质量等级, category: 产品}
  - {id: method, name: 试验方法, category: 方法}
coverage:
  require:
    - {id: chain, name: 各环节都有标准, each: stage}
    - id: groups
      name: 加工环节有团体标准
      each: stage
      stages: [processing]
      levels: [local, group]
organisations:
  - {id: county, name: 示例县人民政府, kind: government, region: "999921"}
  - {id: bureau, name: 示例市农业局, kind: department, region: "999900"}
  - {id: society, name: 示例茶叶协会, kind: association}
documents:
  - {id: tea-rules, title: 示例市茶叶管理办法, kind: 规章, issued: 2020-05, reference: 示例令第1号}
standards:
  - number: GB/T 99001-2013
    title: 示例茶 第1部分：通则
    issued: 2013-07-19
    effective: 2013-12-06
    custodian: SAC/TC 999
    cites: [GB/T 99901, GB/T 99902-2008, GB/T 99003]
    verified: 2026-10-01
  - number: GB/T 99001-2025
    title: 示例茶 第1部分：总则
    effective: 2027-03-16
    replaces: [GB/T 99001-2013]
  - {number: GB/T 99002-2005, title: 示例加工规程, status: 被代替, replaced_by: [GB/T 99002-2018]}
  - {number: GB/T 99002-2018, title: 示例加工技术规程, effective: 2019-01-01}
  - {number: NY/T 99003-2020, title: 示例种植规程, verified: false, cites: [GB/T 99901]}
  - {number: NY/T 99004-2010, title: 示例检验方法, status: 未知}
  - {number: NY/T 99005-2001, title: 示例旧规程, withdrawn: 2020-06-30}
  - {number: GB 99006-2014, title: 示例限量, effective: 2014-08-01, replaced_by: [GB 99006-2026]}
  - {number: GB 99006-2026, title: 示例限量, effective: 2026-05-01}
  - {number: JJF 9907-2015, title: 示例计量规范, effective: 2015-06-01}
  - number: T/SLXH 008-2021
    title: "=cmd|' /C calc'!A0"
    effective: 2021-01-01
    notes: "@SUM(1+1)"
systems:
  - id: base
    name: 通用基础标准
    shared: true
    owner: bureau
    tree: [{code: "1", name: 通用}]
    entries:
      - {standard: GB 99006-2014, at: "1", aspects: [quality]}
      - {standard: GB 99006-2026, at: "1", aspects: [quality]}
      - {standard: JJF 9907-2015, at: "1"}
  - id: tea
    name: 示例茶业标准体系
    owner: county
    uses: [base]
    tree:
      - {code: "1", name: 种植, stages: [planting]}
      - code: "2"
        name: 加工
        stages: [processing]
        lead: society
        children: [{code: "2.1", name: 鲜叶}]
    entries:
      - {standard: GB/T 99001-2013, at: "2", aspects: [quality], stages: [processing]}
      - {standard: GB/T 99002-2005, at: "2", stages: [processing]}
      - {standard: NY/T 99003-2020, at: "1"}
      - {standard: NY/T 99004-2010, at: "2.1", aspects: [method], stages: [processing]}
      - {standard: NY/T 99005-2001, at: "1"}
      - {document: tea-rules, at: "1"}
      - planned: 示例老茶园改造规范
        id: old-gardens
        at: "1"
        level: group
        urgency: 急需
        workflow: 起草
        due: 2027-06
        lead: society
        support: [bureau]
        needs: [NY/T 99003]
      - {planned: 示例销售规范, id: sales, at: "1", stages: [sales], needs: [old-gardens]}
    coverage:
      exempt: [{stage: sales, reason: 示例理由}]
  - id: fruit
    name: 示例果业标准体系
    owner: bureau
    tree: [{code: "1", name: 全部}]
    entries:
      - {standard: NY/T 99003-2020, at: "1", stages: [planting]}
      - {standard: T/SLXH 008-2021, at: "1", code: 1-009, stages: [sales]}
      - {planned: 示例修订, id: revision, at: "1", replaces: [T/SLXH 008-2021], stages: [sales]}
"""


@cache
def region(text: str = REGION) -> tuple[Analysis, Report]:
    """Return the analysis of a workspace of one file and the report of all rules."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "stdsys.yaml").write_text(text, encoding="utf-8")
        loaded = load(root, None)
        analysis = Analysis(loaded.workspace, DAY)
        return analysis, check(analysis, loaded.findings, Positions(root))


def sheet_of(workbook: Workbook, key: str) -> Sheet:
    """Return the sheet of a key."""
    return next(sheet for sheet in workbook.sheets if sheet.key == key)


def read_back(workbook: Workbook, *, values: bool = False) -> ReadWorkbook:
    """Write a workbook in Chinese and read it with openpyxl: formulas, or their cached values."""
    return load_workbook(BytesIO(xlsx_bytes(workbook, ZH)), data_only=values)


def visible(book: ReadWorkbook) -> list[Worksheet]:
    """Return the sheets that a person sees."""
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def written_rows(sheet: Worksheet, head: int, rows: int) -> list[list[object]]:
    """Return the cells of so many rows below a head row."""
    cells = sheet.iter_rows(min_row=head + 1, max_row=head + rows, values_only=True)
    return [list(row) for row in cells]


def column(table: Table, key: str) -> list[Cell]:
    """Return the cells of a column."""
    index = [one.key for one in table.columns].index(key)
    return [row[index] for row in table.rows]


def row_by(table: Table, key: str, value: Cell) -> dict[str, Cell]:
    """Return the first row with a value in a column, by column keys."""
    keys = [one.key for one in table.columns]
    index = keys.index(key)
    found = next(row for row in table.rows if row[index] == value)
    return dict(zip(keys, found, strict=True))
