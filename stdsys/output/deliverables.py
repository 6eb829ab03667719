"""What a build writes: every deliverable, by kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Text, Translator, _
from stdsys.output.atomic import write_text
from stdsys.output.json.tables import write_json
from stdsys.output.tables.table import Workbook
from stdsys.output.workbooks.csv_tables import write_csv
from stdsys.output.workbooks.kinds import WORKBOOK_KINDS, filled_kinds
from stdsys.output.workbooks.workbook import write_xlsx
from stdsys.rules.checking import Report

WORKBOOKS: Mapping[str, Text] = {name: kind.title for name, kind in WORKBOOK_KINDS.items()}
"""Kinds of workbook → what they are called."""

FORMATS = ("xlsx", "csv", "json")

MOST_DRAWN = 5_000
"""A build draws the dependency graph up to so many nodes; of more nobody would see anything."""


class Written(Struct, frozen=True):
    """A file that was written: its kind, its path below the output folder, what it is."""

    kind: str
    path: str
    title: Text


class Job(Struct, frozen=True):
    """One deliverable still to be written, and how."""

    kind: str
    title: Text
    write: Callable[[Path], Iterable[str]]


def workbook_jobs(
    kinds: Sequence[str],
    formats: Sequence[str],
    analysis: Analysis,
    report: Report,
    say: Translator,
    profile: str,
) -> Iterator[Job]:
    """Yield a job a kind and format; csv and json go to the folder `data`."""
    for kind in kinds:
        workbook = WORKBOOK_KINDS[kind].make(analysis, report, profile)
        for form in formats:
            yield Job(kind, WORKBOOKS[kind], _writer(workbook, form, say))


def _writer(workbook: Workbook, form: str, say: Translator) -> Callable[[Path], Iterable[str]]:
    def write(out: Path) -> Iterable[str]:
        if form == "xlsx":
            path = out / f"{workbook.stem}.xlsx"
            write_xlsx(workbook, path, say)
            return [path.relative_to(out).as_posix()]
        folder = out / "data"
        if form == "csv":
            files = write_csv(workbook, folder / workbook.key, say)
            return [file.relative_to(out).as_posix() for file in files]
        path = folder / f"{workbook.key}.json"
        write_json(workbook, path, say)
        return [path.relative_to(out).as_posix()]

    return write


def analysis_jobs(analysis: Analysis, report: Report, say: Translator) -> Iterator[Job]:
    """Yield the jobs for machines and for reading in git: findings, coverage, counts, graph."""
    from stdsys.analysis.limits.indicator_choice import IndicatorChoice
    from stdsys.output.graphs.dot import graph_dot
    from stdsys.output.graphs.svg import graph_svg
    from stdsys.output.json.compare import compare_json
    from stdsys.output.json.coverage import coverage_json
    from stdsys.output.json.findings import findings_json
    from stdsys.output.json.graph import graph_json
    from stdsys.output.json.order import order_json
    from stdsys.output.json.stats import stats_json
    from stdsys.output.json.targets import targets_json
    from stdsys.output.text.findings import FindingsText

    def findings_text() -> str:
        writer = FindingsText(say, in_full=True)
        return "\n".join(writer.lines(report, analysis.as_of, show_waived=True)) + "\n"

    findings, graph = _("findings"), _("dependency graph")
    yield _text_job("findings", findings, "findings.txt", findings_text)
    yield _text_job(
        "findings",
        findings,
        "data/findings.json",
        lambda: findings_json(report, analysis.as_of, say, show_waived=True),
    )
    yield _text_job(
        "coverage",
        WORKBOOKS["coverage"],
        "data/coverage-cells.json",
        lambda: coverage_json(analysis),
    )
    yield _text_job(
        "statistics", WORKBOOKS["statistics"], "data/counts.json", lambda: stats_json(analysis)
    )
    filled = filled_kinds(analysis)
    if "indicators" in filled:
        title, path = WORKBOOKS["indicators"], "data/comparisons.json"
        choice = IndicatorChoice.of(analysis.indicators)
        yield _text_job("indicators", title, path, lambda: compare_json(analysis, choice))
    if "targets" in filled:
        title, path = WORKBOOKS["targets"], "data/target-results.json"
        yield _text_job(
            "targets", title, path, lambda: targets_json(analysis, analysis.targets.all, say)
        )
    if "order" in filled:
        title, path = WORKBOOKS["order"], "data/drafting-order.json"
        yield _text_job("order", title, path, lambda: order_json(analysis, say))
    yield _text_job("graph", graph, "data/graph.json", lambda: graph_json(analysis.graph()))
    yield _text_job("graph", graph, "data/graph.dot", lambda: graph_dot(analysis.graph(), say))
    if len(analysis.graph()) <= MOST_DRAWN:
        yield _text_job(
            "graph", graph, "data/graph.svg", lambda: graph_svg(analysis, analysis.graph(), say)
        )


def _text_job(kind: str, title: Text, path: str, text: Callable[[], str]) -> Job:
    def write(out: Path) -> Iterable[str]:
        write_text(out / path, text())
        return [path]

    return Job(kind, title, write)


def run_jobs(
    jobs: Sequence[Job], out: Path, progress: Callable[[int, int], None] | None = None
) -> list[Written]:
    """Run the jobs in order and return what was written."""
    written: list[Written] = []
    for count, job in enumerate(jobs, 1):
        written += [Written(job.kind, path, job.title) for path in job.write(out)]
        if progress is not None:
            progress(count, len(jobs))
    return written
