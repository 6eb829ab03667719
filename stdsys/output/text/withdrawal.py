"""What would change if a standard were withdrawn, for people."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import Row
from stdsys.analysis.coverage.cells import Cell
from stdsys.analysis.impact.withdrawal import Withdrawal
from stdsys.messages import Text, Translator, _
from stdsys.model.items import Edition
from stdsys.output.tables.rendering import one_line
from stdsys.output.tables.words import STATE, value_name
from stdsys.output.text.aligned import Layout
from stdsys.output.text.impact_words import CLASS
from stdsys.output.text.tree import branches


def cell_name(cell: Cell, analysis: Analysis, say: Translator) -> str:
    """Return a cell's system, its values on the axes, and its requirement."""
    workspace = analysis.workspace
    values = [value_name(axis, value, workspace) for axis, value in cell.axes.items()]
    place = " / ".join(values) if values else say(_("the whole system"))
    return f"{workspace.systems[cell.system].name} · {place} · {cell.clause.called}"


class WithdrawalText:
    """Writes the two answers, before and after, as text; `layout` decides on colour."""

    def __init__(self, analysis: Analysis, say: Translator, layout: Layout) -> None:
        self._analysis = analysis
        self._say = say
        self._layout = layout

    def lines(self, fall: Withdrawal, most: int | None) -> Iterator[str]:
        """Yield what is withdrawn, the counts, and what changes, at most `most` of each list."""
        names = tuple(edition.key for edition in fall.editions)
        heading = _("If withdrawn on this day, with nothing in their place: {names}", names=names)
        yield self._layout.heading(one_line(self._say(heading)))
        yield self._say(
            _(
                "standards required {required} → {required_after}, in force {existing} → "
                "{existing_after}",
                required=fall.before.required,
                required_after=fall.after.required,
                existing=fall.before.existing,
                existing_after=fall.after.existing,
            )
        )
        groups = (
            (
                _("coverage cells of another state: {count}", count=len(fall.cells)),
                self._cells(fall),
            ),
            (_("rows of another class: {count}", count=len(fall.rows)), self._rows(fall)),
            (
                _("citations that would be dead: {count}", count=len(fall.citations)),
                self._citations(fall),
            ),
        )
        yield from branches({self._say(name): self._cut(lines, most) for name, lines in groups})

    def _cut(self, lines: Iterator[str], most: int | None) -> list[str]:
        found = [one_line(line) for line in lines]
        if most is None or len(found) <= most:
            return found
        left = _("{count} more are not shown: --verbose shows all", count=len(found) - most)
        return [*found[:most], self._say(left)]

    def _cells(self, fall: Withdrawal) -> Iterator[str]:
        for one in fall.cells:
            name = cell_name(one.cell, self._analysis, self._say)
            yield self._change(name, STATE[one.before].text, STATE[one.after].text)

    def _rows(self, fall: Withdrawal) -> Iterator[str]:
        for one in fall.rows:
            system = self._analysis.workspace.systems[one.before.system]
            item = one.before.item
            title = f"{item.key} {item.title or ''}" if isinstance(item, Edition) else item.title
            name = f"{system.name} {one.before.code} {title}"
            yield self._change(name, self._class(one.before), self._class(one.after))

    def _class(self, row: Row) -> Text:
        word = CLASS[row.cls]
        return word if row.listed else _("{word}, not counted", word=word)

    def _citations(self, fall: Withdrawal) -> Iterator[str]:
        for one in fall.citations:
            citing, cited = one.after.citing, one.after.cited_as
            name = citing.key if isinstance(citing, Edition) else citing.title
            yield self._say(_("{name} cites {other}", name=name, other=cited))

    def _change(self, name: str, before: Text, after: Text) -> str:
        said = _("{name}: {before} → {after}", name=name, before=before, after=after)
        return self._say(said)
