"""Checks of placeholders that authors write where something is still missing, such as "TBC"."""

from collections.abc import Iterator

from drafter.language.language import Language
from drafter.model.remark import Remark
from drafter.review.submission import Submission
from drafter.review.typed_texts import printed_texts


def check_placeholders(submission: Submission) -> Iterator[Remark]:
    """Yield a warning for each printed text that still has a placeholder.

    No body has a rule on this: a reader takes a text with a placeholder for unfinished.
    """
    language = submission.language
    for place, text in printed_texts(submission):
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
    marks = words.marks.findall(words.look_alikes.sub(" ", text))
    return tuple(dict.fromkeys(" ".join(mark.split()) for mark in marks))
