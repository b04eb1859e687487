"""The way back: from answers and an edited Word file to the answers that build what the file says."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from drafter.answers.changes import Change
from drafter.answers.checked_facts import with_unchecked_facts
from drafter.answers.merge import changed_paths
from drafter.answers.paths import Missing, saved_at
from drafter.compose.names import LongNames
from drafter.drafting.merging.building import Builder, Built, texts_of
from drafter.drafting.merging.context import MergeContext
from drafter.drafting.merging.edits import Edit, edit_of, edits_of, note_edits
from drafter.drafting.merging.lines import Line, likeness_of, lines_of_document, with_names
from drafter.drafting.merging.merged import Difference, Merged
from drafter.drafting.merging.note_forms import NoteForms
from drafter.drafting.merging.note_pairs import note_words, pair_notes
from drafter.drafting.merging.people import People, changed_name
from drafter.drafting.merging.segments import segments_of
from drafter.drafting.merging.steps import EditedTree
from drafter.drafting.merging.typed_references import printed_lines
from drafter.drafting.word_identities import line_names
from drafter.frozen import replaced
from drafter.library.library import Library
from drafter.model.answers import GONE
from drafter.model.blocks import Document, NoteMark
from drafter.model.node import Tree
from drafter.privacy.hidden_names import HIDDEN_TEXT
from drafter.privacy.private_file import NAME, Secrets
from drafter.review.display_names import DisplayNames

_MOST_OTHERS = 4
"""How many other lines a plan may change."""
_SMALLEST = 0.001
"""Less than any difference between two distances."""


class Merge:
    """An answers file and an edited Word file, compared."""

    def __init__(
        self,
        saved: Tree,
        edited: Document,
        library: Library,
        *,
        secrets: Secrets | None = None,
        named: Collection[str] = (),
        built: Document | None = None,
        names: Sequence[tuple[str, ...]] = (),
    ) -> None:
        """Compare what the *saved* answers build with *edited*. Raises DrafterError if they build nothing.

        *secrets* are the private details of the cases; *named* are the cases that the file tells under the
        real name. With *built*, the file as drafter built it, only what was edited since then is an edit.
        *names* are those of the lines of *edited*, by which drafter knows them again.
        """
        self.library = library
        self._saved = saved
        self._edited = edited
        self._builder = Builder(library, named)
        draft, origins, resolved = self._builder.compose(saved)
        pseudonyms = {key: case.pseudonym or "" for key, case in resolved.answers.cases.items()}
        self._people = People(secrets or {}, pseudonyms)
        known = NoteForms(resolved.answers, library, origins.notes)
        pairs = pair_notes(draft.document, edited, known.forms, known.is_own, library.language)
        own_names = [(name,) for name in line_names(draft.document, origins, resolved.answers)]
        printed = with_names(printed_lines(draft.document, origins), own_names)
        returned = [
            _with_note_numbers(line, pairs.number_of) for line in with_names(lines_of_document(edited), names)
        ]
        self.likeness = likeness_of(printed, returned)
        """The part of the printed lines that the edited file has word for word, from 0 to 1."""
        variants = LongNames(library.long_names, library.language).variants
        self._segments = segments_of(printed, _without_filling(returned), variants)
        self.hidden_names = self._people.hidden(self._segments)
        """How many real names that colleagues typed were replaced by the pseudonym."""
        real_names = {key: (secrets or {}).get(key, {}).get(NAME, "") for key in named}
        self._context = MergeContext(
            resolved.answers, saved, library, origins.notes, pairs, real_names=real_names
        )
        self._names = DisplayNames(resolved.answers, resolved.clauses, library.themes)
        self._notes = tuple(note_words(note, library.language) for note in edited.notes)
        in_text = {number for line in returned for number in line.notes}
        changed = [number for number in sorted(pairs.changed) if number in in_text]
        edits = edits_of(self._segments, self._context, self._names)
        notes = note_edits(self._context, self._names, changed)
        since = self._since(built, (*edits, *notes))
        self.edits: tuple[Edit, ...] = tuple(map(self._for_the_screen, since))

    def reworded(self, edit: Edit, text: str) -> Edit:
        """Return *edit* with *text* (Markdown) in place of what the edited file has."""
        segment = self._segments[edit.segment]
        segment.reword(text, is_after=edit.is_after)
        reworded = edit_of(edit.segment, self._segments, self._context, self._names, is_after=edit.is_after)
        return self._for_the_screen(reworded)

    def text_of(self, edit: Edit) -> str:
        """Return the edited text of *edit* as Markdown, with note marks by their numbers.

        It is empty if the screen may not show it.
        """
        text = self._segments[edit.segment].markdown(is_after=edit.is_after) if edit.segment >= 0 else ""
        return text if self.shown(text) == text else ""

    def shown(self, text: str) -> str:
        """Return *text* as the screen may show it: without anything from the private file."""
        return self._people.shown(text)

    def _for_the_screen(self, edit: Edit) -> Edit:
        """Return *edit* without private details, and without plans that would save one."""
        texts = {name: self.shown(getattr(edit, name)) for name in ("origin", "before", "after")}
        if HIDDEN_TEXT in texts.values() and edit.kind == "changed":
            texts |= {"before": HIDDEN_TEXT, "after": HIDDEN_TEXT}
        plans = tuple(self._people.in_place(plan, self._context) for plan in edit.plans)
        kept = tuple(plan for plan in plans if not self._people.reveals(plan))
        if key := next((changed_name(plan) for plan in kept if changed_name(plan)), ""):
            texts["origin"] = f"{self._names.case(key)}, the real name"
        return replaced(edit, **texts, plans=kept, is_private=bool(plans) and not kept)

    def merge(
        self, accepted: Collection[Edit], progress: Callable[[float], object] = lambda _: None
    ) -> Merged:
        """Return the answers with the *accepted* edits; *progress* is called with the part that is done."""
        wanted = Built(tuple(self._target(accepted)), self._notes)
        current = EditedTree(self._saved)
        distance = self._builder.distance(current.tree, wanted)
        done: list[Edit] = []
        left: list[Edit] = []
        for number, edit in enumerate(_in_order(accepted), 1):
            best = self._best(edit, current, distance, wanted)
            if best is None:
                left.append(edit)
            else:
                current, distance = best
                done.append(edit)
            progress(number / len(accepted))
        tree = self._repaired(current.tree, wanted) if distance >= 1 and done else current.tree
        changes = tuple(with_unchecked_facts(self._saved, list(_changes(self._saved, tree))))
        differences = tuple(self._differences(tree, wanted))
        still_left = tuple(edit for edit in left if self._is_among(edit, differences))
        shown = tuple(Difference(self.shown(each.printed), self.shown(each.edited)) for each in differences)
        return Merged(tree, changes, tuple(done), still_left, shown)

    def _is_among(self, edit: Edit, differences: Sequence[Difference]) -> bool:
        """Return whether the lines of *edit* are among *differences*; a changed note is always."""
        if edit.segment < 0:
            return True
        segment = self._segments[edit.segment]
        if edit.kind == "deleted":
            lines = {line for difference in differences for line in difference.printed.split("\n")}
            return any(text in lines for text in texts_of(segment.lines, segment.unit))
        lines = {line for difference in differences for line in difference.edited.split("\n")}
        return any(line in lines for text in self._wanted(edit) for line in text.split("\n"))

    def _since(self, built: Document | None, edits: Sequence[Edit]) -> Iterator[Edit]:
        """Yield those of *edits* that somebody made after the file was *built*."""
        if built is None:
            yield from edits
            return
        lines = {line.shown for line in lines_of_document(built)}
        notes = {note_words(note, self.library.language) for note in built.notes}
        for edit in edits:
            if edit.kind == "note":
                words = note_words(self._context.pairs.edited_note(edit.note), self.library.language)
                is_old = words in notes
            elif edit.kind == "deleted":
                is_old = not any(line.shown in lines for line in self._segments[edit.segment].lines)
            else:
                segment = self._segments[edit.segment]
                texts = segment.added_after if edit.is_after else segment.edited
                is_old = edit.kind != "moved" and all(line.shown in lines for line in texts)
            if not is_old:
                yield edit

    def _repaired(self, tree: Tree, wanted: Built) -> Tree:
        """Return *tree* with clauses in the wording of *wanted* that other edits have changed.

        An answer may be printed in two places of which one was edited, and a law that is cited no more where
        it was first is cited in full in the next place.
        """
        again = Merge(
            tree, self._edited, self.library, secrets=self._people.secrets, named=self._builder.named
        )
        lines = set(wanted.lines)
        current = EditedTree(tree)
        distance = self._builder.distance(tree, wanted)
        for edit in again.edits:
            is_text = edit.kind == "changed" and edit.path[:1] == ("themes",)
            if is_text and all(text in lines for text in again._wanted(edit)):
                best = again._best(edit, current, distance, wanted)
                current, distance = best or (current, distance)
        return current.tree

    def _best(
        self, edit: Edit, current: EditedTree, distance: float, wanted: Built
    ) -> tuple[EditedTree, float] | None:
        """Return the answers after the best plan for *edit*, with their distance; ``None`` if none helps.

        A plan may change a few other lines: they are repaired later, or belong to what was deleted.
        """
        best: tuple[EditedTree, float] | None = None
        for plan in edit.plans:
            edited = current.after(plan)
            reached = self._builder.distance(edited.tree, wanted)
            # The source of a note may be in others too; a new text is only taken in where it was put.
            most = {"note": 0.9, "added": -_SMALLEST}.get(edit.kind, _MOST_OTHERS)
            limit = distance + most if best is None else best[1] - _SMALLEST
            if reached <= limit and self._is_built(edit, edited.tree):
                best = (edited, reached)
        if best is None and edit.kind == "changed" and self._is_built(edit, current.tree):
            return current, distance  # it was done with another edit
        return best

    def _is_built(self, edit: Edit, tree: Tree) -> bool:
        """Return whether the answers *tree* build the lines of *edit*, and no longer those it deletes."""
        built = self._builder.built(tree)
        if edit.segment < 0:
            words = note_words(self._context.pairs.edited_note(edit.note), self.library.language)
            return words in built.notes
        lines = set(built.lines)
        if edit.kind == "deleted":
            segment = self._segments[edit.segment]
            return not any(text in lines for text in texts_of(segment.lines, segment.unit))
        return all(text in lines for text in self._wanted(edit))

    def _wanted(self, edit: Edit) -> list[str]:
        """Return the lines that *edit* wants."""
        if edit.segment < 0:
            return []
        segment = self._segments[edit.segment]
        return texts_of(segment.added_after if edit.is_after else segment.edited, segment.unit)

    def _differences(self, tree: Tree, wanted: Built) -> Iterator[Difference]:
        lines = self._builder.built(tree).lines
        matcher = SequenceMatcher(None, lines, wanted.lines, autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag != "equal":
                yield Difference(_joined(lines[a:b]), _joined(wanted.lines[c:d]))

    def _target(self, accepted: Collection[Edit]) -> Iterator[str]:
        """Yield the lines that the answers are to build: the edited ones where the edit was accepted."""
        changed = {edit.segment for edit in accepted if not edit.is_after}
        added = {edit.segment for edit in accepted if edit.is_after}
        moved = {edit.path for edit in accepted if edit.kind == "moved"}
        for index, segment in enumerate(self._segments):
            is_edited = segment.is_same or index in changed or (segment.unit in moved and not segment.edited)
            yield from texts_of(segment.edited if is_edited else segment.lines, segment.unit)
            if index in added:
                yield from texts_of(segment.added_after, ())


def _in_order(edits: Collection[Edit]) -> list[Edit]:
    """Return *edits* with those that change a text before those that change its place."""
    return sorted(edits, key=lambda edit: edit.kind in ("deleted", "added", "moved"))


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(filter(None, lines))


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


def _changes(before: Tree, after: Tree) -> Iterator[Change]:
    """Yield the changes that lead from one saved tree to another."""
    for path in changed_paths(before, after):
        value = saved_at(after, path)
        yield path, GONE if isinstance(value, Missing) else value
