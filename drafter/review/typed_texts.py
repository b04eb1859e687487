"""The texts that authors typed and the document prints, each with its place in the words of the screen.

A check that runs over texts of several subjects takes them from here, so that none is forgotten.
"""

from collections.abc import Iterator, Mapping, Sequence

from drafter.model.question import Ask, QuestionKind
from drafter.review.submission import Submission

PlacedText = tuple[str, str]
"""The place of a text, and the text; empty if it is not written yet."""
LONG_PARTS = ("summary", "method", "closing")
"""The common parts that are long texts."""


def printed_texts(submission: Submission) -> Iterator[PlacedText]:
    """Yield every long text, own text and fact that the document prints."""
    yield from long_texts(submission)
    answers, names = submission.answers, submission.names
    if "themes" in submission.rules.left_out:
        return
    for key in dict.fromkeys(key for section in answers.themes for key in section.all_facts):
        if fact := answers.facts.get(key):
            # The note of a fact prints its page.
            yield names.fact(key), f"{fact.text or ''}\n{fact.locator or ''}"


def long_texts(submission: Submission) -> Iterator[PlacedText]:
    """Yield every text of one or more paragraphs that the document prints."""
    answers, rules, names = submission.answers, submission.rules, submission.names
    for name in LONG_PARTS:
        if name not in rules.left_out:
            yield names.part(name), getattr(answers, name) or ""
    for organisation in answers.organisations:
        yield f"what {organisation.name or 'the organisation'} is and does", organisation.what or ""
    yield from detail_texts(rules.asks, answers.details, "long")
    for section in () if "themes" in rules.left_out else answers.themes:
        for entry in section.clauses:
            yield f"{names.theme(section)}, {names.clause(entry.clause)}", entry.text or ""
        for own in section.own:
            yield names.own_text(section, own), own.wording or ""
        for key in section.cases:
            case = answers.cases.get(key)
            yield names.case(key), (case.text if case else None) or ""


def detail_texts(
    asks: Sequence[Ask], answers: Mapping[str, object], kind: QuestionKind
) -> Iterator[PlacedText]:
    """Yield question and answer of each of *asks* of this *kind* that has a text, also in groups."""
    for ask in asks:
        value = answers.get(ask.name)
        if ask.kind == kind and isinstance(value, str):
            yield f"“{ask.ask}”", value
        elif ask.kind == "group" and isinstance(value, list | tuple):
            for row in value:
                yield from detail_texts(ask.fields, row, kind) if isinstance(row, Mapping) else ()
