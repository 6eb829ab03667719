"""The shipped case gives the outputs that were read and committed."""

import pytest

from tests.cli.running import run
from tests.golden import COMMANDS, arguments, golden_file


@pytest.mark.parametrize("name", COMMANDS)
def test_output_is_as_committed(name: str) -> None:
    result = run(*arguments(name), lang=None)
    assert result.out == golden_file(name).read_text(encoding="utf-8"), (
        "read the difference, then: python -m tests.golden"
    )
    assert result.err == ""
