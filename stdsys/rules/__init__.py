"""The rules: one small class each, one file a family; and the run that applies them."""
