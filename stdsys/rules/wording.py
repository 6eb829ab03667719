"""The words for statuses, levels and natures, as sentences and tables use them."""

from stdsys.messages import Text, _
from stdsys.model.status import Status
from stdsys.model.vocabulary import StatedStatus
from stdsys.numbers import Level, Nature

STATUS_WORDS: dict[Status, Text] = {
    Status.IN_FORCE: _("in force"),
    Status.UPCOMING: _("upcoming"),
    Status.REPLACED: _("replaced"),
    Status.WITHDRAWN: _("withdrawn"),
    Status.UNKNOWN: _("unknown"),
    Status.PLANNED: _("planned"),
    Status.DRAFTING: _("being drafted"),
}
"""现行、即将实施、被代替、废止、未知、拟制定、制定中: the status on a day."""

STATED_WORDS: dict[StatedStatus, Text] = {
    StatedStatus.IN_FORCE: _("in force"),
    StatedStatus.UPCOMING: _("upcoming"),
    StatedStatus.REPLACED: _("replaced"),
    StatedStatus.PARTLY_REPLACED: _("partly replaced"),
    StatedStatus.WITHDRAWN: _("withdrawn"),
    StatedStatus.UNDER_REVISION: _("under revision"),
    StatedStatus.UNKNOWN: _("unknown"),
}
"""What a record says of its status by itself."""

LEVEL_WORDS: dict[Level, Text] = {
    Level.NATIONAL: _("national standard"),
    Level.INDUSTRY: _("industry standard"),
    Level.LOCAL: _("local standard"),
    Level.GROUP: _("group standard"),
    Level.ENTERPRISE: _("enterprise standard"),
    Level.OTHER: _("other"),
}
"""The five levels of 标准化法 art. 2, and 其他."""

NATURE_WORDS: dict[Nature, Text] = {
    Nature.MANDATORY: _("mandatory"),
    Nature.RECOMMENDED: _("recommended"),
    Nature.GUIDANCE: _("guidance document"),
    Nature.VOLUNTARY: _("voluntary"),
    Nature.NOT_APPLICABLE: _("not applicable"),
}
"""强制性、推荐性、指导性技术文件、自愿性: how binding a standard is."""
