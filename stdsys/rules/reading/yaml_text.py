"""Family Y, the text of a file (Y001–Y004). The reader emits these; here stands their manual."""

from stdsys.findings import Severity
from stdsys.messages import _
from stdsys.rules.reading.sources import WORKSPACE_FORMAT
from stdsys.rules.rule import ReadingRule, Sample
from stdsys.rules.samples import SOUND_RECORD


class NotUtf8(ReadingRule):
    """Y001."""

    code = "Y001"
    name = "not-utf-8"
    severity = Severity.ERROR
    summary = _("a file cannot be read as UTF-8 text")
    why = _(
        "Workspaces are read on every system and compared line by line in git: one encoding for "
        "all. Chinese files saved by older editors are often GB18030; convert them once."
    )
    source = WORKSPACE_FORMAT
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
""",
        at=(3, 13),
        encoding="gb18030",
    )
    good = SOUND_RECORD


class YamlSyntax(ReadingRule):
    """Y002."""

    code = "Y002"
    name = "yaml-syntax"
    severity = Severity.ERROR
    summary = _("a file is not well-formed YAML")
    why = _("Nothing of the file can be used. All other files are still checked.")
    source = WORKSPACE_FORMAT
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
   title: 示例种植规范
""",
        at=(3, 4),
    )
    good = SOUND_RECORD


class DuplicateKey(ReadingRule):
    """Y003."""

    code = "Y003"
    name = "duplicate-key"
    severity = Severity.ERROR
    summary = _("a field stands twice in one mapping")
    why = _(
        "Most YAML readers silently keep one of the two, and which one is chance. Say it once. "
        "stdsys keeps the first and goes on."
    )
    source = WORKSPACE_FORMAT
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    title: 示例栽培规范
""",
        at=(4, 5),
    )
    good = SOUND_RECORD


class HostileDocument(ReadingRule):
    """Y004."""

    code = "Y004"
    name = "hostile-document"
    severity = Severity.ERROR
    summary = _("a file uses tags, or expands or nests beyond all measure")
    why = _(
        "Tags can ask a YAML reader to build arbitrary objects, and a few lines of nested aliases "
        "can expand to gigabytes. No workspace needs either; files that do are refused unread."
    )
    source = WORKSPACE_FORMAT
    bad = Sample(
        """\
standards:
  - number: !!python/name:os.system GB/T 99001-2020
    title: 示例种植规范
""",
        at=(2, 13),
    )
    good = SOUND_RECORD
