"""What is written of an indicator 指标."""

from typing import Annotated

from pydantic import Field

from stdsys.model.provenance import Source, VerifiedField
from stdsys.model.record import Part
from stdsys.model.scalars import Id, Number, Words


class Indicator(Part):
    """指标: a limit that a standard sets."""

    id: Annotated[Id, Field(description="指标标识。Identifier of the quantity.")]
    name: Annotated[Words | None, Field(description="指标名称，如 水分。Name.")] = None
    limit: Annotated[Words, Field(description="限值，如 <= 12.0。Limit with its operator.")]
    unit: Annotated[Words | None, Field(description="单位。Unit.")] = None
    method: Annotated[Number | None, Field(description="试验方法。Test method.")] = None
    product: Annotated[Words | None, Field(description="产品。Product.")] = None
    grade: Annotated[Words | None, Field(description="等级。Grade.")] = None
    note: Annotated[Words | None, Field(description="备注。Note.")] = None
    source: Source = None
    verified: VerifiedField = None
