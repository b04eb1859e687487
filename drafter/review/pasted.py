"""Checks of pasted text: characters and numbers that are left out, lines that become a list."""

from collections.abc import Iterator, Mapping, Sequence

from drafter.language.language import Language
from drafter.markup.pasted import read_pasted
from drafter.model.question import Ask
from drafter.model.remark import Remark
from drafter.model.text_walk import texts_of
from drafter.model.xml_text import count_xml_illegal
from drafter.review.display_names import case_name, excerpt
from drafter.review.submission import Submission

_COMMON_PARTS = {"summary": "the summary", "method": "the method", "closing": "the closing paragraph"}


def check_characters(submission: Submission) -> Iterator[Remark]:
    """Yield a warning if the answers have characters that a Word file cannot have."""
    dropped = sum(count_xml_illegal(text) for _, text in texts_of(submission.answers.model_dump()))
    if dropped:
        yield Remark(
            "characters-dropped",
            "warning",
            "the answers",
            f"A Word file cannot contain control characters, so drafter leaves out {dropped} of them. "
            "They often come with pasted text.",
            "Read the pasted text again.",
        )


def check_pasted(submission: Submission) -> Iterator[Remark]:
    """Yield a note for each long text in which drafter has read pasted numbers or bullets."""
    numbering = submission.rules.numbering.value
    is_numbered = isinstance(numbering, tuple) and "paragraphs" in numbering
    for place, text in _long_texts(submission):
        pasted = read_pasted(text)
        if pasted.number_ranges:
            numbers = _ranges(pasted.number_ranges, submission.language)
            yield Remark(
                "pasted-numbers",
                "note",
                place,
                f"The paragraphs you pasted were numbered {numbers}. {_reason(is_numbered)}",
                "If you want a list, write the items on consecutive lines and start at 1.",
            )
        if pasted.list_marks:
            marks = submission.language.listed(pasted.list_marks)
            yield Remark(
                "pasted-list", "note", place, f"The lines that begin with {marks} are printed as a list."
            )


def _ranges(numbers: Sequence[tuple[int, int]], language: Language) -> str:
    return language.listed([f"{first} to {last}" for first, last in numbers])


def _reason(is_numbered: bool) -> str:
    """Return why the numbers are left out; *is_numbered* says whether the document numbers its paragraphs."""
    if is_numbered:
        return "The document numbers its own paragraphs, so these numbers are left out."
    return "These numbers belong to the earlier text, so they are left out."


def _long_texts(submission: Submission) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of each long answer that the document prints."""
    answers, rules = submission.answers, submission.rules
    for name, place in _COMMON_PARTS.items():
        if name not in rules.left_out:
            yield place, getattr(answers, name) or ""
    for organisation in answers.organisations:
        yield f"what {organisation.name or 'the organisation'} is and does", organisation.what or ""
    yield from _details(rules.asks, answers.details)
    for section in () if "themes" in rules.left_out else answers.themes:
        theme = submission.names.theme(section)
        texts = [entry.text or "" for entry in section.clauses] + [own.text or "" for own in section.own]
        yield from ((f"{theme}, {excerpt(text)}", text) for text in texts)
        for key in section.cases:
            case = answers.cases.get(key)
            yield case_name(key, answers.cases), (case.text if case else None) or ""


def _details(asks: Sequence[Ask], answers: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield the question and the answer of each long answer to *asks*, also in groups."""
    for ask in asks:
        value = answers.get(ask.name)
        if ask.kind == "long" and isinstance(value, str):
            yield f"“{ask.ask}”", value
        elif ask.kind == "group" and isinstance(value, list | tuple):
            for row in value:
                yield from _details(ask.fields, row) if isinstance(row, Mapping) else ()
