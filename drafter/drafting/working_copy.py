"""What a Word file has for colleagues who work on it: the controls of its gaps, and its comments."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from drafter.drafting.comment_texts import clause_comment, gap_comment, remark_comment
from drafter.drafting.open_answers import OpenPlace, gap_answers
from drafter.drafting.pipeline import ReviewedDraft
from drafter.drafting.word_identities import gap_tags, line_names
from drafter.model.blocks import Document, Gap, NoteMark, lines_of
from drafter.model.origins import Origins
from drafter.model.remark import Remark
from drafter.review.locate import first_lines
from drafter.review.missing import GAP
from drafter.word.working_copy import CommentText, GapControl, WorkingCopy
from drafter.yaml_text.key_path import KeyPath

CommentChoice = Literal["gaps", "all", "none"]
"""The comments of a Word file: on its gaps; also the remarks of the review and the clauses; or none."""
COMMENT_CHOICES: tuple[CommentChoice, ...] = ("gaps", "all", "none")


def working_copy(reviewed: ReviewedDraft, choice: CommentChoice) -> WorkingCopy | None:
    """Return the controls and comments of the Word file of *reviewed*, which has its origins.

    ``None`` if *choice* is "none".
    """
    if choice == "none" or reviewed.origins is None:
        return None
    document, answers, origins = reviewed.draft.document, reviewed.answers, reviewed.origins
    gaps = gap_answers(reviewed.resolved, document, origins)
    remarks = tuple(_for_colleagues(reviewed)) if choice == "all" else ()
    return WorkingCopy(
        line_names(document, origins, answers),
        tuple(_controls(reviewed, gaps, remarks)),
        _line_comments(reviewed, origins, remarks) if choice == "all" else {},
    )


def _for_colleagues(reviewed: ReviewedDraft) -> Iterator[Remark]:
    """Yield the remarks that everybody who gets the Word file may read.

    Those about people stay on the author's screen, and so do those that name an organisation which has not
    agreed, or the pseudonym of a person whose real name the file may have.
    """
    from drafter.drafting.remark_types import find_type

    answers = reviewed.answers
    hidden = {entry.name for entry in answers.organisations if entry.status != "confirmed" and entry.name}
    hidden |= {name for key in reviewed.named if (name := answers.cases[key].pseudonym)}
    for remark in reviewed.remarks:
        kind = find_type(remark.code)
        about_people = kind is None or kind.family == "people"
        names_hidden = any(name in f"{remark.place} {remark.text} {remark.remedy}" for name in hidden)
        if not (remark.waived or about_people or names_hidden):
            yield remark


def _controls(
    reviewed: ReviewedDraft, gaps: Sequence[OpenPlace | None], remarks: Sequence[Remark]
) -> Iterator[GapControl]:
    """Yield the control of each gap. Only the first one for an answer explains what is wanted."""
    language, labels = reviewed.library.language, reviewed.draft.gaps
    words = language.comment_words()
    tags = gap_tags([gap.path if gap else None for gap in gaps], labels, reviewed.answers)
    note_numbers = _note_numbers(reviewed.draft.document)
    explained: set[KeyPath | str] = set()
    for number, (gap, label, tag) in enumerate(zip(gaps, labels, tags, strict=True)):
        about = gap.path if gap else label
        if about in explained:
            comment: CommentText = (words.also_here.format(label=label),)
        else:
            on_answer = [remark for remark in remarks if gap and _is_on_answer(remark, gap.path)]
            comment = gap_comment(label, gap, on_answer, language)
            comment += () if explained else (words.how_to_fill,)
        explained.add(about)
        if note := note_numbers.get(number):
            comment = (f"{words.in_note.format(number=note)} {comment[0]}", *comment[1:])
        yield GapControl(tag, language.upper_first(label), comment)


def _is_on_answer(remark: Remark, path: KeyPath) -> bool:
    return remark.path == path and remark.code != GAP.code


def _note_numbers(document: Document) -> dict[int, int]:
    """Return the number of the note that each gap in a note is in, by the number of the gap from 0."""
    number = sum(isinstance(inline, Gap) for line in lines_of(document.blocks) for inline in line)
    numbers: dict[int, int] = {}
    for note, inlines in enumerate(document.notes, 1):
        for inline in inlines:
            if isinstance(inline, Gap):
                numbers[number] = note
                number += 1
    return numbers


# ---- comments on lines ----


def _line_comments(
    reviewed: ReviewedDraft, origins: Origins, remarks: Sequence[Remark]
) -> Mapping[int, tuple[CommentText, ...]]:
    """Return the comments on whole lines: first the clause that a line prints, then the remarks on it."""
    comments: dict[int, list[CommentText]] = {}
    for line, path in _clause_lines(origins):
        chosen = reviewed.answers.themes[int(path[1])].clauses[int(path[3])]
        comments.setdefault(line, []).append(clause_comment(chosen, reviewed.library))
    language, places = reviewed.library.language, first_lines(reviewed.draft.document)
    paths = _lines_of_paths(reviewed, origins)
    general: list[str] = []
    for remark in remarks:
        if _is_on_gap(remark, reviewed.draft.gaps):
            continue
        number = _line_of(remark, paths, places)
        if number is None:
            general += remark_comment(remark, language)
        else:
            comments.setdefault(number, []).append(remark_comment(remark, language))
    if general:
        comments.setdefault(0, []).insert(0, tuple(general))
    return {line: tuple(texts) for line, texts in comments.items()}


def _clause_lines(origins: Origins) -> Iterator[tuple[int, KeyPath]]:
    """Yield the first line that prints each chosen clause, with the path of the clause."""
    seen: set[KeyPath] = set()
    for number, spans in enumerate(origins.lines):
        for span in spans:
            if len(span.path) == 4 and span.path[2] == "clauses" and span.path not in seen:
                seen.add(span.path)
                yield number, span.path


def _lines_of_paths(reviewed: ReviewedDraft, origins: Origins) -> dict[KeyPath, int]:
    """Return the first line that prints each answer, by its path; for a source, the line that cites it."""
    lines: dict[KeyPath, int] = {}
    for number, spans in enumerate(origins.lines):
        for span in spans:
            lines.setdefault(span.path, number)
    notes = iter(origins.notes)
    for number, line in enumerate(lines_of(reviewed.draft.document.blocks)):
        for _ in (inline for inline in line if isinstance(inline, NoteMark)):
            for key in next(notes):
                fact = reviewed.answers.facts.get(key)
                for source in fact.sources if fact else ():
                    lines.setdefault(("sources", source), number)
    return lines


def _is_on_gap(remark: Remark, gaps: Sequence[str]) -> bool:
    """Return whether *remark* says only that a gap is open: the gap has a comment of its own."""
    return remark.code == GAP.code and any(remark.text == f"Not known yet: {gap}." for gap in gaps)


def _line_of(remark: Remark, paths: Mapping[KeyPath, int], places: Mapping[str, int]) -> int | None:
    """Return the line that *remark* is about: by the path of its answer, else by the place that it names."""
    if remark.path in paths:
        return paths[remark.path]
    around = [path for path in paths if path == remark.path[: len(path)]]
    if around:
        return paths[max(around, key=len)]
    within = [line for path, line in paths.items() if remark.path and path[: len(remark.path)] == remark.path]
    if within:
        return min(within)
    named = [place for place in places if remark.place == place or remark.place.startswith(f"{place} and ")]
    return places[named[0]] if named else None
