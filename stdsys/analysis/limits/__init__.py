"""The limits that standards set, in units that compare, and how they stand to each other."""
