"""The check of placeholders that authors write where something is still missing, such as "TBC"."""

from collections.abc import Iterator

from drafter.language.language import Language
from drafter.language.web_words import web_words
from drafter.model.note_marks import NOTE
from drafter.model.remark import Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.passages import Passage
from drafter.review.submission import Submission

PLACEHOLDER_LEFT = RemarkType(
    "placeholder-left",
    "words",
    "warning",
    "A finished text has no placeholders.",
    "No body has such a rule: a reader takes a text with a placeholder for unfinished.",
    bad="In 2024 the centres held XX people (to be checked).",
    good="In 2024 the centres held 2,140 people.",
    example="paragraph",
)
WEB_WORDS = RemarkType(
    "web-words",
    "words",
    "warning",
    "A text has nothing that came with it from a page on the web.",
    "No body has such a rule: a reader sees that the text was copied, and by which way.",
    bad="The centre closed in May 2024. Advertisement Read more: https://courier.example/x?utm_source=fb",
    good="The centre closed in May 2024.",
    example="paragraph",
)
SOURCE_IN_TEXT = RemarkType(
    "source-in-text",
    "words",
    "warning",
    "A web address, or the key of a source, stands in a note and not in a sentence.",
    "The United Nations Editorial Manual gives web addresses in footnotes.",
    bad="""
    facts: {F1: {text: "In 2024, 41 people died https://house.example/deaths.pdf in the ward"}}
    """,
    good="""
    facts: {F1: {text: "In 2024, 41 people died in the ward"}}
    sources: {S1: {address: https://house.example/deaths.pdf, seen: 2026-01-10}}
    """,
)
TYPES = (PLACEHOLDER_LEFT, WEB_WORDS, SOURCE_IN_TEXT)
_SOURCE = pattern(r"(?:https?://|www\.)[^\s)\]>”]+|\[S\d+\b[^\[\]]*\]")


def check_placeholders(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a warning if the text of *passage* still has a placeholder."""
    language = submission.language
    if placeholders := _placeholders(passage.text, language):
        yield PLACEHOLDER_LEFT.remark(
            passage.place,
            f"Something is still missing here: {language.listed([*map(language.quote, placeholders)])}.",
            "Write what is missing, or remove it. If you mean exactly these words, leave them.",
            path=passage.path,
        )


def check_web_words(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a warning if *passage* has words or addresses of the page from which it was pasted."""
    language = submission.language
    if words := web_words(passage.text, language):
        yield WEB_WORDS.remark(
            passage.place,
            f"This seems to come from a web page: {language.listed([*map(language.quote, words)])}.",
            "Take it out. An address belongs in the source of a fact.",
            path=passage.path,
        )


def check_sources_in_text(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a warning if a source stands in a fact, or in what the author has written under a theme."""
    if not passage.path or not (passage.role == "fact" or passage.section):
        return
    language = submission.language
    text = language.placeholders.web_page.sub(" ", NOTE.sub(" ", passage.text))
    sources = list(dict.fromkeys(source.rstrip(".,;") for source in _SOURCE.findall(text)))
    if sources:
        yield SOURCE_IN_TEXT.remark(
            passage.place,
            f"A source stands in the text: {language.listed([*map(language.quote, sources)])}.",
            "Take it out, and give it in the source of a fact: it is printed in the note.",
            path=passage.path,
        )


def _placeholders(text: str, language: Language) -> tuple[str, ...]:
    """Return each placeholder in *text* once, as it is written."""
    words = language.placeholders
    if not words.marks.search(text):  # the other search takes as long, and few texts have any
        return ()
    marks = words.marks.findall(words.look_alikes.sub(" ", text))
    return tuple(dict.fromkeys(" ".join(mark.split()) for mark in marks))
