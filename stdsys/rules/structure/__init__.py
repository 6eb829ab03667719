"""Family S: systems, nodes and entries."""
