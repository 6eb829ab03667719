"""The words in which standards write limits: 不大于, 至少, 5（含）以下, 不得检出."""

import unicodedata

AT_MOST_WORDS = (
    *("不大于", "不超过", "不高于", "不多于", "至多"),
    *("小于等于", "小于或等于", "低于或等于"),
)
"""Before a number they refuse what is above it."""

AT_LEAST_WORDS = (
    *("不小于", "不少于", "不低于", "至少"),
    *("大于等于", "大于或等于", "高于或等于"),
)
"""Before a number they refuse what is below it."""

LESS_WORDS = ("小于", "低于", "少于")
MORE_WORDS = ("大于", "高于", "多于")

INCLUDED, EXCLUDED = "含", "不含"
"""Tell in brackets whether 以下 and 以上 mean the number itself, too; by themselves they do not."""

_ABSENCE = frozenset(
    {
        *("不得检出", "不应检出", "不可检出", "未检出"),
        *("不得含有", "不应含有"),
        *("阴性", "notdetected", "negative"),
    }
)
_FULL_STOPS = "。.；;"


def is_absence(words: str) -> bool:
    """Whether words say, whole and by themselves, that nothing of a thing may be there."""
    folded = "".join(unicodedata.normalize("NFKC", words).casefold().split())
    return folded.rstrip(_FULL_STOPS) in _ABSENCE
