"""The table `standards`: every standard, planned standard and document of a workspace, once."""

from collections.abc import Sequence

from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.counting.rows import RowClass, class_of
from stdsys.model.workspace import Edition
from stdsys.output.facts.columns import Column, Kind, date_columns
from stdsys.output.facts.items import StandardFact, family_of, kind_of, number_of


def _canonical(texts: Sequence[str]) -> list[str]:
    """Return numbers in canonical form; a text that names none stays as it is."""
    return [
        name
        for text in texts
        for name in ([number.edition_key for number in numbers_in(text)] or [text])
    ]


def _families(texts: Sequence[str]) -> list[str]:
    return list(
        dict.fromkeys(
            name
            for text in texts
            for name in ([number.family for number in numbers_in(text)] or [text])
        )
    )


def _replaced_by(fact: StandardFact) -> list[str]:
    return [link.new for link in fact.analysis.replacements.successors(fact.item.key)]


def _nature(fact: StandardFact) -> str | None:
    nature = fact.item.nature if isinstance(fact.item, Edition) else None
    if fact.plan is not None:
        nature = fact.plan.nature
    return nature.value if nature else None


COLUMNS: tuple[Column[StandardFact], ...] = (
    Column(
        "id",
        Kind.TEXT,
        "标识，工作区内唯一：规范编号，没有编号的为 id 或名称。"
        "Identity in the workspace: the canonical number, else the id or title.",
        lambda one: one.item.key,
    ),
    Column(
        "kind",
        Kind.TEXT,
        "种类。standard, planned or document.",
        lambda one: kind_of(one.item),
    ),
    Column(
        "number",
        Kind.TEXT,
        "规范编号；没有编号或编号读不懂的为空。各地同一标准的编号相同。"
        "Canonical number, null without one; the same in every workspace.",
        lambda one: number_of(one.item),
    ),
    Column(
        "family",
        Kind.TEXT,
        "不带年代号的编号。Number without its year, which all editions share.",
        lambda one: family_of(one.item),
    ),
    Column(
        "code",
        Kind.TEXT,
        "标准代号，如 GB/T。Code of the number.",
        lambda one: one.number.code if one.number else None,
    ),
    Column(
        "year",
        Kind.INTEGER,
        "年代号。Year in the number.",
        lambda one: one.number.year if one.number else None,
    ),
    Column(
        "level",
        Kind.TEXT,
        "级别。national, industry, local, group, enterprise, other; null where unknown.",
        lambda one: one.item.level.value if one.item.level else None,
    ),
    Column(
        "nature",
        Kind.TEXT,
        "性质。mandatory, recommended, guidance, voluntary, n/a; null where unknown.",
        _nature,
    ),
    Column("title", Kind.TEXT, "名称。Title.", lambda one: one.item.title),
    Column(
        "status",
        Kind.TEXT,
        "截止日期的状态。Status on the day: in-force, upcoming, replaced, withdrawn, unknown; "
        "planned, drafting.",
        lambda one: one.status.status.value,
    ),
    Column(
        "basis",
        Kind.TEXT,
        "状态的依据。How the status is known: dates, stated, presumed.",
        lambda one: one.status.basis.value,
    ),
    Column(
        "partly_replaced",
        Kind.BOOLEAN,
        "是否部分被代替。Replaced in part.",
        lambda one: one.status.partly_replaced,
    ),
    Column(
        "under_revision",
        Kind.BOOLEAN,
        "是否修订中。Under revision.",
        lambda one: one.status.under_revision,
    ),
    Column(
        "live_edition",
        Kind.TEXT,
        "被代替或废止的，现在用哪一版。Of what is dead: the edition that has taken its place.",
        lambda one: one.live_edition,
    ),
    Column(
        "counted_as",
        Kind.TEXT,
        "统计类别。What it counts as: in-force, upcoming, planned, unknown, obsolete.",
        lambda one: class_of(one.status).value,
    ),
    Column(
        "own",
        Kind.BOOLEAN,
        "是否自制。Whether it is the workspace's own.",
        lambda one: one.analysis.ownership.is_own(one.item),
    ),
    Column(
        "placed",
        Kind.BOOLEAN,
        "是否列入某个体系。Whether an entry places it.",
        lambda one: one.row is not None,
    ),
    Column(
        "required",
        Kind.BOOLEAN,
        "是否计入应有数。Whether it counts in 应有数.",
        lambda one: one.required,
    ),
    Column(
        "existing",
        Kind.BOOLEAN,
        "是否计入现有数。Whether it counts in 现有数.",
        lambda one: one.required and class_of(one.status) is RowClass.E,
    ),
    Column(
        "issuer",
        Kind.TEXT,
        "发布机构。Issuing body.",
        lambda one: one.analysis.workspace.name_of(one.record.issuer) or None,
    ),
    Column(
        "custodian",
        Kind.TEXT,
        "归口部门。Custodian.",
        lambda one: one.facts.custodian if one.facts else None,
    ),
    *date_columns(
        "issued",
        "发布日期，照原文。Date of issue as written.",
        lambda one: one.record.issued,
    ),
    *date_columns(
        "effective",
        "实施日期，照原文。Date of effect as written.",
        lambda one: one.record.effective,
    ),
    *date_columns(
        "withdrawn",
        "废止日期，照原文。Date of withdrawal as written.",
        lambda one: one.facts.withdrawn if one.facts else None,
    ),
    *date_columns(
        "due",
        "拟制定标准的完成期限，照原文。Due date of a planned standard as written.",
        lambda one: one.plan.due if one.plan else None,
    ),
    Column(
        "urgency",
        Kind.TEXT,
        "缓急程度。Urgency of a planned standard: urgent, soon, normal.",
        lambda one: one.plan.urgency.value if one.plan and one.plan.urgency else None,
    ),
    Column(
        "replaces",
        Kind.TEXTS,
        "代替哪些标准。Numbers that it replaces.",
        lambda one: _canonical([r.number for r in one.facts.replaces] if one.facts else ()),
    ),
    Column(
        "replaced_by",
        Kind.TEXTS,
        "被哪些标准代替（任一方写明即可）。What replaces it, whichever side states it.",
        _replaced_by,
    ),
    Column(
        "cites",
        Kind.TEXTS,
        "规范性引用文件的编号。Numbers that it cites.",
        lambda one: _canonical(one.cited),
    ),
    Column(
        "cites_families",
        Kind.TEXTS,
        "引用的编号，不带年代号。The same without years.",
        lambda one: _families(one.cited),
    ),
    Column(
        "adopts",
        Kind.TEXTS,
        "采用的国际标准。International standards adopted.",
        lambda one: _canonical([a.number for a in one.facts.adopts] if one.facts else ()),
    ),
    Column(
        "ics",
        Kind.TEXTS,
        "国际标准分类号。ICS codes.",
        lambda one: one.facts.ics if one.facts else (),
    ),
    Column(
        "ccs",
        Kind.TEXTS,
        "中国标准分类号。CCS codes.",
        lambda one: one.facts.ccs if one.facts else (),
    ),
    Column(
        "unverified",
        Kind.BOOLEAN,
        "事实是否未核实。Whether nobody has verified its facts.",
        lambda one: one.item.unverified,
    ),
    Column(
        "source",
        Kind.TEXT,
        "事实出处。Where the facts come from.",
        lambda one: one.record.source,
    ),
    Column(
        "file",
        Kind.TEXT,
        "写在哪个文件。File that states it.",
        lambda one: one.item.place.file,
    ),
)
