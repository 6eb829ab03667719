"""Rows, groups and counts: each standard once, as the statistics table wants it."""
