"""What a person asks of the store of recommendations, as filters: States, bodies and themes by any name."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.model.imported import Position
from drafter.recommendation_store.database import Store
from drafter.recommendation_store.naming import BODY, COUNTRY, GROUP, MADE_BY, THEME, folded
from drafter.recommendation_store.read import names
from drafter.recommendation_store.values import Filters
from drafter.search import did_you_mean, nearest

_NAMES_SHOWN = 8


@frozen
class Asked:
    """Filters as a person types them; empty ones ask for nothing."""

    state: str = ""
    """The State that is addressed: a name or the code."""
    made_by: str = ""
    """A State that made the recommendation."""
    body: str = ""
    """A body: the id of a mechanism such as ``ccpr``, or words of its name."""
    theme: str = ""
    """The id of a theme of the library, or words of a theme or group of the files."""
    since: int = 0
    position: Position = ""
    kind: Literal["", "recommendation", "concern"] = ""


def filters_for(asked: Asked, library: Library, store: Store) -> Filters:
    """Return *asked* with the names that *store* has. Raises DrafterError for every name that is unknown."""
    faults: list[Fault] = []

    def known(typed: str, find: Callable[[str, Library, Store], tuple[str, ...]]) -> tuple[str, ...]:
        try:
            return find(typed, library, store) if typed else ()
        except DrafterError as error:
            faults.extend(error.faults)
            return ()

    own_theme = library.themes.themes.get(asked.theme)
    words = own_theme.words if own_theme else ()
    filters = Filters(
        countries=known(asked.state, _countries),
        made_by=known(asked.made_by, _makers),
        bodies=known(asked.body, _bodies),
        themes=() if words else known(own_theme.uhri if own_theme else asked.theme, _themes),
        words=words,
        since=asked.since,
        position=asked.position,
        kind=asked.kind,
    )
    if faults:
        raise DrafterError(faults)
    return filters


def names_of_state(state: str, library: Library, store: Store, kind: str = COUNTRY) -> tuple[str, ...]:
    """Return the names in *store* that mean the State with this name or code, its own name among them.

    Raises DrafterError if neither the library nor the store has such a State.
    """
    known = names(store, kind)
    same = tuple(name for name in known if folded(name) == folded(state))
    entry = library.state(state)
    if entry is None and not same:
        every = dict.fromkeys((*(each.name for each in library.states.values()), *known))
        hint = _hint(state, every) or "Write its English name, such as Norway."
        raise DrafterError(Fault(f"there is no State '{state}'", hint))
    if entry is None:
        return same
    return (entry.name, *same, *(name for name in known if library.state(name) == entry))


def _countries(typed: str, library: Library, store: Store) -> tuple[str, ...]:
    return names_of_state(typed, library, store)


def _makers(typed: str, library: Library, store: Store) -> tuple[str, ...]:
    return names_of_state(typed, library, store, MADE_BY)


def _bodies(typed: str, library: Library, store: Store) -> tuple[str, ...]:
    """Return the bodies that *typed* means. Files name a body in full or by its abbreviation."""
    known = names(store, BODY)
    means = {folded(name) for name in _names_of_mechanism(typed, library)}
    matches = [name for name in known if folded(name) in means] or _with_words(typed, known)
    if not matches:
        raise DrafterError(Fault(f"nothing in your store is from a body '{typed}'", _listed("Bodies", known)))
    return tuple(matches)


def _names_of_mechanism(typed: str, library: Library) -> Iterable[str]:
    """Yield every name of the mechanism that *typed* is a name of, or nothing."""
    for mechanism in library.mechanism_ids:
        title, _, abbreviation = library.mechanism(mechanism).title.partition(" (")
        every = (mechanism, title, abbreviation.rstrip(")"))
        if folded(typed) in map(folded, every):
            yield from every


def _themes(typed: str, library: Library, store: Store) -> tuple[str, ...]:
    """Return the themes and groups of the files that *typed* means: those of that name, or with its words.

    A theme of the library may name several themes of the files, separated by semicolons.
    """
    known = names(store, THEME + GROUP)
    wanted = {folded(part) for part in (typed, *typed.split(";"))}
    matches = [name for name in known if folded(name) in wanted] or _with_words(typed, known)
    if not matches:
        hint = _hint(typed, (*library.themes.themes, *known))
        remedy = f"{hint} 'drafter clauses themes' lists the themes of drafter.".strip()
        raise DrafterError(Fault(f"neither drafter nor your store has a theme '{typed}'", remedy))
    return tuple(matches)


def _with_words(typed: str, known: Sequence[str]) -> list[str]:
    """Return those of the *known* names that have all words of *typed*, whole or begun."""
    words = folded(typed).split()
    return [name for name in known if words and all(f" {word}" in f" {folded(name)}" for word in words)]


def _hint(typed: str, known: Iterable[str]) -> str:
    by_folded = {folded(name): name for name in known}
    return did_you_mean([by_folded[name] for name in nearest(folded(typed), by_folded)], SCREEN)


def _listed(what: str, known: Sequence[str]) -> str:
    if not known:
        return ""
    more = len(known) - _NAMES_SHOWN
    return f"{what} in it: {', '.join(known[:_NAMES_SHOWN])}{f' and {more} more' if more > 0 else ''}."
