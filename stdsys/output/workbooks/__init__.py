"""How workbooks are written."""
