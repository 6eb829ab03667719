"""What a rule is."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Place, Related, Severity
from stdsys.messages import Text


class Per(StrEnum):
    """How findings of a rule are gathered: each for itself, one a subject, one a workspace."""

    OCCURRENCE = "occurrence"
    SUBJECT = "subject"
    WORKSPACE = "workspace"


class Sample(Struct, frozen=True):
    """A piece of YAML that shows the rule, and where in it the finding stands (line, column).

    The text is a file of a small workspace (see `rules/samples.py`), or that workspace's
    `stdsys.yaml` when it has a `workspace:` section of its own. Its standards are invented.
    """

    text: str
    at: tuple[int, int] | None = None
    encoding: str = "utf-8"
    register: str = ""
    """What a register says beside it, for the rules that look numbers up: one object a line."""
    member: str = ""
    """`stdsys.yaml` of another workspace, in the folder `county` of the sample's."""


class Rule(ABC):
    """One rule: its texts are its manual page, its samples are its tests."""

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    per: ClassVar[Per] = Per.OCCURRENCE
    summary: ClassVar[Text]
    why: ClassVar[Text]
    source: ClassVar[Text]
    bad: ClassVar[Sample]
    good: ClassVar[Sample]

    def applies(self, analysis: Analysis) -> bool:
        """Whether what the rule judges by has been given; what a rule cannot judge is not asked."""
        return True

    @abstractmethod
    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield what is wrong."""

    def found(
        self,
        message: Text,
        place: Place,
        subject: str,
        *,
        about: tuple[str, ...] = (),
        severity: Severity | None = None,
        hint: Text | None = None,
        related: tuple[Related, ...] = (),
        unverified: bool = False,
        group: str | None = None,
    ) -> Finding:
        """Return a finding of this rule.

        `about` names further objects whose waivers may match, and what mutes go by; `group` gathers
        findings of equal group into one where the subject is not what they have in common.
        """
        return Finding(
            code=self.code,
            severity=severity or self.severity,
            message=message,
            place=place,
            subject=subject,
            about=(subject, *about),
            related=related,
            hint=hint,
            unverified=unverified,
            group=group,
        )


class ReadingRule(Rule):
    """A rule whose findings the reader and the model emit: it has a manual page, no check."""

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield nothing: the findings are there before any rule runs."""
        yield from ()
