"""What a check found: a code, a severity, a sentence and the places it speaks of. Knows no rule."""

from stdsys.findings.finding import Finding, Related, Severity
from stdsys.findings.place import Place, Position, Route

__all__ = ["Finding", "Place", "Position", "Related", "Route", "Severity"]
