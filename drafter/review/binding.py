"""Checks of what is said to bind the State: a treaty binds only the States that are party to it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from drafter.dates import printed_date
from drafter.language.language import Language
from drafter.language.violations import sentences_of_violation
from drafter.model.remark import Remark, RemarkType
from drafter.model.treaty import PartyStatus
from drafter.patterns import pattern
from drafter.review.passages import Passage
from drafter.review.submission import Submission
from drafter.review.treaty_status import TreatyStatus

NOT_BINDING = RemarkType(
    "treaty-not-binding",
    "sources",
    "warning",
    "A text says that a treaty binds a State only if the State is party to it.",
    "Vienna Convention on the Law of Treaties, article 34. The table of treaty parties gives a source and a "
    "date for each entry.",
    bad="""
    state: Graustark
    themes:
      - theme: right-to-life
        clauses: [right-to-life/never-a-most-serious-crime]
        own: [{kind: paragraph, text: Courts handed down eleven death sentences for drug offences in 2024.}]
    """,
    good="""
    state: Ruritania
    themes:
      - theme: right-to-life
        clauses: [right-to-life/never-a-most-serious-crime]
        own: [{kind: paragraph, text: Courts handed down eleven death sentences for drug offences in 2024.}]
    """,
    other_levels="a note if the sources of the table are old or do not agree",
)
VIOLATED = RemarkType(
    "violated-not-binding",
    "sources",
    "warning",
    "A text does not say that a State violates a treaty to which it is not party.",
    "Vienna Convention on the Law of Treaties, article 34.",
    bad="""
    state: Graustark
    summary: >-
      Detention without a judge violates article 9 of the International Covenant on Civil and
      Political Rights.
    """,
    good="""
    state: Graustark
    summary: >-
      Detention without a judge is incompatible with article 9 of the Universal Declaration of Human Rights.
    """,
    other_levels="a note if the sources of the table are old or do not agree",
)
DIFFERS = RemarkType(
    "treaty-answer-differs",
    "sources",
    "warning",
    "What the answers say about a treaty agrees with the table of treaty parties.",
    "The table has a date and a source for each State and treaty. A newer ratification may be missing there.",
    bad="""
    document: ccpr/alternative-report
    state: Graustark
    details: {state_party: "yes"}
    """,
    good="""
    document: ccpr/alternative-report
    state: Ruritania
    details: {state_party: "yes"}
    """,
    other_levels="a note if the sources of the table are old or do not agree",
)
LEFT_OUT = RemarkType(
    "conclusion-left-out",
    "sources",
    "warning",
    "A text says that something is incompatible with a treaty only if the State is party to the treaty.",
    "Vienna Convention on the Law of Treaties, article 34.",
    bad="""
    state: Graustark
    themes:
      - theme: arbitrary-detention
        clauses: [arbitrary-detention/incompatible-with-the-covenant]
    """,
    good="""
    state: Ruritania
    themes:
      - theme: arbitrary-detention
        clauses: [arbitrary-detention/incompatible-with-the-covenant]
    """,
)
UNKNOWN_PARTY = RemarkType(
    "conclusion-unconfirmed",
    "sources",
    "note",
    "The author knows that the State is party to a treaty that a conclusion names.",
    "The table of treaty parties has no entry for some States and treaties.",
    bad="A conclusion that names a treaty for which the table has no entry about the State.",
    good="The same conclusion in a text about a State that the table says is party.",
    example="described",
)
ALREADY_BOUND = RemarkType(
    "already-bound",
    "sources",
    "warning",
    "A text asks a State to ratify only what it has not ratified yet.",
    "A State rejects the request to ratify a treaty that binds it, and readers doubt the rest of the text.",
    bad="""
    state: Ruritania
    themes:
      - theme: human-rights-bodies
        answers: {treaty: opcat}
        clauses: [human-rights-bodies/ratify-a-treaty]
    """,
    good="""
    state: Graustark
    themes:
      - theme: human-rights-bodies
        answers: {treaty: opcat}
        clauses: [human-rights-bodies/ratify-a-treaty]
    """,
    other_levels="a note if the sources of the table are old or do not agree",
)
TYPES = (NOT_BINDING, VIOLATED, DIFFERS, LEFT_OUT, UNKNOWN_PARTY, ALREADY_BOUND)

_STATUS: dict[PartyStatus, str] = {
    "party": "is party to",
    "signed": "has signed but not ratified",
    "none": "is not party to",
    "withdrawn": "has withdrawn from",
}
ANSWERS: dict[PartyStatus, tuple[str, ...]] = {
    "party": ("yes",),
    "signed": ("signed", "no"),
    "none": ("no",),
    "withdrawn": ("no",),
}
"""The answers to a question about a treaty that agree with a status."""
OTHER_GROUNDS = "the Universal Declaration of Human Rights, the treaties that it has ratified, or its pledges"


def membership_sentence(status: TreatyStatus, state: str, language: Language) -> str:
    """Return the status as a sentence: "Graustark is not party to the ICCPR (as of 3 February 2026)."."""
    return membership_sentences([status], state, language)


def membership_sentences(statuses: Iterable[TreatyStatus], state: str, language: Language) -> str:
    """Return the statuses as sentences, one for the treaties with the same status and date."""
    titles: defaultdict[tuple[PartyStatus, str], list[str]] = defaultdict(list)
    for status in statuses:
        titles[status.membership.status, status.membership.as_of].append(f"the {status.title}")
    return " ".join(
        f"{language.upper_first(state)} {_STATUS[status]} {language.listed(listed)}"
        f" (as of {printed_date(as_of, language)})."
        for (status, as_of), listed in titles.items()
    )


def not_binding_remark(
    place: str,
    statuses: Sequence[TreatyStatus],
    state: str,
    better: Sequence[str],
    language: Language,
) -> Remark:
    """Return the remark on the clause at *place*; *better* are the titles of clauses to take instead."""
    text = " ".join(membership_sentence(status, state, language) for status in statuses)
    instead = f" Other clauses of this theme: {language.listed(better, 'or')}." if better else ""
    return NOT_BINDING.remark(
        place,
        text,
        f"Rest the text on {OTHER_GROUNDS}.{instead} If the table is out of date, waive this remark.",
        level="warning" if all(status.is_sure for status in statuses) else "note",
    )


def left_out_remark(
    place: str, statuses: Sequence[TreatyStatus], state: str, better: Sequence[str], language: Language
) -> Remark:
    """Return the remark on the conclusion at *place*, which the document does not print."""
    instead = f" Other conclusions of this theme: {language.listed(better, 'or')}." if better else ""
    return LEFT_OUT.remark(
        place,
        f"{membership_sentences(statuses, state, language)} The document does not print this conclusion.",
        f"Take it out.{instead} If the table is out of date, write the sentence as a paragraph of your own.",
    )


def unknown_party_remark(place: str, titles: Sequence[str], state: str, language: Language) -> Remark:
    """Return the remark on the conclusion at *place*, for whose treaties the table has no entry."""
    return UNKNOWN_PARTY.remark(
        place,
        f"drafter does not know whether {state} is party to {language.listed(titles, 'or')}.",
        "Look it up in the United Nations Treaty Collection. If it is not party, take the conclusion out.",
    )


def check_violations(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a remark on each treaty that *passage* calls violated and that does not bind the State."""
    if not submission.unbound or submission.state is None:
        return
    for sentence in sentences_of_violation(passage.text, submission.language):
        for status in submission.unbound:
            if _names(sentence, status):
                yield VIOLATED.remark(
                    passage.place,
                    membership_sentence(status, submission.state.in_text, submission.language),
                    f"A State cannot violate a treaty that does not bind it. Name {OTHER_GROUNDS}.",
                    level="warning" if status.is_sure else "note",
                    path=passage.path,
                )


def _names(sentence: str, status: TreatyStatus) -> bool:
    """Return whether *sentence* names the treaty by its title or its abbreviation."""
    if status.title.lower() in sentence.lower():
        return True
    return status.short.isupper() and pattern(rf"\b{re.escape(status.short)}\b").search(sentence) is not None


def check_treaty_answers(submission: Submission) -> Iterator[Remark]:
    """Yield a remark on each answer about a treaty that disagrees with the table of treaty parties."""
    state = submission.state
    for ask in submission.rules.asks:
        status = submission.treaties.get(ask.treaty)
        answer = submission.answers.details.get(ask.name)
        if status is None or state is None or answer is None or answer in ANSWERS[status.membership.status]:
            continue
        in_table = membership_sentence(status, state.in_text, submission.language)
        yield DIFFERS.remark(
            f"“{ask.ask}”",
            f"The table of treaty parties says otherwise: {in_table}",
            "Correct the answer. If the State has changed this since, waive this remark.",
            level="warning" if status.is_sure else "note",
            path=("details", ask.name),
        )


def check_ratification_asked(submission: Submission) -> Iterator[Remark]:
    """Yield a remark on each recommendation to accept a treaty or procedure that binds the State already."""
    clauses = {clause.id: clause for clause in submission.clauses if clause.head.kind == "recommendation"}
    for number, section in enumerate(submission.answers.themes):
        for entry in section.clauses:
            clause = clauses.get(entry.clause)
            for ask in clause.questions if clause else ():
                answer = entry.answers.get(ask.name, section.answers.get(ask.name))
                status = submission.treaties.get(str(answer)) if answer in ask.treaties else None
                if status is None or submission.state is None or not status.membership.binds:
                    continue
                yield ALREADY_BOUND.remark(
                    f"“{ask.ask}”",
                    membership_sentence(status, submission.state.in_text, submission.language),
                    "Choose another, or take the clause out. If the table is wrong, waive this remark.",
                    level="warning" if status.is_sure else "note",
                    path=("themes", number, "answers", ask.name),
                )
