"""What is written of an indicator 指标."""

from typing import Annotated

from pydantic import Field

from stdsys.model.limit import Limit
from stdsys.model.provenance import Source, VerifiedField, says_unverified
from stdsys.model.record import Part
from stdsys.model.scalars import Flag, Id, Number, Words


class Indicator(Part):
    """指标: a limit that a standard sets on a quantity, for a product and grade, by a method."""

    id: Annotated[Id, Field(description="指标标识。Identifier of the quantity.")]
    name: Annotated[Words | None, Field(description="指标名称，如 水分。Name.")] = None
    limit: Annotated[
        Limit,
        Field(
            description="限值及比较符号，如 <= 12.0、5.0..8.0；也可以是文字要求或一组取值。"
            "Limit with its operator; or words, or a list of allowed words."
        ),
    ]
    unit: Annotated[
        Words | None, Field(description="单位，如 %、mg/kg、g/100 g、meq/kg、CFU/g。Unit.")
    ] = None
    method: Annotated[Number | None, Field(description="试验方法。Test method.")] = None
    product: Annotated[
        Words | None,
        Field(description="产品；不写则适用于各产品。Product; none means every product."),
    ] = None
    grade: Annotated[
        Words | None, Field(description="等级；不写则适用于各等级。Grade; none means every grade.")
    ] = None
    screening: Annotated[
        Flag,
        Field(
            description="是否风险筛选值（不是对产品的强制要求）。"
            "Whether it is a risk screening value, no requirement on a product."
        ),
    ] = False
    note: Annotated[Words | None, Field(description="备注。Note.")] = None
    source: Source = None
    verified: VerifiedField = None

    @property
    def called(self) -> str:
        """Its name, else its id."""
        return self.name or self.id

    @property
    def unverified(self) -> bool:
        """Whether it says of itself that nobody has verified it."""
        return says_unverified(self)
