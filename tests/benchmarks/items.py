"""The benchmark's standards: all invented, each a pure function of seed and place in the row.

Nothing is stored, so that a million of them need no memory. A hundred make one product's system:
twenty of each level. Three of twenty are earlier editions (one chain of two, one of three); a
standard cites three others, none of which cites it in turn, however far one follows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from zlib import crc32

PER_FILE = 100
PER_LEVEL = 20
LEVELS = ("national", "industry", "local", "group", "enterprise")
STAGES = ("seedling", "planting", "processing", "storage", "transport", "sales", "after-sales")
ASPECTS = ("quality", "safety", "test-method", "packaging", "procedure", "management", "basic")
AS_OF = date(2026, 6, 1)

_SUCCESSOR = {8: 7, 18: 17, 19: 18}
"""Place among the twenty of a level → the place of the edition that has taken over from it."""
_WHOLE_NUMBERS = 90_000
_INDUSTRIES = ("NY", "SB", "GH", "LY", "QB", "SN", "WB", "JT", "SC", "HJ")
_PROVINCES = ("13", "14", "21", "22", "23", "32", "33", "34", "35", "36")
_CROPS = ("茶叶", "柑橘", "花椒", "青梅", "莲子", "香菇", "核桃", "板栗", "银杏", "百合")
_SYLLABLES = "云山清水金玉春秋松竹兰菊石泉溪湖江河峰岭平安和顺永兴长丰福泰宁康广德仁义"
_PARTS = ("种质", "种苗", "苗圃", "园地", "鲜品", "原料", "半成品", "成品", "礼盒", "散装品")
_MATTERS = (
    *("产地环境", "病虫害防治", "采收", "初加工", "质量分级"),
    *("贮藏保鲜", "冷链运输", "检验方法", "追溯管理", "售后服务"),
)
_KINDS = ("技术规程", "通用要求", "管理规范")


@dataclass(frozen=True)
class Item:
    """One standard: `index` is its place in the row, `seed` that of the whole row."""

    seed: int
    index: int

    @property
    def file(self) -> int:
        """Which hundred it belongs to."""
        return self.index // PER_FILE

    @property
    def place(self) -> int:
        """Its place in its hundred."""
        return self.index % PER_FILE

    @property
    def level(self) -> str:
        """Its level, as the command line writes it."""
        return LEVELS[self.place // PER_LEVEL]

    @property
    def own(self) -> bool:
        """Whether the invented region's own organisations issue it."""
        return self.level in ("group", "enterprise")

    @property
    def ident(self) -> str:
        """A name without blanks, for tools that know no standard numbers."""
        return f"{self.level[:3].upper()}{self.index:07d}"

    @cached_property
    def successor(self) -> "Item | None":
        """The edition that has replaced it."""
        place = _SUCCESSOR.get(self.index % PER_LEVEL)
        if place is None:
            return None
        return Item(self.seed, self.index - self.index % PER_LEVEL + place)

    @cached_property
    def predecessor(self) -> "Item | None":
        """The edition that it has replaced."""
        following = Item(self.seed, self.index + 1)
        return following if following.successor == self else None

    @property
    def living(self) -> bool:
        """Whether it is the last edition of its family."""
        return self.successor is None

    @property
    def upcoming(self) -> bool:
        """Whether it takes effect after the day that the workspace answers for."""
        return self.index % (10 * PER_FILE) == 2 * PER_LEVEL + 3

    @cached_property
    def issued(self) -> date:
        """Day of issue; each edition about five years after the one before."""
        if self.successor is not None:
            return self.successor.issued - timedelta(days=1_800 + self._draw("age", 200))
        if self.upcoming:
            return AS_OF - timedelta(days=30)
        newest, span = (date(2025, 6, 1), 1_000) if self.own else (date(2023, 6, 1), 5_000)
        return newest - timedelta(days=self._draw("issued", span))

    @property
    def effective(self) -> date:
        """Day of effect, half a year after issue."""
        return self.issued + timedelta(days=180)

    @property
    def family(self) -> str:
        """Its number without the year: the same for all its editions."""
        first = self if self.successor is None else self.successor
        while first.successor is not None:
            first = first.successor
        serial = first.file * PER_LEVEL + first.place % PER_LEVEL
        match self.level:
            case "national":
                return f"GB{'' if serial % 10 == 0 else '/T'} {_national(serial)}"
            case "industry":
                return f"{_INDUSTRIES[serial % 10]}/T {1_000 + serial // 10}"
            case "local":
                return f"DB{_PROVINCES[serial % 10]}/T {1_000 + serial // 10}"
            case "group":
                return f"T/S{self._letters}X {1 + serial % PER_LEVEL:03d}"
            case _:
                return f"Q/S{self._letters}Y {1 + serial % PER_LEVEL:04d}S"

    @property
    def number(self) -> str:
        """Its number."""
        return f"{self.family}-{self.issued.year}"

    @property
    def product(self) -> str:
        """What its system is about: invented, and of its hundred alone."""
        return product(self.file)

    @property
    def subject(self) -> str:
        """What of the product it is about; the same for all editions."""
        place = self.place if self.successor is None else self.successor.place
        place -= 1 if place % PER_LEVEL == 18 else 0
        return f"{_PARTS[place // 10]}{_MATTERS[place % 10]}"

    @property
    def title(self) -> str:
        """Its title."""
        return f"{self.product}{self.subject}{_KINDS[len(self.subject) % 3]}"

    @property
    def issuer(self) -> str:
        """Who issued it: the text, or the id of one of the workspace's organisations."""
        if self.own:
            return organisation(self.level, self.file)
        return {
            "national": "国家市场监督管理总局、国家标准化管理委员会",
            "industry": "示例部",
            "local": "示例省市场监督管理局",
        }[self.level]

    @property
    def stage(self) -> str:
        """Its stage of the chain."""
        return STAGES[self.place % len(STAGES)]

    @property
    def aspect(self) -> str:
        """Its aspect."""
        return ASPECTS[self.place // 2 % len(ASPECTS)]

    @cached_property
    def cited(self) -> tuple["Item", ...]:
        """Three living standards before it: one that many cite, one of any product, one of its own.

        The first two are national and of a smaller index if it is national itself; the third is
        of its own hundred, of its own level or a higher one, and before it. So there is no circle.
        The first standards of the row have fewer before them.
        """
        before = self.file * PER_LEVEL + min(self.place, PER_LEVEL)
        many = _living(self._draw("many", max(1, min(before, 200))))
        far = _living(self._draw("far", max(1, before)))
        near = _living(self._draw("near", max(1, self.place)))
        indices = {
            many // PER_LEVEL * PER_FILE + many % PER_LEVEL,
            far // PER_LEVEL * PER_FILE + far % PER_LEVEL,
            self.file * PER_FILE + near,
        }
        found = [Item(self.seed, index) for index in sorted(indices) if index < self.index]
        return tuple(item for item in found if not item.upcoming and item.family != self.family)

    @property
    def citations(self) -> tuple[str, ...]:
        """The same as a document prints them: by year only where that edition was there."""
        return tuple(
            one.number if one.issued < self.issued and one.index % 2 else one.family
            for one in self.cited
        )

    @property
    def _letters(self) -> str:
        return "".join(chr(ord("A") + self.file // 26**power % 26) for power in (2, 1, 0))

    def _draw(self, what: str, below: int) -> int:
        return crc32(f"{self.seed}:{self.index}:{what}".encode()) % below


def _national(serial: int) -> str:
    """Return a number of five figures at most: those beyond are parts, nine to a number."""
    beyond = serial - _WHOLE_NUMBERS
    if beyond < 0:
        return str(1_000 + serial)
    return f"{1_000 + beyond // 9}.{1 + beyond % 9}"


def items(count: int, seed: int) -> Iterator[Item]:
    """Yield `count` standards in order."""
    return (Item(seed, index) for index in range(count))


def product(file: int) -> str:
    """The product of a hundred."""
    first, second = file // 10 % 36, file // 360 % 36
    return f"{_SYLLABLES[first]}{_SYLLABLES[second]}{_CROPS[file % 10]}"


def organisation(level: str, file: int) -> str:
    """The id of the association or enterprise that issues a hundred's own standards."""
    return f"{level}-{file:05d}"


def _living(place: int) -> int:
    """Return the place, among those of a level or of a hundred, of the edition that lives today."""
    while place % PER_LEVEL in _SUCCESSOR:
        place -= 1
    return place
