"""How good the system itself is: its structure, its own standards, its reviews."""
