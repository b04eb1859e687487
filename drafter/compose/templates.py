"""The Jinja environments: unknown names are errors, templates are sandboxed, typed text is escaped."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from pathlib import PurePath
from typing import NoReturn

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, UndefinedError, meta
from jinja2.environment import Environment, Template
from jinja2.filters import make_attrgetter
from jinja2.loaders import BaseLoader
from jinja2.utils import pass_environment

from drafter.compose.sandbox import BoundedEnvironment
from drafter.compose.wording import (
    OpenAnswer,
    Prose,
    as_markdown,
    ending_phrase,
    lower_first,
    of_state,
    phrase,
    sentence,
    unstopped,
    upper_first,
)
from drafter.errors import DrafterError, Fault
from drafter.language.language import Language
from drafter.limits import CLAUSE_STEPS
from drafter.model.facts_field import joined_facts_field
from drafter.model.phrase_fields import with_phrases
from drafter.patterns import pattern

_TEMPLATE_ERRORS = (
    TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""The errors that faulty templates raise: ``{{ body + 1 }}`` is as much a fault as a missing brace."""

_TAG = pattern(r"\{[{%#]")

_OUTPUT_STEPS = 20
"""The steps charged for printing a value, in addition to its characters."""

FindTemplate = Callable[[str], tuple[str, str] | None]
"""Returns text and file name of the template at a path, or ``None``."""


class _Loader(BaseLoader):
    """Gives templates to Jinja. A template is loaded again if *find* returns another text for its path."""

    def __init__(self, find: FindTemplate) -> None:
        self.find = find

    def get_source(self, _: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return text and file name of *template*, and a function that says whether they are up to date."""
        source = self.find(template)
        if source is None:
            raise TemplateNotFound(template)
        return (*source, lambda: self.find(template) == source)


def new_environment(find: FindTemplate, language: Language) -> BoundedEnvironment:
    """Return a new environment that takes its templates from *find*."""
    return _environment_with(_Loader(find), language)


def _environment_with(loader: _Loader, language: Language) -> BoundedEnvironment:
    """Return a new environment for clauses and shapes, whose filters write sentences as *language* does.

    Autoescape is on and escapes for Markdown: an answer cannot become a list, a heading or a note.
    """
    environment = BoundedEnvironment(loader)
    environment.finalize = partial(_finalize, environment)
    environment.add_filters(
        sentence=partial(sentence, language=language),
        lower_first=partial(lower_first, language=language),
        upper_first=partial(upper_first, language=language),
        unstopped=partial(unstopped, language=language),
        phrase=partial(phrase, language=language),
        ending_phrase=partial(ending_phrase, language=language),
        of_state=partial(of_state, language=language),
        grouped=grouped,
    )
    environment.tests["given"] = lambda value: bool(value) or isinstance(value, OpenAnswer)
    return environment


@pass_environment
def grouped(
    environment: Environment, items: Iterable[object], attribute: str
) -> list[tuple[object, list[object]]]:
    """Return *items* grouped by *attribute*; groups and items keep the order of *items*.

    Jinja's own ``groupby`` sorts, and so loses the order that the author chose.
    """
    value_of = make_attrgetter(environment, attribute)  # through the sandbox, as Jinja's own filters do it
    groups: dict[object, list[object]] = {}
    for item in items:
        groups.setdefault(value_of(item), []).append(item)
    return list(groups.items())


def _finalize(environment: BoundedEnvironment, value: object) -> object:
    """Return *value* as Markdown, ready to print."""
    # StrictUndefined must reach Jinja untouched, so that it can say which name is unknown.
    if isinstance(value, StrictUndefined):
        return value
    text = Prose(as_markdown(environment.printable(value)))
    environment.charge(_OUTPUT_STEPS, len(text))
    return text


@lru_cache(maxsize=8)
def _loader_and_environment(language: Language) -> tuple[_Loader, BoundedEnvironment]:
    loader = _Loader(lambda _: None)
    return loader, _environment_with(loader, language)


def shape_environment(find: FindTemplate, language: Language) -> BoundedEnvironment:
    """Return this process's environment for shapes in *language*, which now takes them from *find*."""
    loader, environment = _loader_and_environment(language)
    loader.find = find
    return environment


@lru_cache(maxsize=8)
def _clause_environment(language: Language) -> BoundedEnvironment:
    return new_environment(lambda _: None, language)


@lru_cache(maxsize=2_000)
def _clause_template(text: str, theme: str, language: Language) -> Template:
    """Return the clause *text* compiled. It comes from the library and contains no answers."""
    environment = _clause_environment(language)
    environment.cache_file = f"clauses {theme}"
    return environment.from_string(with_phrases(text))


def fill_clause(
    text: str, values: Mapping[str, object], file: str, first_line: int, language: Language
) -> Prose:
    """Return the clause *text* filled with *values*, as Markdown.

    Raises DrafterError, with *file* and the line in it, for a fault in the template. *first_line* is the line
    on which *text* begins.
    """
    if not _TAG.search(text):
        return Prose(text.strip())  # half of all clauses: Jinja would return the text unchanged
    try:
        _clause_environment(language).restart(CLAUSE_STEPS)
        template = _clause_template(joined_facts_field(text), PurePath(file).parent.name, language)
        return Prose(template.render(values).strip())
    except _TEMPLATE_ERRORS as error:
        _raise_fault(error, file, first_line)


def render_shape(environment: BoundedEnvironment, path: str, values: Mapping[str, object]) -> str:
    """Return the shape at *path* filled with *values*. Raises DrafterError for a fault in the template."""
    try:
        environment.restart()
        return without_extra_lines(environment.get_template(path).render(values))
    except _TEMPLATE_ERRORS as error:
        _raise_fault(error, path, 1)


def names_used(text: str, file: str, first_line: int, language: Language) -> set[str]:
    """Return the names that the clause *text* uses. Raises DrafterError for a fault in the template."""
    try:
        return meta.find_undeclared_variables(_clause_environment(language).parse(text))
    except TemplateError as error:
        _raise_fault(error, file, first_line)


def _raise_fault(error: Exception, file: str, first_line: int) -> NoReturn:
    """Raise DrafterError for *error*, which a template raised. Raises *error* itself if none did."""
    template, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if line is None:
        template, line = _raised_at(error)
    if line is None and not isinstance(error, TemplateError):
        raise error  # not in a template: a bug in drafter itself
    if isinstance(error, TemplateNotFound):
        fault = f"the template '{error.name}' does not exist"
        raise DrafterError(Fault(fault, "Check the name in 'extends' or 'import'.", file)) from error
    in_file = template if template and not template.startswith("<") else file
    place = f"line {line + first_line - 1}" if line else ""
    raise DrafterError(Fault(*_fault_and_remedy(error), in_file, place)) from error


def _fault_and_remedy(error: Exception) -> tuple[str, str]:
    if isinstance(error, UndefinedError):
        return f"unknown name: {error}", "Check the spelling against the clause's questions."
    reason = "it calls or includes itself without end" if isinstance(error, RecursionError) else str(error)
    return f"a template error: {reason}", "Look at the {{ … }} and {% … %} on that line."


def _raised_at(error: Exception) -> tuple[str | None, int | None]:
    """Return template and line at which *error* was raised: Jinja puts them into the traceback."""
    file, line, step = None, None, error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name == "<template>" or name.endswith(".jinja"):
            file, line = name, step.tb_lineno
        step = step.tb_next
    return file, line


def without_extra_lines(text: str) -> str:
    """Return *text* with each run of empty lines reduced to one, so that shapes need not count them."""
    return re.sub(r"\n[ \t]*\n(?:[ \t]*\n)+", "\n\n", text).strip() + "\n"
