"""Part 8 of the compilation notes, on levels: the shares, and of what they are the shares."""

from collections.abc import Iterator

from stdsys.analysis.counting.level_mix import LevelMix
from stdsys.messages import Text, _
from stdsys.output.documents.document import Block, Tabulated, paragraph
from stdsys.output.documents.material import Material
from stdsys.output.documents.phrases import dated, first_rows, left_out
from stdsys.output.tables.quality import against_the_shape, mix_table
from stdsys.output.tables.rendering import percent
from stdsys.output.tables.table import Kind, Table


def levels(material: Material) -> Iterator[Block]:
    """Yield the mix of levels: a sentence on the shares, the verdicts, the table of systems."""
    analysis = material.analysis
    whole = material.quality.mixes[0]
    if not whole.total:
        yield from paragraph(_("No standard is in force yet."))
        return
    national = whole.total - whole.body - whole.supplement
    yield from paragraph(
        _(
            "Of the existing standards {national} % are national, {body} % industry and local, "
            "{supplement} % group and enterprise standards.",
            national=percent(national, whole.total),
            body=percent(whole.body, whole.total),
            supplement=percent(whole.supplement, whole.total),
        ),
        _unleveled(whole),
        against_the_shape(whole),
    )
    mix = mix_table(analysis, material.quality)
    kept = [
        place for place, one in enumerate(mix.columns) if place < 1 or one.kind is not Kind.COUNT
    ]
    shares = Table(
        mix.key,
        tuple(mix.columns[place] for place in kept),
        first_rows([tuple(row[place] for place in kept) for row in mix.rows]),
        notes=(*_base(whole), *mix.notes, *left_out(len(mix.rows))),
    )
    caption = _("Mix of levels by system")
    yield Tabulated(dated(shares, analysis, analysis.statistics.presumed_or_unverified, caption))


def _unleveled(mix: LevelMix) -> Text | None:
    """Say of how many existing standards the shares are, where these are not all."""
    if not mix.undetermined:
        return None
    return _(
        "These are shares of the {total} existing standards whose level is known; {count} of "
        "undetermined level are not counted in.",
        total=mix.total,
        count=mix.undetermined,
    )


def _base(mix: LevelMix) -> Iterator[Text]:
    if mix.undetermined:
        yield _(
            "shares are of the existing standards whose level is known; {count} in all are of "
            "undetermined level and not counted in",
            count=mix.undetermined,
        )
