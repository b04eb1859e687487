"""What was put aside, and what is offered in its place, in the words of the screen."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from drafter.answers.paths import at, clause_id, keys, maps
from drafter.drafting.aside import Record, offers
from drafter.errors import DrafterError
from drafter.library.library import Library
from drafter.model.answers import RecommendationParts
from drafter.model.node import Node

_PARTS = {
    "title": "the title",
    "summary": "the summary",
    "closing": "the closing paragraph",
    "keywords": "the keywords",
    "method": "the paragraph on sources and method",
}
_WIDEST = 60


def aside_in_words(record: Record, library: Library) -> Iterator[str]:
    """Yield what *record* holds, in words."""
    match record.place:
        case ():
            yield from _part_in_words(record, library)
        case ("details",):
            yield f"your answer to “{_asked(record.key, record.document or '', library)}”"
        case ("cases", case):
            yield f"the consent of case {case}: it was given for the other document"
        case ("themes", theme, "clauses"):
            own = ", with your own wording" if keys(record.value, ()).get("text") else ""
            yield f"{clause_in_words(clause_id(record.value), library)} in {_theme(theme, library)}{own}"
        case ("themes", theme, "own"):
            own_text = keys(record.value, ())
            yield f"your own {own_text.get('kind')}{_quoted(_sentence(own_text))} in {_theme(theme, library)}"


def _part_in_words(record: Record, library: Library) -> Iterator[str]:
    if record.key == "themes":
        sections = maps(record.value, ())
        yield from (f"theme {_theme(str(section.get('theme')), library)}" for section in sections)
    elif record.key == "earlier" and isinstance(record.value, Sequence):
        yield f"{len(record.value)} earlier recommendations"
    elif record.key != "state":
        text = _quoted(record.value) if isinstance(record.value, str) else ""
        yield f"{_PARTS.get(record.key, record.key)}{text}"


def offers_in_words(answers: object, library: Library) -> Iterator[str]:
    """Yield each clause that is offered in *answers*, saved or as a model, with the one that it replaces."""
    for theme in keys(at(answers, ("inactive",)), ("offered",)):
        for offer in offers(answers, theme):
            before = clause_in_words(offer.instead_of, library)
            yield f"{clause_in_words(offer.clause, library)} in place of {before}"


def clause_in_words(name: str, library: Library) -> str:
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
    theme = library.themes.themes.get(name)
    return f"“{theme.title if theme else name}”"


def _sentence(own: dict[str, Node]) -> str:
    return str(own.get("text") or RecommendationParts.model_validate(keys(own, ("parts",))).sentence or "")


def _quoted(text: str) -> str:
    words = shorten(text, _WIDEST, placeholder=" …")
    return f" “{words}”" if words else ""
