"""The status rules once more, restated naively on plain data: slow, recursive, no shared code.

An edition is a mapping of the fields as written; dates are texts, `replaces` and `replaced_by` are
lists of (number, scope). Numbers are `GB/T n-y` or undated `GB/T n`.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any

Data = Mapping[str, Mapping[str, Any]]


def year_of(number: str) -> int | None:
    return int(number.split("-")[1]) if "-" in number else None


def family_of(number: str) -> str:
    return number.split("-")[0]


def first_day(text: str) -> date:
    year, month, day = ([int(part) for part in text.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def last_day(text: str) -> date:
    parts = [int(part) for part in text.split("-")]
    year, month = [*parts, 12][:2]
    day = parts[2] if len(parts) == 3 else monthrange(year, month)[1]
    return date(year, month, day)


class Oracle:
    def __init__(self, data: Data, day: date) -> None:
        self.data, self.day = data, day
        self.links: dict[tuple[str, str], bool] = {}
        for key, facts in data.items():
            for text, scope in facts["replaces"]:
                self.say(text, key, scope, named=0)
            for text, scope in facts["replaced_by"]:
                self.say(key, text, scope, named=1)

    def dated(self, family: str, but: str) -> list[str]:
        return [k for k in self.data if family_of(k) == family and year_of(k) and k != but]

    def say(self, old: str, new: str, scope: str, named: int) -> None:
        ends = [old, new]
        owner, text = ends[1 - named], ends[named]
        if year_of(text) is None:
            editions = self.dated(text, owner)
            alone = text in self.data and not self.dated(text, "") and text != owner
            if len(editions) != 1 and not alone:
                return
            ends[named] = editions[0] if len(editions) == 1 else text
        if year_of(owner) is None:
            editions = self.dated(owner, ends[named])
            if len(editions) != 1 and self.dated(owner, ""):
                return
            ends[1 - named] = editions[0] if editions else owner
        pair = (ends[0], ends[1])
        self.links[pair] = self.links.get(pair, True) and scope == "whole"

    def above(self, key: str) -> set[str]:
        """Everything that replaces an edition, at however many removes."""
        found: set[str] = set()
        while more := {n for o, n in self.links if o in found | {key}} - found:
            found |= more
        return found

    def status(self, key: str) -> tuple[str, str]:
        """Return the status and whether it is partly replaced."""
        dated = self.dated(family_of(key), "")
        if year_of(key) is None and dated:
            return self.status(self.best(dated))
        if key in self.above(key):
            return "unknown", ""
        return self.by_rules(key)

    def best(self, keys: list[str]) -> str:
        """Return the newest in force, else the first to come, else the newest of all."""
        in_force = [k for k in keys if self.status(k)[0] == "in-force"]
        if in_force:
            return max(in_force)
        coming = [k for k in keys if self.status(k)[0] == "upcoming"]
        if coming:
            starts = {k: self.data[k]["effective"] for k in coming}
            return min(coming, key=lambda k: (first_day(starts[k] or "9999-12-31"), k))
        return max(keys)

    def took_effect(self, key: str) -> bool:
        status = self.status(key)[0]
        if status == "withdrawn":
            start, end = self.data[key]["effective"], self.data[key]["withdrawn"]
            if start and first_day(start) > self.day:
                return False
            return not (start and end and first_day(start) > last_day(end))
        return status in ("in-force", "replaced")

    def by_rules(self, key: str) -> tuple[str, str]:
        facts = self.data[key]
        said, withdrawn, effective = facts["status"], facts["withdrawn"], facts["effective"]
        heirs = {n: whole for (o, n), whole in self.links.items() if o == key}
        known = {n for n in heirs if n in self.data}
        if (said == "废止" and not withdrawn) or (withdrawn and last_day(withdrawn) <= self.day):
            return "withdrawn", ""  # 1
        if any(heirs[n] and self.took_effect(n) for n in known):
            return "replaced", ""  # 2
        outside = [n for n in heirs if heirs[n] and n not in self.data]
        named_before = any((year_of(n) or 9999) < self.day.year for n in outside)
        if any(self.took_effect(n) for n in known) and not named_before:
            return "in-force", "partly"
        wholes = [n for n in known if heirs[n]]
        contradicted = wholes and all(self.status(n)[0] == "upcoming" for n in wholes)
        if said == "被代替" and not contradicted:
            return "replaced", ""  # 3
        if named_before:
            return "replaced", ""  # 4
        if effective and first_day(effective) > self.day:
            return "upcoming", ""  # 5
        if not effective and facts["issued"] and first_day(facts["issued"]) > self.day:
            return "upcoming", ""
        if said == "即将实施" and not effective:
            return "upcoming", ""
        undated = not effective and not facts["issued"]
        if undated and said in ("现行", "修订中") and (year_of(key) or 0) > self.day.year:
            return "upcoming", ""  # a number's year is its year of issue
        if effective or said in ("现行", "修订中"):
            return "in-force", ""  # 6, 7
        if said == "未知":
            return "unknown", ""  # 8
        if said is None and (year_of(key) or 9999) <= self.day.year:
            return "in-force", ""  # 9
        return "unknown", ""  # 10
