"""The kind of deliverable `facts`, and the formats that it comes in."""

FACTS = "facts"
FACT_FORMATS = ("parquet", "csv", "jsonl")
