"""Family T: published targets."""
