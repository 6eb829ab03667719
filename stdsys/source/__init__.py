"""YAML text to the model: which files, what they say, and where they say it."""
