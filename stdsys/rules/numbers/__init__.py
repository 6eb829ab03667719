"""Family N: standard numbers."""
