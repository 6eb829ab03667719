"""The dependency graph and the structure diagram, as data to draw."""
