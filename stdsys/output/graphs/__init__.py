"""The dependency graph and the structure diagram in the formats of drawing programs."""
