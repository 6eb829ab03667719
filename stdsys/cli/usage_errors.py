"""Wrong use that Typer finds (unknown option, missing argument …), as one sentence of ours.

Typer brings its own copy of click and words its errors in English only. What kind of error it is
can be told from the name of its class, in all versions.
"""

from collections.abc import Sequence

from stdsys.messages import Text, _, nearest


def usage_sentence(error: Exception, commands: Sequence[str]) -> Text | None:
    """Return what is wrong with the call; None for an exception that is no usage error."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if "UsageError" not in kinds:
        return None
    message = str(getattr(error, "message", "") or error)
    if "NoSuchOption" in kinds:
        name = getattr(error, "option_name", "")
        known = next(iter(getattr(error, "possibilities", None) or ()), None)
        return _("there is no option {name}{hint}", name=name, hint=_meant(known))
    if "MissingParameter" in kinds:
        return _("{name} is missing{hint}", name=_parameter(error), hint=_meant(None))
    if "BadParameter" in kinds:
        return _bad_value(_parameter(error), message.removeprefix("Value error, "))
    if "BadOptionUsage" in kinds:
        return _("the option {name} needs a value", name=getattr(error, "option_name", ""))
    if message.startswith("No such command"):
        name = message.split("'")[1] if "'" in message else message
        close = nearest(name, commands)
        return _("there is no command {name}{hint}", name=name, hint=_meant(close))
    if "unexpected extra argument" in message:
        words = message[message.rfind("(") + 1 : message.rfind(")")]
        return _("too many words: {words}; a path with blanks needs quotes", words=words)
    return _("wrong use: {reason}", reason=message)


def _bad_value(name: str, message: str) -> Text:
    value, one_of, choices = message.rstrip(".").partition(" is not one of ")
    if not one_of:
        return _("{name}: {reason}", name=name, reason=message)
    known = tuple(choice.strip(" '") for choice in choices.split(","))
    return _("{name}: there is no {value}; known are {names}", name=name, value=value, names=known)


def _parameter(error: Exception) -> str:
    """Return what the user calls the parameter of an error: `--format` or `WORKSPACE`."""
    parameter = getattr(error, "param", None)
    options = [o for o in getattr(parameter, "opts", ()) if o.startswith("-")]
    metavar = getattr(parameter, "metavar", None)
    return str(options[0] if options else metavar or getattr(parameter, "name", ""))


def _meant(name: str | None) -> Text:
    if name is None:
        return _("; see: stdsys --help")
    return _("; did you mean {name}?", name=name)
