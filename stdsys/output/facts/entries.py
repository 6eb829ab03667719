"""The table `entries`: what stands in which system, at which node, for which stages and aspects."""

from collections.abc import Iterator

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import Row, RowClass
from stdsys.model.workspace import ASPECT, KIND, STAGE, Entry, System
from stdsys.output.facts.columns import Column, Kind
from stdsys.output.facts.items import family_of, kind_of, number_of

_FIELD_AXES = (STAGE, ASPECT, KIND)


class EntryFact(Struct, frozen=True):
    """An entry, its system, and the row of its item in that system's tables."""

    entry: Entry
    system: System
    row: Row
    analysis: Analysis

    @property
    def repeated(self) -> bool:
        """Whether the system's tables show the item at an earlier entry (rule N005)."""
        return self.row.entry is not self.entry

    @property
    def required(self) -> bool:
        """Whether it counts in 应有数 of its system."""
        return self.row.main and not self.repeated

    def values(self, axis: str) -> tuple[str, ...]:
        """Return its values on an axis; none means that it is general."""
        return self.entry.values.get(axis, ())

    def names(self, axis: str) -> list[str]:
        """Return the names of its values on an axis."""
        known = self.analysis.workspace.axes[axis].values
        return [known[value].name if value in known else value for value in self.values(axis)]


def entry_facts(analysis: Analysis) -> Iterator[EntryFact]:
    """Yield every entry of every system in reading order; those of shared bases once."""
    for system in analysis.workspace.systems.values():
        rows = {row.item: row for row in analysis.rows.of(system.id)}
        for entry in system.entries:
            yield EntryFact(entry, system, rows[entry.item], analysis)


def _node_path(one: EntryFact) -> list[str]:
    """Return the names of the nodes from the first layer down to the entry's."""
    names: list[str] = []
    node = one.entry.node
    while node is not None:
        names.append(node.name)
        node = one.system.nodes[node.parent] if node.parent is not None else None
    return names[::-1]


def _further_axes(one: EntryFact) -> list[str]:
    return [
        f"{axis}={value}"
        for axis, values in one.entry.values.items()
        if axis not in _FIELD_AXES
        for value in values
    ]


COLUMNS: tuple[Column[EntryFact], ...] = (
    Column("system", Kind.TEXT, "体系标识。Id of the system.", lambda one: one.system.id),
    Column("system_name", Kind.TEXT, "体系名称。Its name.", lambda one: one.system.name),
    Column(
        "shared",
        Kind.BOOLEAN,
        "是否共用标准体系。Whether the system is a shared base.",
        lambda one: one.system.shared,
    ),
    Column(
        "node",
        Kind.TEXT,
        "所在子体系编号。Code of its home node.",
        lambda one: one.entry.node.code if one.entry.node else None,
    ),
    Column(
        "node_path",
        Kind.TEXTS,
        "自上而下各层子体系的名称。Names of the nodes from the top down to it.",
        _node_path,
    ),
    Column(
        "see_also",
        Kind.TEXTS,
        "另见的子体系。Codes of further nodes, never counted.",
        lambda one: one.entry.see_also,
    ),
    Column(
        "code",
        Kind.TEXT,
        "标准体系编号。Its code in the system.",
        lambda one: None if one.repeated else one.row.code,
    ),
    Column("stages", Kind.TEXTS, "环节标识。Ids of stages.", lambda one: one.values(STAGE)),
    Column("stage_names", Kind.TEXTS, "环节名称。Names of stages.", lambda one: one.names(STAGE)),
    Column("aspects", Kind.TEXTS, "方面标识。Ids of aspects.", lambda one: one.values(ASPECT)),
    Column(
        "aspect_names", Kind.TEXTS, "方面名称。Names of aspects.", lambda one: one.names(ASPECT)
    ),
    Column("kinds", Kind.TEXTS, "类别标识。Ids of kinds.", lambda one: one.values(KIND)),
    Column("axes", Kind.TEXTS, "其他轴的取值。Further axes: axis=value.", _further_axes),
    Column(
        "standard",
        Kind.TEXT,
        "列入的标准，即 standards 表的 id。What it places: the id in the table standards.",
        lambda one: one.entry.item.key,
    ),
    Column(
        "kind",
        Kind.TEXT,
        "种类。standard, planned or document.",
        lambda one: kind_of(one.entry.item),
    ),
    Column(
        "number",
        Kind.TEXT,
        "规范编号。Canonical number.",
        lambda one: number_of(one.entry.item),
    ),
    Column(
        "family",
        Kind.TEXT,
        "不带年代号的编号。Number without its year.",
        lambda one: family_of(one.entry.item),
    ),
    Column("title", Kind.TEXT, "名称。Title.", lambda one: one.entry.item.title),
    Column(
        "level",
        Kind.TEXT,
        "级别。Level.",
        lambda one: one.entry.item.level.value if one.entry.item.level else None,
    ),
    Column(
        "status",
        Kind.TEXT,
        "截止日期的状态。Status on the day.",
        lambda one: one.row.status.status.value,
    ),
    Column(
        "counted_as",
        Kind.TEXT,
        "统计类别。What it counts as.",
        lambda one: one.row.cls.value,
    ),
    Column(
        "origin",
        Kind.TEXT,
        "写明的自制或采用。own or adopted, where the entry states it.",
        lambda one: one.entry.origin.value if one.entry.origin else None,
    ),
    Column(
        "required",
        Kind.BOOLEAN,
        "是否计入本体系应有数。Whether it counts in 应有数 of the system.",
        lambda one: one.required,
    ),
    Column(
        "existing",
        Kind.BOOLEAN,
        "是否计入本体系现有数。Whether it counts in 现有数 of the system.",
        lambda one: one.required and one.row.cls is RowClass.E,
    ),
    Column(
        "repeated",
        Kind.BOOLEAN,
        "同一体系中是否重复列入（N005）。Whether the system has placed it before.",
        lambda one: one.repeated,
    ),
    Column(
        "file", Kind.TEXT, "写在哪个文件。File that states it.", lambda one: one.entry.place.file
    ),
)
