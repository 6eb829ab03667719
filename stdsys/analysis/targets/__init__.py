"""Published targets, and whether they are reached."""
