"""Checks of the themes: each has texts and facts of the authors' own, and all of them are printed."""

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.model.answers import ThemeSection
from drafter.model.clause import Clause
from drafter.model.remark import Remark, RemarkType
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath

FEW_CLAUSES = 3
"""Clauses that a document may have before it also needs content of the authors' own."""

THEME_EMPTY = RemarkType(
    "theme-empty",
    "form",
    "warning",
    "A chosen theme has a text.",
    "An empty theme is not printed, so the submission says nothing about it.",
    bad="themes: [{theme: prison-health}]",
    good="themes: [{theme: prison-health, facts: [F1]}]",
)
THEME_WITHOUT_FACT = RemarkType(
    "theme-without-fact",
    "facts",
    "warning",
    "Each theme has a fact of the submitters' own.",
    "OHCHR's guidelines for stakeholders ask for credible, first-hand information.",
    bad="themes: [{theme: prison-health, clauses: [prison-health/care-as-in-the-community]}]",
    good="themes: [{theme: prison-health, facts: [F1], own: [{text: There is no treatment in prison.}]}]",
    other_levels="a note if the theme has a paragraph of the authors' own",
)
NOTHING_OWN = RemarkType(
    "nothing-of-your-own",
    "facts",
    "warning",
    "A submission says something that only its submitters know.",
    "Secretariats count submissions with the same text as one.",
    bad="A submission of six clauses of the library, without a fact or a paragraph of its submitters.",
    good="The same submission with a figure from the submitters' own interviews.",
    example="described",
)
CLAUSE_TWICE = RemarkType(
    "clause-twice",
    "form",
    "warning",
    "A text is printed once.",
    "No body has such a rule: a repeated paragraph costs words and looks careless.",
    bad="""
    themes:
      - {theme: prison-health, clauses: [prison-health/care-as-in-the-community], facts: [F1]}
      - {theme: women, clauses: [prison-health/care-as-in-the-community]}
    """,
    good="themes: [{theme: prison-health, clauses: [prison-health/care-as-in-the-community], facts: [F1]}]",
)
UNDER_NO_QUESTION = RemarkType(
    "under-no-question",
    "form",
    "error",
    "A theme that answers a question of the call names a question that the call has.",
    "A theme under a question that does not exist is not printed.",
    bad="""
    document: ohchr/call-for-input
    details: {questions: [{text: Which services}]}
    themes: [{theme: prison-health, facts: [F1], under: 2}]
    """,
    good="""
    document: ohchr/call-for-input
    details: {questions: [{text: Which services}]}
    themes: [{theme: prison-health, facts: [F1], under: 1}]
    """,
)
ANSWER_UNUSED = RemarkType(
    "answer-unused",
    "form",
    "note",
    "An answer is printed in a clause that asks for it.",
    "An answer that no clause asks for is not printed, and its author may think that it is.",
    bad="themes: [{theme: prison-health, facts: [F1], answers: {colour: blue}}]",
    good="themes: [{theme: prison-health, facts: [F1], answers: {}}]",
)
ADDRESSEE_UNKNOWN = RemarkType(
    "addressee-unknown",
    "form",
    "warning",
    "A recommendation goes to an addressee that the body writes to.",
    "The list of addressees that comes with drafter.",
    bad="""
    themes:
      - theme: prison-health
        facts: [F1]
        own: [{kind: recommendation, text: Offer methadone in every prison., addressee: the-world}]
    """,
    good="""
    themes:
      - theme: prison-health
        facts: [F1]
        own: [{kind: recommendation, text: Offer methadone in every prison., addressee: state}]
    """,
)
TYPES = (
    THEME_EMPTY, THEME_WITHOUT_FACT, NOTHING_OWN, CLAUSE_TWICE, UNDER_NO_QUESTION, ANSWER_UNUSED,
    ADDRESSEE_UNKNOWN,
)  # fmt: skip


def check_sections(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on the themes and their texts, for a document that has themes."""
    if "themes" in submission.rules.left_out:
        return
    yield from _chosen_twice(submission)
    for number, section in enumerate(submission.answers.themes):
        place, path = submission.names.theme(section), ("themes", number)
        if not any((section.clauses, section.facts, section.cases, section.own)):
            yield THEME_EMPTY.remark(
                place,
                "The theme is empty, so it is not printed.",
                "Add a clause, a fact or a paragraph, or remove the theme.",
            )
        elif not section.all_facts:
            yield THEME_WITHOUT_FACT.remark(
                place,
                "No fact of yours supports this theme.",
                "Add what only you know: a figure, a finding or an event, with its source.",
                level="note" if any(own.kind == "paragraph" for own in section.own) else "warning",
            )
        yield from _question_of_call(section, submission, place, path)
        yield from _unused_answers(section, submission.clauses, place, path)
        yield from _own_texts(section, submission, path)


def check_own_content(submission: Submission) -> Iterator[Remark]:
    """Yield a warning if all the text comes from the library."""
    answers = submission.answers
    own = len(answers.facts) + sum(len(section.own) for section in answers.themes)
    if len(submission.clauses) > FEW_CLAUSES and own == 0:
        yield NOTHING_OWN.remark(
            "the themes",
            "All the text comes from the library. Bodies count copied submissions as one.",
            "Add your own facts and paragraphs.",
        )


def _chosen_twice(submission: Submission) -> Iterator[Remark]:
    """Yield a warning for each clause that is chosen under several themes."""
    for clause_id, times in Counter(clause.id for clause in submission.clauses).items():
        if times > 1:
            yield CLAUSE_TWICE.remark(
                submission.names.clause(clause_id),
                f"You have chosen it {times} times, and it is printed each time.",
                "Keep it under one theme.",
            )


def _question_of_call(
    section: ThemeSection, submission: Submission, place: str, path: KeyPath
) -> Iterator[Remark]:
    """Yield an error if a theme answers a question that the call does not have: it would not be printed."""
    has_questions = any(ask.name == "questions" and ask.kind == "group" for ask in submission.rules.asks)
    questions = submission.answers.details.get("questions")
    count = len(questions) if isinstance(questions, list) else 0
    if has_questions and count and section.under and not 1 <= section.under <= count:
        yield UNDER_NO_QUESTION.remark(
            place,
            f"It answers question {section.under} of the call, but the call has only {count}. "
            "So it is not printed.",
            "Correct the number (under), or remove it.",
            path=(*path, "under"),
        )


def _unused_answers(
    section: ThemeSection, clauses: Sequence[Clause], place: str, path: KeyPath
) -> Iterator[Remark]:
    """Yield a note on answers to questions that no clause of the theme asks."""
    asked = {clause.id: {ask.name for ask in clause.questions} for clause in clauses}
    used = {name for entry in section.clauses for name in asked.get(entry.clause, ())}
    unused = sorted(set(section.answers) - used)
    if unused:
        yield ANSWER_UNUSED.remark(
            place,
            f"No clause here asks for {', '.join(unused)}, so the answer is not printed.",
            "Leave it, or add the clause that asked for it.",
            path=(*path, "answers"),
        )


def _own_texts(section: ThemeSection, submission: Submission, path: KeyPath) -> Iterator[Remark]:
    """Yield a warning on each unknown addressee in the authors' own texts."""
    names, addressees = submission.names, submission.vocabulary.addressees
    for index, own in enumerate(section.own):
        place = names.own_text(section, own)
        if addressees and own.kind != "paragraph" and own.addressee not in addressees:
            yield ADDRESSEE_UNKNOWN.remark(
                place,
                f"drafter does not know the addressee “{own.addressee}”, so it is printed as you wrote it.",
                f"Choose a known one: {', '.join(addressees)}.",
                path=(*path, "own", index, "addressee"),
            )
