"""The small language of users' templates: values, conditions and loops over what we hand in.

No calls, no assignments, no arithmetic, no attributes of Python objects: a template can print what
the context holds and nothing else. Loops and the text they make are bounded.
"""

from collections.abc import Iterable, Iterator, Mapping

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.environment import Template
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import SandboxedEnvironment

MOST_TURNS = 1_000_000
"""So many turns all loops of a template may take together."""

MOST_TEXT = 50_000_000
"""So many characters a part of a document may become."""

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Filter,
    nodes.Test,
    nodes.Tuple,
)
_FILTERS = ("count", "default", "first", "items", "join", "last", "length", "lower", "upper")
_TESTS = ("defined", "undefined", "none", "odd", "even", "eq", "ne", "gt", "ge", "lt", "le", "in")
_OF_LOOPS = ("index", "index0", "first", "last", "length")
_COUNTED = "counted"


class TemplateTooLargeError(Exception):
    """A template whose loops take too many turns or make too much text."""


class _BoundedTemplate(Template):
    """A template that stops when it makes too much text."""

    def render(self, *args: object, **kwargs: object) -> str:
        pieces, size = [], 0
        for piece in self.generate(*args, **kwargs):
            size += len(piece)
            if size > MOST_TEXT:
                raise TemplateTooLargeError
            pieces.append(piece)
        return "".join(pieces)


class TemplateSandbox(SandboxedEnvironment):
    """The environment that users' templates run in; unknown names are errors, not blanks."""

    template_class = _BoundedTemplate

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals = {}
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters[_COUNTED] = self._counted
        self.tests = {name: self.tests[name] for name in _TESTS}
        self._turns = 0

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a value of a mapping, or what a loop knows of itself; nothing else has any."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Return an item of a mapping or a list."""
        if isinstance(obj, LoopContext) and argument in _OF_LOOPS:
            return getattr(obj, argument)
        if isinstance(obj, Undefined):
            return obj
        if isinstance(obj, Mapping):
            if argument in obj:
                return obj[argument]
        elif isinstance(obj, list) and isinstance(argument, int) and argument < len(obj):
            return obj[argument]
        return self.undefined(name=str(argument))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse a template, refuse what is beyond the small language, and count its loops."""
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(nodes.Node):
            if not isinstance(node, _ALLOWED):
                raise TemplateSyntaxError(f"no {type(node).__name__}", node.lineno)
            if isinstance(node, nodes.For) and node.recursive:
                raise TemplateSyntaxError("no recursive", node.lineno)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
        return tree

    def _counted(self, values: Iterable[object]) -> Iterator[object]:
        for value in values:
            self._turns += 1
            if self._turns > MOST_TURNS:
                raise TemplateTooLargeError
            yield value
