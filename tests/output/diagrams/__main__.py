"""Write the drawn files afresh; look at them before committing."""

from tests.output.diagrams import FOLDER, drawn

FOLDER.mkdir(exist_ok=True)
for name, content in drawn().items():
    (FOLDER / name).write_text(content, encoding="utf-8", newline="\n")
    print(name)
