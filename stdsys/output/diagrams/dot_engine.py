"""The layout engine of graphs: graphviz' dot in its Rust port, a program that a wheel brings along.

The engine is given nothing but numbers and sizes: no text of the workspace reaches it, and the
width of Chinese characters, which it does not know, is reckoned here.
"""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from msgspec import Struct

from stdsys.output.diagrams.diagram import Point

PACKAGE = "graphviz-pure"

_INCH = 72
_SECONDS = 120
"""A bound for what cannot happen; graphs that take long are not given to the engine at all."""


class Sized(Struct, frozen=True):
    """A connected graph: width and height of each node, and pairs of nodes by their numbers."""

    sizes: Sequence[tuple[int, int]]
    edges: Sequence[tuple[int, int]]


class Placed(Struct, frozen=True):
    """Where the engine put a graph: centres of the nodes, the way of each edge, the whole size."""

    centres: tuple[Point, ...]
    ways: tuple[tuple[Point, ...], ...]
    width: int
    height: int


@cache
def engine() -> Path | None:
    """Return the program; None where the wheel is not installed."""
    try:
        files = distribution(PACKAGE).files or []
    except PackageNotFoundError:
        return None
    found = [Path(str(file.locate())) for file in files if file.stem == PACKAGE]
    return next((path for path in found if path.is_file()), None)


def placed_by_engine(graphs: Sequence[Sized]) -> list[Placed] | None:
    """Return the layouts of connected graphs, from left to right; None if there is no engine."""
    program = engine()
    if program is None or not graphs:
        return None if graphs else []
    text = "\n".join(line for graph in graphs for line in _dot(graph))
    try:
        run = subprocess.run(
            [str(program), "-Kdot", "-Tplain"],
            input=text.encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return list(_read(run.stdout.decode(), graphs))


def _dot(graph: Sized) -> Iterator[str]:
    yield "digraph {"
    yield "graph [rankdir=LR, splines=polyline, nodesep=0.2, ranksep=1.3];"
    yield 'node [shape=box, fixedsize=true, label=""];'
    yield "edge [dir=none];"  # so that lines reach the boxes; arrow heads are drawn later
    for number, (width, height) in enumerate(graph.sizes):
        yield f"{number} [width={width / _INCH:.4f}, height={height / _INCH:.4f}];"
    for source, target in graph.edges:
        yield f"{source} -> {target};"
    yield "}"


def _read(text: str, graphs: Sequence[Sized]) -> Iterator[Placed]:
    """Yield the layouts from graphviz' plain format, one from each `graph` to its `stop`."""
    left = iter(graphs)
    for line in text.splitlines():
        words = line.split()
        match words[:1]:
            case ["graph"]:
                graph = next(left)
                width, height = float(words[2]), float(words[3])
                centres = [Point(0, 0)] * len(graph.sizes)
                ways: dict[tuple[int, int], list[tuple[Point, ...]]] = {}
            case ["node"]:
                centres[int(words[1])] = _point(words[2], words[3], height)
            case ["edge"]:
                # Every third point is a corner; those between bend the line, which is straight.
                corners = range(4, 4 + 2 * int(words[3]), 6)
                way = tuple(_point(words[i], words[i + 1], height) for i in corners)
                ways.setdefault((int(words[1]), int(words[2])), []).append(way)
            case ["stop"]:
                ordered = _in_order(graph, centres, ways)
                yield Placed(tuple(centres), ordered, _pixels(width), _pixels(height))


def _in_order(
    graph: Sized,
    centres: Sequence[Point],
    ways: Mapping[tuple[int, int], list[tuple[Point, ...]]],
) -> tuple[tuple[Point, ...], ...]:
    """Return a way for each edge, in the order of the edges; straight where there is none."""
    rest = {pair: iter(found) for pair, found in ways.items()}
    ordered = []
    for source, target in graph.edges:
        way = next(rest.get((source, target), iter(())), None)
        ordered.append(way or (centres[source], centres[target]))
    return tuple(ordered)


def _point(x: str, y: str, height: float) -> Point:
    return Point(_pixels(float(x)), _pixels(height - float(y)))


def _pixels(inches: float) -> int:
    return round(inches * _INCH)
