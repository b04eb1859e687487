"""Checks of sources: a note has all that a reader needs, and the source is of the right kind."""

from collections.abc import Iterator

from drafter.dates import years_in
from drafter.language.language import Language
from drafter.model.facts import Fact, Source
from drafter.model.remark import Remark, RemarkType
from drafter.review.printed_facts import printed_facts, printed_sources
from drafter.review.submission import Submission

NOT_DATED = RemarkType(
    "source-not-dated",
    "sources",
    "note",
    "The note of a web page says on which day it was opened.",
    "Web pages change. The United Nations Editorial Manual asks for the day of access.",
    bad="sources: {S1: {address: https://house.example/report}}",
    good="sources: {S1: {address: https://house.example/report, seen: 2026-01-10}}",
)
NOBODY = RemarkType(
    "source-without-author",
    "sources",
    "warning",
    "The note of a source names its author or its publisher.",
    "The Human Rights Committee asks for information that can be verified.",
    bad="""
    facts: {F1: {source: S2}}
    sources: {S2: {title: A survey, date: 2024}}
    """,
    good="""
    facts: {F1: {source: S2}}
    sources: {S2: {title: A survey, author: House of Examples, date: 2024}}
    """,
)
WITHOUT_DATE = RemarkType(
    "source-without-date",
    "sources",
    "note",
    "The note of a source gives its date; a year is enough.",
    "The United Nations Editorial Manual gives the date in each reference.",
    bad="""
    facts: {F1: {source: S2}}
    sources: {S2: {title: A survey, author: House of Examples}}
    """,
    good="""
    facts: {F1: {source: S2}}
    sources: {S2: {title: A survey, author: House of Examples, date: 2024}}
    """,
)
WITHOUT_PARAGRAPH = RemarkType(
    "source-without-paragraph",
    "sources",
    "note",
    "The note of a United Nations document gives the paragraph.",
    "The United Nations Editorial Manual cites its documents by paragraph.",
    bad="""
    facts: {F1: {locator: ""}}
    sources: {S1: {title: "Report of the expert, A/HRC/99/1"}}
    """,
    good="""
    facts: {F1: {locator: para. 12}}
    sources: {S1: {title: "Report of the expert, A/HRC/99/1"}}
    """,
)
ONLY_MEDIA = RemarkType(
    "source-only-media",
    "sources",
    "note",
    "A grave allegation does not rest on news reports alone.",
    "A communication to the Special Procedures must not be exclusively based on reports disseminated by mass "
    "media (Code of Conduct, Human Rights Council resolution 5/2, annex, art. 9).",
    bad="""
    facts: {F1: {text: "In 2024, two people were beaten to death in the ward"}}
    sources: {S1: {title: Two dead, author: A. Reporter, publisher: Ruritania Daily News}}
    """,
    good="""
    facts: {F1: {text: "In 2024, two people were beaten to death in the ward"}}
    sources: {S1: {title: Two dead, author: The Ombudsman}}
    """,
)
PRESS_FOR_LAW = RemarkType(
    "source-press-for-law",
    "sources",
    "note",
    "A statement of what the law says cites the law itself.",
    "No body has such a rule: a committee looks a law up in the law, and news reports shorten it.",
    bad="""
    facts: {F1: {text: "Section 14 of the Narcotics Act permits detention without a judge"}}
    sources: {S1: {title: The new law explained, publisher: Ruritania Daily News}}
    """,
    good="""
    facts: {F1: {text: "Section 14 of the Narcotics Act permits detention without a judge"}}
    sources: {S1: {title: Narcotics Act 1976, publisher: Official Gazette}}
    """,
)
TYPES = (NOT_DATED, NOBODY, WITHOUT_DATE, WITHOUT_PARAGRAPH, ONLY_MEDIA, PRESS_FOR_LAW)

# Which treaties bind a State is checked in ``binding``. A source that says so has no check yet.


def check_sources(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on the sources that the document prints, and on what rests on them."""
    yield from _undated_pages(submission)
    for key, source in printed_sources(submission).items():
        yield from _incomplete(key, source, submission)
    for key, fact in printed_facts(submission).items():
        yield from _of_wrong_kind(key, fact, submission)


def _undated_pages(submission: Submission) -> Iterator[Remark]:
    """Yield one note on all web pages without a day of access."""
    language = submission.language
    undated = [key for key, source in printed_sources(submission).items() if _is_undated_page(source)]
    if undated:
        yield NOT_DATED.remark(
            f"{language.noun('source', len(undated))} {language.listed(undated)}",
            "Web pages change. The note does not say on which day you opened this one.",
            f"Add the day: in the interview Ctrl-O, “{undated[0]} · opened on”; in the answers file, as "
            "seen: year-month-day.",
            path=("sources", undated[0], "seen"),
        )


def _is_undated_page(source: Source) -> bool:
    return bool(source.address) and not source.seen and not source.example


def _incomplete(key: str, source: Source, submission: Submission) -> Iterator[Remark]:
    """Yield remarks on a source whose note names nobody, or gives no date. A gap has a remark already."""
    words, name = submission.language.review_words().sources(), submission.names.source(key)
    title = source.title or ""
    is_law = words.law.search(title) is not None
    if (
        not is_law
        and not any((source.author, source.publisher))
        and not _is_gap(source, "author", "publisher")
    ):
        yield NOBODY.remark(
            name,
            "The note names neither an author nor a publisher.",
            "Say who wrote or published it. Your own organisation is fine.",
            path=("sources", key, "author"),
        )
    if not source.date and not years_in(title) and not _is_gap(source, "date"):
        yield WITHOUT_DATE.remark(
            name, "The note has no date.", "Add the year at least.", path=("sources", key, "date")
        )


def _is_gap(source: Source, *names: str) -> bool:
    """Return whether one of the fields *names* is not known yet, which the note marks."""
    return any(name in source.model_fields_set and getattr(source, name) is None for name in names)


def _of_wrong_kind(key: str, fact: Fact, submission: Submission) -> Iterator[Remark]:
    """Yield notes on a fact whose source is the press, or a United Nations document without a paragraph."""
    words, text = submission.language.review_words().sources(), fact.text or ""
    read = submission.answers.sources.get(fact.cited_in or fact.source or "")
    if read is None:
        return
    name = submission.names.fact(key)
    if words.symbol.search(read.title or "") and not _has_page(fact):
        yield WITHOUT_PARAGRAPH.remark(
            name,
            "Its source is a United Nations document, and the note gives no paragraph.",
            "Add the paragraph.",
            path=("facts", key, "locator"),
        )
    if fact.cited_in or not _is_media(read, submission.language):
        return
    if words.grave.search(text):
        yield ONLY_MEDIA.remark(
            name,
            "The only source for a grave allegation is a news report.",
            "Add a second source: your own interviews, a court file, an Ombudsman, a United Nations report.",
            path=("facts", key, "source"),
        )
    elif words.states_law.search(text):
        yield PRESS_FOR_LAW.remark(
            name,
            "It says what the law says, and its source is a news report.",
            "Cite the law itself, with its section.",
            path=("facts", key, "source"),
        )


def _has_page(fact: Fact) -> bool:
    """Return whether a fact has a page or paragraph, or a gap for it, which has a remark already."""
    return bool(fact.locator) or (fact.locator is None and "locator" in fact.model_fields_set)


def _is_media(source: Source, language: Language) -> bool:
    words = language.review_words().sources()
    named = " ".join(part for part in (source.publisher, source.author) if part)
    return words.media.search(words.no_media.sub(" ", named)) is not None
