"""Finding names in an answers file that the library does not know."""

from collections.abc import Callable, Collection, Iterator, Mapping

from drafter.errors import DrafterError, Fault
from drafter.library.library import Library
from drafter.search import did_you_mean, nearest
from drafter.yaml_text import KeyPath

PlacedFaults = Iterator[tuple[KeyPath, Fault]]


def unknown_names(data: Mapping[str, object], library: Library) -> PlacedFaults:
    """Yield a fault for each name in the answers *data* that the library does not know, with its path.

    *data* need not be valid: values of an unexpected type are skipped.
    """
    if not data.get("document"):
        yield (
            ("document",),
            Fault("the document is missing", "Choose one from the list of 'drafter mechanisms list'."),
        )
    yield from _lookup_faults(library.document, data.get("document") or None, ("document",))
    yield from _unknown_state(data.get("state"), library)
    for index, section in _mappings(data, "themes"):
        yield from _not_among(library.themes.themes, section.get("theme"), ("themes", index, "theme"))
        for number, entry in _items(section, "clauses"):
            clause_id = entry.get("clause") if isinstance(entry, Mapping) else entry
            yield from _lookup_faults(library.clause, clause_id, ("themes", index, "clauses", number))
    yield from _unknown_in_earlier(data, library)
    conflicts = [conflict.id for conflict in library.themes.conflicts]
    for index, entry in _mappings(data, "accept_conflicts"):
        yield from _not_among(conflicts, entry.get("conflict"), ("accept_conflicts", index, "conflict"))
    for key in ("stand_for", "refuse"):
        for index, position in _items(data, key):
            yield from _not_among(library.themes.positions, position, (key, index), "position")


def _unknown_in_earlier(data: Mapping[str, object], library: Library) -> PlacedFaults:
    """Yield a fault for each theme and clause that an earlier recommendation names and nobody knows."""
    themes = library.themes.themes
    for index, row in _mappings(data, "earlier"):
        for number, theme in _items(row, "themes"):
            yield from _not_among(themes, theme, ("earlier", index, "themes", number), "theme")
        for number, name in _items(row, "answered_by"):
            if name not in themes:
                yield from _lookup_faults(library.clause, name, ("earlier", index, "answered_by", number))


def _unknown_state(state: object, library: Library) -> PlacedFaults:
    if state and isinstance(state, str) and library.state(state) is None:
        names = (known.name for known in library.states.values())
        hint = did_you_mean(nearest(state, names), library.language)
        fault = f"there is no State '{state}'"
        yield ("state",), Fault(fault, f"{hint} Use its name or its ISO code of 3 letters.".lstrip())


def _items(data: Mapping[str, object], key: str) -> Iterator[tuple[int, object]]:
    """Yield each item of the list *key* of *data* with its index; nothing if *key* is not a list."""
    items = data.get(key)
    yield from enumerate(items if isinstance(items, list | tuple) else ())


def _mappings(data: Mapping[str, object], key: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Yield each mapping in the list *key* of *data* with its index."""
    for index, item in _items(data, key):
        if isinstance(item, Mapping):
            yield index, item


def _lookup_faults(look_up: Callable[[str], object], name: object, path: KeyPath) -> PlacedFaults:
    """Yield the faults that *look_up* raises for *name*."""
    if isinstance(name, str):
        try:
            look_up(name)
        except DrafterError as error:
            yield from ((path, fault) for fault in error.faults)


def _not_among(names: Collection[str], name: object, path: KeyPath, kind: str = "") -> PlacedFaults:
    """Yield a fault if *name* is a text and not one of *names*. *kind* is what they name: a theme …"""
    kind = kind or str(path[-1])
    if isinstance(name, str) and name not in names:
        yield path, Fault(f"there is no {kind} '{name}'", f"{kind.capitalize()}s: {', '.join(names)}.")
