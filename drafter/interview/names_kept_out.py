"""What to say at once where a text has a name that must not be printed."""

from collections.abc import Iterator

from drafter.answers.paths import at, is_private
from drafter.answers.working import WorkingAnswers
from drafter.library.library import Library
from drafter.model.node import Tree
from drafter.model.text_walk import path_in_words, texts_of
from drafter.privacy.leak_search import hinted_cases, leaking_cases
from drafter.privacy.private_file import NOT_PRINTED, Secrets, secrets_of

_OF_THE_FILE = ("format", "made_with", "private_id", "interview", "clause_versions")
MOST_PLACES = 3
"""Places that are named; a check names all."""


def names_kept_out(before: WorkingAnswers, after: WorkingAnswers, library: Library) -> Iterator[str]:
    """Yield that a new text has one of the names, or that earlier texts have one of the new names."""
    names = secrets_of(at(after, ("private", NOT_PRINTED)) or [])
    if not any(names.values()):
        return
    secrets = {NOT_PRINTED: names}
    are_new = names != secrets_of(at(before, ("private", NOT_PRINTED)) or [])
    known = {} if are_new else dict(_texts(before.saved))
    places = [
        _place(path, after, library)
        for path, text in _texts(after.saved)
        if known.get(path) != text and _has_name(text, secrets)
    ]
    if places:
        shown = ", ".join(list(dict.fromkeys(places))[:MOST_PLACES])
        yield f"A name or number that you do not want printed is in: {shown}. Change it: Ctrl-B, or Ctrl-O."


def _texts(tree: Tree) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the path and the text of each answer that is not private."""
    return (
        (path, text)
        for path, text in texts_of(tree)
        if path and not is_private(path) and path[0] not in _OF_THE_FILE
    )


def _place(path: tuple[str | int, ...], answers: WorkingAnswers, library: Library) -> str:
    """Return the question whose answer is at *path*, else the path in words."""
    is_known = path[0] == "details" and (answers.document or "") in library.document_ids()
    asks = library.document(answers.document or "").rules.asks if is_known else ()
    return next((f"“{ask.ask}”" for ask in asks if ask.name == path[1]), path_in_words(path))


def _has_name(text: str, secrets: Secrets) -> bool:
    return any(leaking_cases(text, secrets, frozenset())) or any(hinted_cases(text, secrets, frozenset()))
