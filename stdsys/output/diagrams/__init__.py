"""Diagrams: boxes and lines with places and sizes, and the files that show them."""
