"""The cells of the coverage matrix: which are covered, and what would close a gap."""
