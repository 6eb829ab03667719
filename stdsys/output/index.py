"""The index of a build: what was written, and the headline numbers."""

import json
from collections.abc import Sequence

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.findings import Severity
from stdsys.messages import Translator, _
from stdsys.output.deliverables import Written
from stdsys.output.tables.rendering import percent
from stdsys.rules.checking import Report


def index_json(
    analysis: Analysis, report: Report, written: Sequence[Written], say: Translator
) -> str:
    """Return `index.json`: version, day, headline numbers (ratios are fractions) and files."""
    total, cells = analysis.statistics.total, analysis.coverage.summary
    document = {
        "version": __version__,
        "as_of": analysis.as_of.isoformat(),
        "title": title_of(analysis),
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
    lines = [
        f"# {title_of(analysis)}",
        "",
        say(_("As of {day}", day=analysis.as_of)),
        "",
        f"| {say(_('figure'))} | {say(_('value'))} |",
        "| --- | ---: |",
        f"| {say(_('existing / required standards'))} | {total.existing} / {total.required} |",
        f"| {say(_('existing ÷ required (%)'))} | {percent(total.existing, total.required)} |",
        f"| {say(_('covered / required cells'))} | {cells.covered} / {cells.required} |",
        f"| {say(_('covered ÷ required cells (%)'))} | {percent(cells.covered, cells.required)} |",
        f"| {say(_('gaps'))} | {cells.gap} |",
        f"| {say(_('errors / warnings / infos'))} | "
        + " / ".join(str(report.count(severity)) for severity in Severity)
        + " |",
        "",
        f"| {say(_('deliverable'))} | {say(_('file'))} |",
        "| --- | --- |",
        *(f"| {say(w.title)} | [{w.path}](<{w.path}>) |" for w in written),
    ]
    return "\n".join(lines) + "\n"


def title_of(analysis: Analysis) -> str:
    """Return the title of the whole, else the workspace's name."""
    record = analysis.workspace.record
    return record.title or record.name
