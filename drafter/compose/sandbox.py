"""A Jinja environment whose templates end: bounded in length, in steps and in what they write.

Clause libraries and shapes are shared between strangers. Jinja's own sandbox keeps a template away from
Python, but not from work without end: ``'a' * 10**10``, loops in loops, a macro that calls itself twice. Here
each loop, call and filter, and each text that is written, is charged to a budget. There is no clock in it, so
the same template ends in the same way on every machine.
"""

from collections.abc import Callable, Iterable
from functools import partial, wraps
from types import BuiltinMethodType, CodeType, MethodType
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, Undefined, __version__, nodes, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.filters import do_indent, make_attrgetter
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from drafter import cache
from drafter.compose.template_code import ChargingGenerator, prepare
from drafter.limits import TEMPLATE_LETTERS, TEMPLATE_STEPS, WRITTEN_LETTERS
from drafter.patterns import pattern

_FILTERS = (
    "capitalize", "count", "d", "default", "first", "groupby", "join", "last", "length", "list", "lower",
    "map", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "title", "trim", "unique",
    "upper",
)  # fmt: skip
"""Jinja's filters whose result is no longer than what they are given."""

_TESTS = (
    "boolean", "callable", "defined", "even", "false", "float", "integer", "iterable", "mapping", "none",
    "number", "odd", "sequence", "string", "true", "undefined",
)  # fmt: skip
"""Jinja's tests that take no time."""

_METHODS = (
    "capitalize", "count", "endswith", "get", "items", "keys", "lower", "lstrip", "removeprefix",
    "removesuffix", "rstrip", "split", "splitlines", "startswith", "strip", "title", "upper", "values",
)  # fmt: skip
"""The methods of texts, lists and dictionaries that a template may call."""

_TAG, _PLAIN_FIELD = pattern(r"\{[{%#]"), pattern(r"(?<!\{)\{\{ ?[a-z_]+(?: ?\| ?[a-z_]+)? ?\}\}")
_LETTERS_A_STEP = 10
_CALL = _FILTER = 20
"""What a call or a filter costs in steps, beside the size of what it works on."""
_RUN = 10
_LARGEST, _LARGEST_POWER = 10**12, 64
_WIDEST = 40
_CONTAINERS = (list, tuple, dict, set, frozenset)


class TooMuch(TemplateError):
    """The template asks for more work, or writes more text, than any document needs."""


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a budget, which :meth:`restart` fills again. Not for two threads at a time."""

    code_generator_class = ChargingGenerator
    kept_in = "shapes"
    """The file of the cache in which the compiled templates are kept."""
    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def __init__(self, **options: Any) -> None:
        # Jinja would look for constants to work out beforehand: there are none, and looking takes longer.
        super().__init__(optimized=False, **options)
        self.globals = {name: self.globals[name] for name in ("range", "namespace")}
        self.tests = {name: self.tests[name] for name in _TESTS}
        self._jinja_join: Callable[..., str] = self.filters["join"]
        usual = {name: self.filters[name] for name in _FILTERS}
        self.filters = {}
        self.add_filters(**usual | {"indent": _indent, "join": pass_eval_context(partial(self._join))})
        self.restart()

    def add_filters(self, **filters: Callable[..., Any]) -> None:
        """Add *filters*, each charged for what it is given."""
        self.filters.update({name: self._charged(each) for name, each in filters.items()})

    def restart(self, steps: int = TEMPLATE_STEPS) -> None:
        """Let the next template take *steps* steps."""
        self._steps = steps
        self._letters = WRITTEN_LETTERS

    # ---- before a template runs ----

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > TEMPLATE_LETTERS:
            problem = f"it has {len(source):,} letters; drafter reads up to {TEMPLATE_LETTERS:,}"
            raise TemplateSyntaxError(problem, 1, name, filename)
        try:
            tree = super()._parse(source, name, filename)
        except RecursionError:
            raise TemplateSyntaxError("it is nested too deeply", 1, name, filename) from None
        except ValueError as error:  # a number of thousands of digits
            raise TemplateSyntaxError(str(error), 1, name, filename) from None
        if not _TAG.search(_PLAIN_FIELD.sub(" ", source)):
            return tree  # {{ name | filter }}, as in nearly every clause: nothing there that could repeat
        problem, line = prepare(tree)
        if problem:
            raise TemplateSyntaxError(problem, line, name, filename)
        return tree

    def compile(self, source: Any, name: Any = None, filename: Any = None, *options: Any, **more: Any) -> Any:
        """Return the code of a template, from the cache where it was compiled before."""
        if options or more or not isinstance(source, str):
            return super().compile(source, name, filename, *options, **more)
        # The code names the file, for messages; and another Jinja may write other code.
        key = self.kept_in, "template", __version__, name or "", filename or "", source
        known = cache.shared().get(*key)
        if isinstance(known, CodeType):
            return known
        code = super().compile(source, name, filename)
        cache.shared().keep(code, *key)
        return code

    def _compile(self, source: str, filename: str) -> CodeType:
        try:
            return super()._compile(source, filename)
        except SyntaxError:  # Python takes 20 loops in one another, and 100 levels of indentation
            raise TemplateSyntaxError("it is nested too deeply", 1, None, filename) from None

    # ---- while it runs ----

    def charge(self, steps: int, letters: int = 0) -> None:
        """Take *steps* and *letters* off the budget. Raises TooMuch where they are more than is left."""
        self._steps -= steps + letters // _LETTERS_A_STEP
        self._letters -= letters
        if self._steps < 0:
            raise TooMuch("it takes more steps than any document needs: something repeats too often")
        if self._letters < 0:
            raise TooMuch(f"it writes more than {WRITTEN_LETTERS // 1_000_000} million letters")

    @property
    def run(self) -> bool:
        """True, charged as an item that the condition of a loop may pass over."""
        self.charge(_RUN)
        return True

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, a block, or a harmless method of a value. Raises SecurityError for all else."""
        own = getattr(obj, "__self__", None)
        if isinstance(obj, BuiltinMethodType | MethodType) and isinstance(own, str | tuple | list | dict):
            allowed = obj.__name__ in _METHODS
        else:
            allowed = (
                isinstance(obj, Macro | BlockReference | Undefined)
                or isinstance(own, LoopContext)
                or obj in (self.globals["range"], Namespace)
            )
        if not allowed:
            name = getattr(obj, "__name__", type(obj).__name__)
            raise SecurityError(f"'{name}' is unsafe and cannot be called here")
        self.charge(_CALL + _size(own))
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return what *operator* makes of two values, charged before it is made; texts can only be added."""
        self.charge(_FILTER + _size(left) + _size(right), _letters(left) + _letters(right))
        if operator != "+" and not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise SecurityError(f"'{operator}' is for numbers alone")
        if operator == "**" and max(abs(left), abs(right)) > _LARGEST_POWER:
            raise TooMuch("a number is too large")
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, int) and abs(result) > _LARGEST:
            raise TooMuch("a number is too large")
        return result

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return the item of *obj* at *argument*. Raises SecurityError for a list as a key."""
        if isinstance(argument, _CONTAINERS):
            raise SecurityError("a list cannot be a key")
        return super().getitem(obj, argument)

    def printable(self, value: Any) -> Any:
        """Return *value*, which is going to be written. Raises SecurityError for a list."""
        if isinstance(value, _CONTAINERS):
            raise SecurityError("a list cannot be printed; put '| join(\", \")' after it")
        return value

    # ---- filters ----

    def _charged(self, each: Callable[..., Any]) -> Callable[..., Any]:
        at = 1 if hasattr(each, "jinja_pass_arg") else 0

        @wraps(each)
        def charged(*args: Any, **options: Any) -> Any:
            value = args[at] if len(args) > at else ""
            self.charge(_FILTER + _size(value), _letters(value))
            return each(*args, **options)

        return charged

    def counted(self, value: Any) -> Any:
        """Return *value*, charged for its size."""
        self.charge(1 + _size(value))
        return value

    def compared(self, value: Any) -> Any:
        """Return *value*. Raises SecurityError for a list: lists of lists may take for ever to compare."""
        if isinstance(value, _CONTAINERS):
            raise SecurityError("a list cannot be compared or be a key; compare its length")
        return self.counted(value)

    def item(self, value: Any) -> Any:
        """Return *value*, which goes into a list. Raises SecurityError where lists pile up in lists."""
        if isinstance(value, _CONTAINERS):
            self.counted(value)
            inner: Iterable[Any] = value.values() if isinstance(value, dict) else value
            if any(isinstance(item, _CONTAINERS) and item for item in inner):
                raise SecurityError("lists are in lists that are in lists")
        return value

    def put_together(self, parts: tuple[Any, ...]) -> str:
        """Return *parts* as one text, charged before it is made."""
        for part in parts:
            self.charge(1, _letters(part))
        return markup_join(map(self.printable, parts))

    def _join(
        self, context: Any, value: Iterable[Any], d: str = "", attribute: str | int | None = None
    ) -> str:
        """Return Jinja's filter of that name, charged before it puts the items together."""
        items = list(value if attribute is None else map(make_attrgetter(self, attribute), value))
        for item in items:
            self.charge(1, _letters(self.printable(item)) + _letters(d))
        return self._jinja_join(context, items, d)


def _indent(s: str, width: int = 4, first: bool = False, blank: bool = False) -> str:
    """Return Jinja's filter of that name, which takes any width."""
    if not isinstance(width, int) or not 0 <= width <= _WIDEST:
        raise TooMuch(f"the width of 'indent' is a number up to {_WIDEST}")
    return do_indent(s, width, first, blank)


def _size(value: Any) -> int:
    """Return how many steps it takes to go through *value* once."""
    if isinstance(value, str):
        return len(value) // _LETTERS_A_STEP
    return len(value) if isinstance(value, _CONTAINERS) else 1


def _letters(value: Any) -> int:
    return len(value) if isinstance(value, str) else 1
