"""The words of the closed vocabularies as an import writes them: values are Chinese."""

STATUS = {
    "in-force": "现行",
    "upcoming": "即将实施",
    "replaced": "被代替",
    "partly-replaced": "部分被代替",
    "withdrawn": "废止",
    "under-revision": "修订中",
    "unknown": "未知",
}
LEVELS = {
    "national": "国家标准",
    "industry": "行业标准",
    "local": "地方标准",
    "group": "团体标准",
    "enterprise": "企业标准",
    "other": "其他",
}
URGENCY = {"urgent": "急需", "soon": "较急", "normal": "一般"}
WORKFLOW = {
    "proposed": "拟制定",
    "approved": "立项",
    "drafting": "起草",
    "consultation": "征求意见",
    "review": "审查",
    "approval": "报批",
}
NATURES = {
    "mandatory": "强制性",
    "recommended": "推荐性",
    "guidance": "指导性技术文件",
    "voluntary": "自愿性",
}
DOCUMENT_KINDS = {
    "law": "法律",
    "regulation": "法规",
    "rule": "规章",
    "policy": "政策",
    "plan": "规划",
    "document": "文件",
}
