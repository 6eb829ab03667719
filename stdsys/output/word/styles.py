"""The look of Chinese official documents (after GB/T 9704): page, fonts by name, styles.

Sizes are half points: 44 is 二号 (titles), 32 三号 (headings and text), 24 小四, 21 五号 (tables).
Fonts that a computer lacks are found under the alternative names of the font table.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from docx.oxml.ns import nsdecls
from msgspec import Struct

from stdsys.messages import Language

TITLE_FONT = "方正小标宋简体"
HEI, KAI, FANG, SONG = "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"
LATIN = "Times New Roman"

FALL_BACKS: Mapping[str, tuple[str, ...]] = {
    TITLE_FONT: ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", "宋体"),
    HEI: ("SimHei", "Noto Sans CJK SC", "思源黑体"),
    KAI: ("楷体", "KaiTi", "华文楷体", "STKaiti"),
    FANG: ("仿宋", "FangSong", "华文仿宋", "STFangsong"),
    SONG: ("SimSun", "Noto Serif CJK SC", "思源宋体"),
}
"""Fonts by the names that the rules of official documents give, and what stands in for them."""

MARGINS_MM = (37, 26, 35, 28)
"""Top, right, bottom, left: 天头37, 订口28, 版心156×225 on A4."""

PAGE_MM = (210, 297)


class _Style(Struct, frozen=True):
    """A paragraph style; `size` in half points, `paragraph` its properties as XML."""

    id: str
    name: str
    font: str
    size: int
    paragraph: str
    bold: bool = False


_TEXT_LINES = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>'
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_CENTRED = '<w:jc w:val="center"/>'
_CELL = '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'


def _heading(layer: int, font: str, *, bold: bool) -> _Style:
    return _Style(
        f"Heading{layer}",
        f"heading {layer}",
        font,
        32,
        f'<w:keepNext/>{_TEXT_LINES}{_INDENT}<w:outlineLvl w:val="{layer - 1}"/>',
        bold,
    )


def _styles(language: Language) -> Iterator[_Style]:
    """Yield the styles; in a Latin script headings need weight, for their fonts do not differ."""
    latin = language is not Language.ZH
    yield _Style(
        "Title",
        "Title",
        TITLE_FONT,
        44,
        '<w:spacing w:before="0" w:after="120" w:line="700" w:lineRule="exact"/>' + _CENTRED,
        latin,
    )
    yield _Style("Subtitle", "Subtitle", KAI, 32, _TEXT_LINES + _CENTRED)
    yield _heading(1, HEI, bold=latin)
    yield _heading(2, KAI, bold=latin)
    yield _heading(3, FANG, bold=True)
    yield _heading(4, FANG, bold=latin)
    yield _Style("BodyText", "Body Text", FANG, 32, f'{_TEXT_LINES}{_INDENT}<w:jc w:val="both"/>')
    yield _Style(
        "Caption",
        "caption",
        HEI,
        24,
        '<w:keepNext/><w:spacing w:before="160" w:after="60" w:line="360" w:lineRule="exact"/>'
        + _CENTRED,
    )
    yield _Style("TableHead", "Table Head", HEI, 21, f"<w:keepNext/>{_CELL}{_CENTRED}")
    yield _Style("TableText", "Table Text", SONG, 21, _CELL + '<w:jc w:val="left"/>')
    yield _Style("TableFigure", "Table Figure", SONG, 21, _CELL + _CENTRED)
    yield _Style(
        "TableNote",
        "Table Note",
        SONG,
        18,
        '<w:keepLines/><w:spacing w:before="40" w:after="40" w:line="280" w:lineRule="exact"/>',
    )
    yield _Style("TableGap", "Table Gap", SONG, 12, '<w:spacing w:line="120" w:lineRule="exact"/>')
    yield _Style("Footer", "footer", SONG, 28, _CENTRED)


def styles_xml(language: Language) -> str:
    """Return the whole styles part."""
    styles = "".join(map(_style_xml, _styles(language)))
    return (
        f"<w:styles {nsdecls('w')}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'{_fonts(FANG)}<w:sz w:val="32"/><w:szCs w:val="32"/>'
        f'<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>"
        f"{styles}"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style></w:styles>"
    )


def _style_xml(style: _Style) -> str:
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{style.paragraph}</w:pPr>'
        f"<w:rPr>{_fonts(style.font)}{bold}"
        f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/></w:rPr></w:style>'
    )


def _fonts(chinese: str) -> str:
    return f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{chinese}"/>'


def font_table_xml() -> bytes:
    """Return the font table part: each font with what may stand in for it."""
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(','.join(others))}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, others in FALL_BACKS.items()
    )
    latin = (
        f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<w:fonts {nsdecls('w')}>{fonts}{latin}</w:fonts>".encode()
