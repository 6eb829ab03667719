"""The words for what a change touches, and for how."""

from collections.abc import Callable, Mapping

from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.impact.touched import Kind, Touch
from stdsys.messages import Text, _

KIND: Mapping[Kind, Text] = {
    Kind.STANDARD: _("standards"),
    Kind.PLANNED: _("planned standards"),
    Kind.DOCUMENT: _("documents"),
    Kind.SYSTEM: _("systems"),
    Kind.NODE: _("subsystems"),
    Kind.ENTRY: _("entries of systems"),
    Kind.CELL: _("coverage cells"),
    Kind.INDICATOR: _("indicators"),
    Kind.TASK: _("tasks"),
    Kind.REVIEW: _("reviews"),
}
"""What the things of a kind are."""

TOUCH: Mapping[Touch, Callable[[str], Text]] = {
    Touch.CITES: lambda other: _("cites {other}", other=other),
    Touch.TESTS_BY: lambda other: _("tests by {other}", other=other),
    Touch.CITES_REPLACED: lambda other: _("cites what {other} replaced", other=other),
    Touch.TESTS_BY_REPLACED: lambda other: _("tests by what {other} replaced", other=other),
    Touch.LIMITS_SAME: lambda other: _("limits the same quantity as {other}", other=other),
    Touch.NEEDS: lambda other: _("needs {other}", other=other),
    Touch.UPGRADES: lambda other: _("upgrades {other}", other=other),
    Touch.REPLACES: lambda other: _("replaces {other}", other=other),
    Touch.ADOPTS: lambda other: _("adopts {other}", other=other),
    Touch.ADOPTED_BY: lambda other: _("adopted by {other}", other=other),
    Touch.HOLDS: lambda other: _("holds {other}", other=other),
    Touch.SEE_ALSO: lambda other: _("refers to {other}", other=other),
    Touch.USES: lambda other: _("uses {other}", other=other),
    Touch.COUNTS: lambda other: _("counts {other}", other=other),
    Touch.SET_BY: lambda other: _("set by {other}", other=other),
    Touch.MEASURED_BY: lambda other: _("measured by {other}", other=other),
    Touch.MEASURED_BY_REPLACED: lambda other: _("measured by what {other} replaced", other=other),
    Touch.IS_ABOUT: lambda other: _("is about {other}", other=other),
    Touch.REVIEWS: lambda other: _("review of {other}", other=other),
}
"""What a touched thing has to do with the one before it on its path."""

SAYS_IN_WHICH_WORDS = (
    *(Touch.CITES_REPLACED, Touch.TESTS_BY_REPLACED, Touch.MEASURED_BY_REPLACED),
    Touch.LIMITS_SAME,
)
"""Of these the number that is written, or the quantities, are told."""

CLASS: Mapping[RowClass, Text] = {
    RowClass.E: _("in force"),
    RowClass.U: _("upcoming"),
    RowClass.P: _("planned"),
    RowClass.X: _("unknown"),
    RowClass.O: _("obsolete"),
}
"""What a row counts as."""
