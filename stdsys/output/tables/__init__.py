"""The tables of the deliverables: what they say, independent of language and file format."""
