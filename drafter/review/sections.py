"""Checks of the themes: each has texts and facts of the authors' own, and all of them are printed."""

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.model.answers import ThemeSection
from drafter.model.clause import Clause
from drafter.model.remark import Remark
from drafter.review.submission import Submission

FEW_CLAUSES = 3
"""Clauses that a document may have before it also needs content of the authors' own."""


def check_sections(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on the themes and their texts, for a document that has themes."""
    if "themes" in submission.rules.left_out:
        return
    yield from _chosen_twice(submission)
    for section in submission.answers.themes:
        place = submission.names.theme(section)
        if not any((section.clauses, section.facts, section.cases, section.own)):
            yield Remark(
                "theme-empty",
                "warning",
                place,
                "The theme is empty, so it is not printed.",
                "Add a clause, a fact or a paragraph, or remove the theme.",
            )
        elif not section.all_facts:
            yield Remark(
                "theme-without-fact",
                "warning",
                place,
                "No fact of yours supports this theme.",
                "Add what only you know: a figure, a finding or an event, with its source.",
            )
        yield from _question_of_call(section, submission, place)
        yield from _unused_answers(section, submission.clauses, place)
        yield from _own_texts(section, submission)


def check_own_content(submission: Submission) -> Iterator[Remark]:
    """Yield a warning if all the text comes from the library."""
    answers = submission.answers
    own = len(answers.facts) + sum(len(section.own) for section in answers.themes)
    if len(submission.clauses) > FEW_CLAUSES and own == 0:
        yield Remark(
            "nothing-of-your-own",
            "warning",
            "the themes",
            "All the text comes from the library. Bodies count copied submissions as one.",
            "Add your own facts and paragraphs.",
        )


def _chosen_twice(submission: Submission) -> Iterator[Remark]:
    """Yield a warning for each clause that is chosen under several themes."""
    for clause_id, times in Counter(clause.id for clause in submission.clauses).items():
        if times > 1:
            yield Remark(
                "clause-twice",
                "warning",
                submission.names.clause(clause_id),
                f"You have chosen it {times} times, and it is printed each time.",
                "Keep it under one theme.",
            )


def _question_of_call(section: ThemeSection, submission: Submission, place: str) -> Iterator[Remark]:
    """Yield an error if a theme answers a question that the call does not have: it would not be printed."""
    has_questions = any(ask.name == "questions" and ask.kind == "group" for ask in submission.rules.asks)
    questions = submission.answers.details.get("questions")
    count = len(questions) if isinstance(questions, list) else 0
    if has_questions and count and section.under and not 1 <= section.under <= count:
        yield Remark(
            "under-no-question",
            "error",
            place,
            f"It answers question {section.under} of the call, but the call has only {count}. "
            "So it is not printed.",
            "Correct the number (under), or remove it.",
        )


def _unused_answers(section: ThemeSection, clauses: Sequence[Clause], place: str) -> Iterator[Remark]:
    """Yield a note on answers to questions that no clause of the theme asks."""
    asked = {clause.id: {ask.name for ask in clause.questions} for clause in clauses}
    used = {name for entry in section.clauses for name in asked.get(entry.clause, ())}
    unused = sorted(set(section.answers) - used)
    if unused:
        yield Remark(
            "answer-unused",
            "note",
            place,
            f"No clause here asks for {', '.join(unused)}, so the answer is not printed.",
            "Leave it, or add the clause that asked for it.",
        )


def _own_texts(section: ThemeSection, submission: Submission) -> Iterator[Remark]:
    """Yield a warning on each unknown addressee in the authors' own texts."""
    names, addressees = submission.names, submission.vocabulary.addressees
    for own in section.own:
        place = names.own_text(section, own)
        if addressees and own.kind != "paragraph" and own.addressee not in addressees:
            yield Remark(
                "addressee-unknown",
                "warning",
                place,
                f"drafter does not know the addressee “{own.addressee}”, so it is printed as you wrote it.",
                f"Choose a known one: {', '.join(addressees)}.",
            )
