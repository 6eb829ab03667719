"""Comparisons of indicators for people: a table a product, and beneath it what does not fit."""

from collections.abc import Iterable, Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.limits.comparison import Comparison
from stdsys.analysis.limits.indicator_choice import IndicatorChoice
from stdsys.analysis.limits.requirements import ProductLimits, Standard
from stdsys.analysis.limits.verdicts import Verdict, Why
from stdsys.messages import Text, Translator, _
from stdsys.output.tables.headings import title
from stdsys.output.tables.indicators import (
    EVERY_PRODUCT,
    LEGEND,
    Marks,
    product_tables,
    summary_of,
    unverified_among,
)
from stdsys.output.tables.rendering import Renderer, one_line
from stdsys.output.tables.table import Cell, Tone, Word
from stdsys.output.text.aligned import Layout, Styled, Words
from stdsys.rules.items import name_of
from stdsys.rules.limits.wording import WHY_WORDS, graded_limit

_STYLES = {Tone.GOOD: "green", Tone.BAD: "bold red"}
_ALL = 1_000_000
"""Standards in one table: the layout breaks it where the room asks for it."""


class CompareText:
    """Writes comparisons of indicators as text; `layout` decides on colour and width."""

    def __init__(
        self,
        analysis: Analysis,
        choice: IndicatorChoice,
        say: Translator,
        layout: Layout | None = None,
    ) -> None:
        self._analysis = analysis
        self._choice = choice
        self._say = say
        self._render = Renderer(say)
        self._layout = layout or Layout()
        self._marks = Marks(choice.comparisons)

    def lines(self) -> Iterator[str]:
        """Yield the whole text."""
        heading = title(self._analysis, _("Comparison of indicators"))
        yield self._layout.heading(self._line(heading))
        comparisons = self._choice.comparisons
        yield self._line(
            _(
                "as of {day}; {count} comparisons rest on unverified facts",
                day=self._analysis.as_of,
                count=unverified_among(comparisons),
            )
        )
        yield self._line(summary_of(comparisons))
        screening = sum(one.screening for one in comparisons)
        if screening:
            text = _(
                "{count} of them are against screening values, which bind no product",
                count=screening,
            )
            yield self._line(text)
        if not self._choice.products:
            yield ""
            yield self._line(_("no standard states an indicator that is asked for"))
        shown = set()
        for limits in self._choice.products:
            yield ""
            yield from self._product(limits)
            shown.add(limits.product)
        elsewhere = [one for one in comparisons if one.product not in shown]
        if elsewhere:
            yield ""
            yield from self._beneath(elsewhere)

    def _product(self, limits: ProductLimits) -> Iterator[str]:
        yield self._layout.heading(self._line(limits.name or EVERY_PRODUCT))
        for table in product_tables(limits, self._marks, _ALL):
            header = [
                self._line(table.columns[0].title),
                *(one_line(name_of(item)) for item in limits.standards),
            ]
            rows = [[self._cell(cell) for cell in row] for row in table.rows]
            yield from self._layout.lines(header, rows)
            if any(isinstance(cell, Word) for row in table.rows for cell in row):
                yield self._line(LEGEND)
        yield from self._beneath(
            [one for one in self._choice.comparisons if one.product == limits.product]
        )

    def _cell(self, cell: Cell) -> Words:
        text = self._render(cell)
        words = "—" if text is None else one_line(str(text))
        return Styled(words, _STYLES[cell.tone]) if isinstance(cell, Word) else words

    def _beneath(self, comparisons: Iterable[Comparison]) -> Iterator[str]:
        """Yield what is looser, what cannot be compared, and what is missing."""
        others: dict[tuple[Verdict, Standard, Standard, Why | None], list[str]] = {}
        for one in comparisons:
            if one.verdict is Verdict.LOOSER:
                yield self._line(_looser(one))
            elif one.verdict in (Verdict.NOT_COMPARABLE, Verdict.MISSING):
                names = others.setdefault((one.verdict, one.lower, one.upper, one.why), [])
                if one.name is not None and one.name not in names:
                    names.append(one.name)
        for (verdict, lower, upper, why), names in others.items():
            yield self._line(_other(verdict, lower, upper, why, tuple(names)))

    def _line(self, text: str | Text) -> str:
        return one_line(self._render.text(text))


def _looser(one: Comparison) -> Text:
    assert one.lower_limit is not None
    assert one.upper_limit is not None
    assert one.why is not None
    return _(
        "looser: {lower}, {name}, {limit}, against {other} in {upper}: {why}",
        lower=name_of(one.lower),
        name=one.name,
        limit=graded_limit(one.lower_limit.indicator),
        other=graded_limit(one.upper_limit.indicator),
        upper=name_of(one.upper),
        why=WHY_WORDS[one.why],
    )


def _other(
    verdict: Verdict, lower: Standard, upper: Standard, why: Why | None, names: tuple[str, ...]
) -> Text:
    values = {"lower": name_of(lower), "upper": name_of(upper), "names": names}
    if verdict is Verdict.MISSING or why is None:
        return _(
            "no limit recorded here for {lower}, though there is one in {upper}: {names}", **values
        )
    if not names:
        return _("not comparable: {lower} with {upper}: {why}", **values, why=WHY_WORDS[why])
    return _("not comparable: {lower} with {upper}, {names}: {why}", **values, why=WHY_WORDS[why])
