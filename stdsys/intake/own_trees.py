"""The systems of an exported workbook: trees, the node that a row stands at, values of the axes."""

from collections.abc import Iterable

from stdsys.intake.drafts import NodeDraft, Value
from stdsys.intake.hidden_sheet import HiddenSheet, ItemMemo, LeadMemo, NodeMemo, SystemMemo


class OwnTree:
    """Finds the node of a row; one that somebody has typed in anew is added."""

    def __init__(
        self, system: str, nodes: Iterable[NodeMemo], leads: Iterable[LeadMemo] = ()
    ) -> None:
        own = [node for node in nodes if node.system == system]
        units = {lead.code: lead.unit for lead in leads if lead.system == system}
        self._names = {node.code: node.name for node in own}
        self._nodes = [
            NodeDraft(
                node.code,
                node.name,
                node.parent or None,
                {"lead": units[node.code]} if node.code in units else {},
            )
            for node in own
        ]

    @property
    def nodes(self) -> tuple[NodeDraft, ...]:
        """The nodes, each after the one above it."""
        return tuple(self._nodes)

    def node_of(self, code: str, subsystem: str, known: ItemMemo | None) -> str | None:
        """Return the code of a row's node, by its 体系编号 and the name of its subsystem.

        A row that nobody has moved stays where it was, whatever its code looks like.
        """
        before = known.node if known is not None else ""
        same_name = not subsystem or subsystem == self._names.get(before)
        if known is not None and same_name and code in ("", known.code):
            return before or None
        prefix = code.rpartition("-")[0]
        if prefix in self._names and subsystem in ("", self._names[prefix]):
            return prefix
        named = [key for key, name in self._names.items() if name == subsystem]
        if named:
            return next((key for key in named if prefix == key), named[0])
        if subsystem:
            return self._add(prefix, subsystem)
        return prefix if prefix in self._names else before or None

    def _add(self, prefix: str, name: str) -> str:
        code = prefix if prefix and prefix not in self._names else self._free_code()
        above = code
        while above and above not in self._names:
            above = above.rpartition(".")[0]
        self._names[code] = name
        self._nodes.append(NodeDraft(code, name, above or None))
        return code

    def _free_code(self) -> str:
        number = 1
        while str(number) in self._names:
            number += 1
        return str(number)


def system_fields(
    system: SystemMemo, order: int, leads: Iterable[LeadMemo] = ()
) -> dict[str, Value]:
    """Return the fields of a system's record; `order` is its place among the systems."""
    fields: dict[str, Value] = {"order": str(order)}
    for lead in leads:
        if lead.system == system.key and not lead.code:
            fields["owner"] = lead.unit
    if system.shared:
        fields["shared"] = True
    if system.uses:
        fields["uses"] = system.uses
    return fields


def axis_values(hidden: HiddenSheet, name: str) -> dict[str, str]:
    """Return id → name of the values of an axis, if the workbook has a column of it."""
    fields = {field for sheet in hidden.sheets for field, _head in sheet.columns}
    if name not in fields:
        return {}
    return {word.value: word.printed for word in hidden.words if word.field == name}
