"""`stdsys export structure`, run as users run it."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.running import run, write_workspace
from tests.output.sample_region import REGION


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "sample", REGION)


def written(folder: Path, *options: str) -> dict[str, bytes]:
    """Run the export and return path below the output folder → content."""
    out = folder.parent / "out"
    result = run("export", "structure", folder, "--out", out, *options)
    assert (result.code, result.err) == (0, "")
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.*")}
    assert {Path(line).relative_to(out).as_posix() for line in result.out.splitlines()} == set(
        files
    )
    return files


def test_a_picture_of_the_whole_and_of_each_system(folder: Path) -> None:
    files = written(folder, "--format", "svg")
    assert set(files) == {
        "标准体系结构图.svg",
        "结构图/层次-示例共用.svg",
        "结构图/层次-示例果体系.svg",
        "结构图/层次-示例坚果体系.svg",
    }
    for content in files.values():
        ElementTree.fromstring(content)


def test_every_layout_on_the_pages_of_one_drawio_file(folder: Path) -> None:
    layouts = ("--layout", "hierarchy", "--layout", "sequence", "--layout", "matrix")
    files = written(folder, "--format", "drawio", *layouts)
    pages = ElementTree.fromstring(files["标准体系结构图.drawio"]).findall("diagram")
    assert len(pages) == 4 + 4 + 1


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    options = ("--format", "svg", "--format", "drawio", "--layout", "sequence")
    assert written(folder, *options) == written(folder, *options)


def test_the_same_name_twice_gives_two_files(tmp_path: Path) -> None:
    twice = REGION.replace("name: 示例坚果体系", "name: 示例果体系")
    files = written(write_workspace(tmp_path / "sample", twice), "--format", "svg")
    assert len(files) == 4


def test_a_name_cannot_leave_the_folder(tmp_path: Path) -> None:
    odd = REGION.replace("name: 示例坚果体系", "name: '../../<甲>|乙?'")
    assert "结构图/层次-..／..／＜甲＞｜乙？.svg" in written(
        write_workspace(tmp_path / "sample", odd), "--format", "svg"
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--format", "xlsx"), "structure is not written as xlsx; known are svg, png, drawio"),
        (("--layout", "circle"), "there is no 'circle'; known are hierarchy, sequence"),
    ],
)
def test_wrong_use(folder: Path, options: tuple[str, ...], message: str) -> None:
    result = run("export", "structure", folder, "--out", folder.parent / "out", *options)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


@pytest.mark.parametrize("layout", ["sequence", "matrix"])
def test_without_stages_some_layouts_are_refused_in_a_sentence(layout: str, tmp_path: Path) -> None:
    folder = write_workspace(
        tmp_path / "sample",
        """
        workspace: {format: 1, name: sample}
        systems: [{id: a, name: 示例, tree: [{code: "1", name: 甲}]}]
        """,
    )
    out = tmp_path / "out"
    result = run("export", "structure", folder, "--out", out, "--layout", layout)
    assert result.code == 2
    assert "the workspace has no stages" in result.err
    assert list(out.rglob("*.*")) == []


@pytest.mark.office
def test_pictures(folder: Path) -> None:
    files = written(folder, "--format", "png")
    assert len(files) == 4
    assert all(content.startswith(b"\x89PNG") for content in files.values())
