"""The way back: from answers and an edited Word file to the answers that build what the file says."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from drafter.answers.changes import Change
from drafter.answers.merge import changed_paths
from drafter.answers.paths import Missing, saved_at
from drafter.compose.draft import Draft
from drafter.drafting.composing import compose_draft_with_origins
from drafter.drafting.merging.context import MergeContext
from drafter.drafting.merging.edits import Edit, edits_of, note_edits
from drafter.drafting.merging.lines import Line, lines_of_document
from drafter.drafting.merging.note_forms import NoteForms
from drafter.drafting.merging.note_pairs import note_words, pair_notes
from drafter.drafting.merging.segments import Unit, segments_of, unit_of
from drafter.drafting.merging.steps import EditedTree
from drafter.drafting.resolve import Resolved, resolve
from drafter.errors import DrafterError
from drafter.frozen import frozen, replaced
from drafter.library.library import Library
from drafter.markup.writing import inline_markdown
from drafter.model.answers import GONE, Answers
from drafter.model.blocks import Document, Inline, NoteMark, Text
from drafter.model.node import Tree
from drafter.model.origins import Origins
from drafter.review.display_names import DisplayNames

_MOST_OTHERS = 4
"""How many other lines a plan may change."""
_NOTE_WEIGHT = 0.01
"""How much a different note counts against a different line: a text comes before its notes."""


@frozen
class Difference:
    """What the answers still build otherwise than the edited file has it."""

    printed: str
    """What the answers build now; empty if they build nothing there."""
    edited: str
    """What the file has; empty if it has nothing there."""


@frozen
class Merged:
    """The answers after a merge."""

    tree: Tree
    changes: tuple[Change, ...]
    """The changes that lead from the saved answers to *tree*."""
    done: tuple[Edit, ...]
    """The edits that the answers now build."""
    left: tuple[Edit, ...]
    """The accepted edits that no answer can hold."""
    differences: tuple[Difference, ...]
    """The lines that are still different, with those of the edits that were not accepted."""


class Merge:
    """An answers file and an edited Word file, compared."""

    def __init__(
        self,
        saved: Tree,
        edited: Document,
        library: Library,
        real_names: Mapping[str, str] | None = None,
    ) -> None:
        """Compare what the *saved* answers build with *edited*. Raises DrafterError if they build nothing.

        *real_names* are those that the file was built with, by the key of the case.
        """
        self.library = library
        self._saved = saved
        self._edited = edited
        self._real_names = dict(real_names or {})
        draft, origins, resolved = self._compose(saved)
        known = NoteForms(resolved.answers, library, origins.notes)
        pairs = pair_notes(draft.document, edited, known.forms, known.is_own, library.language)
        printed = lines_of_document(draft.document, origins)
        returned = [_with_note_numbers(line, pairs.number_of) for line in lines_of_document(edited)]
        self._segments = segments_of(printed, _without_filling(returned))
        self._context = MergeContext(resolved.answers, saved, library, origins.notes, pairs)
        self._names = DisplayNames(resolved.answers, resolved.clauses, library.themes)
        self._notes = [note_words(note, library.language) for note in edited.notes]
        in_text = {number for line in returned for number in line.notes}
        changed = [number for number in sorted(pairs.changed) if number in in_text]
        edits = edits_of(self._segments, self._context, self._names)
        self.edits: tuple[Edit, ...] = (*edits, *note_edits(self._context, self._names, changed))

    def merge(self, accepted: Collection[Edit], progress: Callable[[int], object] = int) -> Merged:
        """Return the answers with the *accepted* edits; *progress* is called with the number done so far."""
        chosen = [edit for edit in self.edits if any(edit is each for each in accepted)]
        target = list(self._target(chosen))
        current = EditedTree(self._saved)
        score = self._score(current.tree, target)
        done: list[Edit] = []
        left: list[Edit] = []
        for number, edit in enumerate(_in_order(chosen), 1):
            best = self._best(edit, current, score, target)
            if best is None:
                left.append(edit)
            else:
                current, score = best
                done.append(edit)
            progress(number)
        tree = self._repaired(current.tree, target) if score >= 1 else current.tree
        changes = tuple(_changes(self._saved, tree))
        return Merged(tree, changes, tuple(done), tuple(left), tuple(self._differences(tree, target)))

    def _repaired(self, tree: Tree, target: Sequence[str]) -> Tree:
        """Return *tree* with clauses in the wording of *target* that other edits have changed.

        An answer may be printed in two places of which one was edited, and a law that is cited no more where
        it was first is cited in full in the next place.
        """
        again = Merge(tree, self._edited, self.library, self._real_names)
        wanted = set(target)
        current = EditedTree(tree)
        score = self._score(tree, target)
        for edit in again.edits:
            segment = again._segments[edit.segment]
            is_text = edit.kind == "changed" and edit.path[:1] == ("themes",)
            if is_text and all(text in wanted for text in _texts(segment.edited, segment.unit)):
                best = self._best(edit, current, score, target)
                current, score = best or (current, score)
        return current.tree

    # ---- scores ----

    def _best(
        self, edit: Edit, current: EditedTree, score: float, target: Sequence[str]
    ) -> tuple[EditedTree, float] | None:
        """Return the answers after the best plan for *edit*, with their score; ``None`` if none helps.

        A plan may change a few other lines: they are repaired later, or belong to what was deleted.
        """
        best: tuple[EditedTree, float] | None = None
        for plan in edit.plans:
            edited = current.after(plan)
            reached = self._score(edited.tree, target)
            limit = score if best is None else best[1]
            if reached < limit or (
                best is None and reached <= score + _MOST_OTHERS and self._is_built(edit, edited.tree)
            ):
                best = (edited, reached)
        if best is None and edit.kind == "changed" and self._is_built(edit, current.tree):
            return current, score  # it was done with another edit
        return best

    def _is_built(self, edit: Edit, tree: Tree) -> bool:
        """Return whether the answers *tree* build the lines of *edit*, and no longer those it deletes."""
        if edit.segment < 0:
            return False
        lines, segment = set(self._built(tree)[0]), self._segments[edit.segment]
        if edit.kind == "deleted":
            return not any(text in lines for text in _texts(segment.lines, segment.unit))
        wanted = segment.added_after if edit.is_after else segment.edited
        return all(text in lines for text in _texts(wanted, segment.unit))

    def _score(self, tree: Tree, target: Sequence[str]) -> float:
        """Return how many lines and notes the answers *tree* build otherwise; infinity if they are wrong."""
        try:
            lines, notes = self._built(tree)
        except (DrafterError, ValueError):
            return float("inf")
        return _unlike(lines, target) + _NOTE_WEIGHT * _unlike(notes, self._notes)

    def _built(self, tree: Tree) -> tuple[list[str], list[str]]:
        """Return the lines and notes that the answers *tree* build. Raises DrafterError if they cannot."""
        draft, origins, _ = self._compose(tree)
        lines = lines_of_document(draft.document, origins)
        texts = [text for line in lines for text in _texts([line], unit_of(line))]
        return texts, [note_words(note, self.library.language) for note in draft.document.notes]

    def _differences(self, tree: Tree, target: Sequence[str]) -> Iterator[Difference]:
        lines, _ = self._built(tree)
        matcher = SequenceMatcher(None, lines, target, autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag != "equal":
                yield Difference("\n".join(filter(None, lines[a:b])), "\n".join(filter(None, target[c:d])))

    def _target(self, accepted: Sequence[Edit]) -> Iterator[str]:
        """Yield the lines that the answers are to build: the edited ones where the edit was accepted."""
        changed = {edit.segment for edit in accepted if not edit.is_after}
        added = {edit.segment for edit in accepted if edit.is_after}
        moved = {edit.path for edit in accepted if edit.kind == "moved"}
        for index, segment in enumerate(self._segments):
            is_edited = segment.is_same or index in changed or (segment.unit in moved and not segment.edited)
            lines = segment.edited if is_edited else segment.lines
            yield from _texts(lines, segment.unit)
            if index in added:
                yield from _texts(segment.added_after, ())

    def _compose(self, tree: Tree) -> tuple[Draft, Origins, Resolved]:
        public = {key: value for key, value in tree.items() if key != "private"}
        resolved = resolve(Answers.model_validate(public), self.library)
        draft, origins = compose_draft_with_origins(resolved, self._real_names)
        return draft, origins, resolved


def _in_order(edits: Sequence[Edit]) -> list[Edit]:
    """Return *edits* with those that change a text before those that change its place."""
    return sorted(edits, key=lambda edit: edit.kind in ("deleted", "added", "moved"))


def _with_note_numbers(line: Line, number_of: Mapping[int, int]) -> Line:
    """Return an edited *line* whose notes have the numbers of the printed notes."""
    inlines = tuple(
        NoteMark(str(number_of[int(inline.key)])) if isinstance(inline, NoteMark) else inline
        for inline in line.inlines
    )
    numbers = tuple(number_of[number] for number in line.notes)
    return replaced(line, block=replaced(line.block, inlines=inlines), notes=numbers)


def _without_filling(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* without empty paragraphs; an empty cell is a line."""
    return [line for line in lines if not line.is_blank or line.kind == "cell"]


def _texts(lines: Iterable[Line], unit: Unit) -> list[str]:
    """Return the text of each of *lines*, with ``[^†]`` for notes; with its format only in a *unit*."""
    return [_canonical(line, with_format=unit is not None) for line in lines]


def _canonical(line: Line, *, with_format: bool) -> str:
    inlines: list[Inline] = []
    for inline in line.inlines:
        match inline:
            case NoteMark():
                inlines.append(NoteMark("†"))
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


def _changes(before: Tree, after: Tree) -> Iterator[Change]:
    """Yield the changes that lead from one saved tree to another."""
    for path in changed_paths(before, after):
        value = saved_at(after, path)
        yield path, GONE if isinstance(value, Missing) else value
