"""The table `standards`: every standard, planned standard and document of a workspace, once."""

from collections.abc import Sequence

from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.counting.rows import RowClass, class_of
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


def _replaced_wholly(fact: StandardFact) -> list[str]:
    links = fact.analysis.replacements.predecessors(fact.item.key)
    return [link.old for link in links if link.whole and link.definite]


def _nature(fact: StandardFact) -> str | None:
    nature = fact.item.nature
    return nature.value if nature else None


COLUMNS: tuple[Column[StandardFact], ...] = (
    Column(
        "id",
        Kind.TEXT,
        "标识，工作区内唯一：规范编号，没有编号的为 id 或名称。"
        "Id in the workspace: the canonical number, else the id or title written.",
        lambda one: one.item.key,
    ),
    Column(
        "kind",
        Kind.TEXT,
        "种类：standard 标准，planned 拟制定标准，document 文件。"
        "Kind: standard, planned (a standard to come), document (without a number).",
        lambda one: kind_of(one.item),
    ),
    Column(
        "number",
        Kind.TEXT,
        "规范编号；没有编号或编号读不懂的为空。各地同一标准的编号相同。"
        "Canonical number, null if there is none or none that can be read; the same in every "
        "workspace.",
        lambda one: number_of(one.item),
    ),
    Column(
        "family",
        Kind.TEXT,
        "不带年代号的编号，各版相同。Number without its year, which all editions share.",
        lambda one: family_of(one.item),
    ),
    Column(
        "code",
        Kind.TEXT,
        "标准代号，如 GB/T。Code that the number begins with, such as GB/T.",
        lambda one: one.number.code if one.number else None,
    ),
    Column(
        "year",
        Kind.INTEGER,
        "年代号；没有的为空。Year in the number, null without one.",
        lambda one: one.number.year if one.number else None,
    ),
    Column(
        "level",
        Kind.TEXT,
        "级别：national 国家标准，industry 行业标准，local 地方标准，group 团体标准，"
        "enterprise 企业标准，other 其他；不明的为空。"
        "Level: national, industry, local, group, enterprise, other; null where unknown.",
        lambda one: one.item.level.value if one.item.level else None,
    ),
    Column(
        "nature",
        Kind.TEXT,
        "性质：mandatory 强制性，recommended 推荐性，guidance 指导性技术文件，voluntary 自愿性，"
        "n/a 不适用；不明的为空。"
        "Nature: mandatory, recommended, guidance, voluntary, n/a; null where unknown.",
        _nature,
    ),
    Column("title", Kind.TEXT, "名称。Title of the standard.", lambda one: one.item.title),
    Column(
        "status",
        Kind.TEXT,
        "截止日期的状态：in-force 现行，upcoming 即将实施，replaced 被代替，withdrawn 废止，"
        "unknown 未知；拟制定标准：planned 拟制定，drafting 制定中。"
        "Status on the day: in-force, upcoming, replaced, withdrawn, unknown; of planned "
        "standards: planned, drafting.",
        lambda one: one.status.status.value,
    ),
    Column(
        "basis",
        Kind.TEXT,
        "状态的依据：dates 按日期，stated 按写明的状态，presumed 推定。"
        "Basis of the status: dates, stated, presumed.",
        lambda one: one.status.basis.value,
    ),
    Column(
        "partly_replaced",
        Kind.BOOLEAN,
        "是否部分被代替。Whether the standard is replaced in part.",
        lambda one: one.status.partly_replaced,
    ),
    Column(
        "under_revision",
        Kind.BOOLEAN,
        "是否修订中。Whether the standard is under revision.",
        lambda one: one.status.under_revision,
    ),
    Column(
        "live_edition",
        Kind.TEXT,
        "被代替或废止的，现在用哪一版。"
        "Edition that has taken the place of one replaced or withdrawn.",
        lambda one: one.live_edition,
    ),
    Column(
        "counted_as",
        Kind.TEXT,
        "统计类别：in-force 现行，upcoming 即将实施，planned 拟制定（含制定中），unknown 未知，"
        "obsolete 失效（被代替、废止）。"
        "Class that the standard counts as: in-force, upcoming, planned (or drafting), unknown, "
        "obsolete (replaced or withdrawn).",
        lambda one: class_of(one.status).value,
    ),
    Column(
        "own",
        Kind.BOOLEAN,
        "是否自制。Whether the standard is the workspace's own.",
        lambda one: one.analysis.ownership.is_own(one.item),
    ),
    Column(
        "placed",
        Kind.BOOLEAN,
        "是否列入某个体系。Whether any system places the standard.",
        lambda one: one.row is not None,
    ),
    Column(
        "required",
        Kind.BOOLEAN,
        "是否计入应有数。Whether the standard counts in the number required (应有数).",
        lambda one: one.required,
    ),
    Column(
        "existing",
        Kind.BOOLEAN,
        "是否计入现有数。Whether the standard counts in the number existing (现有数).",
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
        "归口部门。Body in charge of the standard (custodian).",
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
        "拟制定标准的缓急程度：urgent 急需，soon 较急，normal 一般。"
        "Urgency of a planned standard: urgent, soon, normal.",
        lambda one: one.plan.urgency.value if one.plan and one.plan.urgency else None,
    ),
    Column(
        "replaces",
        Kind.TEXTS,
        "代替哪些标准（含部分代替）。Numbers that the standard replaces, wholly or in part.",
        lambda one: _canonical([r.number for r in one.facts.replaces] if one.facts else ()),
    ),
    Column(
        "replaces_wholly",
        Kind.TEXTS,
        "其中整项代替的版本（任一方写明即可）。"
        "Editions that the standard replaces wholly, whichever side states it.",
        _replaced_wholly,
    ),
    Column(
        "replaced_by",
        Kind.TEXTS,
        "被哪些标准代替（任一方写明即可）。"
        "Standards that replace the standard, whichever side states it.",
        _replaced_by,
    ),
    Column(
        "cites",
        Kind.TEXTS,
        "规范性引用文件的编号。Numbers that the standard cites normatively.",
        lambda one: _canonical(one.cited),
    ),
    Column(
        "cites_families",
        Kind.TEXTS,
        "引用的编号，不带年代号。Numbers that the standard cites, without years.",
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
        "国际标准分类号（ICS）。Codes of the International Classification for Standards.",
        lambda one: one.facts.ics if one.facts else (),
    ),
    Column(
        "ccs",
        Kind.TEXTS,
        "中国标准分类号（CCS）。Codes of the Chinese Classification for Standards.",
        lambda one: one.facts.ccs if one.facts else (),
    ),
    Column(
        "unverified",
        Kind.BOOLEAN,
        "事实是否未核实。Whether nobody has verified the facts of the standard.",
        lambda one: one.item.unverified,
    ),
    Column(
        "source",
        Kind.TEXT,
        "事实出处。Source that the facts come from.",
        lambda one: one.record.source,
    ),
    Column(
        "file",
        Kind.TEXT,
        "写在哪个文件。File that states the standard.",
        lambda one: one.item.place.file,
    ),
)
