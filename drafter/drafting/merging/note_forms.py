"""The words in which a note may be printed: in full, in short, or as a mention of an earlier note."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from drafter.compose.notes import Notes
from drafter.drafting.merging.note_pairs import note_words
from drafter.library.library import Library
from drafter.model.answers import Answers
from drafter.model.blocks import Text


class NoteForms:
    """The printed notes of a document, with what each cites."""

    def __init__(self, answers: Answers, library: Library, keys: Sequence[tuple[str, ...]]) -> None:
        """*keys* are those that each note cites, in the order of the notes."""
        self._answers = answers
        self._library = library
        self._keys = keys
        self._forms = lru_cache(maxsize=None)(self._forms_of)

    def is_own(self, number: int) -> bool:
        """Return whether the note *number* cites one fact or source, whose words are the author's."""
        keys = self._keys[number - 1]
        return len(keys) == 1 and (keys[0] in self._answers.facts or keys[0] in self._answers.sources)

    def forms(self, number: int) -> Collection[str]:
        """Return the words that the note *number* may have, with ``#`` for the numbers of other notes."""
        return self._forms(self._keys[number - 1])

    def _forms_of(self, keys: tuple[str, ...]) -> frozenset[str]:
        notes = self._notes()
        notes.add(*keys)
        after_works = self._notes()
        for key in keys:
            after_works.add(self._work(key))
        after_works.add(*keys)
        repeated = self._notes()
        repeated.add(*keys)
        repeated.add(*keys)
        texts = (*notes.texts, *after_works.texts, *repeated.texts)
        before, after = self._library.language.notes.same
        mention = note_words((Text(f"{before}1{after}"),), self._library.language)
        return frozenset(note_words(text, self._library.language) for text in texts) - {mention}

    def _work(self, key: str) -> str:
        """Return the key of the whole work that *key* cites."""
        if key in self._answers.facts:
            return self._answers.facts[key].source or key
        return key.partition(":")[0]

    def _notes(self) -> Notes:
        answers = self._answers
        return Notes(
            self._library.authorities,
            answers.facts,
            answers.sources,
            answers.confirmed_authorities,
            self._library.language,
        )
