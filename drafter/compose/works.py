"""Which sources of the author are the same work as another one, or as an authority of the library."""

from collections.abc import Mapping

from drafter.model.facts import Source
from drafter.model.vocabulary import Authority
from drafter.patterns import pattern

_WORD = pattern(r"[^\W_]+")
_SYMBOL_GOES_ON = pattern(r"\w|[/.-]\w")
_SHORTEST_TITLE = 4
"""Words from which a title alone tells which work it is; "Annual report" does not."""
_SHORTEST_SYMBOL = 6
"""Characters from which a symbol cannot be part of another word."""


class Works:
    """The works that authors and the library cite, each under one name."""

    def __init__(self, authorities: Mapping[str, Authority], sources: Mapping[str, Source]) -> None:
        self._names = dict[str, str]()
        known = dict[str, str]()
        for key, source in sources.items():
            title = _words(source.title)
            edition = " ".join((title, _words(source.author), _words(source.date), _words(source.publisher)))
            name = _authority(source, title, authorities) or (known.get(edition) if title else None)
            self._names[key] = known.setdefault(edition, name or f"source {key}")

    def of_source(self, key: str) -> str:
        """Return the name of the work that the source *key* is."""
        return self._names.get(key, f"source {key}")

    def of_authority(self, key: str) -> str:
        """Return the name of the work that the authority *key* is."""
        return f"authority {key}"


def _authority(source: Source, title: str, authorities: Mapping[str, Authority]) -> str | None:
    """Return the name of the authority that *source* is: it has its symbol, or its whole title and year."""
    typed = f"{source.title or ''} {source.address or ''}"
    for key, authority in authorities.items():
        has_symbol = len(authority.symbol) >= _SHORTEST_SYMBOL and _has_symbol(typed, authority.symbol)
        same_year = not (authority.year and source.date) or str(authority.year) in str(source.date)
        is_title = len(title.split()) >= _SHORTEST_TITLE and title == _words(authority.title)
        if has_symbol or (is_title and same_year):
            return f"authority {key}"
    return None


def _has_symbol(text: str, symbol: str) -> bool:
    """Return whether *text* has *symbol*, and not that of its corrigendum or of another document."""
    _, match, after = text.partition(symbol)
    return bool(match) and _SYMBOL_GOES_ON.match(after) is None


def _words(value: object) -> str:
    """Return the words of *value* in lower case, with single spaces."""
    return " ".join(_WORD.findall(str("" if value is None else value).casefold()))
