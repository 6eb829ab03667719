"""Answers as text, for terminals and logs."""
