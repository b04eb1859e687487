"""A Jinja environment with a budget: it limits the length, the steps and the output of templates.

Strangers exchange clause libraries and shapes. Jinja's own sandbox keeps a template away from Python, but not
from endless work: ``'a' * 10**10``, nested loops, a macro that calls itself twice. This environment charges
each loop, call and filter, and all text that is written, to a budget. The budget counts steps, not seconds:
the same template ends in the same way on every machine.
"""

from collections.abc import Callable, Iterable
from functools import partial, wraps
from types import BuiltinMethodType, CodeType, MethodType
from typing import Any, TypeVar

from jinja2 import (
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
    __version__,
    nodes,
    pass_eval_context,
)
from jinja2.exceptions import SecurityError
from jinja2.filters import do_indent, make_attrgetter
from jinja2.loaders import BaseLoader
from jinja2.nodes import EvalContext
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from drafter import cache
from drafter.compose.template_code import ChargingGenerator, add_charges
from drafter.limits import TEMPLATE_CHARACTERS, TEMPLATE_STEPS, WRITTEN_CHARACTERS
from drafter.patterns import pattern

T = TypeVar("T")

_FILTERS = (
    "capitalize", "count", "d", "default", "first", "groupby", "join", "last", "length", "list", "lower",
    "map", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "title", "trim", "unique",
    "upper",
)  # fmt: skip
"""Jinja's filters whose result is no longer than their input."""

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
_CHARACTERS_PER_STEP = 10
_CALL = _FILTER = 20
"""The steps of a call or a filter, in addition to the size of the value it works on."""
_ITERATION = 10
_LARGEST_NUMBER, _LARGEST_POWER = 10**12, 64
_WIDEST_INDENT = 40
_CONTAINERS = (list, tuple, dict, set, frozenset)


class BudgetExceeded(TemplateError):
    """The template needs more work, or writes more text, than any document."""


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a budget, which :meth:`restart` refills. Not safe for two threads at a time."""

    code_generator_class = ChargingGenerator
    cache_file = "shapes"
    """The file of the cache that keeps the compiled templates."""
    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            optimized=False,  # looking for constant expressions takes longer than it saves: there are none
        )
        self.globals = {name: self.globals[name] for name in ("range", "namespace")}
        self.tests = {name: self.tests[name] for name in _TESTS}
        self._jinja_join: Callable[..., str] = self.filters["join"]
        unchanged = {name: self.filters[name] for name in _FILTERS}
        self.filters = {}
        self.add_filters(**unchanged | {"indent": _indent, "join": pass_eval_context(partial(self._join))})
        self.restart()

    def add_filters(self, **filters: Callable[..., object]) -> None:
        """Add *filters*; each call is charged for the size of its input."""
        self.filters.update({name: self._charged(apply) for name, apply in filters.items()})

    def restart(self, steps: int = TEMPLATE_STEPS) -> None:
        """Refill the budget for the next template, with *steps* steps."""
        self._steps = steps
        self._characters = WRITTEN_CHARACTERS

    # ---- before a template runs ----

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > TEMPLATE_CHARACTERS:
            problem = f"it has {len(source):,} characters; drafter reads up to {TEMPLATE_CHARACTERS:,}"
            raise TemplateSyntaxError(problem, 1, name, filename)
        try:
            tree = super()._parse(source, name, filename)
        except RecursionError:
            raise TemplateSyntaxError("it is nested too deeply", 1, name, filename) from None
        except ValueError as error:  # a number of thousands of digits
            raise TemplateSyntaxError(str(error), 1, name, filename) from None
        if not _TAG.search(_PLAIN_FIELD.sub(" ", source)):
            return tree  # nothing but {{ name | filter }}, as in nearly every clause: nothing can repeat
        problem, line = add_charges(tree)
        if problem:
            raise TemplateSyntaxError(problem, line, name, filename)
        return tree

    def compile(
        self,
        source: nodes.Template | str,
        name: str | None = None,
        filename: str | None = None,
        raw: bool = False,
        defer_init: bool = False,
    ) -> Any:
        """Return the code of a template, from the cache if it was compiled before."""
        if raw:
            return super().compile(source, name, filename, raw=True, defer_init=defer_init)
        if defer_init or not isinstance(source, str):
            return super().compile(source, name, filename, defer_init=defer_init)
        # The file name is part of the code, for messages. Another version of Jinja may compile differently.
        key = self.cache_file, "template", __version__, name or "", filename or "", source
        cached = cache.shared().get(*key)
        if isinstance(cached, CodeType):
            return cached
        code = super().compile(source, name, filename)
        cache.shared().keep(code, *key)
        return code

    def _compile(self, source: str, filename: str) -> CodeType:
        try:
            return super()._compile(source, filename)
        except SyntaxError:  # Python allows 20 nested loops, and 100 levels of indentation
            raise TemplateSyntaxError("it is nested too deeply", 1, None, filename) from None

    # ---- while it runs ----

    def charge(self, steps: int, characters: int = 0) -> None:
        """Take *steps* and *characters* off the budget. Raises BudgetExceeded if not enough is left."""
        self._steps -= steps + characters // _CHARACTERS_PER_STEP
        self._characters -= characters
        if self._steps < 0:
            raise BudgetExceeded("it takes more steps than any document needs: something repeats too often")
        if self._characters < 0:
            raise BudgetExceeded(f"it writes more than {WRITTEN_CHARACTERS // 1_000_000} million characters")

    @property
    def charged_iteration(self) -> bool:
        """True. Reading it charges an iteration, also one that the condition of the loop then skips."""
        self.charge(_ITERATION)
        return True

    def call(self, context: Context, obj: object, *args: object, **kwargs: object) -> object:
        """Call a macro, a block, or a harmless method of a value. Raises SecurityError for anything else."""
        owner = getattr(obj, "__self__", None)
        if isinstance(obj, BuiltinMethodType | MethodType) and isinstance(owner, str | tuple | list | dict):
            allowed = obj.__name__ in _METHODS
        else:
            allowed = (
                isinstance(obj, Macro | BlockReference | Undefined)
                or isinstance(owner, LoopContext)
                or obj in (self.globals["range"], Namespace)
            )
        if not allowed:
            name = getattr(obj, "__name__", type(obj).__name__)
            raise SecurityError(f"'{name}' is unsafe and cannot be called here")
        self.charge(_CALL + _size(owner))
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Return the result of *operator*, charged before it is computed; text can only be added."""
        self.charge(_FILTER + _size(left) + _size(right), _length(left) + _length(right))
        if isinstance(left, int | float) and isinstance(right, int | float):
            if operator == "**" and max(abs(left), abs(right)) > _LARGEST_POWER:
                raise BudgetExceeded("a number is too large")
        elif operator != "+":
            raise SecurityError(f"'{operator}' is for numbers alone")
        result: object = super().call_binop(context, operator, left, right)
        if isinstance(result, int) and abs(result) > _LARGEST_NUMBER:
            raise BudgetExceeded("a number is too large")
        return result

    def getitem(self, obj: object, argument: object) -> object:
        """Return the item of *obj* at *argument*. Raises SecurityError if *argument* is a list."""
        if isinstance(argument, _CONTAINERS):
            raise SecurityError("a list cannot be a key")
        return super().getitem(obj, argument)

    def printable(self, value: T) -> T:
        """Return *value*, which will be written. Raises SecurityError for a list."""
        if isinstance(value, _CONTAINERS):
            raise SecurityError("a list cannot be printed; put '| join(\", \")' after it")
        return value

    # ---- filters, and values that the compiled code passes through the environment ----

    def _charged(self, apply: Callable[..., object]) -> Callable[..., object]:
        """Return the filter *apply*, charged for the size of its input at each call."""
        input_at = 1 if hasattr(apply, "jinja_pass_arg") else 0

        @wraps(apply)
        def charged(*args: object, **options: object) -> object:
            value = args[input_at] if len(args) > input_at else ""
            self.charge(_FILTER + _size(value), _length(value))
            return apply(*args, **options)

        return charged

    def charged_value(self, value: T) -> T:
        """Return *value*, charged for its size."""
        self.charge(1 + _size(value))
        return value

    def charged_operand(self, value: T) -> T:
        """Return *value*, charged for its size. Raises SecurityError for a list.

        Comparing lists of lists may take for ever.
        """
        if isinstance(value, _CONTAINERS):
            raise SecurityError("a list cannot be compared or be a key; compare its length")
        return self.charged_value(value)

    def charged_item(self, value: T) -> T:
        """Return *value*, the new item of a list. Raises SecurityError for a third level of lists."""
        if isinstance(value, _CONTAINERS):
            self.charged_value(value)
            inner: Iterable[object] = value.values() if isinstance(value, dict) else value
            if any(isinstance(item, _CONTAINERS) and item for item in inner):
                raise SecurityError("lists are in lists that are in lists")
        return value

    def concatenate(self, parts: tuple[object, ...]) -> str:
        """Return *parts* as one text, charged before it is made."""
        for part in parts:
            self.charge(1, _length(part))
        return markup_join(map(self.printable, parts))

    def _join(
        self, context: EvalContext, value: Iterable[object], d: str = "", attribute: str | int | None = None
    ) -> str:
        """Jinja's filter ``join``, charged before it joins the items. Parameters are named as in Jinja."""
        items = list(value if attribute is None else map(make_attrgetter(self, attribute), value))
        for item in items:
            self.charge(1, _length(self.printable(item)) + _length(d))
        return self._jinja_join(context, items, d)


def _indent(s: str, width: int = 4, first: bool = False, blank: bool = False) -> str:
    """Jinja's filter ``indent``, with a limit on the width. Parameters are named as in Jinja."""
    if not isinstance(width, int) or not 0 <= width <= _WIDEST_INDENT:
        raise BudgetExceeded(f"the width of 'indent' is a number up to {_WIDEST_INDENT}")
    return do_indent(s, width, first, blank)


def _size(value: object) -> int:
    """Return how many steps it takes to go through *value* once."""
    if isinstance(value, str):
        return len(value) // _CHARACTERS_PER_STEP
    return len(value) if isinstance(value, _CONTAINERS) else 1


def _length(value: object) -> int:
    """Return the number of characters of a text, 1 for any other value."""
    return len(value) if isinstance(value, str) else 1
