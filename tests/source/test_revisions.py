"""Revisions become folders; no checkout is touched, and nothing is written outside."""

import os
import subprocess
from pathlib import Path

import pytest

from stdsys.messages import translator
from stdsys.source import revisions
from stdsys.source.git import RevisionError
from stdsys.source.loading import load
from stdsys.source.revisions import Repository
from tests.repositories import commit, git, new_repository

HEAD = "workspace: {format: 1, name: sample}\n"
SAY = translator("en")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return new_repository(tmp_path / "repository")


def written(folder: Path, name: str, into: Path) -> Path:
    found = Repository(folder)
    into.mkdir(exist_ok=True)
    return found.write(found.revision(name), into)


def refused(folder: Path, name: str, into: Path) -> str:
    with pytest.raises(RevisionError) as error:
        written(folder, name, into)
    return SAY(error.value.message)


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if not path.is_dir()}


def test_a_revision_is_written_as_it_was(repository: Path, tmp_path: Path) -> None:
    commit(repository, stdsys=HEAD, tea="standards: []\n")
    commit(repository, stdsys=HEAD + "# later\n", coffee="standards: []\n")
    (repository / "tea.yaml").unlink()
    root = written(repository, "HEAD~1", tmp_path / "out")
    assert files(root) == {"stdsys.yaml", "tea.yaml"}
    assert (root / "stdsys.yaml").read_text() == HEAD
    assert root.name == repository.name


def test_nothing_of_the_checkout_is_touched(repository: Path, tmp_path: Path) -> None:
    commit(repository, stdsys=HEAD)
    commit(repository, stdsys=HEAD + "# later\n")
    (repository / "new.yaml").write_text("# not added\n")
    (repository / "stdsys.yaml").write_text("# half edited\n")
    before = {
        path: (path.stat().st_mtime_ns, path.read_bytes())
        for path in repository.rglob("*")
        if path.is_file()
    }
    written(repository, "HEAD~1", tmp_path / "out")
    after = {path for path in repository.rglob("*") if path.is_file()}
    assert after == set(before)
    assert all((p.stat().st_mtime_ns, p.read_bytes()) == before[p] for p in before)


def test_a_workspace_in_a_folder_that_is_gone_now(repository: Path, tmp_path: Path) -> None:
    inside = repository / "地区" / "ws"
    inside.mkdir(parents=True)
    commit(inside, stdsys=HEAD, 茶="standards: []\n")
    (repository / "other.yaml").write_text("# outside the workspace\n")
    for path in inside.iterdir():
        path.unlink()
    inside.rmdir()
    commit(repository)
    root = written(inside, "HEAD~1", tmp_path / "out")
    assert files(root) == {"stdsys.yaml", "茶.yaml"}
    assert "the revision HEAD has no stdsys.yaml in 地区/ws" in refused(
        inside, "HEAD", tmp_path / "again"
    )


def test_files_named_as_evidence_are_there(repository: Path, tmp_path: Path) -> None:
    (repository / "evidence").mkdir()
    (repository / "evidence" / "minutes.pdf").write_bytes(b"%PDF" * 1000)
    commit(
        repository,
        stdsys=HEAD,
        targets="targets:\n  - {id: t, measure: entered, value: 1, actual: 1, strength: firm,"
        " evidence: [evidence/minutes.pdf, evidence/absent.pdf]}\n",
    )
    root = written(repository, "HEAD", tmp_path / "out")
    assert load(root).workspace.absent_files == {"evidence/absent.pdf"}
    assert (root / "evidence" / "minutes.pdf").stat().st_size == 0


def test_attributes_of_archives_hide_nothing(repository: Path, tmp_path: Path) -> None:
    (repository / ".gitattributes").write_text("*.yaml export-ignore export-subst\n")
    commit(repository, stdsys=HEAD + "# $Format:%H$\n")
    root = written(repository, "HEAD", tmp_path / "out")
    assert (root / "stdsys.yaml").read_text() == HEAD + "# $Format:%H$\n"


def test_links_inside_are_kept_and_lead_nowhere_else(repository: Path, tmp_path: Path) -> None:
    outside = tmp_path / "out" / "outside"  # where a link upwards would lead from what is written
    outside.mkdir(parents=True)
    (outside / "secret.yaml").write_text("documents: [{id: secret, title: 示例}]\n")
    (repository / "real").mkdir()
    (repository / "real" / "a.yaml").write_text("documents: [{id: a, title: 示例甲}]\n")
    (repository / "inside.yaml").symlink_to("real/a.yaml")
    (repository / "absolute.yaml").symlink_to(outside / "secret.yaml")
    (repository / "upwards.yaml").symlink_to("../outside/secret.yaml")
    (repository / "folder").symlink_to(outside)
    (repository / "roundabout").symlink_to("real/../../outside")
    commit(repository, stdsys=HEAD)
    root = written(repository, "HEAD", tmp_path / "out")
    assert {path.name for path in root.iterdir() if path.is_symlink()} == {"inside.yaml"}
    assert set(load(root).workspace.documents) == {"a"}


def hostile_tree(repository: Path, *entries: tuple[str, str, bytes]) -> str:
    """Commit a tree that no git would make: (mode, path as it is, content)."""
    lines = b""
    for mode, name, content in entries:
        made = subprocess.run(
            ["git", "hash-object", "-w", "--stdin"],
            cwd=repository,
            input=content,
            capture_output=True,
            check=True,
        )
        lines += f"{mode} {name}".encode() + b"\0" + bytes.fromhex(made.stdout.decode().strip())
    tree = subprocess.run(
        ["git", "hash-object", "-w", "-t", "tree", "--literally", "--stdin"],
        cwd=repository,
        input=lines,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return git(repository, "commit-tree", tree.strip(), "-m", "hostile").strip()


def test_a_tree_made_by_hand_writes_nothing_outside(repository: Path, tmp_path: Path) -> None:
    made = hostile_tree(
        repository,
        ("100644", "..", b"documents: []"),
        ("100644", "../escaped.yaml", b"documents: []"),
        ("120000", "a.yaml", b"../../escaped.yaml"),
        ("100644", "a.yaml", b"documents: []"),
        ("100644", "stdsys.yaml", HEAD.encode()),
    )
    out = tmp_path / "out"
    root = written(repository, made, out)
    assert files(root) == {"a.yaml", "stdsys.yaml"}
    assert not (root / "a.yaml").is_symlink()
    assert not (out / "escaped.yaml").exists()
    assert not (tmp_path / "escaped.yaml").exists()


def test_a_file_too_large_to_be_read_is_refused_as_in_a_folder(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, stdsys=HEAD, large="# " + "x" * 500)
    monkeypatch.setattr(revisions, "MAX_BYTES", 400)
    root = written(repository, "HEAD", tmp_path / "out")
    assert (root / "large.yaml").read_bytes() == b"\0" * 502


def test_bounds(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, stdsys=HEAD, tea="standards: []\n")
    monkeypatch.setattr(revisions, "MOST_BYTES", 20)
    assert "too large" in refused(repository, "HEAD", tmp_path / "1")
    monkeypatch.setattr(revisions, "MOST_FILES", 1)
    assert "too large" in refused(repository, "HEAD", tmp_path / "2")


@pytest.mark.parametrize("name", ["nowhere", "HEAD~99", "-h", "--all", "HEAD:stdsys.yaml", "a\nb"])
def test_no_such_revision(repository: Path, tmp_path: Path, name: str) -> None:
    commit(repository, stdsys=HEAD)
    assert "neither a folder nor a git revision" in refused(repository, name, tmp_path / "out")


def test_a_shallow_clone_says_so(repository: Path, tmp_path: Path) -> None:
    commit(repository, stdsys=HEAD)
    commit(repository, stdsys=HEAD + "# later\n")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "clone")
    assert "shallow clone" in refused(tmp_path / "clone", "HEAD~1", tmp_path / "out")


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(RevisionError) as error:
        Repository(tmp_path)
    assert SAY(error.value.message) == f"{tmp_path} is in no git repository"


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RevisionError) as error:
        Repository(tmp_path)
    assert SAY(error.value.message).startswith("git is not installed")


def test_the_environment_of_a_hook_does_not_mislead(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, stdsys=HEAD)
    monkeypatch.setenv("GIT_DIR", os.fspath(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere")
    assert files(written(repository, "HEAD", tmp_path / "out")) == {"stdsys.yaml"}


def test_where_two_branches_parted(repository: Path) -> None:
    common = commit(repository, stdsys=HEAD)
    git(repository, "switch", "--quiet", "--create", "feature")
    commit(repository, stdsys=HEAD + "# feature\n")
    git(repository, "switch", "--quiet", "main")
    commit(repository, stdsys=HEAD + "# main\n")
    found = Repository(repository)
    parted = found.common_ancestor(found.revision("main"), found.revision("feature"))
    assert (parted.name, parted.commit) == ("main...feature", common)
    git(repository, "switch", "--quiet", "--orphan", "alone")
    commit(repository, stdsys=HEAD + "# alone\n")
    with pytest.raises(RevisionError) as error:
        found.common_ancestor(found.revision("main"), found.revision("alone"))
    assert SAY(error.value.message) == "main and alone have no common ancestor"
