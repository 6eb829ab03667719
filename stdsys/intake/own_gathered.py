"""What the rows of an exported workbook say of one item, put together; and its draft."""

from msgspec import Struct, field

from stdsys.intake.drafts import DocumentDraft, PlannedDraft, StandardDraft, Where
from stdsys.intake.hidden_sheet import ItemMemo
from stdsys.intake.own_cells import Facts
from stdsys.intake.own_items import Meant
from stdsys.model.standard_record import DocumentRecord

_DOCUMENT_FIELDS = frozenset(DocumentRecord.model_fields) - {"id", "title"}
_OF_PLANS = ("planned", "drafting")


class Gathered(Struct):
    """An item while its facts are being gathered."""

    meant: Meant
    facts: Facts = field(default_factory=dict)
    replaces: tuple[str, ...] | None = None
    replaced_by: tuple[str, ...] | None = None
    notes: list[str] = field(default_factory=list)
    remarks: dict[str, str] = field(default_factory=dict)
    statuses: list[str] = field(default_factory=list)
    where: list[Where] = field(default_factory=list)
    memos: list[ItemMemo] = field(default_factory=list)

    @property
    def status(self) -> str | None:
        """The status to state: as before, unless somebody has typed another word."""
        memo = self.memos[0] if self.memos else None
        if memo is None:
            word = next(iter(self.statuses), None)
            return None if word in _OF_PLANS else word
        changed = next((word for word in self.statuses if word != memo.status), None)
        return changed or memo.stated or None

    def remarks_of_record(self, is_planned: bool) -> str:
        """Return the remarks that are the item's own: the same wherever it stands.

        Those of a planned standard stand at its first place, and are printed at all others.
        """
        texts = list(self.remarks.values())
        return texts[0] if texts and (is_planned or len(set(texts)) == 1) else ""

    @property
    def standard(self) -> StandardDraft:
        """The draft of a standard."""
        return StandardDraft(self.meant.key, self.meant.number, self.facts, where=tuple(self.where))

    @property
    def plan(self) -> PlannedDraft:
        """The draft of a planned standard."""
        facts = {name: value for name, value in self.facts.items() if name != "title"}
        return PlannedDraft(self.meant.key, self._title, facts, tuple(self.where))

    @property
    def document(self) -> DocumentDraft:
        """The draft of a document without a number, with the facts that such a one can have."""
        facts = {name: value for name, value in self.facts.items() if name in _DOCUMENT_FIELDS}
        return DocumentDraft(self.meant.key, self._title, facts, tuple(self.where))

    @property
    def _title(self) -> str:
        title = self.facts.get("title")
        return title if isinstance(title, str) and title else self.meant.key
