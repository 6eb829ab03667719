"""Rules H001, H004, H005, H006 and H008: who may issue what, and how binding it may be."""

from stdsys.rules.law.county import CountyLocalStandard
from stdsys.rules.law.declaration import NotDeclared
from stdsys.rules.law.issuer import IssuerMayNot
from stdsys.rules.law.mandatory import MandatoryBelowNational
from stdsys.rules.law.overlap import OverlapsHigher

LAW_RULES = (
    CountyLocalStandard(),
    MandatoryBelowNational(),
    NotDeclared(),
    OverlapsHigher(),
    IssuerMayNot(),
)
"""The rules of the family that need no limits, in the order of their codes."""
