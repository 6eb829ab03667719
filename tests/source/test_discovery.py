import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.source.discovery import MAIN_FILE, Listing, find_workspace, list_files


def grow(root: Path, *files: str) -> Path:
    for file in (MAIN_FILE, *files):
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    return root


def reasons(listing: Listing) -> dict[str, str]:
    return {skip.path: skip.reason.msgid for skip in listing.skipped}


# --- the workspace ----------------------------------------------------------------------------


def test_the_nearest_workspace_upwards_is_found(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    grow(root / "outer", "体系/tea.yaml", "inner/stdsys.yaml", "inner/a/b/c.yaml")
    outer, inner = root / "outer", root / "outer/inner"
    assert find_workspace(outer) == outer
    assert find_workspace(outer / "体系") == outer
    assert find_workspace(outer / "体系/tea.yaml") == outer
    assert find_workspace(inner / "a/b") == inner
    assert find_workspace(inner / "a/../..") == outer
    assert find_workspace(outer / "no/such/folder") == outer


def test_a_folder_of_that_name_is_no_workspace(tmp_path: Path) -> None:
    grow(tmp_path, f"a/{MAIN_FILE}/b.yaml")
    assert find_workspace(tmp_path / "a") == tmp_path.resolve()


def test_the_working_folder_is_searched_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(tmp_path, "a/b.yaml")
    monkeypatch.chdir(tmp_path / "a")
    assert find_workspace(Path()) == tmp_path.resolve()


def test_without_a_workspace_there_is_none(tmp_path: Path) -> None:
    assert not (tmp_path / MAIN_FILE).exists()
    found = find_workspace(tmp_path)
    assert found is None or found in tmp_path.resolve().parents


def test_a_circle_of_links_is_no_workspace(tmp_path: Path) -> None:
    grow(tmp_path)
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert find_workspace(tmp_path / "a") == tmp_path.resolve()


# --- its files --------------------------------------------------------------------------------


def test_yaml_files_are_listed_sorted_and_relative(tmp_path: Path) -> None:
    grow(tmp_path, "systems/茶.yaml", "a.yml", "systems/deep/x.yaml", "b.txt", "yaml", "c.yaml.bak")
    assert list_files(tmp_path) == Listing(
        ("a.yml", "stdsys.yaml", "systems/deep/x.yaml", "systems/茶.yaml")
    )


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    grow(tmp_path, ".a.yaml", ".git/x.yaml", "b/.c/y.yaml", "b/d.yaml")
    assert list_files(tmp_path) == Listing(("b/d.yaml", "stdsys.yaml"))


def test_a_hidden_workspace_is_still_one(tmp_path: Path) -> None:
    assert list_files(grow(tmp_path / ".hidden", "a.yaml")).files == ("a.yaml", "stdsys.yaml")


def test_a_workspace_inside_is_listed_unless_it_is_excluded(tmp_path: Path) -> None:
    grow(tmp_path, "inner/stdsys.yaml", "inner/a.yaml", "c.yaml")
    listed = list_files(tmp_path).files
    assert listed == ("c.yaml", "inner/a.yaml", "inner/stdsys.yaml", "stdsys.yaml")
    assert list_files(tmp_path, ["inner"]).files == ("c.yaml", "stdsys.yaml")


def test_a_folder_named_like_a_file_is_a_folder(tmp_path: Path) -> None:
    grow(tmp_path, "a.yaml/b.yaml")
    assert list_files(tmp_path).files == ("a.yaml/b.yaml", "stdsys.yaml")


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(grow(tmp_path) / "a.yaml")
    listing = list_files(tmp_path)
    assert listing.files == ("stdsys.yaml",)
    assert [path for path, _reason in listing.faults] == ["a.yaml"]


def test_a_name_that_is_not_utf8_is_told_legibly(tmp_path: Path) -> None:
    name = os.fsdecode("茶.yaml".encode("gb18030"))
    (grow(tmp_path, "a/b.yaml") / "a" / name).touch()
    listing = list_files(tmp_path)
    assert listing.files == ("a/b.yaml", "stdsys.yaml")
    assert [path for path, _reason in listing.faults] == ["a/??.yaml"]


@pytest.mark.parametrize("character", ["\x1b", "\n", "\r", "\x7f", "\x9b"])
def test_a_name_that_a_terminal_would_obey_is_told_legibly(tmp_path: Path, character: str) -> None:
    (grow(tmp_path) / f"a{character}[31m.yaml").touch()
    listing = list_files(tmp_path)
    assert listing.files == ("stdsys.yaml",)
    assert [path for path, _reason in listing.faults] == ["a\ufffd[31m.yaml"]


def test_a_folder_that_cannot_be_listed_is_a_fault(tmp_path: Path) -> None:
    listing = list_files(tmp_path / "gone")
    assert listing.files == ()
    assert [path for path, _reason in listing.faults] == ["."]


# --- links ------------------------------------------------------------------------------------


def test_links_out_of_the_workspace_are_not_followed(tmp_path: Path) -> None:
    root = grow(tmp_path / "w", "a.yaml")
    grow(tmp_path / "w2", "b.yaml")  # a sibling whose name begins alike
    (root / "folder").symlink_to(tmp_path / "w2")
    (root / "file.yaml").symlink_to("../w2/b.yaml")
    (root / "up").symlink_to("..")
    (root / "photo.jpg").symlink_to("../w2/b.yaml")
    listing = list_files(root)
    assert listing.files == ("a.yaml", "stdsys.yaml")
    assert set(reasons(listing)) == {"file.yaml", "folder", "up"}
    assert set(reasons(listing).values()) == {"a link out of the workspace is not followed"}
    assert listing.faults == ()


def test_a_file_is_listed_once_however_many_links_lead_to_it(tmp_path: Path) -> None:
    root = grow(tmp_path, "systems/a.yaml")
    (root / "b.yaml").symlink_to("systems/a.yaml")
    (root / "again").symlink_to("systems")
    listing = list_files(root)
    assert listing.files == ("stdsys.yaml", "systems/a.yaml")
    assert set(reasons(listing)) == {"again", "b.yaml"}


def test_links_inside_lead_to_what_is_not_listed_otherwise(tmp_path: Path) -> None:
    root = grow(tmp_path, ".store/a.yaml", ".store/deep/b.yaml")
    (root / "one.yaml").symlink_to(".store/a.yaml")
    (root / "shared").symlink_to(".store")
    (root / "twice").symlink_to(".store")
    listing = list_files(root)
    assert listing.files == ("one.yaml", "shared/a.yaml", "shared/deep/b.yaml", "stdsys.yaml")
    assert set(reasons(listing)) == {"twice"}


def test_circles_of_links_end(tmp_path: Path) -> None:
    root = grow(tmp_path, "a/b/c.yaml")
    (root / "a/b/up").symlink_to("..")
    (root / "a/b/root").symlink_to(root)
    (root / "self.yaml").symlink_to("self.yaml")
    (root / "x").symlink_to("y")
    (root / "y").symlink_to("x")
    assert list_files(root).files == ("a/b/c.yaml", "stdsys.yaml")


def test_a_link_to_nothing_is_a_fault(tmp_path: Path) -> None:
    (grow(tmp_path) / "a.yaml").symlink_to("gone.yaml")
    listing = list_files(tmp_path)
    assert listing.files == ("stdsys.yaml",)
    assert [(path, reason.msgid) for path, reason in listing.faults] == [
        ("a.yaml", "cannot be read: a link to nothing")
    ]


def test_the_workspace_may_be_a_link_itself(tmp_path: Path) -> None:
    grow(tmp_path / "real", "a.yaml")
    (tmp_path / "link").symlink_to("real")
    assert list_files(tmp_path / "link").files == ("a.yaml", "stdsys.yaml")


# --- exclusion --------------------------------------------------------------------------------

FILES = (
    "a.bak.yaml",
    "drafts/b.yaml",
    "drafts/deep/c.yaml",
    "systems/d.bak.yaml",
    "systems/drafts/e.yaml",
    "systems/f1.yaml",
    "systems/草案.yaml",
)


@pytest.mark.parametrize(
    ("patterns", "left_out"),
    [
        ([], []),
        (["drafts/**"], [1, 2]),
        (["./drafts/**"], [1, 2]),
        (["drafts\\**"], [1, 2]),
        (["drafts/*"], [1, 2]),
        (["drafts/*.yaml"], [1]),
        (["drafts/**/*.yaml"], [1, 2]),
        (["drafts"], [1, 2, 4]),
        (["drafts/"], [1, 2, 4]),
        (["*/drafts"], [4]),
        (["**/drafts/**"], [1, 2, 4]),
        (["*.bak.yaml"], [0, 3]),
        (["./*/*.bak.yaml"], [3]),
        (["systems/f?.yaml"], [5]),
        (["systems/[!fd]*.yaml"], [6]),
        (["systems/[.yaml", "草*"], [6]),
        (["drafts/**", "*.bak.yaml"], [0, 1, 2, 3]),
        (["**/deep/**/c.yaml"], [2]),
        (["**"], [0, 1, 2, 3, 4, 5, 6]),
        (["DRAFTS/**"], []),
    ],
)
def test_patterns_leave_out(tmp_path: Path, patterns: list[str], left_out: list[int]) -> None:
    listing = list_files(grow(tmp_path, *FILES), patterns)
    files = [file for file in listing.files if file != MAIN_FILE]
    assert files == [file for number, file in enumerate(FILES) if number not in left_out]
    assert listing.refused == ()


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("/drafts/**", "relative"),
        ("\\\\server\\drafts", "relative"),
        ("C:/drafts", "relative"),
        ("c:drafts", "relative"),
        ("../other/**", '".."'),
        ("systems/../drafts", '".."'),
        ("systems\\..\\drafts", '".."'),
        ("", "nothing"),
        ("./", "nothing"),
        ("/", "nothing"),
    ],
)
def test_patterns_that_lead_elsewhere_are_refused(
    tmp_path: Path, pattern: str, reason: str
) -> None:
    listing = list_files(grow(tmp_path, *FILES), [pattern, "drafts/**"])
    ((path, text),) = listing.faults
    assert path is None
    assert reason in text.msgid
    assert text.values == {"pattern": pattern}
    assert len(listing.files) == len(FILES) - 1


def test_an_excluded_folder_is_not_even_looked_into(tmp_path: Path) -> None:
    grow(tmp_path, "inner/stdsys.yaml")
    (tmp_path / "inner/a.yaml").symlink_to("gone")
    assert list_files(tmp_path, ["inner"]) == Listing(("stdsys.yaml",))


@settings(max_examples=60)
@given(st.lists(st.text(st.sampled_from("*?[]!-z-a./\\{}^$+|()茶"), max_size=12), max_size=4))
def test_no_pattern_raises(tmp_path_factory: pytest.TempPathFactory, patterns: list[str]) -> None:
    root = tmp_path_factory.getbasetemp() / "patterns"
    grow(root, "a/z.yaml", "茶.yaml")
    assert set(list_files(root, patterns).files) <= {"a/z.yaml", "stdsys.yaml", "茶.yaml"}


def test_a_pattern_of_many_stars_is_no_trap(tmp_path: Path) -> None:
    deep = "/".join(["a"] * 60)
    grow(tmp_path, f"{deep}/{'a' * 200}.yaml")
    patterns = ["**/a/" * 20 + "b.yaml", "*a" * 60 + "b"]
    assert len(list_files(tmp_path, patterns).files) == 2
