"""Family W, and how findings are waived, muted and set."""
