"""Family S: the tree of a system and where its entries stand."""

from stdsys.rules.structure.codes import CodeNotExtended, CodeTwice, TooDeep
from stdsys.rules.structure.entries import EntryNowhere, FamilyInSiblings

STRUCTURE_RULES = (CodeTwice(), CodeNotExtended(), EntryNowhere(), FamilyInSiblings(), TooDeep())
"""The rules of the family, in the order of their codes."""
