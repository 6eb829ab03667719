"""What users' own templates of the compilation notes can print: plain texts, numbers and lists.

Keys are stable, in English, with underscores; texts are in the language asked for.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias, Union

from msgspec.structs import replace

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import RowClass
from stdsys.findings import Severity
from stdsys.messages import Translator
from stdsys.model.workspace import System
from stdsys.output.documents.material import Material
from stdsys.output.documents.notes import PARTS, notes_document
from stdsys.output.documents.notes_structure import subsystem_table
from stdsys.output.documents.phrases import day_in_words
from stdsys.output.documents.plan import plan_table
from stdsys.output.documents.spelling import (
    Spelled,
    SpelledHeading,
    SpelledParagraph,
    SpelledTable,
    cell_text,
    spelled,
    text_of,
    title_of,
)
from stdsys.output.tables.coverage import gaps_sheet
from stdsys.output.tables.rendering import Renderer, one_line, percent
from stdsys.output.tables.replaced import obsolete_sheet, successions_sheet
from stdsys.output.tables.statistics import s1_sheet
from stdsys.output.tables.table import Table
from stdsys.rules.checking import Report

Plain: TypeAlias = Union[str, int, "list[Plain]", "dict[str, Plain]"]
"""What a template gets: no object of ours, nothing to call."""

_SUMS = 1
"""Rows at the end of a system's table of subsystems that sum up the others."""


def template_context(
    analysis: Analysis, report: Report, say: Translator, *, sample: bool = False
) -> dict[str, Plain]:
    """Return the fields of the compilation notes by name.

    `title` is that of the document, `name` that of the system alone. The paragraphs of `parts` do
    not say that a table stands below: whether one does is the template's affair. A `sample` has an
    item without values in every list of records that is empty here, so that its fields show.

    `parts` are the ten parts as the tool itself writes them (`parts.background.paragraphs` …),
    `statistics` the rows of layout S1; `systems`, `gaps`, `plan`, `obsolete` and `replacements` are
    lists whose items have the columns of the tables as fields; `numbers` are those of `stats`.
    """
    return _Context(analysis, report, say, sample=sample).fields()


class _Context:
    """Spells out one workspace for a template."""

    def __init__(
        self, analysis: Analysis, report: Report, say: Translator, *, sample: bool
    ) -> None:
        self._sample = sample
        self._material = Material(analysis, report)
        self._analysis = analysis
        self._report = report
        self._say = say
        self._render = Renderer(say)

    def fields(self) -> dict[str, Plain]:
        """Return everything."""
        analysis, record = self._analysis, self._analysis.workspace.record
        document = notes_document(analysis, self._report)
        cells = self._material.cells
        parts, to_supply = self._parts(list(spelled(document, self._say, pointing=False)))
        return {
            "title": title_of(document, self._say),
            "name": one_line(self._material.name),
            "unit": one_line(record.unit or ""),
            "region": one_line(record.region.name) if record.region else "",
            "as_of": self._say(day_in_words(analysis.as_of)),
            "as_of_date": analysis.as_of.isoformat(),
            "basis": [one_line(one) for one in record.basis],
            "numbers": self._numbers(),
            "statistics": [*self._records(s1_sheet(analysis).tables[0])],
            "systems": [self._system(one) for one in analysis.workspace.systems.values()],
            "gaps": [*self._records(gaps_sheet(analysis, self._material.responsibility).tables[0])],
            "plan": [*self._records(plan_table(analysis))],
            "obsolete": [*self._records(obsolete_sheet(cells).tables[0])],
            "replacements": [*self._records(successions_sheet(cells).tables[0])],
            "parts": parts,
            "to_supply": to_supply,
        }

    def _numbers(self) -> dict[str, Plain]:
        counts, cells = self._analysis.statistics, self._analysis.coverage.summary
        classes = Counter(row.cls for row in self._analysis.rows.region() if row.main)
        return {
            "systems": counts.number_of_systems,
            "required": counts.total.required,
            "existing": counts.total.existing,
            "percent": percent(counts.total.existing, counts.total.required),
            "upcoming": classes[RowClass.U],
            "planned": classes[RowClass.P],
            "unknown": classes[RowClass.X],
            "obsolete": counts.obsolete,
            "successions": counts.successions,
            "other": counts.other,
            "presumed_or_unverified": counts.presumed_or_unverified,
            "cells_required": cells.required,
            "cells_covered": cells.covered,
            "cells_percent": percent(cells.covered, cells.required),
            "cells_gap": cells.gap,
            "errors": self._report.count(Severity.ERROR),
            "warnings": self._report.count(Severity.WARNING),
            "infos": self._report.count(Severity.INFO),
        }

    def _system(self, system: System) -> dict[str, Plain]:
        record, workspace = system.record, self._analysis.workspace
        total = self._analysis.statistics.systems[system.id].total
        main = [row for row in self._analysis.rows.of(system.id) if row.main]
        table = subsystem_table(self._material, system, main)
        return {
            "name": one_line(system.name),
            "object": one_line(record.object or ""),
            "objective": one_line(record.objective or ""),
            "owner": one_line(workspace.name_of(record.owner)),
            "brand": one_line(record.brand or ""),
            "required": total.required,
            "existing": total.existing,
            "percent": percent(total.existing, total.required),
            "subsystems": [
                {**one, "description": one.get("description", "")}
                for one in self._records(replace(table, rows=table.rows[:-_SUMS]))
            ],
        }

    def _records(self, table: Table) -> list[dict[str, Plain]]:
        """Return the rows of a table, each a mapping of its columns' keys to texts."""
        keys = [column.key.replace("-", "_") for column in table.columns]
        rows = [[cell_text(self._render, cell) for cell in row] for row in table.rows]
        if self._sample and not rows:
            rows = [[""] * len(keys)]
        return [dict(zip(keys, row, strict=True)) for row in rows]

    def _parts(self, blocks: list[Spelled]) -> tuple[dict[str, Plain], list[Plain]]:
        """Return the ten parts by key, and what the list of blanks at the end names."""
        below = list(_below_first_headings(blocks))
        parts: dict[str, Plain] = {
            part.key: _part(heading, found)
            for part, (heading, found) in zip(PARTS, below, strict=False)
        }
        listed = [table for _heading, found in below[len(PARTS) :] for table in _tables_in(found)]
        to_supply: list[Plain] = [
            {"section": section, "what": what}
            for table in listed
            for _ordinal, section, what in table.rows
        ]
        if self._sample and not to_supply:
            to_supply.append({"section": "", "what": ""})
        return parts, to_supply


def _below_first_headings(blocks: list[Spelled]) -> Iterator[tuple[str, list[Spelled]]]:
    """Yield each heading of the first layer with what stands below it."""
    heading: str | None = None
    found: list[Spelled] = []
    for block in blocks:
        if isinstance(block, SpelledHeading) and block.layer == 1:
            if heading is not None:
                yield heading, found
            heading, found = block.text, []
        else:
            found.append(block)
    if heading is not None:
        yield heading, found


def _part(heading: str, blocks: list[Spelled]) -> dict[str, Plain]:
    paragraphs: list[Plain] = [
        text_of(block) for block in blocks if isinstance(block, SpelledParagraph)
    ]
    tables: list[Plain] = [
        {
            "caption": table.caption or "",
            "heads": list(table.heads),
            "rows": [list(row) for row in table.rows],
            "notes": list(table.notes),
        }
        for table in _tables_in(blocks)
    ]
    return {"title": heading, "paragraphs": paragraphs, "tables": tables}


def _tables_in(blocks: list[Spelled]) -> list[SpelledTable]:
    return [block for block in blocks if isinstance(block, SpelledTable)]
