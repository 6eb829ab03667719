"""`stdsys schema`."""

from stdsys.cli.options import LangOption, OutputOption


def schema(output: OutputOption = None, lang: LangOption = None) -> None:
    """Print the JSON Schema of workspace files, for editors with YAML support.

    `lang` is taken as by every command, and changes nothing: descriptions are in both languages.
    """
    from stdsys.cli.printing import emit
    from stdsys.output.json.schema import workspace_schema

    emit(workspace_schema(), output)
