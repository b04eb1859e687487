"""Checks of pasted text: characters and numbers that are left out, lines that become a list."""

from collections.abc import Iterator, Sequence

from drafter.language.language import Language
from drafter.markup.pasted import read_pasted
from drafter.model.remark import Remark, RemarkType
from drafter.model.text_walk import texts_of
from drafter.model.xml_text import count_xml_illegal
from drafter.review.submission import Submission

CHARACTERS_DROPPED = RemarkType(
    "characters-dropped",
    "form",
    "warning",
    "A text has only characters that a Word file can contain.",
    "The XML standard, in which Word files are written, has no control characters.",
    bad='summary: "People in prison have\\x07 no treatment."',
    good='summary: "People in prison have no treatment."',
)
PASTED_NUMBERS = RemarkType(
    "pasted-numbers",
    "form",
    "note",
    "Paragraphs that were pasted with their numbers get the numbers of the new document.",
    "No body has such a rule: two numbers on one paragraph would confuse a reader.",
    bad='summary: "12. There is no treatment.\\n\\n13. The State knows it."',
    good='summary: "There is no treatment.\\n\\nThe State knows it."',
)
PASTED_LIST = RemarkType(
    "pasted-list",
    "form",
    "note",
    "Lines that begin with a bullet become a list of the document.",
    "No body has such a rule: the list of the document has the same look everywhere.",
    bad='summary: "• There is no treatment.\\n• The State knows it."',
    good='summary: "There is no treatment, and the State knows it."',
)
TYPES = (CHARACTERS_DROPPED, PASTED_NUMBERS, PASTED_LIST)


def check_characters(submission: Submission) -> Iterator[Remark]:
    """Yield a warning if the answers have characters that a Word file cannot have."""
    dropped = sum(count_xml_illegal(text) for _, text in texts_of(submission.answers.model_dump()))
    if dropped:
        yield CHARACTERS_DROPPED.remark(
            "the answers",
            f"A Word file cannot contain control characters, so drafter leaves out {dropped} of them. "
            "They often come with pasted text.",
            "Read the pasted text again.",
        )


def check_pasted(submission: Submission) -> Iterator[Remark]:
    """Yield a note for each long text in which drafter has read pasted numbers or bullets."""
    numbering = submission.rules.numbering.value
    is_numbered = isinstance(numbering, tuple) and "paragraphs" in numbering
    for passage in submission.passages:
        if not passage.is_long:
            continue
        place = passage.place
        pasted = read_pasted(passage.text)
        if pasted.number_ranges:
            numbers = _ranges(pasted.number_ranges, submission.language)
            yield PASTED_NUMBERS.remark(
                place,
                f"The paragraphs you pasted were numbered {numbers}. {_reason(is_numbered)}",
                "If you want a list, write the items on consecutive lines and start at 1.",
                path=passage.path,
            )
        if pasted.list_marks:
            marks = submission.language.listed(pasted.list_marks)
            yield PASTED_LIST.remark(
                place, f"The lines that begin with {marks} are printed as a list.", path=passage.path
            )


def _ranges(numbers: Sequence[tuple[int, int]], language: Language) -> str:
    return language.listed([f"{first} to {last}" for first, last in numbers])


def _reason(is_numbered: bool) -> str:
    """Return why the numbers are left out; *is_numbered* says whether the document numbers its paragraphs."""
    if is_numbered:
        return "The document numbers its own paragraphs, so these numbers are left out."
    return "These numbers belong to the earlier text, so they are left out."
