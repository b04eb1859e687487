"""Which saved answers may tell of a person. Such answers are kept in no file besides the answers themselves.

What is kept so that it can be undone would outlive the wish of a person who wants to be forgotten.
"""

from collections.abc import Iterator, Mapping, Sequence

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, keys, maps
from drafter.frozen import factory_default, frozen
from drafter.model.answers import GONE
from drafter.model.node import Tree
from drafter.model.text_walk import texts_of
from drafter.privacy.leak_search import hinted_cases, leaking_cases
from drafter.privacy.matching import FoldedText
from drafter.privacy.private_file import NOT_PRINTED, PSEUDONYM, Secrets, secrets_of

PARTS = frozenset({"cases", "private"})
"""Steps of the paths to the cases of people, and to the private file."""
OF_THE_OCCASION = frozenset({
    "addressed", "agenda_item", "call_title", "cycle", "deadline", "issuer", "limit", "limit_per_answer",
    "questions", "reference", "session", "word_limit",
})  # fmt: skip
"""A document's own answers that are about its occasion. Any other may tell of a person."""
_DETAILS = "details"
_REMOVED = ("inactive", "removed")


@frozen
class KnownPeople:
    """The people that the answers know: by a private detail, or by a pseudonym."""

    secrets: Secrets = factory_default(factory=dict)
    pseudonyms: tuple[str, ...] = ()

    @classmethod
    def of(cls, *trees: Tree) -> "KnownPeople":
        """Return the people in the saved answers *trees*, which have the private file under ``private``."""
        secrets = {
            f"{key} {number}": secrets_of(case)
            for number, tree in enumerate(trees)
            for key, case in (
                *keys(tree, ("private", "cases")).items(),
                (NOT_PRINTED, keys(tree, ("private",)).get(NOT_PRINTED)),
            )
            if case is not None
        }
        pseudonyms = {name.strip() for tree in trees for name in _pseudonyms(tree)}
        return cls(secrets, tuple(sorted(pseudonyms - {""})))

    def named_in(self, value: object) -> bool:
        """Return whether a text in *value* has a private detail, or a part of a name."""
        return any(
            any(leaking_cases(text, self.secrets, frozenset()))
            or any(hinted_cases(text, self.secrets, frozenset()))
            for text in _texts(value)
            if self.secrets
        )

    def mentioned_in(self, value: object) -> bool:
        """Return whether a text in *value* has a pseudonym."""
        if not self.pseudonyms:
            return False
        names = [_spaced_words(name) for name in self.pseudonyms]
        texts = map(_spaced_words, _texts(value))
        return any(name in text for text in texts for name in names)


def _pseudonyms(tree: Tree) -> Iterator[str]:
    """Yield the pseudonyms of the cases in *tree*, and of those who are concerned."""
    for case in keys(tree, ("cases",)).values():
        yield str(keys(case, ()).get(PSEUDONYM) or "")
    for name, value in keys(tree, (_DETAILS,)).items():
        if name not in OF_THE_OCCASION:
            rows_or_name = [value] if name == "person" else maps(tree, (_DETAILS, name))
            yield from map(pseudonym_in, rows_or_name)


def pseudonym_in(row: object) -> str:
    """Return the pseudonym in *row*, an entry about a person; the text itself if it is no entry."""
    name = row.get("name") if isinstance(row, Mapping) else row if isinstance(row, str) else ""
    return " ".join(str(name or "").split())


def same_pseudonym(name: str | None, other: str | None) -> bool:
    """Return whether the two pseudonyms mean the same person."""
    return bool(name and other) and _spaced_words(name or "") == _spaced_words(other or "")


def erased_rows(changes: Sequence[Change]) -> Iterator[KeyPath]:
    """Yield the paths of the entries about a person that *changes* erase.

    These are cases, and what goes from a document's own answers, or from what was kept, without being kept.
    """
    is_kept = any(path[:2] == _REMOVED and value is not GONE and len(path) > 2 for path, value in changes)
    for path, value in changes:
        if value is GONE and not is_kept:
            is_case = path[0] == "cases" and len(path) == 2
            is_row = path[0] == _DETAILS and len(path) == 3 and path[1] not in OF_THE_OCCASION
            is_record = path[:2] == _REMOVED and len(path) == 3 and len(changes) == 1
            if is_case or is_row or is_record:
                yield path


def tells_of_people(path: KeyPath, value: object) -> bool:
    """Return whether *value*, saved at *path*, may tell of a person: by where it is, not by its words."""
    if path and path[0] == _DETAILS and (len(path) == 1 or path[1] not in OF_THE_OCCASION):
        return len(path) > 1 or any(name not in OF_THE_OCCASION for name in keys(value, ()))
    return not PARTS.isdisjoint(map(str, path)) or _holds_people(value)


def _holds_people(value: object) -> bool:
    """Return whether a case, or what was taken out of a document's own answers, is within *value*."""
    if isinstance(value, Mapping):
        place, key = value.get("place"), str(value.get("key"))
        if isinstance(place, list | tuple) and place:
            steps = (*map(str, place), key)
            if steps[0] in PARTS or (steps[0] == _DETAILS and steps[1] not in OF_THE_OCCASION):
                return True
        return not PARTS.isdisjoint(value) or any(map(_holds_people, value.values()))
    return isinstance(value, list | tuple) and any(map(_holds_people, value))


def _texts(value: object) -> Iterator[str]:
    return (text for _, text in texts_of(value))


def _spaced_words(text: str) -> str:
    """Return the folded words of *text*, each between spaces."""
    return f" {' '.join(word.text for word in FoldedText.of(text).words)} "
