"""Write the golden files afresh."""

from tests.cli.running import run
from tests.golden import COMMANDS, EXAMPLE, golden_file

for name, (command, *options) in COMMANDS.items():
    golden_file(name).write_bytes(run(command, EXAMPLE, *options, lang=None).bytes)
    print(name)
