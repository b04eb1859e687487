"""What every plan of a merge needs: the answers, the notes, the names of things."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, Missing, next_key, saved_at
from drafter.drafting.merging.lines import Line, is_note, markdown_of, note_number
from drafter.drafting.merging.note_pairs import NEW_NOTE, ReturnedNotes, plain_note
from drafter.drafting.merging.typed_references import as_saved
from drafter.language.language import Language
from drafter.library.library import Library
from drafter.model.answers import Answers
from drafter.model.node import Node, Tree
from drafter.model.note_marks import NOTE

_ESCAPE = "\\"
"""What stands before the bracket of a mark that is only text."""


class MergeContext:
    """The answers that are merged into, and how the notes of the edited file are cited in them."""

    def __init__(
        self,
        answers: Answers,
        saved: Tree,
        library: Library,
        note_keys: Sequence[tuple[str, ...]],
        pairs: ReturnedNotes,
        *,
        real_names: Mapping[str, str],
    ) -> None:
        """*note_keys* are the keys that each printed note cites, in the order of the notes.

        *real_names* are those that the document prints, by the key of the case.
        """
        self.real_names = real_names
        self.answers = answers
        self.saved = saved
        self.library = library
        self.note_keys = note_keys
        self.pairs = pairs

    @property
    def language(self) -> Language:
        """The language of the document."""
        return self.library.language

    @cached_property
    def new_sources(self) -> dict[int, str]:
        """The key of the source for each note that only the edited file has."""
        used = dict(self.answers.sources)
        keys: dict[int, str] = {}
        for number in sorted(set(self.pairs.number_of.values())):
            if number >= NEW_NOTE:
                keys[number] = next_key("S", {**used, **dict.fromkeys(keys.values())})
        return keys

    def value(self, path: KeyPath) -> Node:
        """Return what is saved at *path*, ``None`` if there is nothing."""
        value = saved_at(self.saved, path)
        return None if isinstance(value, Missing) else value

    def markdown(self, lines: Sequence[Line], depth: int = 0) -> str:
        """Return *lines* as the Markdown of an answer, with the keys of the notes.

        What looks like the mark of a note and is none, such as one copied from another text, is put in words:
        read again, it would have to name a fact or an authority.
        """

        def keys_or_words(mark: re.Match[str]) -> str:
            if self._is_note(mark[1]):
                return self._marks(int(mark[1]))
            return f"(note {mark[1].rstrip(_ESCAPE)})"

        return NOTE.sub(keys_or_words, markdown_of(as_saved(lines), depth))

    def _is_note(self, number: str) -> bool:
        """Return whether *number* is that of a note of the document, or of a new one of the edited file."""
        is_number = number.isdecimal() and number.isascii()
        return is_number and (1 <= int(number) <= len(self.note_keys) or int(number) in self.new_sources)

    def _marks(self, number: int) -> str:
        if number >= NEW_NOTE:
            return f"[^{self.new_sources[number]}]"
        return "".join(f"[^{key}]" for key in self.note_keys[number - 1])

    def new_source_changes(self, lines: Iterable[Line]) -> list[Change]:
        """Return the changes that add a source for each new note in *lines*."""
        numbers = [note_number(character) for line in lines for character in line.text if is_note(character)]
        return [
            (("sources", self.new_sources[number]), {"citation": plain_note(self.pairs.edited_note(number))})
            for number in numbers
            if number >= NEW_NOTE
        ]
