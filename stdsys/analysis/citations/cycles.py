"""Which editions cite each other in a circle."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from stdsys.analysis.citations.lookup import Resolution
from stdsys.analysis.graphs.components import components
from stdsys.model.items import Edition
from stdsys.model.workspace import Workspace

_Node: TypeAlias = Edition | str
"""An edition, or the name of all parts of a number."""

_Links: TypeAlias = Mapping[_Node, list[_Node]]
"""What a node cites; an edition that cites nothing is not among the keys."""


def cycles_among(
    cited: Mapping[Edition, Iterable[Resolution]], workspace: Workspace
) -> tuple[tuple[str, ...], ...]:
    """Return the components of more than one edition, by their keys, all in reading order.

    `cited` holds what each edition cites, of those that are cited at all; an edition that cites
    itself is no cycle.
    """
    links = _without_ends(_thinned(_links(cited)))
    found = components(links, lambda node: links.get(node, ()))
    editions = ([node.key for node in nodes if isinstance(node, Edition)] for nodes in found)
    knots = [keys for keys in editions if len(keys) > 1]
    if not knots:
        return ()
    order = {key: position for position, key in enumerate(workspace.editions)}
    ordered = (tuple(sorted(keys, key=order.__getitem__)) for keys in knots)
    return tuple(sorted(ordered, key=lambda keys: order[keys[0]]))


def _links(cited: Mapping[Edition, Iterable[Resolution]]) -> _Links:
    links: dict[_Node, list[_Node]] = {}
    for citing, resolutions in cited.items():
        following = links[citing] = []
        for one in resolutions:
            if len(one.targets) > 1:
                # One step between, for all who cite all parts: many who cite many stay quick.
                parts = str(one.number)
                links.setdefault(parts, list(one.targets))
                following.append(parts)
            else:
                following.extend(one.targets)
    return links


def _thinned(links: _Links) -> _Links:
    """Leave out what nothing leads to, or leads nowhere, as long as that is much at a time."""
    while True:
        reached = set().union(*links.values())
        between = {
            node: following
            for node, following in links.items()
            if node in reached and not links.keys().isdisjoint(following)
        }
        if len(between) >= len(links) * _NOT_WORTH_IT:
            return between
        links = between


_NOT_WORTH_IT = 0.75
"""Where this share is left, or more, there may be many rounds to come."""


def _without_ends(links: _Links) -> _Links:
    """Leave out what leads nowhere, again and again: what is left leads into a circle.

    Of most workspaces nothing is left, and this is much quicker than the search for components.
    """
    followed_by: dict[_Node, list[_Node]] = {}
    open_ways: dict[_Node, int] = {}
    for node, following in links.items():
        leading_on = [other for other in following if other in links]
        open_ways[node] = len(leading_on)
        for other in leading_on:
            followed_by.setdefault(other, []).append(node)
    ends = [node for node, ways in open_ways.items() if not ways]
    while ends:
        for node in followed_by.get(ends.pop(), ()):
            open_ways[node] -= 1
            if not open_ways[node]:
                ends.append(node)
    return {
        node: [other for other in following if open_ways.get(other)]
        for node, following in links.items()
        if open_ways[node]
    }
