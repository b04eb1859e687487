"""The Jinja environment: strict about names, closed to mischief, and literal with what was typed."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from pathlib import PurePath
from typing import Any, NoReturn

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, UndefinedError, meta
from jinja2.environment import Environment, Template
from jinja2.filters import make_attrgetter
from jinja2.loaders import BaseLoader
from jinja2.utils import pass_environment

from drafter.compose.sandbox import BoundedEnvironment
from drafter.compose.wording import (
    Open,
    Prose,
    lower_first,
    markdown,
    of_state,
    sentence,
    unstopped,
    upper_first,
)
from drafter.errors import DrafterError, Fault
from drafter.language.language import Language
from drafter.limits import CLAUSE_STEPS
from drafter.patterns import pattern

_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a template that is wrong ends in: ``{{ body + 1 }}`` is its author's fault like a missing brace."""

_FIELD = pattern(r"\{[{%#]")
_FACTS_FIELD = pattern(r"\{\{-?\s*facts\b")

_OUTPUT_STEPS = 20
"""What it costs to print a value, beside its letters."""

Find = Callable[[str], tuple[str, str] | None]
"""Return text and file name of the template at a path, or ``None``."""


class _Loader(BaseLoader):
    """Gives Jinja the templates; one that has changed, or that another library has, is loaded again."""

    def __init__(self, find: Find) -> None:
        self.find = find

    def get_source(self, _: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return text and file name of *template*, and whether they are still the same."""
        found = self.find(template)
        if found is None:
            raise TemplateNotFound(template)
        return (*found, lambda: self.find(template) == found)


def environment(find: Find, language: Language) -> BoundedEnvironment:
    """Return an environment for shapes. *find* gives the text of a template."""
    return _environment(_Loader(find), language)


def _environment(loader: _Loader, language: Language) -> BoundedEnvironment:
    """Return an environment for clauses and shapes, whose filters write sentences as *language* does.

    Autoescape is on and means Markdown here: every value that is not Markdown already is escaped as Markdown,
    so that no answer can become a list, a heading or a note. The sandbox is there because clause libraries
    are shared between strangers.
    """
    made = BoundedEnvironment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.finalize = partial(_finalize, made)
    made.add_filters(
        sentence=partial(sentence, language=language),
        lower_first=partial(lower_first, language=language),
        upper_first=partial(upper_first, language=language),
        unstopped=partial(unstopped, language=language),
        of_state=partial(of_state, language=language),
        grouped=grouped,
    )
    made.tests["given"] = lambda value: bool(value) or isinstance(value, Open)
    return made


@pass_environment
def grouped(made: Environment, items: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Return *items* by the value of *attribute*, values and items in the order in which they come.

    Jinja's own ``groupby`` sorts, and so loses the order that the author chose.
    """
    value_of = make_attrgetter(made, attribute)  # through the sandbox, as Jinja's own filters do it
    groups: dict[Any, list[Any]] = {}
    for item in items:
        groups.setdefault(value_of(item), []).append(item)
    return list(groups.items())


def _finalize(made: BoundedEnvironment, value: Any) -> Any:
    # StrictUndefined must reach Jinja untouched, so that it can say which name is unknown.
    if isinstance(value, StrictUndefined):
        return value
    text = Prose(markdown(made.printable(value)))
    made.charge(_OUTPUT_STEPS, len(text))
    return text


@lru_cache(maxsize=8)
def _shapes(language: Language) -> tuple[_Loader, BoundedEnvironment]:
    loader = _Loader(lambda _: None)
    return loader, _environment(loader, language)


def shape_environment(find: Find, language: Language) -> BoundedEnvironment:
    """Return this process's environment for shapes in *language*; it takes them from *find* from now on."""
    loader, shapes = _shapes(language)
    loader.find = find
    return shapes


@lru_cache(maxsize=8)
def _environment_for_clauses(language: Language) -> BoundedEnvironment:
    return environment(lambda _: None, language)


@lru_cache(maxsize=2_000)
def _clause_template(text: str, theme: str, language: Language) -> Template:
    """Return the clause *text* compiled. It comes from the library and holds no answers."""
    clauses = _environment_for_clauses(language)
    clauses.kept_in = f"clauses {theme}"
    return clauses.from_string(text)


def fill(text: str, values: dict[str, Any], name: str, first_line: int, language: Language) -> Prose:
    """Return the clause *text* filled with *values*, as Markdown.

    Raises DrafterError, with *name* and the line of the file, for a fault in the template.
    """
    if not _FIELD.search(text):
        return Prose(text.strip())  # what half of all clauses are: Jinja would give it back as it is
    try:
        _environment_for_clauses(language).restart(CLAUSE_STEPS)
        template = _clause_template(text, PurePath(name).parent.name, language)
        return Prose(template.render(values).strip())
    except _FAULTS as error:
        _refuse(error, name, first_line)


def render(made: BoundedEnvironment, path: str, values: dict[str, Any]) -> str:
    """Return the shape at *path* filled with *values*. Raises DrafterError for a fault in the template."""
    try:
        made.restart()
        return tidy(made.get_template(path).render(values))
    except _FAULTS as error:
        _refuse(error, path, 1)


def takes_facts(text: str) -> bool:
    """Return whether the clause *text* has a place for facts."""
    return bool(_FACTS_FIELD.search(text))


def fields(text: str, name: str, first_line: int, language: Language) -> set[str]:
    """Return the names that the clause *text* needs. Raises DrafterError for a fault in the template."""
    try:
        return meta.find_undeclared_variables(_environment_for_clauses(language).parse(text))
    except TemplateError as error:
        _refuse(error, name, first_line)


def _refuse(error: Exception, name: str, first_line: int) -> NoReturn:
    where, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if line is None:
        where, line = _raised_at(error)
    if line is None and not isinstance(error, TemplateError):
        raise error  # not in a template: a bug of drafter's own
    if isinstance(error, TemplateNotFound):
        fault = Fault(
            f"the template '{error.name}' is not there", "Check the name in 'extends' or 'import'.", name
        )
    else:
        kind = "a name is not known here" if isinstance(error, UndefinedError) else "a template error"
        remedy = (
            "Check the spelling against the clause's questions."
            if isinstance(error, UndefinedError)
            else "Look at the {{ … }} and {% … %} on that line."
        )
        place = f"line {line + first_line - 1}" if line else ""
        inside = where if where and not where.startswith("<") else name
        endless = isinstance(error, RecursionError)
        said = "it calls or includes itself without end" if endless else str(error)
        fault = Fault(f"{kind}: {said}", remedy, inside, place)
    raise DrafterError(fault) from error


def _raised_at(error: Exception) -> tuple[str | None, int | None]:
    """Return template and line at which *error* was raised: Jinja puts them into the traceback."""
    file, line, step = None, None, error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name == "<template>" or name.endswith(".jinja"):
            file, line = name, step.tb_lineno
        step = step.tb_next
    return file, line


def tidy(text: str) -> str:
    """Return *text* with runs of empty lines made one, so that a shape need not count them."""
    return re.sub(r"\n[ \t]*\n(?:[ \t]*\n)+", "\n\n", text).strip() + "\n"
