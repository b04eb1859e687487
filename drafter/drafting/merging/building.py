"""What answers build, line by line, and how far that is from what an edited file has."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from drafter.answers.paths import saved_at
from drafter.compose.draft import Draft
from drafter.drafting.composing import compose_draft_with_origins
from drafter.drafting.merging.lines import Line
from drafter.drafting.merging.note_pairs import note_words
from drafter.drafting.merging.segments import Unit, unit_of
from drafter.drafting.merging.steps import private_name
from drafter.drafting.merging.typed_references import printed_lines
from drafter.drafting.resolve import Resolved, resolve
from drafter.errors import DrafterError
from drafter.frozen import frozen
from drafter.library.library import Library
from drafter.markup.writing import inline_markdown
from drafter.model.answers import Answers
from drafter.model.blocks import Inline, NoteMark, Reference, Text
from drafter.model.node import Tree
from drafter.model.origins import Origins
from drafter.patterns import pattern

_NUMBER = pattern(r"[0-9]+")
_NOTE_WEIGHT = 0.01
"""How much a different note counts against a different line: a text comes before its notes."""


@frozen
class Built:
    """What answers build."""

    lines: tuple[str, ...]
    notes: tuple[str, ...]
    """The words of the notes, with ``#`` for the numbers of other notes."""


class Builder:
    """Builds the document of saved answers again and again, each time with other edits."""

    def __init__(self, library: Library, named: Iterable[str] = ()) -> None:
        """*named* are the keys of the cases whose real name the document prints."""
        self.library = library
        self.named = tuple(named)
        self._built: list[tuple[Tree, Built]] = []

    def compose(self, tree: Tree) -> tuple[Draft, Origins, Resolved]:
        """Return the document of the answers *tree*. Raises DrafterError or ValueError if they are wrong."""
        public = {key: value for key, value in tree.items() if key != "private"}
        resolved = resolve(Answers.model_validate(public), self.library)
        names = {key: str(saved_at(tree, private_name(key)) or "") for key in self.named}
        draft, origins = compose_draft_with_origins(resolved, names)
        return draft, origins, resolved

    def built(self, tree: Tree) -> Built:
        """Return what *tree* builds. Raises as ``compose`` does."""
        for known, built in self._built:
            if known is tree:
                return built
        draft, origins, _ = self.compose(tree)
        lines = printed_lines(draft.document, origins)
        texts = tuple(text for line in lines for text in texts_of([line], unit_of(line)))
        notes = tuple(note_words(note, self.library.language) for note in draft.document.notes)
        built = Built(texts, notes)
        self._built = [*self._built[-3:], (tree, built)]
        return built

    def distance(self, tree: Tree, wanted: Built) -> float:
        """Return how many lines *tree* builds otherwise than *wanted*; infinity if the answers are wrong."""
        try:
            built = self.built(tree)
        except (DrafterError, ValueError):
            return float("inf")
        return _unlike(built.lines, wanted.lines) + _NOTE_WEIGHT * _unlike(built.notes, wanted.notes)


def texts_of(lines: Iterable[Line], unit: Unit) -> list[str]:
    """Return the text of each of *lines*, with ``[^†]`` for notes; with its format only in a *unit*."""
    return [_canonical(line, with_format=unit is not None) for line in lines]


def _canonical(line: Line, *, with_format: bool) -> str:
    inlines: list[Inline] = []
    for inline in line.inlines:
        match inline:
            case NoteMark():
                inlines.append(NoteMark("†"))
            case Reference(text=text):  # its numbers change with the paragraphs before it
                inlines.append(Text(_NUMBER.sub("#", text)))
            case Text(text=text) if not with_format:
                inlines.append(Text(text))
            case _:
                inlines.append(inline)
    return _markdown(tuple(inlines)).strip()


@lru_cache(maxsize=4_000)
def _markdown(inlines: tuple[Inline, ...]) -> str:
    return inline_markdown(inlines)


def _unlike(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how many texts of *a* and *b* have no equal one in the other, in the same order."""
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return len(a) + len(b) - 2 * sum(block.size for block in matcher.get_matching_blocks())
