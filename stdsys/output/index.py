"""The index of a build: what was written, and the headline numbers."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.findings import Severity
from stdsys.messages import Translator, _
from stdsys.output.deliverables import Written
from stdsys.output.tables.headings import name_of_whole
from stdsys.output.tables.rendering import one_line, percent
from stdsys.rules.checking import Report

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~]")
"""What Markdown takes for markup, tables and HTML within a line."""


_FORMS = {".xlsx": "Excel", ".docx": "Word", ".md": "Markdown", ".drawio": "draw.io"}


def index_json(
    analysis: Analysis, report: Report, written: Sequence[Written], say: Translator
) -> str:
    """Return `index.json`: version, day, headline numbers (ratios are fractions) and files."""
    total, cells = analysis.statistics.total, analysis.coverage.summary
    document = {
        "version": __version__,
        "as_of": analysis.as_of.isoformat(),
        "title": name_of_whole(analysis),
        "headline": {
            "systems": sum(not s.shared for s in analysis.workspace.systems.values()),
            "standards": total.standards,
            "required": total.required,
            "existing": total.existing,
            "ratio": total.ratio,
            "cells_required": cells.required,
            "cells_covered": cells.covered,
            "cells_gap": cells.gap,
            "coverage_ratio": cells.ratio,
            **{severity.value: report.count(severity) for severity in Severity},
        },
        "files": [{"kind": w.kind, "path": w.path, "title": say(w.title)} for w in written],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def index_markdown(
    analysis: Analysis, report: Report, written: Sequence[Written], say: Translator
) -> str:
    """Return `index.md`: the same for people."""
    total, cells = analysis.statistics.total, analysis.coverage.summary
    found = [str(report.count(severity)) for severity in Severity]
    lines = [
        f"# {_plain(name_of_whole(analysis))}",
        "",
        say(_("As of {day}", day=analysis.as_of)),
        "",
        _line(say, _("Figure"), _("Value")),
        "| --- | ---: |",
        _line(say, _("Existing / required standards"), f"{total.existing} / {total.required}"),
        _line(say, _("Existing ÷ required (%)"), percent(total.existing, total.required)),
        _line(say, _("Covered / required cells"), f"{cells.covered} / {cells.required}"),
        _line(say, _("Coverage of required cells (%)"), percent(cells.covered, cells.required)),
        _line(say, _("Cells that are gaps"), cells.gap),
        _line(say, _("Errors / warnings / infos"), " / ".join(found)),
        "",
        _line(say, _("Deliverable"), _("Format"), _("File")),
        "| --- | --- | --- |",
        *_files(written, say),
    ]
    return "\n".join(lines) + "\n"


def _files(written: Sequence[Written], say: Translator) -> Iterator[str]:
    """Yield a row a file; where several have one name and format, a part of the file's tells them.

    The files of a workbook's sheets begin with the name of the workbook, which is said already.
    """
    paths = [PurePosixPath(one.path) for one in written]
    names = [
        (_plain(say(one.title)), _form(path)) for one, path in zip(written, paths, strict=True)
    ]
    often = Counter(names)
    for path, name in zip(paths, names, strict=True):
        title, form = name
        if often[name] > 1:
            stem = path.stem.partition("-")[2] if path.suffix == ".csv" else path.stem
            title = say(_("{name}: {sheet}", name=title, sheet=_plain(stem or path.stem)))
        link = _plain(str(path))
        yield f"| {title} | {say(form)} | [{link}](<{link}>) |"


def _form(path: PurePosixPath) -> str:
    """Return what a format is called."""
    return _FORMS.get(path.suffix, path.suffix.removeprefix(".").upper())


def _line(say: Translator, *cells: object) -> str:
    """Return a line of a Markdown table."""
    return f"| {' | '.join(map(say, cells))} |"


def _plain(text: str) -> str:
    """Return a text of the workspace so that Markdown shows it as it is, on one line."""
    return _MARKUP.sub(r"\\\g<0>", one_line(text))
