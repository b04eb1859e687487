"""The way back: from answers and an edited Word file to the answers that build what the file says."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
from drafter.drafting.merging.note_pairs import note_words, pair_notes
from drafter.drafting.merging.plans import Plan
from drafter.drafting.merging.segments import segments_of
from drafter.drafting.merging.steps import EditedTree
from drafter.drafting.resolve import Resolved, resolve
from drafter.errors import DrafterError
from drafter.frozen import frozen, replaced
from drafter.library.library import Library
from drafter.markup.writing import inline_markdown
from drafter.model.answers import GONE, Answers
from drafter.model.blocks import Document, NoteMark, Text
from drafter.model.node import Tree
from drafter.model.origins import Origins
from drafter.review.display_names import DisplayNames

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
        pairs = pair_notes(draft.document, edited, origins.notes, _is_own(resolved.answers), library.language)
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
            segment = again._segments[edit.segment]  # noqa: SLF001 - of the same class
            is_text = edit.kind == "changed" and edit.path[:1] == ("themes",)
            if is_text and all(_canonical(line) in wanted for line in segment.edited):
                best = self._best(edit, current, score, target)
                current, score = best or (current, score)
        return current.tree

    # ---- scores ----

    def _best(
        self, edit: Edit, current: EditedTree, score: float, target: Sequence[str]
    ) -> tuple[EditedTree, float] | None:
        """Return the answers after the best plan for *edit*, with their score; ``None`` if none helps."""
        best: tuple[EditedTree, float] | None = None
        for plan in edit.plans:
            edited = current.after(plan)
            reached = self._score(edited.tree, target)
            if reached < (score if best is None else best[1]):
                best = (edited, reached)
        if best is None and self._is_built(edit, current.tree):
            return current, score
        return best

    def _is_built(self, edit: Edit, tree: Tree) -> bool:
        """Return whether the answers *tree* build what *edit* wants: with another edit, it was done as well."""
        if edit.kind != "changed":
            return False
        draft, _, _ = self._compose(tree)
        lines = {_canonical(line) for line in lines_of_document(draft.document)}
        segment = self._segments[edit.segment]
        return all(_canonical(line) in lines for line in segment.edited)

    def _score(self, tree: Tree, target: Sequence[str]) -> float:
        """Return how many lines and notes the answers *tree* build otherwise; infinity if they are wrong."""
        try:
            draft, _, _ = self._compose(tree)
        except (DrafterError, ValueError):
            return float("inf")
        lines = [_canonical(line) for line in lines_of_document(draft.document)]
        notes = [note_words(note, self.library.language) for note in draft.document.notes]
        return _unlike(lines, target) + _NOTE_WEIGHT * _unlike(notes, self._notes)

    def _differences(self, tree: Tree, target: Sequence[str]) -> Iterator[Difference]:
        draft, _, _ = self._compose(tree)
        lines = [_canonical(line) for line in lines_of_document(draft.document)]
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
            yield from map(_canonical, lines)
            if index in added:
                yield from map(_canonical, segment.added_after)

    def _compose(self, tree: Tree) -> tuple[Draft, Origins, Resolved]:
        public = {key: value for key, value in tree.items() if key != "private"}
        resolved = resolve(Answers.model_validate(public), self.library)
        draft, origins = compose_draft_with_origins(resolved, self._real_names)
        return draft, origins, resolved


def _in_order(edits: Sequence[Edit]) -> list[Edit]:
    """Return *edits* with those that change a text before those that change its place."""
    return sorted(edits, key=lambda edit: edit.kind in ("deleted", "added", "moved"))


def _is_own(answers: Answers) -> Callable[[tuple[str, ...]], bool]:
    return lambda keys: len(keys) == 1 and (keys[0] in answers.facts or keys[0] in answers.sources)


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


def _canonical(line: Line) -> str:
    """Return the text of *line* with its format, and ``[^†]`` for each note."""
    inlines = [NoteMark("†") if isinstance(inline, NoteMark) else inline for inline in line.inlines]
    return _markdown(tuple(inlines)).strip()


@lru_cache(maxsize=4_000)
def _markdown(inlines: tuple[NoteMark | Text, ...]) -> str:
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
