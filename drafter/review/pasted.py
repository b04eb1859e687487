"""What became of text that was pasted: numbers that are left out, lines that are a list now."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafter.language.language import Language
from drafter.markup.pasted import read_pasted
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Ask
from drafter.model.remark import Remark
from drafter.review.display_names import Naming, begun, case_name

_COMMON = {"summary": "the summary", "method": "the method", "closing": "the closing paragraph"}


def pasted_remarks(answers: Answers, rules: DocumentRules, named: Naming) -> Iterator[Remark]:
    """Yield a note for each long text in which drafter read pasted numbers or bullets."""
    numbered = isinstance(rules.numbering.value, tuple) and "paragraphs" in rules.numbering.value
    for place, text in _long_texts(answers, rules, named):
        found = read_pasted(text)
        if found.number_ranges:
            numbers = _ranges(found.number_ranges, named.language)
            yield Remark(
                "pasted-numbers",
                "note",
                place,
                f"The paragraphs you pasted were numbered {numbers}. {_reason(numbered)}",
                "For a list, write the items directly below each other, from 1.",
            )
        if found.list_marks:
            said = (
                f"The lines that begin with {named.language.listed(found.list_marks)} are printed as a list."
            )
            yield Remark("pasted-list", "note", place, said)


def _ranges(numbers: Sequence[tuple[int, int]], language: Language) -> str:
    return language.listed([f"{first} to {last}" for first, last in numbers])


def _reason(numbered: bool) -> str:
    """Return why the numbers are not printed."""
    if numbered:
        return "The document numbers its own paragraphs, so these numbers are left out."
    return "These numbers belong to the earlier text, so they are left out."


def _long_texts(answers: Answers, rules: DocumentRules, named: Naming) -> Iterator[tuple[str, str]]:
    """Yield each long text that the document prints, with what its place is called."""
    for name, place in _COMMON.items():
        if name not in rules.left_out:
            yield place, getattr(answers, name) or ""
    for one in answers.organisations:
        yield f"what {one.name or 'the organisation'} is and does", one.what or ""
    yield from _details(rules.asks, answers.details)
    for section in () if "themes" in rules.left_out else answers.themes:
        texts = [entry.text or "" for entry in section.clauses] + [one.text or "" for one in section.own]
        yield from ((f"{named.theme(section)}, {begun(text)}", text) for text in texts)
        for key in section.cases:
            case = answers.cases.get(key)
            yield case_name(key, answers.cases), (case.text if case else None) or ""


def _details(asks: Sequence[Ask], given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the long answers that only this document asks for, those in groups among them."""
    for ask in asks:
        value = given.get(ask.name)
        if ask.kind == "long" and isinstance(value, str):
            yield f"“{ask.ask}”", value
        elif ask.kind == "group" and isinstance(value, list | tuple):
            for row in value:
                yield from _details(ask.fields, row) if isinstance(row, Mapping) else ()
