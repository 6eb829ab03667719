"""What several rules rest on: clauses of GB/T 13016 and GB/T 1.1, the format, plain practice."""

from stdsys.messages import _

PRACTICE = _("practice")

WORKSPACE_FORMAT = _("YAML 1.1 and the stdsys workspace format, version 1")

COMPLETENESS = _("GB/T 13016-2018, principle of completeness (全面成套)")
APPROPRIATE_LAYERS = _("GB/T 13016-2018, principle of appropriate layers (层次适当)")
CLEAR_DIVISION = _("GB/T 13016-2018, principle of clear division (划分清楚)")
ONCE_IN_SYSTEM = _("GB/T 13016: a standard appears once in its system")

NORMATIVE_REFERENCES = _("GB/T 1.1-2020, 8.6 (normative references)")
