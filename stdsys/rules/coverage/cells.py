"""What the rules on coverage share: the words for a cell and the loop over the cells."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import RowClass, class_of
from stdsys.analysis.coverage.matrix import Cell
from stdsys.findings import Finding, Related
from stdsys.messages import Text, _
from stdsys.model.items import Edition
from stdsys.model.workspace import Workspace
from stdsys.rules.rule import Rule

_SHOWN = 5


class Said(Struct, frozen=True):
    """What a rule says of a cell. `unverified`: it rests on facts that nobody has verified."""

    message: Text
    hint: Text | None = None
    unverified: bool = False


class CellRule(Rule):
    """A rule that judges the cells of the coverage policy one by one.

    The finding stands at the system, where a standard has to be added, and names the clause as a
    related place. Waivers match at the system and, for a single cell, at a node of that name.
    """

    @abstractmethod
    def concerns(self, cell: Cell) -> bool:
        """Whether the rule speaks of this cell; of every cell at most one rule speaks."""

    @abstractmethod
    def say(self, cell: Cell, analysis: Analysis) -> Said:
        """Say what is wrong with a cell it concerns."""

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each cell that the rule concerns."""
        for cell in analysis.coverage.cells:
            if self.concerns(cell):
                yield self.about(cell, self.say(cell, analysis), analysis)

    def about(self, cell: Cell, said: Said, analysis: Analysis) -> Finding:
        """Return the finding about a cell."""
        return self.found(
            said.message,
            analysis.workspace.systems[cell.system].place.at("name"),
            subject_of(cell),
            about=about_cell(cell),
            hint=said.hint,
            related=(Related(cell.place, _("required here")),),
            unverified=said.unverified,
        )


def subject_of(cell: Cell) -> str:
    """Return what a cell is called in reports: `tea/processing`."""
    return "/".join((cell.system, *cell.axes.values()))


def about_cell(cell: Cell) -> tuple[str, ...]:
    """Return the objects a cell belongs to: its system, and the system's values it stands for."""
    values = (axis_value(cell.system, axis, value) for axis, value in cell.axes.items())
    return (cell.system, *values)


def axis_value(system: str, axis: str, value: str) -> str:
    """Return the key of a system's value on an axis, by which C001 mutes C006."""
    return f"{system}/{axis}={value}"


def cell_name(cell: Cell, workspace: Workspace) -> Text:
    """Return the names of system and values; a clause without axes speaks of the whole system."""
    system = workspace.systems[cell.system].name
    if not cell.axes:
        return _("{system} (the whole system)", system=system)
    names = [workspace.axes[axis].values[value].name for axis, value in cell.axes.items()]
    return _("{system}, {values}", system=system, values=" / ".join(names))


def held(cell: Cell, cls: RowClass, analysis: Analysis) -> list[Edition]:
    """Return the editions of one class that a cell's families are counted by."""
    editions = (analysis.workspace.editions[key] for key in cell.standards)
    return [edition for edition in editions if class_of(analysis.statuses(edition)) is cls]


def few(names: Iterable[str]) -> tuple[str, ...]:
    """Return names for a sentence: at most five, and a mark that there are more."""
    everyone = tuple(names)
    return everyone if len(everyone) <= _SHOWN else (*everyone[:_SHOWN], "…")
