"""The difference of two states for people: what changed, sort by sort, and the counts of both."""

from collections.abc import Iterator

from stdsys.messages import Translator, _
from stdsys.output.differences.sections import Compared, Line, Mark, Section, sections, summary
from stdsys.output.tables.diff_counts import count_tables, heading, states_compared
from stdsys.output.tables.rendering import Renderer, one_line
from stdsys.output.text.aligned import Layout
from stdsys.output.text.table import table_lines

SHOWN = 40
"""So many changes of a sort are listed unless all are asked for; JSON has all."""

_STYLES = {Mark.ADDED: "green", Mark.REMOVED: "red", Mark.RENUMBERED: "cyan", Mark.CHANGED: ""}


class DiffText:
    """Writes a comparison as text; `layout` decides on colour and room."""

    def __init__(self, compared: Compared, say: Translator, layout: Layout | None = None) -> None:
        self._compared = compared
        self._say = say
        self._layout = layout or Layout()

    def lines(self, most: int | None = SHOWN) -> Iterator[str]:
        """Yield the whole text, at most `most` changes of a sort."""
        say = self._say
        for caveat in self._compared.caveats:
            yield one_line(say(caveat))
        yield self._layout.heading(one_line(say(heading(self._compared))))
        for fact in states_compared(self._compared):
            yield one_line(say(fact))
        if self._compared.difference.empty:
            yield say(_("nothing differs"))
            return
        found = sections(self._compared, say)
        yield from map(say, summary(found))
        for section in found:
            yield ""
            yield from self._section(section, most)
        render = Renderer(say)
        for table in count_tables(self._compared, changed_only=True):
            yield ""
            yield from table_lines(table, render, self._layout)

    def _section(self, section: Section, most: int | None) -> Iterator[str]:
        title = _("{name}: {count}", name=section.title, count=len(section.lines))
        yield self._layout.heading(self._say(title))
        for line in section.lines[:most]:
            yield from self._line(line)
        if most is not None and len(section.lines) > most:
            left = len(section.lines) - most
            yield "  " + self._say(_("{count} more are not shown: --verbose shows all", count=left))

    def _line(self, line: Line) -> Iterator[str]:
        """Yield a change; a single field stands beside it, several below it."""
        named = "  ".join(filter(None, (line.where, line.key, line.name)))
        if line.remark:
            named += self._say(_(" ({remark})", remark=line.remark))
        head = f"  {self._layout.paint(line.mark.value, _STYLES[line.mark])} {named}"
        if len(line.details) == 1:
            yield f"{head}  {self._say(line.details[0].sentence)}"
            return
        yield head
        for detail in line.details:
            yield f"      {self._say(detail.sentence)}"
