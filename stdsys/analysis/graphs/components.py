"""Strongly connected components of a directed graph: Tarjan's algorithm without recursion."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def components(
    nodes: Iterable[T], successors: Callable[[T], Iterable[T]]
) -> Iterator[tuple[T, ...]]:
    """Yield each component once, after all components that can be reached from it.

    Nodes that only `successors` mentions are included. The order depends on nothing but the order
    of `nodes` and `successors`. Time and memory are linear in nodes and edges, and no recursion
    limits the length of a chain.
    """
    index: dict[T, int] = {}
    low: dict[T, int] = {}
    stack: list[T] = []
    waiting: set[T] = set()  # the members of `stack`
    for root in nodes:
        if root in index:
            continue
        path: list[tuple[T, Iterator[T]]] = []
        _enter(root, index, low, stack, waiting)
        path.append((root, iter(successors(root))))
        while path:
            node, rest = path[-1]
            for following in rest:
                if following not in index:
                    _enter(following, index, low, stack, waiting)
                    path.append((following, iter(successors(following))))
                    break
                if following in waiting:
                    low[node] = min(low[node], index[following])
            else:
                path.pop()
                if path:
                    parent = path[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    yield _leave(node, stack, waiting)


def _enter(
    node: T, index: dict[T, int], low: dict[T, int], stack: list[T], waiting: set[T]
) -> None:
    index[node] = low[node] = len(index)
    stack.append(node)
    waiting.add(node)


def _leave(node: T, stack: list[T], waiting: set[T]) -> tuple[T, ...]:
    """Take the component whose first visited member is `node` off the stack."""
    start = len(stack) - 1
    while stack[start] != node:
        start -= 1
    members = tuple(stack[start:])
    del stack[start:]
    waiting.difference_update(members)
    return members
