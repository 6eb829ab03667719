"""What a change of one standard touches."""
