"""Words of closed vocabularies as tables spell them → the words of the workspace format."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from stdsys.model.vocabulary import (
    DegreeWord,
    DocumentKind,
    LevelWord,
    NatureWord,
    OriginWord,
    StatusWord,
    UrgencyWord,
    WorkflowWord,
)

_NOTHING = frozenset(
    {"无", "暂无", "没有", "空", "不适用", "n/a", "na", "none", "null", "nil", "#n/a", "#ref!"}
    | {"#value!", "#name?", "#div/0!", "#null!", "#num!"}
)
_SIGNS = re.compile(r"[\s\-_/\\—–―－─一、,.。…·*×~～〃]*")

STATUS_SYNONYMS: Mapping[str, str] = {
    "在用": "in-force",
    "执行": "in-force",
    "执行中": "in-force",
    "已实施": "in-force",
    "实施中": "in-force",
    "正在实施": "in-force",
    "已发布实施": "in-force",
    "现行标准": "in-force",
    "是": "in-force",
    "复审有效": "in-force",
    "继续有效": "in-force",
    "复审继续有效": "in-force",
    "确认有效": "in-force",
    "未实施": "upcoming",
    "待实施": "upcoming",
    "尚未实施": "upcoming",
    "将实施": "upcoming",
    "即将生效": "upcoming",
    "已发布未实施": "upcoming",
    "已发布即将实施": "upcoming",
    "失效": "withdrawn",
    "已失效": "withdrawn",
    "撤销": "withdrawn",
    "废除": "withdrawn",
    "停用": "withdrawn",
    "已停用": "withdrawn",
    "停止使用": "withdrawn",
    "已停止使用": "withdrawn",
    "停止执行": "withdrawn",
    "已停止执行": "withdrawn",
    "停止实施": "withdrawn",
    "不再执行": "withdrawn",
    "不再使用": "withdrawn",
    "不再实施": "withdrawn",
    "不执行": "withdrawn",
    "已撤销": "withdrawn",
    "撤消": "withdrawn",
    "注销": "withdrawn",
    "已注销": "withdrawn",
    "取消": "withdrawn",
    "已取消": "withdrawn",
    "终止": "withdrawn",
    "已终止": "withdrawn",
    "终止实施": "withdrawn",
    "无效": "withdrawn",
    "已无效": "withdrawn",
    "宣布失效": "withdrawn",
    "废弃": "withdrawn",
    "废止标准": "withdrawn",
    "已被替代": "replaced",
    "已代替": "replaced",
    "已替代": "replaced",
    "替代": "replaced",
    "代替": "replaced",
    "历史": "replaced",
    "已修订": "replaced",
    "部分被替代": "partly-replaced",
    "正在修订": "under-revision",
    "修订": "under-revision",
    "拟修订": "under-revision",
    "待修订": "under-revision",
    "在修订": "under-revision",
    "不详": "unknown",
    "待查": "unknown",
    "不明": "unknown",
    "?": "unknown",
    "??": "unknown",
    "待确认": "unknown",
    "待核实": "unknown",
}
WORKFLOW_SYNONYMS: Mapping[str, str] = {
    "拟制订": "proposed",
    "拟制修订": "proposed",
    "拟编": "proposed",
    "拟编制": "proposed",
    "拟立项": "proposed",
    "拟定": "proposed",
    "拟研制": "proposed",
    "待制订": "proposed",
    "待定": "proposed",
    "待编": "proposed",
    "待编制": "proposed",
    "待研制": "proposed",
    "待建": "proposed",
    "未制定": "proposed",
    "需制定": "proposed",
    "缺失": "proposed",
    "缺": "proposed",
    "空白": "proposed",
    "计划": "proposed",
    "计划制定": "proposed",
    "计划制订": "proposed",
    "计划中": "proposed",
    "规划": "proposed",
    "新制定": "proposed",
    "新制订": "proposed",
    "制定": "proposed",
    "制订": "proposed",
    "新建": "proposed",
    "已立项": "approved",
    "立项中": "approved",
    "制订中": "drafting",
    "正在制定": "drafting",
    "正在制订": "drafting",
    "在编": "drafting",
    "编制中": "drafting",
    "在研": "drafting",
    "研制中": "drafting",
    "正在研制": "drafting",
    "起草中": "drafting",
    "草案": "drafting",
    "正在起草": "drafting",
    "征求意见稿": "consultation",
    "征求意见中": "consultation",
    "送审": "review",
    "送审稿": "review",
    "报批稿": "approval",
    "报批中": "approval",
}
_LEVELS: Mapping[str, str] = {
    "国家级": "national",
    "gb": "national",
    "gb/t": "national",
    "强制性国家标准": "national",
    "推荐性国家标准": "national",
    "强制国标": "national",
    "推荐国标": "national",
    "省级地方标准": "local",
    "市级地方标准": "local",
    "省地标": "local",
    "市地标": "local",
    "省级": "local",
    "市级": "local",
    "db": "local",
    "t": "group",
    "q": "enterprise",
    "企业级": "enterprise",
    "行业级": "industry",
    "团体级": "group",
}
_URGENCIES: Mapping[str, str] = {
    "紧急": "urgent",
    "急": "urgent",
    "高": "urgent",
    "近期": "urgent",
    "中": "soon",
    "较急需": "soon",
    "中期": "soon",
    "低": "normal",
    "不急": "normal",
    "远期": "normal",
}
_KINDS: Mapping[str, str] = {
    "技术": "technical",
    "技术标准": "technical",
    "管理": "management",
    "管理标准": "management",
    "服务": "service",
    "服务标准": "service",
}
_BRACKETS = re.compile(r"[(【\[].*?[)】\]]$")


def plain_word(text: str) -> str:
    """Return a word without blanks and final stop, in one width and small letters."""
    return "".join(unicodedata.normalize("NFKC", text[:60]).split()).rstrip("。.;；").casefold()


@lru_cache(maxsize=4096)
def says_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing to say: blank, 无, —, /."""
    return plain_word(text) in _NOTHING or bool(_SIGNS.fullmatch(text[:60]))


class _Vocabulary:
    """One of the model's vocabularies with the further spellings of tables."""

    def __init__(self, words: Any, synonyms: Mapping[str, str]) -> None:  # noqa: ANN401
        self._adapter: TypeAdapter[StrEnum] = TypeAdapter(words)
        self._synonyms = synonyms
        self._known: dict[str, str | None] = {}

    def __call__(self, text: str) -> str | None:
        """Return the format's word for a cell; None if the cell is none of them."""
        word = plain_word(text)
        if word not in self._known:
            if len(self._known) > 10_000:
                self._known.clear()
            self._known[word] = self._find(word) or self._find(_BRACKETS.sub("", word))
        return self._known[word]

    def _find(self, word: str) -> str | None:
        if word in self._synonyms:
            return self._synonyms[word]
        for form in (word, word.upper()):
            try:
                return self._adapter.validate_python(form).value
            except ValidationError:
                continue
        return None


status_of = _Vocabulary(StatusWord, STATUS_SYNONYMS)
workflow_of = _Vocabulary(WorkflowWord, WORKFLOW_SYNONYMS)
level_of = _Vocabulary(LevelWord, _LEVELS)
nature_of = _Vocabulary(NatureWord, {"强制性标准": "mandatory", "推荐性标准": "recommended"})
urgency_of = _Vocabulary(UrgencyWord, _URGENCIES)
degree_of = _Vocabulary(DegreeWord, {})
origin_of = _Vocabulary(OriginWord, {"自有": "own", "本单位": "own", "外来": "adopted"})


def kind_of_standard(text: str) -> str | None:
    """Return technical, management or service; None for another word."""
    return _KINDS.get(plain_word(text))


_DOCUMENT_KINDS: Mapping[str, str] = {
    "法律": "law",
    "行政法规": "regulation",
    "地方性法规": "regulation",
    "法规": "regulation",
    "法律法规": "regulation",
    "部门规章": "rule",
    "规章": "rule",
    "政策": "policy",
    "政策文件": "policy",
    "政策性文件": "policy",
    "规范性文件": "document",
    "规划": "plan",
    "方案": "plan",
    "文件": "document",
}


def document_kind(text: str) -> str | None:
    """Return the kind of document that a cell of 类别 names: 法律, 法规, 规章 and others."""
    found = _DOCUMENT_KINDS.get(plain_word(text))
    return DocumentKind(found).value if found else None
