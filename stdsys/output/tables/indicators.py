"""指标对比表: what each standard limits, product by product, and how the limits compare."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.indicator_choice import IndicatorChoice
from stdsys.analysis.limit_comparison import Comparison
from stdsys.analysis.ranks import rank_of
from stdsys.analysis.requirements import ProductLimits, Requirement, Standard
from stdsys.analysis.verdicts import Verdict
from stdsys.messages import Text, _
from stdsys.model.workspace import Edition
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
from stdsys.rules.limit_wording import RANK_WORDS, VERDICT_WORDS, WHY_WORDS, graded_limit

VERDICTS: Mapping[Verdict, Word] = {
    Verdict.STRICTER: Word(VERDICT_WORDS[Verdict.STRICTER], Tone.GOOD),
    Verdict.EQUAL: Word(VERDICT_WORDS[Verdict.EQUAL], Tone.NEUTRAL),
    Verdict.LOOSER: Word(VERDICT_WORDS[Verdict.LOOSER], Tone.BAD),
    Verdict.NOT_COMPARABLE: Word(VERDICT_WORDS[Verdict.NOT_COMPARABLE], Tone.PLANNED),
    Verdict.MISSING: Word(VERDICT_WORDS[Verdict.MISSING], Tone.STALE),
}

EVERY_PRODUCT = _("every product")

_ABREAST = 6
"""So many standards stand side by side; more go into a further table beneath."""

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
    Column("why", _("Reason")),
    Column("remarks", _("Remarks")),
    Column("verification", _("Verification")),
)


def indicators_workbook(analysis: Analysis, choice: IndicatorChoice) -> Workbook:
    """Return 指标对比表: 比对结论 with every comparison, then a sheet for each product."""
    name = _("Comparison of indicators")
    conclusions = _("Conclusions of the comparison")
    table = comparisons_table(choice)
    doubtful = unverified_among(choice.comparisons)
    first = sheet_of(analysis, conclusions, table, doubtful, (summary_of(choice.comparisons),))
    marks = Marks(choice.comparisons)
    sheets = (_product_sheet(analysis, limits, marks) for limits in choice.products)
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
    """Return how many comparisons come to which verdict."""
    verdicts = [one.verdict for one in comparisons]
    return _(
        "{total} comparisons: {stricter} stricter, {equal} equal, {looser} looser, {other} not "
        "comparable, {missing} not limited below",
        total=len(verdicts),
        stricter=verdicts.count(Verdict.STRICTER),
        equal=verdicts.count(Verdict.EQUAL),
        looser=verdicts.count(Verdict.LOOSER),
        other=verdicts.count(Verdict.NOT_COMPARABLE),
        missing=verdicts.count(Verdict.MISSING),
    )


def unverified_among(comparisons: Iterable[Comparison]) -> int:
    """Return how many comparisons rest on facts that nobody has verified."""
    return sum(one.unverified for one in comparisons)


class Marks:
    """What stands beside a limit in a product's table: looser before stricter before none."""

    def __init__(self, comparisons: Iterable[Comparison]) -> None:
        self._verdicts: dict[Requirement, set[Verdict]] = {}
        for one in comparisons:
            if one.lower_limit is not None:
                self._verdicts.setdefault(one.lower_limit, set()).add(one.verdict)

    def of(self, limits: Iterable[Requirement]) -> Verdict | None:
        """Return the mark of a cell: LOOSER if one of its limits is, STRICTER if one is, None."""
        found = set(chain.from_iterable(self._verdicts.get(one, ()) for one in limits))
        return next((v for v in (Verdict.LOOSER, Verdict.STRICTER) if v in found), None)

    def marked(self, limit: Requirement) -> Text | str:
        """Return a limit with the word for its mark, and whether it is a screening value."""
        text = graded_limit(limit.indicator)
        if limit.indicator.screening:
            text = _("{limit} (screening value)", limit=text)
        match self.of((limit,)):
            case Verdict.STRICTER:
                return _("{limit} (stricter)", limit=text)
            case Verdict.LOOSER:
                return _("{limit} (looser)", limit=text)
        return text


_TONES = {Verdict.STRICTER: Tone.GOOD, Verdict.LOOSER: Tone.BAD}


def cell_of(limits: Sequence[Requirement], marks: Marks) -> Cell:
    """Return the limits of one standard on one quantity, with its mark in word and colour."""
    if not limits:
        return None
    words = [marks.marked(limit) for limit in limits]
    mark = marks.of(limits)
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
    for start in range(0, len(standards), abreast):
        shown = standards[start : start + abreast]
        rows = tuple(
            (row.name, *(cell_of(row.by_standard.get(item, ()), marks) for item in shown))
            for row in limits.rows
            if not row.by_standard.keys().isdisjoint(shown)
        )
        columns = (
            Column("indicator", _("Indicator")),
            *(Column(f"standard:{item.key}", heading_of(item)) for item in shown),
        )
        yield Table(f"product-{start // abreast + 1}", columns, rows)


def _product_sheet(analysis: Analysis, limits: ProductLimits, marks: Marks) -> Sheet:
    named = limits.name or EVERY_PRODUCT
    heading = title(analysis, _("Indicators of {product}", product=named))
    stated = [one for row in limits.rows for found in row.by_standard.values() for one in found]
    doubtful = sum(one.unverified for one in stated)
    order = _(
        "columns from mandatory national standards down to enterprise standards; a limit that is "
        "stricter or looser than one to its left says so"
    )
    tables = tuple(product_tables(limits, marks, _ABREAST))
    key = f"product-{limits.product or 'every'}"
    return Sheet(key, named, heading, subtitle(analysis, doubtful), tables, (order,))


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
