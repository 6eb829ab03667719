"""Family R: what documents cite."""
