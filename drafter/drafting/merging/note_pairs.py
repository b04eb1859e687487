"""Which notes of two versions of a document are the same note."""

from collections.abc import Callable, Collection, Mapping, Sequence

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.markup.count import plain_text
from drafter.model.blocks import Document, Gap, Inline, NoteNumber, Text
from drafter.patterns import pattern
from drafter.text_diff import align

_NUMBER = pattern(r"\d+")
NEW_NOTE = 0x4000
"""Added to the number of a note that only the edited file has."""


@frozen
class ReturnedNotes:
    """The notes of a document and of its edited version."""

    printed: tuple[tuple[Inline, ...], ...]
    edited: tuple[tuple[Inline, ...], ...]
    number_of: Mapping[int, int]
    """By the number of an edited note, that of the printed one it comes from; for a new note, its own number
    plus ``NEW_NOTE``."""
    changed: frozenset[int]
    """The numbers of the printed notes whose words were changed."""

    def edited_note(self, number: int) -> tuple[Inline, ...]:
        """Return the edited note for which a line has *number*."""
        if number >= NEW_NOTE:
            return self.edited[number - NEW_NOTE - 1]
        own = next(edited for edited, printed in self.number_of.items() if printed == number)
        return self.edited[own - 1]


def pair_notes(
    printed: Document,
    edited: Document,
    forms: Callable[[int], Collection[str]],
    is_own: Callable[[int], bool],
    language: Language,
) -> ReturnedNotes:
    """Return which notes of *printed* the notes of *edited* come from.

    A note in full and the same in short are not different: *forms* returns the words of both, by the number
    of the printed note. One with other words is the same note only if *is_own* says that the author may
    change it; the words of an authority's note belong to the library. The numbers of other notes in a note do
    not count: they change when a note is added before it.
    """
    old = [note_words(note, language) for note in printed.notes]
    new = [note_words(note, language) for note in edited.notes]
    number_of: dict[int, int] = {}
    changed: set[int] = set()
    unknown = set(new).difference(old)
    gone = [(number, words) for number, words in enumerate(old, 1) if unknown and words not in new]
    same_as = {form: words for number, words in reversed(gone) for form in forms(number)}
    same_as |= {words: words for words in old}
    for first, second in align(old, [same_as.get(words, words) for words in new]):
        if first is not None and second is not None:
            is_same = old[first] == new[second] or new[second] in forms(first + 1)
            if is_same or is_own(first + 1):
                number_of[second + 1] = first + 1
            if not is_same and is_own(first + 1):
                changed.add(first + 1)
    _pair_moved(old, new, number_of)
    for number in range(1, len(new) + 1):
        number_of.setdefault(number, NEW_NOTE + number)
    return ReturnedNotes(printed.notes, edited.notes, number_of, frozenset(changed))


def _pair_moved(old: Sequence[str], new: Sequence[str], number_of: dict[int, int]) -> None:
    """Pair the notes that are left and have equal words: they were moved."""
    used = set(number_of.values())
    left: dict[str, list[int]] = {}
    for number, words in enumerate(old, 1):
        if number not in used:
            left.setdefault(words, []).append(number)
    for number, words in enumerate(new, 1):
        if number not in number_of and left.get(words):
            number_of[number] = left[words].pop(0)


def note_words(note: Sequence[Inline], language: Language) -> str:
    """Return the words of a *note*, with ``#`` for the numbers of other notes."""
    text = "".join(
        "#"
        if isinstance(inline, NoteNumber)
        else f"[{inline.text}]"
        if isinstance(inline, Gap)
        else inline.text
        for inline in note
        if isinstance(inline, Text | Gap | NoteNumber)
    )
    words = " ".join(text.split())
    for before, _ in (language.notes.earlier, language.notes.same):
        mark = before.strip()
        start = words.find(mark)
        while start >= 0:
            end = start + len(mark)
            number = _NUMBER.match(words, end + 1)
            if number:
                words = f"{words[:end]} #{words[number.end() :]}"
            start = words.find(mark, end)
    return words


def plain_note(note: Sequence[Inline]) -> str:
    """Return a *note* as plain text, without a full stop at its end."""
    text = "".join(
        str(inline.number) if isinstance(inline, NoteNumber) else plain_text((inline,)) for inline in note
    )
    return " ".join(text.split()).removesuffix(".")
