"""Several workspaces as one: a city over its counties, identical numbers counted once."""
