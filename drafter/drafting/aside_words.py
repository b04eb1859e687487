"""What was put aside, and what is offered in its place, in the words of the screen."""

from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import Any

from drafter.answers.paths import clause_id, keys, rows
from drafter.drafting.aside import OFFERED
from drafter.errors import DrafterError
from drafter.library.library import Library
from drafter.model.answers import RecommendationParts

_PARTS = {
    "title": "the title",
    "summary": "the summary",
    "closing": "the closing paragraph",
    "keywords": "the keywords",
    "method": "the paragraph on sources and method",
}
_WIDEST = 60


def aside_in_words(one: Mapping[str, Any], library: Library) -> Iterator[str]:
    """Yield what the record *one* holds, in words."""
    place, key, value = tuple(one["place"]), str(one["key"]), one["value"]
    if place == () and key == "themes":
        yield from (f"theme {_theme(str(section.get('theme')), library)}" for section in value)
    elif place == () and key == "earlier":
        yield f"{len(value)} earlier recommendations"
    elif place == () and key != "state":
        yield f"{_PARTS.get(key, key)}{_quoted(value) if isinstance(value, str) else ''}"
    elif place == ("details",):
        yield f"your answer to “{_asked(key, str(one.get('document') or ''), library)}”"
    elif place[:1] == ("cases",):
        yield f"the consent of case {place[1]}: it was given for the other document"
    elif place[2:] == ("clauses",):
        own = ", with your own wording" if not isinstance(value, str) and value.get("text") else ""
        yield f"{clause_title(clause_id(value), library)} in {_theme(place[1], library)}{own}"
    elif place[2:] == ("own",):
        yield f"your own {value.get('kind')}{_quoted(_sentence(value))} in {_theme(place[1], library)}"


def offers_in_words(data: Mapping[str, Any], library: Library) -> Iterator[str]:
    """Yield each clause that is offered, with the one in place of which it is."""
    for theme in keys(data, OFFERED):
        for one in rows(data, (*OFFERED, theme)):
            before = clause_title(one["instead_of"], library)
            yield f"{clause_title(one['clause'], library)} in place of {before}"


def clause_title(name: str, library: Library) -> str:
    """Return the title and the kind of the clause *name*, its id where the library does not have it."""
    try:
        head = library.clause(name).head
    except DrafterError:
        return f"the clause {name}, which is not in the library"
    return f"“{head.title}” ({head.kind})"


def _asked(name: str, document: str, library: Library) -> str:
    """Return the question that *document* asks as *name*."""
    try:
        asks = library.document(document).rules.asks
    except DrafterError:
        return name
    return next((ask.ask for ask in asks if ask.name == name), name)


def _theme(name: str, library: Library) -> str:
    known = library.themes.themes.get(name)
    return f"“{known.title if known else name}”"


def _sentence(own: Mapping[str, Any]) -> str:
    return str(own.get("text") or RecommendationParts.model_validate(keys(own, ("parts",))).sentence or "")


def _quoted(text: str) -> str:
    words = shorten(text, _WIDEST, placeholder=" …")
    return f" “{words}”" if words else ""
