"""Rules H001, H004, H005, H006 and H008: who may issue what, and how binding it may be."""

from stdsys.rules.law_county import CountyLocalStandard
from stdsys.rules.law_declaration import NotDeclared
from stdsys.rules.law_issuer import IssuerMayNot
from stdsys.rules.law_mandatory import MandatoryBelowNational
from stdsys.rules.law_overlap import OverlapsHigher

LAW_RULES = (
    CountyLocalStandard(),
    MandatoryBelowNational(),
    NotDeclared(),
    OverlapsHigher(),
    IssuerMayNot(),
)
"""The rules of the family that need no limits, in the order of their codes."""
