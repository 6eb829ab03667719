"""Marks: where the values and keys of a document begin, and how a route leads to one of them."""

from stdsys.findings import Route

MERGE_KEY = "<<"


class Mark:
    """Where a mapping or list, its keys and what is inside begin, as character offsets.

    A scalar is only its offset: there are many of them. An alias shares `keys` and `inside` with
    the value it repeats.
    """

    __slots__ = ("inside", "keys", "start")

    def __init__(self, start: int, like: "Mark | None" = None) -> None:
        """Begin without contents, or with those of another."""
        self.start = start
        self.keys: dict[str, int] = like.keys if like else {}
        self.inside: dict[str | int, Mark | int] = like.inside if like else {}


def has(top: Mark, route: Route) -> bool:
    """Whether something stands at the end of a route, apart from what merge keys add."""
    value: Mark | int = top
    for step in route:
        if isinstance(value, int) or step not in value.inside:
            return False
        value = value.inside[step]
    return True


def follow(top: Mark, route: Route, on_key: bool) -> int:
    """Return the offset of the value at the end of a route, or of the last that exists on it."""
    value: Mark | int = top
    for number, step in enumerate(route, 1):
        holder = _holder(value, step)
        if holder is None:
            break
        if on_key and number == len(route) and isinstance(step, str):
            return holder.keys[step]
        value = holder.inside[step]
    return value.start if isinstance(value, Mark) else value


def _holder(value: Mark | int, step: str | int) -> Mark | None:
    """Return the mapping or list that holds a step: the value itself, or one it merges."""
    candidates = [value]
    seen: set[int] = set()
    while candidates:
        candidate = candidates.pop(0)
        if isinstance(candidate, int) or id(candidate.inside) in seen:
            continue
        if step in candidate.inside:
            return candidate
        seen.add(id(candidate.inside))
        merged = candidate.inside.get(MERGE_KEY)
        if isinstance(merged, Mark) and not merged.keys:
            candidates[:0] = merged.inside.values()
        elif merged is not None:
            candidates.insert(0, merged)
    return None
