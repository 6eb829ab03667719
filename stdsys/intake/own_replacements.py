"""Who replaces whom in an exported workbook, stated once, on the side where a column says it."""

from collections.abc import Iterable, Mapping

from stdsys.intake.drafts import Value
from stdsys.intake.hidden_sheet import PLAN, LinkMemo
from stdsys.intake.own_gathered import Gathered
from stdsys.model.catalogue import read_number


def state_replacements(found: Mapping[str, Gathered], links: Iterable[LinkMemo]) -> None:
    """State who replaces whom: in the columns that say so, else on the side of what is replaced."""
    scopes = {(link.old, link.new): link for link in links}
    stated: set[tuple[str, str]] = set()
    for key, item in found.items():
        if item.replaces:
            pairs = [(text, _link(text, key, scopes)) for text in item.replaces]
            stated |= {(link.old, link.new) for _text, link in pairs if link}
            item.facts["replaces"] = tuple(_said(text, link) for text, link in pairs)
    for (old, new), link in scopes.items():
        replaced, known = found.get(old), found.get(new)
        if replaced is None or (old, new) in stated or (known and known.meant.kind == PLAN):
            continue
        if replaced.replaced_by is None or new in replaced.replaced_by:
            _add(replaced, _said(new, link))
    for key, item in found.items():
        for text in item.replaced_by or ():
            if (key, text) not in scopes:
                _add(item, text)


def _link(text: str, new: str, scopes: Mapping[tuple[str, str], LinkMemo]) -> LinkMemo | None:
    """Return the link that a printed number stands for."""
    number = read_number(text)
    key = number.edition_key if number else text
    exact = scopes.get((text, new)) or scopes.get((key, new))
    if exact is not None or number is None or number.dated:
        return exact
    family = (link for (old, to), link in scopes.items() if to == new and _family(old) == key)
    return next(family, None)


def _family(key: str) -> str:
    number = read_number(key)
    return number.family if number else key


def _said(text: str, link: LinkMemo | None) -> Value:
    return text if link is None or link.whole else {"number": text, "scope": link.part}


def _add(item: Gathered, successor: Value) -> None:
    before = item.facts.get("replaced_by", ())
    assert isinstance(before, tuple)
    item.facts["replaced_by"] = (*before, successor)
