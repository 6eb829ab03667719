"""What documents cite and mention, and what that resolves to on a day."""
