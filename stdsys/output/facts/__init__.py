"""The facts of a workspace as five tidy tables, for questions over thousands of workspaces."""
