"""Family Y: what can be said while reading."""
