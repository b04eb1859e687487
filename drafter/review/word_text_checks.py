"""Checks of the text of a Word file that drafter's own answers cannot break: numbers, notes, properties."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from drafter.model.remark import Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.passages import Passage
from drafter.review.placeholders import check_placeholders
from drafter.review.submission import Submission
from drafter.review.word_file import WordFile

NUMBERS = RemarkType(
    "word-numbers-skip",
    "form",
    "warning",
    "The numbers of paragraphs follow one another.",
    "Bodies quote a submission by the numbers of its paragraphs. If one is missing or there twice, nobody "
    "finds what is quoted.",
    bad="Paragraphs 1, 2 and 4, with numbers typed by hand.",
    good="Paragraphs 1, 2 and 3, with the numbers of Word.",
    example="described",
)
NOTE_EMPTY = RemarkType(
    "word-note-empty",
    "sources",
    "warning",
    "Each note has a text.",
    "No body has such a rule: a reader takes an empty note for a source that is missing.",
    bad="A footnote without text.",
    good="A footnote with the source, or no footnote.",
    example="described",
)
NOTE_TWICE = RemarkType(
    "word-note-twice",
    "sources",
    "note",
    "A note does not repeat the one before it word for word.",
    "United Nations Editorial Manual: what was cited in full before is cited in short form.",
    bad="Notes 4 and 5 with the same text.",
    good="Note 4 after both sentences, or “Ibid.” in note 5.",
    example="described",
)
PROPERTIES = RemarkType(
    "word-properties",
    "people",
    "warning",
    "The properties of a file about a person, or of a confidential one, name nobody who worked on it.",
    "Word writes the name of each person who saves the file into its properties. Whoever gets the file can "
    "read who helped.",
    bad="A communication whose properties say “Last modified by: Anna Example”.",
    good="The same file after File › Info › Inspect Document.",
    example="described",
)
TYPES = (NUMBERS, NOTE_EMPTY, NOTE_TWICE, PROPERTIES)
SHORT_FORM = 5
"""Words of a note that is a short form, such as "See note 1", which may come twice in a row."""
_TYPED_NUMBER = pattern(r"(\d{1,3})[.)]")
_FEWEST = 3
"""Paragraphs with typed numbers from which they count the paragraphs of the document."""
_PEOPLE = ("lastModifiedBy", "Manager")
"""Properties with the names of people, which drafter never writes."""
_PROGRAMS = ("python-docx", "drafter", "microsoft office user", "user", "admin")


def check_numbers(file: WordFile, submission: Submission) -> Iterator[Remark]:  # noqa: ARG001
    """Yield a warning if a typed number is missing between two others, or is there twice in a row."""
    numbered = [
        (int(match[1]), line)
        for line in file.lines
        if line.is_number_typed and (match := _TYPED_NUMBER.fullmatch(line.number))
    ]
    if len(numbered) < _FEWEST:
        return
    for (before, _), (number, line) in pairwise(numbered):
        if number in (before, before + 2):  # a higher one may begin another count
            fault = "is there twice" if number == before else f"comes after {before}"
            yield NUMBERS.remark(
                line.place,
                f"The numbers are typed by hand, and {number} {fault}.",
                "Let Word number the paragraphs: Home › Numbering.",
            )
            return


def check_notes(file: WordFile, submission: Submission) -> Iterator[Remark]:
    """Yield remarks on notes that are empty, that repeat the one before, or that have a placeholder."""
    for note in file.notes:
        if not note.text.strip():
            yield NOTE_EMPTY.remark(note.place, "It has no text.", "Write the source, or remove the note.")
        yield from check_placeholders(Passage(note.text, note.place, "note", is_long=False), submission)
    same = [
        second
        for first, second in pairwise(file.notes)
        if first.text == second.text and len(second.text.split()) > SHORT_FORM
    ]
    if same:
        more = f" The same is true of {len(same) - 1} more." if len(same) > 1 else ""
        yield NOTE_TWICE.remark(
            same[0].place,
            f"It repeats the note before it.{more}",
            "Keep one of them, or write “Ibid.” in the second.",
        )


def check_properties(file: WordFile, submission: Submission) -> Iterator[Remark]:
    """Yield a warning if the properties of a file about a person, or a confidential one, name somebody."""
    if submission.rules.stage != "case" and not _is_confidential(file, submission):
        return
    names = [file.properties.get(name, "").strip() for name in _PEOPLE]
    if not file.has_seal:
        names.append(file.properties.get("creator", "").strip())
    if any(name and name.lower() not in _PROGRAMS for name in names):
        yield PROPERTIES.remark(
            "the properties of the file",
            "They name a person who worked on it.",
            "In Word: File › Info › Check for Issues › Inspect Document, then remove the properties.",
        )


def _is_confidential(file: WordFile, submission: Submission) -> bool:
    """Return whether the lines above the first heading say that the text is not for publication."""
    confidential = submission.language.review_words().outline().confidential
    for line in file.lines:
        if line.kind == "heading":
            return False
        if confidential.search(line.text):
            return True
    return False


TEXT_CHECKS: tuple[Callable[[WordFile, Submission], Iterator[Remark]], ...] = (
    check_numbers,
    check_notes,
    check_properties,
)
"""The checks, in the order in which their remarks are shown within one level."""
