"""Parts 4 and 5 of the compilation notes: how subsystems are divided, and what stands in each."""

from collections.abc import Iterator

from stdsys.analysis.counting.rows import Row, RowClass
from stdsys.analysis.counting.statistics_tables import LineKind
from stdsys.messages import Text, _
from stdsys.model.workspace import Node, System
from stdsys.output.documents.document import Blank, Block, Pointing, Tabulated, paragraph, section
from stdsys.output.documents.material import Material
from stdsys.output.documents.phrases import dated, ended, names_of
from stdsys.output.tables.headings import doubtful
from stdsys.output.tables.rendering import percent
from stdsys.output.tables.statistics import LINES, TOTAL
from stdsys.output.tables.table import Cell, Column, Kind, Table
from stdsys.output.tables.words import axis_name
from stdsys.rules.items import name_of

_EXAMPLES = 3
"""So many standards in force are named for a subsystem."""

_DIVISION_COLUMNS = (
    Column("system", _("System")),
    Column("object", _("Object of standardization")),
    Column("owner", _("Responsible unit")),
    Column("subsystems", _("Subsystems in the first layer"), Kind.COUNT),
    Column("layers", _("Layers"), Kind.COUNT),
    Column("required", _("Required number"), Kind.COUNT),
)


def division(material: Material) -> Iterator[Block]:
    """Yield 各级子体系划分原则和依据: the division as it is; its grounds are a blank."""
    workspace, statistics = material.workspace, material.analysis.statistics
    systems = tuple(workspace.systems.values())
    yield from paragraph(
        Pointing(
            _(
                "The system is divided into {count} parts, as shown in the table.",
                count=len(systems),
            ),
            _("The system is divided into {count} parts.", count=len(systems)),
        )
        if systems
        else None,
        *_axes(material),
    )
    if systems:
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (
                system.name,
                _("common to several systems") if system.shared else system.record.object,
                workspace.name_of(system.record.owner) or None,
                len(system.top_nodes),
                _depth(system),
                statistics.systems[system.id].total.required,
            )
            for system in systems
        )
        table = Table("division", _DIVISION_COLUMNS, rows)
        caption = _("Division of the system")
        yield Tabulated(dated(table, material.analysis, statistics.presumed_or_unverified, caption))
    yield from paragraph(Blank(_("principles and grounds of the division into subsystems")))


def _axes(material: Material) -> Iterator[Text]:
    """Yield the axes that entries use, with their values."""
    workspace = material.workspace
    used = {axis for entry in workspace.entries() for axis in entry.values if entry.values[axis]}
    for key, axis in workspace.axes.items():
        if key in used:
            values = tuple(value.name for value in axis.values.values())
            yield _(
                "By {axis} there are {count}: {names}.",
                axis=axis_name(key, workspace),
                count=len(values),
                names=names_of(values),
            )


def _depth(system: System) -> int:
    layer: dict[str, int] = {}
    for node in system.nodes.values():  # a parent comes before its children
        layer[node.code] = 1 + layer.get(node.parent or "", 0)
    return max(layer.values(), default=0)


def subsystems(material: Material) -> Iterator[Block]:
    """Yield 各级子体系的说明: a section a system."""
    for system in material.workspace.systems.values():
        yield from section(2, system.name, _system(material, system))


def _system(material: Material, system: System) -> Iterator[Block]:
    workspace, record = material.workspace, system.record
    statistics = material.analysis.statistics.systems[system.id]
    total = statistics.total
    bases = tuple(workspace.systems[base].name for base in system.uses if base in workspace.systems)
    owner = workspace.name_of(record.owner)
    yield from paragraph(
        _("Its object is {object}.", object=ended(record.object)) if record.object else None,
        _("{unit} answers for it.", unit=owner) if owner else None,
        _("Its regional brand is {brand}.", brand=ended(record.brand)) if record.brand else None,
        _("It shares the standards of {names}.", names=bases) if bases else None,
        _(
            "{required} standards are required and {existing} exist: {percent} % of those "
            "required.",
            required=total.required,
            existing=total.existing,
            percent=percent(total.existing, total.required),
        )
        if total.required
        else _("No standard is listed yet."),
        _(
            "{count} withdrawn or replaced ones are still entered and not counted as required.",
            count=statistics.obsolete,
        )
        if statistics.obsolete
        else None,
    )
    rows = material.analysis.rows.of(system.id)
    if system.nodes:
        main = [row for row in rows if row.main]
        caption = _("Subsystems of {system}", system=system.name)
        table = subsystem_table(material, system, main)
        yield Tabulated(dated(table, material.analysis, doubtful(main), caption))
    silent = [node for node in system.nodes.values() if not node.record.description]
    if silent and len(silent) == len(system.nodes):
        yield from paragraph(
            Blank(_("contents and scope of the subsystems of {system}", system=system.name))
        )
    elif silent:
        nodes = names_of(f"{node.code} {node.name}" for node in silent)
        yield from paragraph(
            Blank(_("contents and scope of {nodes} of {system}", nodes=nodes, system=system.name))
        )


def subsystem_table(material: Material, system: System, main: list[Row]) -> Table:
    """Return a row a node, nodes below counted in; the sum is the system's 应有数 and 现有数."""
    described = any(node.record.description for node in system.nodes.values())
    held = _held(system, main)
    body: list[tuple[Cell, ...]] = []
    for node in system.nodes.values():
        about = (_description(node),) if described else ()
        body.append((node.code, node.name, *about, *_figures(held[node.code])))
    empty = (None,) if described else ()
    unplaced = [row for row in main if row.entry.node is None]
    if unplaced:
        body.append((None, LINES[LineKind.UNPLACED], *empty, *_figures(unplaced)))
    total = material.analysis.statistics.systems[system.id].total
    expected = total.required - len(main)
    if expected:
        body.append((None, LINES[LineKind.EXPECTED], *empty, expected, 0, None))
    body.append((None, TOTAL, *empty, total.required, total.existing, None))
    columns = (
        Column("code", _("Code"), Kind.WORD),
        Column("name", _("Subsystem")),
        *((Column("description", _("Contents and scope")),) if described else ()),
        Column("required", _("Required number"), Kind.COUNT),
        Column("existing", _("Existing number"), Kind.COUNT),
        Column("examples", _("Existing standards, for instance")),
    )
    nested = any(node.parent is not None for node in system.nodes.values())
    notes = (_("a subsystem's numbers include those below it"),) if nested else ()
    last = frozenset((len(body) - 1,))
    return Table(f"subsystems-{system.id}", columns, tuple(body), totals=last, notes=notes)


def _held(system: System, rows: list[Row]) -> dict[str, list[Row]]:
    """Return the rows at each node and at the nodes below it."""
    held: dict[str, list[Row]] = {code: [] for code in system.nodes}
    for row in rows:
        node = row.entry.node
        while node is not None:
            held[node.code].append(row)
            node = system.nodes[node.parent] if node.parent is not None else None
    return held


def _description(node: Node) -> str | None:
    return ended(node.record.description) if node.record.description else None


def _figures(rows: list[Row]) -> tuple[Cell, ...]:
    in_force = [row for row in rows if row.cls is RowClass.E]
    names = tuple(name_of(row.item) for row in in_force[:_EXAMPLES])
    return (len(rows), len(in_force), names or None)
