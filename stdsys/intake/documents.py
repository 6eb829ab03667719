"""Laws, rules and policies among the rows of a table: told by their titles and 文号."""

import re
import unicodedata

_BOOK_MARKS = re.compile(r"^《([^《》]+)》([(（][^()（）]*[)）])?$")
_LAW = re.compile(r"(?<![办方定析验量色谱算测做用作手])法(?:\(.*\))?$")
_REGULATION = re.compile(r"条例(?:实施细则|实施办法)?(?:\(.*\))?$")
_RULE = re.compile(r"(?:办法|规定|实施细则|令)(?:\((?:试行|暂行|.*(?:修订|修正).*)\))?$")
_POLICY = re.compile(r"(?:的?(?:通知|意见|决定|公告|通告|批复|决议|函)|若干措施)(?:\(.*\))?$")
_PLAN = re.compile(r"(?:规划(?:纲要)?|行动计划|实施方案|工作方案|纲要)(?:\(.*\))?$")
_REFERENCE = re.compile(
    r"[〔\[(【〈]?(?:19|20)\d\d[〕\])】〉]?\s*(?:年)?\s*第?\s*\d+\s*号|第\s*\d+\s*号"
)


def document_title(title: str) -> str:
    """Return a title without the book marks around it."""
    found = _BOOK_MARKS.match(title.strip())
    return found[1].strip() + (found[2] or "") if found else title.strip()


def kind_by_title(title: str) -> str | None:
    """Return the kind of document that a title names; None for what may well be a standard."""
    plain = unicodedata.normalize("NFKC", document_title(title)).strip()
    if plain.startswith("中华人民共和国") and plain.endswith(("法", ")")):
        return "law"
    for kind, form in _FORMS:
        if form.search(plain):
            return kind
    return "document" if _BOOK_MARKS.match(title.strip()) else None


_FORMS = (
    ("law", _LAW),
    ("regulation", _REGULATION),
    ("rule", _RULE),
    ("policy", _POLICY),
    ("plan", _PLAN),
)


def is_reference(text: str) -> bool:
    """Whether a text is an official document number 文号: 商建函〔2021〕132号, 国务院令第721号."""
    plain = unicodedata.normalize("NFKC", text)
    return len(plain) <= 60 and bool(_REFERENCE.search(plain))
