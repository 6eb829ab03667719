"""`stdsys schema`."""

from stdsys.cli.options import OutputOption


def schema(output: OutputOption = None) -> None:
    """Print the JSON Schema of workspace files, for editors with YAML support."""
    from stdsys.cli.printing import emit
    from stdsys.output.json_schema import workspace_schema

    emit(workspace_schema(), output)
