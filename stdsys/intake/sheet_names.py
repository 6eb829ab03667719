"""What the name of a sheet and the lines above a table say: which system, which kind of rows."""

import re

from msgspec import Struct

_TABLE_WORDS = re.compile(
    r"(?:(?<!国家)(?<!行业)(?<!地方)(?<!团体)(?<!企业)标准)?"
    r"(?:明细表?|一览表|目录|清单|汇总表?|列表|总表|登记表|台账)(?:[(（].*[)）])?$"
    r"|(?<=体系|标准)表$"
)
_LABEL = re.compile(
    r"^(?:附\s*[件表录]|表)\s*[\d一二三四五六七八九十A-Za-z.\-]*\s*[:：、.]?\s*"
    r"|^[(（]?[一二三四五六七八九十\d]+[)）、.]\s*"
)
_SYSTEM = re.compile(r"^(.*?(?:标准)?体系)(?:表|框架|建设)?")
_CONTINUED = re.compile(r"[(（]\s*续\s*\d*\s*[)）]$")
_GENERIC = re.compile(
    r"(?:sheet|工作表|表格?|page|book|table)?\s*\d*|标准(?:体系)?|(?:现行|已有|现有|全部|所有|有效)?标准"
    r"|(?:国家|行业|地方|团体|企业)(?:标准)?|国标|行标|地标|团标|企标|汇总|总表|合计|总|数据|明细"
    r"|.*(?:拟制[定订]|待制[定订]|制修订|法律|法规|规章|政策|废止|作废|被代替|被替代|即将实施).*",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"拟制[定订]|待制[定订]|拟编|待编|缺失|制修订计划|制定计划|(?:计划|规划)项目")
_DOCUMENTS = re.compile(r"法律|法规|规章|政策|规范性文件")
_STATUSES = (
    ("withdrawn", re.compile(r"废止|作废")),
    ("replaced", re.compile(r"被[代替]替?")),
    ("upcoming", re.compile(r"即将实施")),
)
_NAMES_TABLE = re.compile(r"体系|明细|一览|目录|清单|汇总|台账|[^图]表$|计划$")
_LONGEST_NAME = 60


class SheetRole(Struct, frozen=True):
    """What holds for all rows under a name: they are plans, laws, or of one status."""

    planned: bool = False
    documents: bool = False
    status: str | None = None


def role_of(*names: str) -> SheetRole:
    """Return what the names of a sheet and of its table say of the rows."""
    text = " ".join(names)
    exists = re.search(r"现行|现有|已有|已发布", text) is not None
    status = next((word for word, form in _STATUSES if form.search(text)), None)
    return SheetRole(
        planned=bool(_PLANNED.search(text)) and not exists,
        documents=bool(_DOCUMENTS.search(text)) and "标准" not in text,
        status=None if exists else status,
    )


def names_a_table(text: str) -> bool:
    """Whether a line above a table is its title: …标准体系明细表, …目录."""
    return bool(_NAMES_TABLE.search("".join(text.split())))


def system_in(text: str) -> str | None:
    """Return the name of the system that a title or sheet is of; None where it says none."""
    plain = " ".join(text.split())
    plain = _LABEL.sub("", _CONTINUED.sub("", plain)).strip("《》 :：-—")
    found = _SYSTEM.match(plain)
    if found and not plain[found.end() - 1 :].startswith(("编号", "类目")):
        name = found[1]
    else:
        name = _TABLE_WORDS.sub("", plain)
    name = name.strip(" -—_:：")
    if not name or len(name) > _LONGEST_NAME or _GENERIC.fullmatch(name):
        return None
    return name


def name_of_system(sheet: str, title: str, *, several: bool) -> str | None:
    """Return the system that a sheet's rows belong to, where no column says so; None if none does.

    In a workbook of several sheets the sheet's name counts for more than the title, which is often
    that of the whole; sheets named for levels or statuses belong to the system of the whole.
    """
    by_sheet, by_title = system_in(sheet), system_in(title)
    return (by_sheet or by_title) if several else (by_title or by_sheet)
