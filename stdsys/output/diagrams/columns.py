"""The layout of hierarchies and sequences: a root on top, columns beneath, what they hold in combs.

Every column is equally wide, so that the gaps between columns stay free from top to bottom: related
lines run in them, and above the heads of a row in tracks of their own. Very many columns are broken
into several rows.
"""

from collections.abc import Sequence

from msgspec import Struct

from stdsys.output.diagrams.diagram import Box, Line, Look, Point

COLUMN, GAP, INDENT, STEP = 168, 44, 16, 12
"""Pixels: width of a column, of the gap to the next, of the indent of a layer, between boxes."""

BUS, TRACK = 26, 15
"""Pixels above the heads: for the line that joins them, for each track of related lines."""

MOST_COLUMNS = 12
"""So many columns stand in a row; more take further rows."""

_LANES = 8
_LANE = 4
_BESIDE = 72


class Label(Struct, frozen=True):
    """A box before it has a place: what stands in it, its size, and what it holds, in order."""

    key: str
    lines: tuple[str, ...]
    look: Look
    height: int
    width: int = COLUMN
    dashed: bool = False
    holds: tuple["Label", ...] = ()


class Related(Struct, frozen=True):
    """Two boxes to be joined by a dashed line; those of one `track` share their way."""

    source: str
    target: str
    label: str
    track: str


class Columns(Struct, frozen=True):
    """What is to be laid out: root, heads of the columns, boxes beside the root, further lines.

    `chain` are pairs of heads that follow each other; `related` dashed lines in columns, `beside`
    boxes to the right of the root with the label of the dashed line that leads there.
    """

    root: Label
    heads: tuple[Label, ...]
    chain: tuple[tuple[str, str], ...] = ()
    related: tuple[Related, ...] = ()
    beside: tuple[tuple[Label, str], ...] = ()


class _Row(Struct):
    """A row of columns: where its tracks begin, and which they are."""

    first_track: int
    tracks: dict[str, int]


def laid_out(columns: Columns) -> tuple[list[Box], list[Line]]:
    """Return the boxes and lines of a hierarchy or sequence, from (0, 0)."""
    return _Layout(columns).run()


class _Layout:
    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._boxes: dict[str, Box] = {}
        self._lines: list[Line] = []
        self._row_of: dict[str, int] = {}
        self._rows: list[_Row] = []

    def run(self) -> tuple[list[Box], list[Line]]:
        heads = self._columns.heads
        across = min(len(heads), MOST_COLUMNS)
        span = across * (COLUMN + GAP) - GAP if across else 0
        top = self._root(span)
        for start in range(0, len(heads), MOST_COLUMNS):
            top = self._row(heads[start : start + MOST_COLUMNS], top)
        for source, target in self._columns.chain:
            self._follow(source, target)
        for related in self._columns.related:
            self._relate(related)
        return list(self._boxes.values()), self._lines

    def _root(self, span: int) -> int:
        """Place the root above the middle, and beside it what is related to the whole."""
        root, beside = self._columns.root, self._columns.beside
        stack = sum(label.height + STEP for label, _words in beside) - STEP if beside else 0
        height = max(root.height, stack)
        x = max(0, (span - root.width) // 2)
        self._place(root, x, (height - root.height) // 2)
        box = self._boxes[root.key]
        y = (height - stack) // 2
        for label, words in beside:
            placed = self._place(label, box.right + _BESIDE, y)
            y += label.height + STEP
            turn = box.right + _BESIDE // 3
            points = _tidy(
                Point(box.right, box.middle.y),
                Point(turn, box.middle.y),
                Point(turn, placed.middle.y),
                Point(placed.x, placed.middle.y),
            )
            at = Point((turn + placed.x) // 2, placed.middle.y)
            line = Line(root.key, label.key, points, dashed=True, label=words, label_at=at)
            self._lines.append(line)
        return height

    def _row(self, heads: Sequence[Label], above: int) -> int:
        """Place a row of columns beneath `above`; return where it ends."""
        number = len(self._rows)
        for head in heads:
            self._number_row(head, number)
        tracks = self._tracks(number)
        bus = above + (BUS if not self._rows else 2 * BUS)
        first_track = bus + TRACK
        heads_at = bus + BUS + len(tracks) * TRACK
        self._rows.append(_Row(first_track, tracks))
        root = self._boxes[self._columns.root.key]
        tallest = max(head.height for head in heads)
        ends = [heads_at]
        trunk = root.middle.x if number == 0 else -GAP // 2
        for index, head in enumerate(heads):
            x = index * (COLUMN + GAP)
            box = self._place(head, x, heads_at)
            points = [Point(trunk, bus), Point(box.middle.x, bus), Point(box.middle.x, box.y)]
            if number == 0:
                start = [Point(trunk, root.bottom)]
            else:
                middle = root.bottom + BUS // 2
                start = [
                    Point(root.middle.x, root.bottom),
                    Point(root.middle.x, middle),
                    Point(trunk, middle),
                ]
            self._lines.append(Line(root.key, head.key, _tidy(*start, *points)))
            ends.append(self._comb(head, x, heads_at + tallest + STEP, 1))
        return max(ends)

    def _number_row(self, label: Label, number: int) -> None:
        self._row_of[label.key] = number
        for below in label.holds:
            self._number_row(below, number)

    def _tracks(self, number: int) -> dict[str, int]:
        """Return the tracks above the heads of a row: related lines that begin in this row."""
        tracks: dict[str, int] = {}
        for one in self._columns.related:
            if self._row_of.get(one.source) == number:
                tracks.setdefault(one.track, len(tracks))
        return tracks

    def _comb(self, label: Label, x: int, y: int, depth: int) -> int:
        """Place what a box holds beneath it, layer by layer further in; return where it ends."""
        above = self._boxes[label.key]
        rail = above.x + INDENT // 2
        for below in label.holds:
            indent = min(depth, 4) * INDENT
            box = self._place(below, x + indent, y, COLUMN - indent)
            points = (
                Point(rail, above.bottom),
                Point(rail, box.middle.y),
                Point(box.x, box.middle.y),
            )
            self._lines.append(Line(label.key, below.key, points))
            y = self._comb(below, x, box.bottom + STEP, depth + 1)
        return y

    def _place(self, label: Label, x: int, y: int, width: int | None = None) -> Box:
        box = Box(
            label.key,
            x,
            y,
            label.width if width is None else width,
            label.height,
            label.lines,
            label.look,
            label.dashed,
        )
        self._boxes[label.key] = box
        return box

    def _follow(self, source: str, target: str) -> None:
        """Join two heads by an arrow; from the end of a row round to the beginning of the next."""
        one, other = self._boxes[source], self._boxes[target]
        start, end = Point(one.right, one.middle.y), Point(other.x, other.middle.y)
        if self._row_of[source] == self._row_of[target]:
            points = (start, end) if start.y == end.y else _bent(start, end)
        else:
            turn, left = one.right + GAP // 2, other.x - GAP // 4
            over = self._rows[self._row_of[target]].first_track - TRACK - BUS // 2
            points = (
                start,
                Point(turn, start.y),
                Point(turn, over),
                Point(left, over),
                Point(left, end.y),
                end,
            )
        self._lines.append(Line(source, target, points, arrow=True))

    def _relate(self, related: Related) -> None:
        """Join two boxes by a dashed line through the gaps and a track above the heads."""
        one, other = self._boxes[related.source], self._boxes[related.target]
        row = self._rows[self._row_of[related.source]]
        track = row.tracks[related.track]
        lane = (GAP // 2 - _LANES * _LANE // 2) + (track % _LANES) * _LANE
        out, back = _gap(one) + lane, _gap(other) + lane
        aside = (track % 3 - 1) * 7
        start = Point(one.right, one.middle.y + aside)
        end = Point(other.right, other.middle.y + aside)
        points: tuple[Point, ...]
        if out == back:
            points = (start, Point(out, start.y), Point(out, end.y), end)
            at = Point(out, (start.y + end.y) // 2)
        else:
            y = row.first_track + track * TRACK
            points = (
                start,
                Point(out, start.y),
                Point(out, y),
                Point(back, y),
                Point(back, end.y),
                end,
            )
            at = Point((out + back) // 2, y)
        line = Line(
            related.source,
            related.target,
            points,
            dashed=True,
            label=related.label,
            label_at=at if related.label else None,
        )
        self._lines.append(line)


def _gap(box: Box) -> int:
    """Return where the gap to the right of a box's column begins."""
    return box.x // (COLUMN + GAP) * (COLUMN + GAP) + COLUMN


def _bent(start: Point, end: Point) -> tuple[Point, ...]:
    middle = (start.x + end.x) // 2
    return (start, Point(middle, start.y), Point(middle, end.y), end)


def _tidy(*points: Point) -> tuple[Point, ...]:
    """Return points without those that repeat the one before."""
    kept = [point for index, point in enumerate(points) if not index or point != points[index - 1]]
    return tuple(kept)
