"""Facts and their sources: used, sourced, looked up, and the day on which a web page was read."""

from collections.abc import Iterator

from drafter.language.language import Language
from drafter.model.answers import Answers
from drafter.model.remark import Remark
from drafter.review.submission import Submission


def check_facts(submission: Submission) -> Iterator[Remark]:
    """Yield what is to be said of the facts."""
    answers, named = submission.answers, submission.names
    used = dict.fromkeys(key for section in answers.themes for key in section.all_facts)
    for key, fact in answers.facts.items():
        if key not in used:
            yield Remark(
                "fact-unused",
                "note",
                named.fact(key),
                "It is used under no theme and not printed.",
                "Attach it to a theme, or keep it for another document.",
            )
        if fact.figure not in (None, "") and fact.source is None:
            yield Remark(
                "figure-without-source",
                "error",
                named.fact(key),
                "It has a figure and no source.",
                "Say where the figure is known from.",
            )
    yield from _unchecked(answers, [key for key in used if key in answers.facts], named.language)


def _unchecked(answers: Answers, used: list[str], language: Language) -> Iterator[Remark]:
    """Yield one note on the facts that nobody has looked up, one on pages without the day they were read."""
    sourced = [key for key in used if answers.facts[key].source is not None]
    unseen = [key for key in sourced if not answers.facts[key].checked]
    if unseen:
        them = "them with their sources" if len(unseen) > 1 else "it with its source"
        yield Remark(
            "facts-unchecked",
            "note",
            f"{language.noun('fact', len(unseen))} {language.listed(unseen)}",
            f"Nobody has compared {them} yet.",
            "Do it before this is filed, and note it in the answers file as checked: true.",
        )
    cited = dict.fromkeys(str(answers.facts[key].source) for key in sourced)
    undated = [
        key for key in cited if (one := answers.sources[key]).address and not one.seen and not one.example
    ]
    if undated:
        yield Remark(
            "source-not-dated",
            "note",
            f"{language.noun('source', len(undated))} {language.listed(undated)}",
            "A web page changes, and the note does not say on which day it was opened.",
            "Add the day in the answers file, as seen: year-month-day.",
        )
