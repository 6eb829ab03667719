"""Standards systems (标准体系) as YAML in git: checked, counted, drawn and exported."""

__version__ = "0.1.0"
