"""Family C: coverage."""
