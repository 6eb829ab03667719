"""A workbook that stdsys exported and a table that somebody typed, read together."""

from pathlib import Path

from stdsys.intake.understanding import read_workbook
from stdsys.messages import Language, translator
from stdsys.output.tables.workbooks import detail_workbook
from stdsys.output.workbooks.workbook import write_xlsx
from tests.output.region_of_tables import region


def test_an_export_of_ours_comes_back_beside_another_table(tmp_path: Path) -> None:
    own, typed = tmp_path / "明细表.xlsx", tmp_path / "示例补充.csv"
    write_xlsx(detail_workbook(*region()), own, translator(Language.ZH))
    typed.write_text("标准号,标准名称\nGB/T 99777-2020,示例补充\n", encoding="utf-8")
    alone = read_workbook([own])
    both = read_workbook([own, typed])
    assert both.files == ("明细表.xlsx", "示例补充.csv")
    assert len(both.rows) == len(alone.rows) + 2
    assert {draft.number for draft in both.standards} == {
        "GB/T 99777-2020",
        *(draft.number for draft in alone.standards),
    }
    names = [system.name for system in both.systems]
    assert sorted(names) == sorted([*(system.name for system in alone.systems), "示例补充"])
    assert len({system.key for system in both.systems}) == len(names)


def test_a_mapping_makes_an_export_of_ours_a_table_like_any_other(tmp_path: Path) -> None:
    own = tmp_path / "明细表.xlsx"
    write_xlsx(detail_workbook(*region()), own, translator(Language.ZH))
    intake = read_workbook([own], mapping={"备注": "source"})
    assert "_stdsys" not in {row.where.sheet for row in intake.rows}
    columns = {column.header: column.field for column in intake.tables[0].columns}
    assert columns["备注"] == "source"
