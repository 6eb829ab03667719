"""Planned standards: what each needs first, the order, and the time."""
