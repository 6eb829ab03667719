"""Family S: the tree of a system and where its entries stand."""

from stdsys.rules.structure_codes import CodeNotExtended, CodeTwice, TooDeep
from stdsys.rules.structure_entries import EntryNowhere, FamilyInSiblings

STRUCTURE_RULES = (CodeTwice(), CodeNotExtended(), EntryNowhere(), FamilyInSiblings(), TooDeep())
"""The rules of the family, in the order of their codes."""
