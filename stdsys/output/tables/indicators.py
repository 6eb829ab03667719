"""指标对比表: what each standard limits, product by product, and how the limits compare."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec.structs import replace

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.limits.comparison import Comparison
from stdsys.analysis.limits.indicator_choice import IndicatorChoice
from stdsys.analysis.limits.ranks import rank_of
from stdsys.analysis.limits.requirements import ProductLimits, Requirement, Standard, order_of
from stdsys.analysis.limits.verdicts import Verdict
from stdsys.messages import Text, _
from stdsys.model.items import Edition
from stdsys.output.tables.headings import sheet_of, subtitle, title
from stdsys.output.tables.table import (
    Cell,
    Column,
    Kind,
    Sentences,
    Sheet,
    Table,
    Tone,
    Word,
    Workbook,
)
from stdsys.rules.items import name_of
from stdsys.rules.limits.wording import (
    RANK_WORDS,
    VERDICT_WORDS,
    WHY_WORDS,
    graded_limit,
    told_apart,
)

VERDICTS: Mapping[Verdict, Word] = {
    Verdict.STRICTER: Word(VERDICT_WORDS[Verdict.STRICTER], Tone.GOOD),
    Verdict.EQUAL: Word(VERDICT_WORDS[Verdict.EQUAL], Tone.NEUTRAL),
    Verdict.LOOSER: Word(VERDICT_WORDS[Verdict.LOOSER], Tone.BAD),
    Verdict.NOT_COMPARABLE: Word(VERDICT_WORDS[Verdict.NOT_COMPARABLE], Tone.PLANNED),
    Verdict.MISSING: Word(VERDICT_WORDS[Verdict.MISSING], Tone.STALE),
}

EVERY_PRODUCT = _("every product")

_ABREAST = 8
"""So many standards stand side by side; more go into a further table beneath."""
_TOGETHER = 6
"""Products of so many standards share a sheet; more columns would make the print of all smaller."""

_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("product", _("Product")),
    Column("indicator", _("Indicator")),
    Column("lower", _("Lower standard"), Kind.NUMBER),
    Column("lower-limit", _("Its limit")),
    Column("upper", _("Higher standard"), Kind.NUMBER),
    Column("upper-rank", _("Rank of the higher"), Kind.WORD),
    Column("upper-limit", _("Limit of the higher")),
    Column("verdict", _("Verdict"), Kind.WORD),
    Column("why", _("Reason"), optional=True),
    Column("remarks", _("Remarks"), optional=True),
    Column("verification", _("Verification"), optional=True),
)


def indicators_workbook(analysis: Analysis, choice: IndicatorChoice) -> Workbook:
    """Return 指标对比表: 比对结论 with every comparison, then the limits of each product.

    Products share a sheet, but for those that many standards speak of.
    """
    name = _("Comparison of indicators")
    conclusions = _("Conclusions of the comparison")
    table = comparisons_table(choice)
    doubtful = unverified_among(choice.comparisons)
    first = sheet_of(analysis, conclusions, table, doubtful, (summary_of(choice.comparisons),))
    marks = Marks(choice.comparisons)
    few = [limits for limits in choice.products if len(limits.standards) <= _TOGETHER]
    wide = [limits for limits in choice.products if len(limits.standards) > _TOGETHER]
    shared = (_product_sheet(analysis, few, marks),) if few else ()
    sheets = (*shared, *(_product_sheet(analysis, [limits], marks) for limits in wide))
    return Workbook("indicators", "指标对比表", name, (first, *sheets), analysis.as_of)


def comparisons_table(choice: IndicatorChoice) -> Table:
    """Return a line for each comparison."""
    names = {limits.product: limits.name for limits in choice.products}
    rows = tuple(
        (
            ordinal,
            names.get(one.product) or one.product or EVERY_PRODUCT,
            one.name,
            number_of(one.lower),
            _limit(one.lower_limit),
            number_of(one.upper),
            _rank(one.upper),
            _limit(one.upper_limit),
            VERDICTS[one.verdict],
            WHY_WORDS[one.why] if one.why else None,
            Sentences(tuple(_remarks(one))),
            _("not verified") if one.unverified else None,
        )
        for ordinal, one in enumerate(choice.comparisons, 1)
    )
    return Table("comparisons", _COLUMNS, rows)


def summary_of(comparisons: Sequence[Comparison]) -> Text:
    """Return how many comparisons there are, how many could be judged, and the verdicts."""
    verdicts = [one.verdict for one in comparisons]
    return _(
        "{total} comparisons, {judged} of which could be judged: {stricter} stricter, {equal} "
        "equal, {looser} looser; {other} not comparable, {missing} with no limit of the lower "
        "standard recorded here",
        total=len(verdicts),
        judged=sum(one.judged for one in comparisons),
        stricter=verdicts.count(Verdict.STRICTER),
        equal=verdicts.count(Verdict.EQUAL),
        looser=verdicts.count(Verdict.LOOSER),
        other=verdicts.count(Verdict.NOT_COMPARABLE),
        missing=verdicts.count(Verdict.MISSING),
    )


def unverified_among(comparisons: Iterable[Comparison]) -> int:
    """Return how many comparisons rest on facts that nobody has verified."""
    return sum(one.unverified for one in comparisons)


LEGEND = _("stricter, looser: against the highest standard to its left that the limit differs from")
"""What the marks in a product's table say."""


class Marks:
    """What stands beside a limit in a product's table: stricter or looser than one to its left.

    The highest of the standards that the limit differs from decides; of its several limits those
    that are undercut do.
    """

    def __init__(self, comparisons: Iterable[Comparison]) -> None:
        found: dict[tuple[str | None, Requirement], tuple[Standard, Verdict]] = {}
        for one in comparisons:
            if one.lower_limit is None or one.verdict not in _TONES:
                continue
            key = one.product, one.lower_limit
            known = found.setdefault(key, (one.upper, one.verdict))
            if _goes_before((one.upper, one.verdict), known):
                found[key] = one.upper, one.verdict
        self._verdicts = {key: verdict for key, (_upper, verdict) in found.items()}

    def of(self, product: str | None, limits: Iterable[Requirement]) -> Verdict | None:
        """Return the mark of a cell: LOOSER if one of its limits is, STRICTER if one is, None."""
        found = {self._verdicts.get((product, one)) for one in limits}
        return next((v for v in (Verdict.LOOSER, Verdict.STRICTER) if v in found), None)

    def marked(self, product: str | None, limits: Sequence[Requirement]) -> Iterator[Text | str]:
        """Yield limits with the words for their marks, and whether they are screening values."""
        texts = told_apart([limit.indicator for limit in limits])
        for limit, told in zip(limits, texts, strict=True):
            text = told
            if limit.indicator.screening:
                text = _("{limit} (screening value)", limit=text)
            match self.of(product, (limit,)):
                case Verdict.STRICTER:
                    text = _("{limit} (stricter)", limit=text)
                case Verdict.LOOSER:
                    text = _("{limit} (looser)", limit=text)
            yield text


def _goes_before(one: tuple[Standard, Verdict], other: tuple[Standard, Verdict]) -> bool:
    """Whether a verdict decides rather than another: that against the higher standard does."""
    (upper, verdict), (known, _verdict) = one, other
    if upper is not known:
        return order_of(upper) < order_of(known)
    return verdict is Verdict.LOOSER


_TONES = {Verdict.STRICTER: Tone.GOOD, Verdict.LOOSER: Tone.BAD}


def cell_of(product: str | None, limits: Sequence[Requirement], marks: Marks) -> Cell:
    """Return the limits of one standard on one quantity, with its mark in word and colour."""
    if not limits:
        return None
    words = list(marks.marked(product, limits))
    mark = marks.of(product, limits)
    if mark is None:
        return Sentences(tuple(words))
    text = words[0]
    for further in words[1:]:
        text = _("{first}; {second}", first=text, second=further)
    assert isinstance(text, Text)  # a mark is a word
    return Word(text, _TONES[mark])


def product_tables(limits: ProductLimits, marks: Marks, abreast: int) -> Iterator[Table]:
    """Yield a product's limits: a line a quantity, a column a standard, so many side by side."""
    standards = limits.standards
    parts = -(-len(standards) // abreast)
    for part in range(parts):
        shown = standards[part * abreast : (part + 1) * abreast]
        rows = tuple(
            (
                row.name,
                *(cell_of(limits.product, row.by_standard.get(item, ()), marks) for item in shown),
            )
            for row in limits.rows
            if not row.by_standard.keys().isdisjoint(shown)
        )
        columns = (
            Column("indicator", _("Indicator")),
            *(
                Column(f"standard:{item.key}", heading_of(item), bracket_below=True)
                for item in shown
            ),
        )
        key = f"product-{limits.product or 'every'}"
        caption = _("Indicators of {product}", product=limits.name or EVERY_PRODUCT)
        if parts > 1:
            key = f"{key}-{part + 1}"
            caption = _(
                "{caption}, part {part} of {parts}", caption=caption, part=part + 1, parts=parts
            )
        yield Table(key, columns, rows, caption=caption)


def _product_sheet(analysis: Analysis, products: Sequence[ProductLimits], marks: Marks) -> Sheet:
    """Return the sheet of one product, or of several with the name of each above its table."""
    stated = [
        one
        for limits in products
        for row in limits.rows
        for found in row.by_standard.values()
        for one in found
    ]
    doubtful = sum(one.unverified for one in stated)
    order = _("columns from mandatory national standards down to enterprise standards")
    tables = tuple(chain.from_iterable(product_tables(one, marks, _ABREAST) for one in products))
    if len(products) > 1:
        name: Text | str = _("Indicators by product")
        key, heading = "products", title(analysis, name)
    else:
        [limits] = products
        name = limits.name or EVERY_PRODUCT
        key = f"product-{limits.product or 'every'}"
        heading = title(analysis, _("Indicators of {product}", product=name))
        if len(tables) == 1:
            tables = (replace(tables[0], caption=None),)
    second = subtitle(analysis, doubtful)
    return Sheet(key, name, heading, second, tables, (order, LEGEND), alike=len(tables) > 1)


def number_of(item: Standard) -> str:
    """Return the number of a standard; the title of one that has none."""
    if isinstance(item, Edition) and item.number is not None:
        return str(item.number)
    return name_of(item)


def heading_of(item: Standard) -> Text | str:
    """Return the head of a standard's column: its number and its rank."""
    rank = rank_of(item)
    if rank is None:
        return name_of(item)
    return _("{number} ({rank})", number=name_of(item), rank=RANK_WORDS[rank])


def _rank(item: Standard) -> Text | None:
    rank = rank_of(item)
    return None if rank is None else RANK_WORDS[rank]


def _limit(limit: Requirement | None) -> Text | str | None:
    return None if limit is None else graded_limit(limit.indicator)


def _remarks(one: Comparison) -> Iterator[Text | str]:
    if one.screening:
        yield _("screening value, no requirement on a product")
    limits = (one.lower_limit, one.upper_limit)
    yield from dict.fromkeys(
        limit.indicator.note for limit in limits if limit is not None and limit.indicator.note
    )
