"""Workbooks opened by a real LibreOffice and printed to pages, as an official would see them."""

import re
import subprocess
from pathlib import Path

import pytest

from stdsys.output.tables.table import Workbook
from stdsys.output.tables.workbooks import (
    coverage_workbook,
    detail_workbook,
    statistics_workbook,
)
from stdsys.output.workbooks.workbook import write_xlsx
from tests.output.region_of_tables import ZH, region

pytestmark = pytest.mark.office


def pages_of(workbook: Workbook, folder: Path) -> list[str]:
    """Return the text of each printed page."""
    path = folder / f"{workbook.key}.xlsx"
    write_xlsx(workbook, path, ZH)
    profile = (folder / "profile").as_uri()
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", *convert],
        check=True,
        capture_output=True,
        timeout=180,
    )
    text = subprocess.run(
        ["pdftotext", "-layout", str(path.with_suffix(".pdf")), "-"],
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout.decode("utf-8")
    return text.rstrip("\f").split("\f")


def without_blanks(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_detail_table_prints_with_titles_headings_and_page_numbers(tmp_path: Path) -> None:
    pages = pages_of(detail_workbook(*region()), tmp_path)
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in without_blanks(page)
    everything = without_blanks("".join(pages))
    for title in ("总览", "标准明细表", "标准制定明细表", "标准更替提示", "外部引用", "问题清单"):
        assert f"示例市市场监管局示例市标准体系{title}" in everything
    assert "将于2027-03-16被GB/T99001-2025代替" in everything


def test_every_sheet_of_the_small_region_fits_the_width_of_one_page(tmp_path: Path) -> None:
    workbook = statistics_workbook(region()[0])
    pages = pages_of(workbook, tmp_path)
    assert len(pages) == len(workbook.sheets)
    assert "现有数÷应有数" in without_blanks(pages[0])
    assert "57.1" in pages[0]


def test_states_are_printed_as_words(tmp_path: Path) -> None:
    pages = pages_of(coverage_workbook(region()[0]), tmp_path)
    for state in ("已覆盖", "空白", "不适用"):
        assert state in pages[0]
