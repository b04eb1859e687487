"""Remarks on what must stay confidential and is printed, and on what a public version leaves out."""

from collections.abc import Iterator, Mapping

from drafter.compose.draft import Draft
from drafter.drafting.resolve import Resolved
from drafter.language.english import SCREEN
from drafter.model.remark import Remark, RemarkType
from drafter.model.text_walk import texts_of
from drafter.privacy.confidentiality import Mention, author_names, names_in, secrets_asked, unnamed_by
from drafter.privacy.dates_in_text import days_in
from drafter.privacy.folding import folded
from drafter.privacy.public_version import hides_authors, left_out
from drafter.review.leaks import public_names
from drafter.review.locate import located_texts

SHOWN = 5
"""How many places one remark names."""
_OFFICES = (
    "Government State Person Persons Ministry Minister Court Committee Council Commission United Nations UN "
    "Special Rapporteur Working Group Police Prison Parliament Act Code Constitution Covenant Convention"
)
"""Words with a capital letter in documents to the United Nations that name nobody."""

CONFIDENTIAL_NAMED = RemarkType(
    "confidential-thing-named",
    "people",
    "warning",
    "The answer on what must stay confidential says what kind of thing it is, not the name itself.",
    "The answer is printed, so that the body knows what to protect: whoever gets the document reads it.",
    bad="A communication whose answer on what must stay confidential is “the name of the journalist, Antonia "
    "Feld”.",
    good="The same communication with the answer “the name of the journalist”.",
    example="described",
)
CONFIDENTIAL_PRINTED = RemarkType(
    "confidential-thing-printed",
    "people",
    "error",
    "What an answer names as confidential is printed nowhere else.",
    "The body keeps confidential what it is asked to. It cannot if the text itself says it.",
    bad="A communication that asks to keep the name Antonia Feld confidential, and tells that Antonia Feld "
    "was called to the police.",
    good="The same communication, which tells that a journalist was called to the police.",
    example="described",
)
PUBLIC_LEFT_OUT = RemarkType(
    "public-version-left-out",
    "people",
    "warning",
    "The author knows what the public version leaves out.",
    "Nobody can check what must not be public without knowing what was taken out and what stays.",
    bad="The public version of a communication, which has no part on consent and confidentiality.",
    good="The communication itself, which has all of its parts.",
    example="described",
)
PUBLIC_SHOWS_SECRET = RemarkType(
    "public-version-shows-secret",
    "people",
    "error",
    "The public version does not have what the answers ask to keep confidential.",
    "What was published cannot be taken back.",
    bad="The public version of a communication that asks to keep dates confidential, with the exact date.",
    good="The same public version, which says in which season it happened.",
    example="described",
)
NAMED_THOUGH_UNNAMED = RemarkType(
    "named-though-unnamed",
    "people",
    "warning",
    "A document that may be published without the names exists in a version without the names.",
    "Whoever posts the file posts what is in it. A line that asks to leave out the names removes none.",
    bad="A reply to a call for input that may be published without the names, and has them.",
    good="Its public version (drafter build --public), which has no organisation, contact and signature.",
    example="described",
)
TYPES = (
    CONFIDENTIAL_NAMED,
    CONFIDENTIAL_PRINTED,
    PUBLIC_LEFT_OUT,
    PUBLIC_SHOWS_SECRET,
    NAMED_THOUGH_UNNAMED,
)
Texts = list[tuple[str, str]]


def confidentiality_remarks(draft: Draft, resolved: Resolved) -> Iterator[Remark]:
    """Yield a remark on each name that must stay confidential and is printed; on a public version, more."""
    details, rules = resolved.answers.details, resolved.rules
    if any(True for _ in secrets_asked(rules, details)) or resolved.is_public:
        texts = list(located_texts(draft.document, lambda _: True))
        yield from _printed_names(texts, resolved)
        if resolved.is_public:
            yield from _of_public_version(texts, resolved)
    if not resolved.is_public and (ask := unnamed_by(rules, details)):
        yield NAMED_THOUGH_UNNAMED.remark(
            f"“{ask.ask}”",
            "This file names your organisations, the contact and whoever signs. Whoever posts it as it is "
            "posts the names.",
            "Build the version without the names and send that one too: drafter build --public.",
            path=("details", ask.name),
        )


def _printed_names(texts: Texts, resolved: Resolved) -> Iterator[Remark]:
    """Yield a remark on each name in an answer on what must stay confidential."""
    harmless = _harmless(resolved)
    for ask, answer in secrets_asked(resolved.rules, resolved.answers.details):
        lines = [" ".join(line.split()) for line in answer.split("\n") if line.strip()]
        for number, name in enumerate(names_in(answer, harmless), 1):
            others = _with(name, texts=texts, but=lines)
            if others:
                yield CONFIDENTIAL_PRINTED.remark(
                    f"“{ask.ask}”",
                    f"Name {number} in this answer is also in {_places(others)}.",
                    "Write there what kind of person or place it is, or change this answer.",
                    path=("details", ask.name),
                )
            if not resolved.is_public:
                yield CONFIDENTIAL_NAMED.remark(
                    f"“{ask.ask}”",
                    f"This answer is printed, and “{name}” seems to be a name.",
                    "Say what kind of thing must stay confidential, not the name itself: the name of the "
                    "journalist.",
                    path=("details", ask.name),
                )


def _of_public_version(texts: Texts, resolved: Resolved) -> Iterator[Remark]:
    """Yield what the public version leaves out, and an error for each thing that it must not show."""
    answers, rules, language = resolved.answers, resolved.rules, resolved.library.language
    if parts := left_out(answers, rules, language):
        yield PUBLIC_LEFT_OUT.remark(
            "the public version",
            f"It leaves out {SCREEN.listed(parts)}.",
            "Read the rest as a stranger would: drafter cannot know what else must stay confidential. "
            "Publish it only if the people whom it tells of agree to that.",
        )
    authors = author_names(answers) if hides_authors(answers, rules, language) else ()
    if places := [place for name in authors for place in _with(name, texts=texts)]:
        yield _shown(
            f"It must not say who submits it, but a name or an address of yours is in {_places(places)}."
        )
    words = language.review_words().people()
    for ask, answer in secrets_asked(rules, answers.details):
        days = [place for place, text in texts if days_in(folded(text)) and not place.startswith("note ")]
        if days and words.secret_days.search(answer):
            yield _shown(f"“{ask.ask}” speaks of dates, but an exact date is in {_places(days)}.")
        if words.secret_places.search(answer):
            names = _places_of_event(resolved)
            if places := [place for name in names for place in _with(name, texts=texts)]:
                yield _shown(f"“{ask.ask}” speaks of places, but where it happened is in {_places(places)}.")


def _with(name: str, texts: Texts, but: list[str] | None = None) -> list[str]:
    """Return the places of the *texts* that have *name*, except texts with one of the lines *but*."""
    mention = Mention(name)
    return [
        place for place, text in texts if mention.is_in(text) and not any(line in text for line in but or ())
    ]


def _shown(text: str) -> Remark:
    remedy = "Write it in general words, or say in the answer more exactly what must stay confidential."
    return PUBLIC_SHOWS_SECRET.remark("the public version", text, remedy)


def _places_of_event(resolved: Resolved) -> Iterator[str]:
    """Yield the names in the answers that say where it happened, or where the person is."""
    harmless = _harmless(resolved)
    for name, value in resolved.answers.details.items():
        for path, text in texts_of(value):
            if "place" in name or path[-1:] in (("detention",), ("whereabouts",)):
                yield from names_in(f"in {text}", harmless)


def _harmless(resolved: Resolved) -> tuple[str, ...]:
    """Return names that are no secrets: organisations, States, authorities, months, pseudonyms."""
    library, answers = resolved.library, resolved.answers
    names = public_names(answers, library.states.values(), library.authorities.values())
    pseudonyms = [case.pseudonym or "" for case in answers.cases.values()]
    for ask in resolved.rules.asks:
        rows = answers.details.get(ask.name)
        if ask.person:
            pseudonyms.append(str(rows or ""))
        for row in rows if isinstance(rows, list | tuple) else ():
            if isinstance(row, Mapping):
                pseudonyms += [str(row.get(field.name) or "") for field in ask.fields if field.person]
    return (*names, *library.language.calendar.months, *pseudonyms, _OFFICES)


def _places(places: list[str]) -> str:
    """Return the first *places* as a list in words, and the number of the others."""
    shown = list(dict.fromkeys(places))
    more = len(shown) - SHOWN
    return SCREEN.listed([*shown[:SHOWN], f"{more} more"] if more > 0 else shown)
