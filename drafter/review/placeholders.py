"""Checks of placeholders that authors write where something is still missing, such as "TBC"."""

from collections.abc import Iterator

from drafter.language.language import Language
from drafter.model.remark import Remark
from drafter.review.submission import Submission
from drafter.review.unprinted import PARTS


def check_placeholders(submission: Submission) -> Iterator[Remark]:
    """Yield a warning for each printed text of the authors' own that still has a placeholder.

    No body has a rule on this: a reader takes a text with a placeholder for unfinished.
    """
    language = submission.language
    for place, text in _printed_texts(submission):
        if placeholders := _placeholders(text, language):
            yield Remark(
                "placeholder-left",
                "warning",
                place,
                f"Something is still missing here: {language.listed([*map(language.quote, placeholders)])}.",
                "Write what is missing, or remove it. If you mean exactly these words, leave them.",
            )


def _placeholders(text: str, language: Language) -> tuple[str, ...]:
    """Return each placeholder in *text* once, as it is written."""
    words = language.placeholders
    found = words.marks.findall(words.look_alikes.sub(" ", text))
    return tuple(dict.fromkeys(" ".join(mark.split()) for mark in found))


def _printed_texts(submission: Submission) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of the summary, the method, and each own text and fact in use."""
    answers, names, left_out = submission.answers, submission.names, submission.rules.left_out
    for name in ("summary", "method"):
        if name not in left_out:
            yield PARTS[name], getattr(answers, name) or ""
    if "themes" in left_out:
        return
    for section in answers.themes:
        for own in section.own:
            yield names.own_text(section, own), own.text or own.parts.sentence or ""
    for key in dict.fromkeys(key for section in answers.themes for key in section.all_facts):
        if fact := answers.facts.get(key):
            # The note of a fact prints its page.
            yield names.fact(key), f"{fact.text or ''}\n{fact.locator or ''}"
