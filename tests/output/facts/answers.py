"""The answers of the queries, worked out in plain Python from the analyses, not from the tables."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from typing import TypeVar

from stdsys.analysis.counting.rows import Row, RowClass
from stdsys.analysis.coverage.cells import CellState
from stdsys.analysis.rollup.holdings import deaths_in
from stdsys.analysis.rollup.member_summary import OPEN
from stdsys.model.items import Edition, PlannedStandard
from stdsys.model.readings import reading_of
from stdsys.model.status import Status
from stdsys.model.workspace import ASPECT, STAGE, Workspace
from stdsys.numbers import Nature
from tests.output.facts.counties import County

Answer = list[tuple[object, ...]]
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def _ordered(rows: Iterable[tuple[object, ...]], *by: int) -> Answer:
    """Sort by columns; a negative number is a column, from 1, to sort by downwards."""

    def part(value: object, column: int) -> tuple[int, object]:
        if column < 0:
            assert isinstance(value, int)
            return 0, -value
        return (1, 0) if value is None else (0, value)

    def key(row: tuple[object, ...]) -> tuple[tuple[int, object], ...]:
        return tuple(part(row[abs(column) - 1], column) for column in by)

    return sorted(rows, key=key)


def _rounded(value: float) -> float:
    return float(Decimal(repr(value)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _percent(part: int, whole: int) -> float | None:
    return _rounded(100 * part / whole) if whole else None


def _place(county: County) -> tuple[str, str | None]:
    record = county.analysis.workspace.record
    return record.name, record.region.name if record.region else None


def _rows(county: County) -> tuple[Row, ...]:
    """The items placed in the county, each once."""
    return county.analysis.rows.region()


def _number(row: Row) -> str | None:
    return row.item.key if isinstance(row.item, Edition) and row.item.number else None


def _existing(county: County) -> list[Row]:
    return [row for row in _rows(county) if row.main and row.cls is RowClass.E]


def _numbered(counties: Sequence[County]) -> Iterator[tuple[County, Row, str]]:
    for county in counties:
        for row in _existing(county):
            number = _number(row)
            if number is not None:
                yield county, row, number


def _level(row: Row) -> str | None:
    return row.level.value if row.level else None


def _named(workspace: Workspace, axis: str, value: str | None) -> str | None:
    return None if value is None else workspace.axes[axis].values[value].name


def coverage_by_stage(counties: Sequence[County]) -> Answer:
    found: Answer = []
    for county in counties:
        workspace = county.analysis.workspace
        staged = [cell for cell in county.analysis.coverage.cells if STAGE in cell.axes]
        by_stage = _grouped((cell.axes[STAGE], cell.state) for cell in staged)
        for stage in workspace.axes[STAGE].values:  # in the order of the chain
            if stage not in by_stage:
                continue
            counts = Counter(by_stage[stage])
            required = counts.total() - counts[CellState.EXEMPT]
            covered = counts[CellState.COVERED]
            others = (
                counts[CellState.UPCOMING],
                counts[CellState.PLANNED],
                counts[CellState.OBSOLETE_ONLY],
                counts[CellState.GAP],
            )
            name = _named(workspace, STAGE, stage)
            share = _percent(covered, required)
            found.append((*_place(county), name, required, covered, *others, share))
    return _ordered(found, 1)  # which keeps the order of stages


def most_used_standards(counties: Sequence[County]) -> Answer:
    families = _grouped(
        (row.item.family, (county, row))
        for county in counties
        for row in _rows(county)
        if _number(row)
    )
    found: Answer = [
        (
            family,
            sorted({row.item.title for _county, row in uses if row.item.title}),
            len({_place(county)[0] for county, _row in uses}),
            len({_number(row) for _county, row in uses}),
        )
        for family, uses in families.items()
    ]
    return _ordered(found, -3, 1)[:50]


def obsolete_still_placed(counties: Sequence[County]) -> Answer:
    """What roll-ups take for dead, of knowledge that is not of a later day."""
    deaths = _grouped(
        (number, county) for county in counties for number in deaths_in(county.analysis)
    )
    found: Answer = []
    for county in counties:
        analysis = county.analysis
        rows = [row for row in analysis.rows.placements() if _number(row)]
        for item, placed in _grouped((row.item, row) for row in rows).items():
            assert isinstance(item, Edition)
            assert item.number is not None
            status = analysis.statuses(item).status
            told = deaths.get(item.key, []) if item.number.dated else []
            knowing = [one for one in told if one.analysis.as_of <= analysis.as_of]
            if not (knowing or status.dead):
                continue
            own = _use_instead(county, item.key) if status.dead else set()
            instead = own or {key for one in knowing for key in _use_instead(one, item.key)}
            systems = len({row.system for row in placed})
            use = max(instead, default=None)
            found.append((*_place(county), item.key, status.value, len(knowing), use, systems))
    return _ordered(found, 1, 3)


def _use_instead(county: County, number: str) -> set[str]:
    """What a county that knows a number to be dead has in its place."""
    analysis = county.analysis
    edition = analysis.workspace.editions.get(number)
    if edition is not None and analysis.statuses(edition).status.dead:
        live = analysis.statuses.live_successor(number)
        return {live.key} if live else set()
    return {
        key
        for key, one in analysis.workspace.editions.items()
        if analysis.statuses(one).status is Status.IN_FORCE
        and any(link.old == number for link in analysis.replacements.predecessors(key))
    }


def mandatory_share(counties: Sequence[County]) -> Answer:
    def binding(rows: Iterable[Row]) -> int:
        natures = (row.item.nature for row in rows if isinstance(row.item, Edition))
        return sum(nature is Nature.MANDATORY for nature in natures)

    every = [row for county in counties for row in _existing(county)]
    found: Answer = []
    for county in counties:
        rows = _existing(county)
        if rows and binding(rows) / len(rows) < binding(every) / len(every):
            share = _percent(binding(rows), len(rows))
            found.append((*_place(county), binding(rows), len(rows), share))
    return _ordered(found, 5, 1)


def common_gaps(counties: Sequence[County]) -> Answer:
    groups = _grouped(
        (
            (
                cell.clause.name or cell.clause.id,
                _named(county.analysis.workspace, STAGE, cell.axes.get(STAGE)),
                _named(county.analysis.workspace, ASPECT, cell.axes.get(ASPECT)),
            ),
            (_place(county)[0], cell.state),
        )
        for county in counties
        for cell in county.analysis.coverage.cells
    )
    found: Answer = []
    for names, cells in groups.items():
        requiring = {name for name, state in cells if state is not CellState.EXEMPT}
        lacking = {name for name, state in cells if state in OPEN}
        if len(lacking) > 1:
            found.append((*names, len(requiring), len(lacking)))
    return _ordered(found, -5, 1, 2, 3)


def levels_by_city(counties: Sequence[County]) -> Answer:
    groups: dict[tuple[str, str | None], list[tuple[str, str]]] = defaultdict(list)
    for county, row, number in _numbered(counties):
        region = county.analysis.workspace.record.region
        if region is not None and region.code is not None:
            groups[region.code[:4], _level(row)].append((_place(county)[0], number))
    found: Answer = [
        (city, level, len({name for name, _ in uses}), len({one for _, one in uses}), len(uses))
        for (city, level), uses in groups.items()
    ]
    return _ordered(found, 1, 2)


def findings_by_code(counties: Sequence[County]) -> Answer:
    groups = _grouped(
        ((*_place(county), one.finding.code, one.severity.value), one.finding.count)
        for county in counties
        for one in county.report.findings
    )
    found: Answer = [(*key, len(counts), sum(counts)) for key, counts in groups.items()]
    return _ordered(found, 1, 3, 4)


def targets_reached(counties: Sequence[County]) -> Answer:
    found: Answer = []
    for county in counties:
        results = county.analysis.targets.all
        met = [result.met for result in results]
        missed = sum(result.state.value == "missed" for result in results)
        if results:
            counts = (met.count(True), met.count(False), met.count(None), missed)
            found.append((*_place(county), len(met), *counts))
    return _ordered(found, 1)


def counted_once(counties: Sequence[County]) -> Answer:
    def counted(level: str | None, numbers: list[str]) -> tuple[object, ...]:
        distinct = len(set(numbers))
        return level, distinct, len(numbers), _rounded(len(numbers) / distinct)

    groups = _grouped((_level(row), number) for _county, row, number in _numbered(counties))
    every = [number for _county, _row, number in _numbered(counties)]
    by_level = _ordered((counted(level, numbers) for level, numbers in groups.items()), 1)
    return [*by_level, counted("total", every)]


def own_standards(counties: Sequence[County]) -> Answer:
    found: Answer = []
    for county in counties:
        own = [r for r in _rows(county) if r.main and county.analysis.ownership.is_own(r.item)]
        for level, rows in _grouped((_level(row), row) for row in own).items():
            existing = sum(row.cls is RowClass.E for row in rows)
            planned = sum(isinstance(row.item, PlannedStandard) for row in rows)
            found.append((*_place(county), level, existing, planned))
    return _ordered(found, 1, 3)


def spread_of_one_standard(counties: Sequence[County]) -> Answer:
    found: Answer = []
    for county in counties:
        workspace = county.analysis.workspace
        placed = [row for row in _rows(county) if row.item.family == "GB 2762"]
        citing = 0
        for edition in workspace.editions.values():
            cited = [reading_of(one.number).number for one in edition.facts.cites]
            citing += any(number is not None and number.family == "GB 2762" for number in cited)
        head = (*_place(county), county.analysis.as_of)
        for row in placed:
            found.append((*head, row.item.key, row.status.status.value, citing))
        if citing and not placed:
            found.append((*head, None, None, citing))
    return _ordered(found, 1, 4)


def disagreements(counties: Sequence[County]) -> Answer:
    groups = _grouped(
        (edition.key, (county, edition))
        for county in counties
        for edition in county.analysis.workspace.editions.values()
        if edition.number
    )
    found: Answer = []
    for number, said in groups.items():
        titles = {edition.title for _county, edition in said}
        by_day = _grouped(
            (county.analysis.as_of, county.analysis.statuses(edition).status)
            for county, edition in said
            if edition.number and edition.number.dated
        )
        statuses = max((len(set(one)) for one in by_day.values()), default=0)
        dates = {one.facts.effective for _county, one in said if one.facts.effective}
        differs = any(not one.may_equal(other) for one, other in combinations(dates, 2))
        if len(titles) > 1 or statuses > 1 or differs:
            found.append((number, len(said), len(titles), statuses, differs))
    return _ordered(found, -2, 1)


def editions_side_by_side(counties: Sequence[County]) -> Answer:
    families = _grouped(
        ((row.item.family, county.analysis.as_of), number)
        for county in counties
        for row in _rows(county)
        if row.cls is RowClass.E and (number := _number(row)) is not None
    )
    return [
        (family, day, number, numbers.count(number))
        for (family, day), numbers in sorted(families.items())
        for number in sorted(set(numbers))
        if len(set(numbers)) > 1
    ]


def plans_by_year(counties: Sequence[County]) -> Answer:
    groups: dict[tuple[int | None, str | None], list[str]] = defaultdict(list)
    for county in counties:
        for plan in county.analysis.workspace.planned.values():
            year = plan.facts.due.year if plan.facts.due else None
            groups[year, plan.level.value if plan.level else None].append(_place(county)[0])
    found: Answer = [(*key, len(names), len(set(names))) for key, names in groups.items()]
    return _ordered(found, 1, 2)


ANSWERS: dict[str, Callable[[Sequence[County]], Answer]] = {
    "01-coverage-by-stage": coverage_by_stage,
    "02-most-used-standards": most_used_standards,
    "03-obsolete-still-placed": obsolete_still_placed,
    "04-mandatory-share": mandatory_share,
    "05-common-gaps": common_gaps,
    "06-levels-by-city": levels_by_city,
    "07-findings-by-code": findings_by_code,
    "08-targets-reached": targets_reached,
    "09-counted-once": counted_once,
    "10-own-standards": own_standards,
    "11-spread-of-one-standard": spread_of_one_standard,
    "12-disagreements": disagreements,
    "13-editions-side-by-side": editions_side_by_side,
    "14-plans-by-year": plans_by_year,
}
