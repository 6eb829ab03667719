"""Write the golden files afresh."""

from tests.cli.running import run
from tests.golden import COMMANDS, arguments, golden_file

for name in COMMANDS:
    golden_file(name).write_bytes(run(*arguments(name), lang=None).bytes)
    print(name)
