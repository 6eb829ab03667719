"""How Word documents are written."""
