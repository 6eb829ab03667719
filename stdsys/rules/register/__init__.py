"""Family G: the workspace against a register of known standards."""
