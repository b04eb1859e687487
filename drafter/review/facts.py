"""Checks of facts and their sources: each is used, has a source, and was compared with it."""

from collections.abc import Iterator

from drafter.model.remark import Remark
from drafter.review.submission import Submission


def check_facts(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on unused facts, figures without a source, unchecked facts and undated web pages."""
    answers, names = submission.answers, submission.names
    used = dict.fromkeys(key for section in answers.themes for key in section.all_facts)
    for key, fact in answers.facts.items():
        if key not in used:
            yield Remark(
                "fact-unused",
                "note",
                names.fact(key),
                "No theme uses this fact, so it is not printed.",
                "Attach it to a theme, or keep it for another document.",
            )
        if fact.figure not in (None, "") and fact.source is None:
            yield Remark(
                "figure-without-source",
                "error",
                names.fact(key),
                "It has a figure but no source.",
                "Add the source of the figure.",
            )
    with_source = [key for key in used if key in answers.facts and answers.facts[key].source is not None]
    yield from _unchecked_facts(submission, with_source)
    yield from _undated_pages(submission, with_source)


def _unchecked_facts(submission: Submission, keys: list[str]) -> Iterator[Remark]:
    """Yield one note on all facts among *keys* that nobody has compared with their source."""
    language, facts = submission.language, submission.answers.facts
    unchecked = [key for key in keys if not facts[key].checked]
    if unchecked:
        several = len(unchecked) > 1
        yield Remark(
            "facts-unchecked",
            "note",
            f"{language.noun('fact', len(unchecked))} {language.listed(unchecked)}",
            f"Nobody has compared {'them with their sources' if several else 'it with its source'} yet.",
            f"Compare {'them' if several else 'it'} before you submit the document. "
            "Then write checked: true in the answers file.",
        )


def _undated_pages(submission: Submission, keys: list[str]) -> Iterator[Remark]:
    """Yield one note on all web pages cited by the facts *keys* that have no day of access."""
    language, answers = submission.language, submission.answers
    cited = dict.fromkeys(str(answers.facts[key].source) for key in keys)
    undated = [
        key
        for key in cited
        if (source := answers.sources[key]).address and not source.seen and not source.example
    ]
    if undated:
        yield Remark(
            "source-not-dated",
            "note",
            f"{language.noun('source', len(undated))} {language.listed(undated)}",
            "Web pages change. The note does not say on which day you opened this one.",
            "Add the day in the answers file, as seen: year-month-day.",
        )
