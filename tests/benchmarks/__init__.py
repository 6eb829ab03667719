"""How long whole processes take, beside merely loading the same YAML."""
