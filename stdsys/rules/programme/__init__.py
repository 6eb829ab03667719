"""Family P: the programme of drafting."""
