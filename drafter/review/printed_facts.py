"""Which facts and sources a document prints."""

from collections.abc import Iterable, Iterator

from drafter.model.facts import Fact, Source
from drafter.model.note_marks import NOTE
from drafter.model.printed_earlier import printed_rows
from drafter.review.submission import Submission


def printed_facts(submission: Submission) -> dict[str, Fact]:
    """Return the facts that the document prints or cites in a note, by their keys."""
    marks = (key for passage in submission.passages for key in NOTE.findall(passage.text))
    return _facts((*_named(submission), *marks), submission)


def facts_in_text(submission: Submission) -> dict[str, Fact]:
    """Return the facts whose sentences the document prints, by their keys."""
    return _facts(_named(submission), submission)


def _facts(keys: Iterable[str], submission: Submission) -> dict[str, Fact]:
    facts = submission.answers.facts
    return {key: facts[key] for key in dict.fromkeys(keys) if key in facts}


def printed_sources(submission: Submission) -> dict[str, Source]:
    """Return the sources of the printed facts, by their keys."""
    sources = submission.answers.sources
    keys = dict.fromkeys(key for fact in printed_facts(submission).values() for key in fact.sources)
    return {key: sources[key] for key in keys if key in sources}


def _named(submission: Submission) -> Iterator[str]:
    """Yield the key of each fact that a theme or a row of earlier recommendations names."""
    answers, left_out = submission.answers, submission.rules.left_out
    if "themes" not in left_out:
        for section in answers.themes:
            yield from section.all_facts
    for _, row in printed_rows(answers.earlier, submission.rules):
        yield from row.facts
