"""Users' own workbook templates, filled."""
