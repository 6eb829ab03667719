"""The drawn files are those that were looked at and committed."""

from tests.output.diagrams import FOLDER, drawn


def test_files_are_as_committed() -> None:
    files = drawn()
    assert set(files) == {path.name for path in FOLDER.iterdir()}
    changed = [
        name
        for name, content in files.items()
        if content != (FOLDER / name).read_text(encoding="utf-8")
    ]
    assert changed == [], "look at the change, then: python -m tests.output.diagrams"


def test_the_same_input_gives_the_same_bytes() -> None:
    assert drawn() == drawn()
