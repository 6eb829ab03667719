"""What is written of the review of a standard 标准评价 by criteria."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import Field

from stdsys.model.partial_date import PartialDate
from stdsys.model.provenance import Source, VerifiedField, says_unverified
from stdsys.model.record import Record
from stdsys.model.scalars import Amount, Number, OneOrMany, Words, words_for


class Criterion(StrEnum):
    """What a standard is judged by; the first six make a comparison of standards."""

    ADVANCED = "advanced"
    SCIENTIFIC = "scientific"
    REASONABLE = "reasonable"
    COMPLETE = "complete"
    LAWFUL = "lawful"
    WELL_FORMED = "well-formed"
    APPLICABLE = "applicable"


CriterionWord: TypeAlias = Annotated[
    Criterion,
    *words_for(
        Criterion,
        {
            "先进性": Criterion.ADVANCED,
            "技术先进性": Criterion.ADVANCED,
            "科学性": Criterion.SCIENTIFIC,
            "合理性": Criterion.REASONABLE,
            "完整性": Criterion.COMPLETE,
            "合法性": Criterion.LAWFUL,
            "格式规范性": Criterion.WELL_FORMED,
            "适用性": Criterion.APPLICABLE,
        },
    ),
]


class ReviewKind(StrEnum):
    """Comparison of standards by six criteria, or revision by four principles."""

    COMPARISON = "comparison"
    REVISION = "revision"

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria of this kind of review, in the usual order."""
        if self is ReviewKind.REVISION:
            return _REVISION
        return _COMPARISON


_COMPARISON = (
    Criterion.ADVANCED,
    Criterion.SCIENTIFIC,
    Criterion.REASONABLE,
    Criterion.COMPLETE,
    Criterion.LAWFUL,
    Criterion.WELL_FORMED,
)
_REVISION = (
    Criterion.ADVANCED,
    Criterion.SCIENTIFIC,
    Criterion.APPLICABLE,
    Criterion.LAWFUL,
)

ReviewKindWord: TypeAlias = Annotated[
    ReviewKind,
    *words_for(
        ReviewKind,
        {
            "比对": ReviewKind.COMPARISON,
            "比较分析": ReviewKind.COMPARISON,
            "六性": ReviewKind.COMPARISON,
            "修订": ReviewKind.REVISION,
        },
    ),
]


class Conclusion(StrEnum):
    """What a review concludes (复审结论): 继续有效, 修订 or 废止."""

    CONFIRM = "confirm"
    REVISE = "revise"
    WITHDRAW = "withdraw"


ConclusionWord: TypeAlias = Annotated[
    Conclusion,
    *words_for(
        Conclusion,
        {
            "继续有效": Conclusion.CONFIRM,
            "修订": Conclusion.REVISE,
            "废止": Conclusion.WITHDRAW,
        },
    ),
]


class ReviewRecord(Record):
    """An item of `reviews:`: one review of one standard. Reviewers are posts, never persons."""

    standard: Annotated[
        Number,
        Field(description="标准编号或拟制定标准标识。Number, or id of a planned standard."),
    ]
    kind: Annotated[
        ReviewKindWord,
        Field(description="六性比对或修订评价。By six criteria, or for a revision."),
    ] = ReviewKind.COMPARISON
    date: Annotated[PartialDate | None, Field(description="评价日期。Date.")] = None
    reviewers: Annotated[
        OneOrMany,
        Field(description="评价人的职务或单位，不写姓名。Posts or organisations, no names."),
    ] = ()
    scores: Annotated[
        dict[CriterionWord, Amount], Field(description="各项得分。Scores by criterion.")
    ] = Field(default_factory=dict)
    out_of: Annotated[Amount, Field(description="满分。Full score of a criterion.")] = Decimal(100)
    conclusion: Annotated[
        ConclusionWord | None,
        Field(description="结论：继续有效、修订、废止。Conclusion."),
    ] = None
    notes: Annotated[Words | None, Field(description="意见。Remarks.")] = None
    source: Source = None
    verified: VerifiedField = None

    @property
    def unverified(self) -> bool:
        """Whether nobody has verified it."""
        return says_unverified(self)
