"""What a drawn diagram is: boxes with places and sizes, lines with their bends, in pixels."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from stdsys.output.diagrams.lettering import text_width


class Look(StrEnum):
    """How a box looks; a diagram's own words say the same, so that colour is never alone."""

    ROOT = "root"
    HEAD = "head"
    PLAIN = "plain"
    SHARED = "shared"
    FAINT = "faint"
    NOTHING = "nothing"
    GOOD = "good"
    COMING = "coming"
    PLANNED = "planned"
    STALE = "stale"
    BAD = "bad"
    NEUTRAL = "neutral"


FILLS = {
    Look.ROOT: "#1F4E79",
    Look.HEAD: "#DDE5EE",
    Look.PLAIN: "#FFFFFF",
    Look.SHARED: "#EFEAF6",
    Look.FAINT: "#FFFFFF",
    Look.NOTHING: "#FFFFFF",
    Look.GOOD: "#D5EDD9",
    Look.COMING: "#D6E6F5",
    Look.PLANNED: "#FFF0C2",
    Look.STALE: "#F6D9BE",
    Look.BAD: "#F7C6C5",
    Look.NEUTRAL: "#E9E9E9",
}
"""Pale enough to print in grey, except the root."""

INK, RULE, DEAD = "#222222", "#5A6470", "#C0392B"
"""The colours of text, of frames and lines, and of lines to what is no longer in force."""

PAPER = "#FFFFFF"


class Point(NamedTuple):
    """A point, from the upper left corner."""

    x: int
    y: int


class Box(Struct, frozen=True):
    """A rectangle with lines of text in its middle; `dashed` is its frame."""

    key: str
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    look: Look = Look.PLAIN
    dashed: bool = False

    @property
    def right(self) -> int:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The y of its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The point in its middle."""
        return Point(self.x + self.width // 2, self.y + self.height // 2)

    def moved(self, right: int, down: int) -> "Box":
        """Return the box at another place."""
        return replace(self, x=self.x + right, y=self.y + down)


class Line(Struct, frozen=True):
    """A line from a box to a box along some points, both ends included; `label` stands on it."""

    source: str
    target: str
    points: tuple[Point, ...]
    dashed: bool = False
    arrow: bool = False
    label: str = ""
    colour: str = RULE
    label_at: Point | None = None

    def moved(self, right: int, down: int) -> "Line":
        """Return the line at another place."""
        points = tuple(Point(x + right, y + down) for x, y in self.points)
        at = self.label_at and Point(self.label_at.x + right, self.label_at.y + down)
        return replace(self, points=points, label_at=at)

    @property
    def label_point(self) -> Point:
        """Where the label stands: as said, else in the middle of the longest piece."""
        if self.label_at is not None:
            return self.label_at
        pieces = zip(self.points, self.points[1:], strict=False)
        (one, other) = max(pieces, key=lambda piece: _length(*piece))
        return Point((one.x + other.x) // 2, (one.y + other.y) // 2)


def _length(one: Point, other: Point) -> int:
    return abs(one.x - other.x) + abs(one.y - other.y)


MARGIN, TITLE_ROOM, NOTE_LEADING = 40, 100, 20
"""Pixels around everything, above the first box, and from note to note."""

TITLE_SIZE, SUBTITLE_SIZE, NOTE_SIZE, LABEL_SIZE = 20, 13, 12, 11


class Diagram(Struct, frozen=True):
    """A page: title and second line above, boxes and lines, notes beneath, and its whole size."""

    title: str
    subtitle: str
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    width: int
    height: int

    @property
    def notes_at(self) -> int:
        """The base line of the first note."""
        return self.height - MARGIN - (len(self.notes) - 1) * NOTE_LEADING


def page(
    title: str,
    subtitle: str,
    boxes: Sequence[Box],
    lines: Sequence[Line],
    notes: Sequence[str] = (),
) -> Diagram:
    """Return a page of the size that title, boxes, lines and notes need."""
    points = [point for line in lines for point in line.points]
    left = min([box.x for box in boxes] + [point.x for point in points], default=0)
    top = min([box.y for box in boxes] + [point.y for point in points], default=0)
    right, down = MARGIN - left, TITLE_ROOM - top
    placed = tuple(box.moved(right, down) for box in boxes)
    joined = tuple(line.moved(right, down) for line in lines)
    end = max(
        [box.right for box in placed] + [point.x for line in joined for point in line.points],
        default=MARGIN,
    )
    bottom = max(
        [box.bottom for box in placed] + [point.y for line in joined for point in line.points],
        default=TITLE_ROOM,
    )
    room = max(
        [end - MARGIN, text_width(title, TITLE_SIZE), text_width(subtitle, SUBTITLE_SIZE)]
        + [text_width(note, NOTE_SIZE) for note in notes]
    )
    spare = max(0, room - (end - MARGIN)) // 2
    return Diagram(
        title,
        subtitle,
        tuple(box.moved(spare, 0) for box in placed),
        tuple(line.moved(spare, 0) for line in joined),
        tuple(notes),
        room + 2 * MARGIN,
        bottom + MARGIN + (len(notes) * NOTE_LEADING + NOTE_LEADING if notes else 0),
    )
