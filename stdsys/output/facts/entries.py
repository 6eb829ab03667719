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
    Column("system_name", Kind.TEXT, "体系名称。Name of the system.", lambda one: one.system.name),
    Column(
        "shared",
        Kind.BOOLEAN,
        "是否共用标准体系。Whether the system is a shared base.",
        lambda one: one.system.shared,
    ),
    Column(
        "node",
        Kind.TEXT,
        "所在子体系编号。Code of the node where the entry stands.",
        lambda one: one.entry.node.code if one.entry.node else None,
    ),
    Column(
        "node_path",
        Kind.TEXTS,
        "自上而下各层子体系的名称。Names of the nodes from the top down to that node.",
        _node_path,
    ),
    Column(
        "see_also",
        Kind.TEXTS,
        "另见的子体系编号，不计数。Codes of further nodes, never counted.",
        lambda one: one.entry.see_also,
    ),
    Column(
        "code",
        Kind.TEXT,
        "标准体系编号；重复列入的为空。Code of the entry in the system; null if repeated.",
        lambda one: None if one.repeated else one.row.code,
    ),
    Column(
        "stages",
        Kind.TEXTS,
        "环节标识；空即通用。Ids of the stages; empty: general.",
        lambda one: one.values(STAGE),
    ),
    Column(
        "stage_names", Kind.TEXTS, "环节名称。Names of the stages.", lambda one: one.names(STAGE)
    ),
    Column(
        "aspects",
        Kind.TEXTS,
        "方面标识；空即通用。Ids of the aspects; empty: general.",
        lambda one: one.values(ASPECT),
    ),
    Column(
        "aspect_names", Kind.TEXTS, "方面名称。Names of the aspects.", lambda one: one.names(ASPECT)
    ),
    Column(
        "kinds",
        Kind.TEXTS,
        "类别标识。Ids of the kinds (of the axis kind).",
        lambda one: one.values(KIND),
    ),
    Column(
        "axes",
        Kind.TEXTS,
        "其他轴的取值，写作 轴=取值。Values of further axes, as axis=value.",
        _further_axes,
    ),
    Column(
        "standard",
        Kind.TEXT,
        "列入的标准，即 standards 表的 id。Standard placed: its id in the table standards.",
        lambda one: one.entry.item.key,
    ),
    Column(
        "kind",
        Kind.TEXT,
        "种类：standard 标准，planned 拟制定标准，document 文件。"
        "Kind: standard, planned (a standard to come), document (without a number).",
        lambda one: kind_of(one.entry.item),
    ),
    Column(
        "number",
        Kind.TEXT,
        "规范编号；没有的为空。Canonical number of the standard, null without one.",
        lambda one: number_of(one.entry.item),
    ),
    Column(
        "family",
        Kind.TEXT,
        "不带年代号的编号。Number of the standard without its year.",
        lambda one: family_of(one.entry.item),
    ),
    Column("title", Kind.TEXT, "名称。Title of the standard.", lambda one: one.entry.item.title),
    Column(
        "level",
        Kind.TEXT,
        "级别，取值同 standards 表。Level, in the words of the table standards.",
        lambda one: one.entry.item.level.value if one.entry.item.level else None,
    ),
    Column(
        "status",
        Kind.TEXT,
        "截止日期的状态，取值同 standards 表。"
        "Status on the day, in the words of the table standards.",
        lambda one: one.row.status.status.value,
    ),
    Column(
        "counted_as",
        Kind.TEXT,
        "统计类别，取值同 standards 表。Class that the entry counts as, in the words of standards.",
        lambda one: one.row.cls.value,
    ),
    Column(
        "origin",
        Kind.TEXT,
        "条目写明的：own 自制，adopted 采用；没有写的为空。"
        "Origin where the entry states one: own, adopted; else null.",
        lambda one: one.entry.origin.value if one.entry.origin else None,
    ),
    Column(
        "required",
        Kind.BOOLEAN,
        "是否计入本体系应有数。"
        "Whether the entry counts in the number required (应有数) of the system.",
        lambda one: one.required,
    ),
    Column(
        "existing",
        Kind.BOOLEAN,
        "是否计入本体系现有数。"
        "Whether the entry counts in the number existing (现有数) of the system.",
        lambda one: one.required and one.row.cls is RowClass.E,
    ),
    Column(
        "repeated",
        Kind.BOOLEAN,
        "同一体系中是否重复列入（N005）。"
        "Whether the system places the standard twice, and this is not the first.",
        lambda one: one.repeated,
    ),
    Column(
        "file",
        Kind.TEXT,
        "写在哪个文件。File that states the entry.",
        lambda one: one.entry.place.file,
    ),
)
