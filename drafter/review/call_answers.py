"""Checks of the answers to a call for input: each question of the call has one, and none is too long."""

from collections.abc import Iterator, Mapping

from drafter.markup.count import count_sections, count_words
from drafter.model.mechanism import Limit
from drafter.model.remark import Remark, RemarkType
from drafter.review.display_names import excerpt
from drafter.review.length import limit_of_call
from drafter.review.required import is_empty
from drafter.review.severity import LEVEL_BY_CONFIDENCE
from drafter.review.submission import Submission

QUESTIONS = "questions"
"""The name of the group of questions that a call asks."""

ANSWER_TOO_LONG = RemarkType(
    "answer-too-long",
    "form",
    "error",
    "No answer is longer than the call allows for one answer.",
    "The limit for each answer in the call, as the author entered it.",
    bad="""
    document: ohchr/call-for-input
    details: {limit_per_answer: 5, questions: [{text: Which, answer: There are no services in prison.}]}
    """,
    good="""
    document: ohchr/call-for-input
    details: {limit_per_answer: 6, questions: [{text: Which, answer: There are no services in prison.}]}
    """,
)
UNANSWERED = RemarkType(
    "call-question-unanswered",
    "form",
    "error",
    "Each question of the call that the reply prints has an answer.",
    "A heading without a text below it looks as if a part of the reply were lost.",
    bad="""
    document: ohchr/call-for-input
    details: {questions: [{text: Which services}]}
    """,
    good="""
    document: ohchr/call-for-input
    details: {questions: [{text: Which services, answer: There are none.}]}
    """,
)
TYPES = (ANSWER_TOO_LONG, UNANSWERED)


def check_call_answers(submission: Submission) -> Iterator[Remark]:
    """Yield an error for each question of the call without an answer, or with one that is too long."""
    rows = submission.answers.details.get(QUESTIONS)
    is_asked = any(ask.name == QUESTIONS and ask.kind == "group" for ask in submission.rules.asks)
    if not is_asked or not isinstance(rows, list):
        return
    counts = _words_of_answers(submission, rows)
    rule, limit = _limit_per_answer(submission)
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            continue
        question = str(row.get("text") or "")
        place = excerpt(question) if question.strip() else f"question {number} of the call"
        path = ("details", QUESTIONS, number - 1, "answer")
        if not _is_answered(row, number, submission):
            yield UNANSWERED.remark(
                place,
                f"Question {number} of the call has no answer.",
                "Answer it, place a theme under it, or take it out of the list.",
                path=path,
            )
        elif rule is not None and limit and counts[number] > limit:
            yield ANSWER_TOO_LONG.remark(
                place,
                f"{counts[number]:,} of {limit:,} words: cut {counts[number] - limit:,}.",
                "Shorten the answer, or place fewer clauses and facts under this question.",
                level="error" if rule.asked else LEVEL_BY_CONFIDENCE[rule.confidence],
                path=path,
            )


def _limit_per_answer(submission: Submission) -> tuple[Limit | None, int]:
    """Return the rule on the length of one answer, and the limit in words; 0 if it is not known."""
    rule = next((limit for limit in submission.rules.limits if limit.applies == "per-answer"), None)
    if rule is None or rule.unit != "words":
        return None, 0
    value = limit_of_call(rule, submission.answers.details) if rule.asked else rule.value
    return rule, value if isinstance(value, int) else 0


def _is_answered(row: Mapping[str, object], number: int, submission: Submission) -> bool:
    """Return whether a question has an answer, an open one that the text marks, or a theme under it."""
    is_marked = "answer" in row and row["answer"] is None
    themes = submission.answers.themes
    return is_marked or not is_empty(row.get("answer")) or any(section.under == number for section in themes)


def _words_of_answers(submission: Submission, rows: list[object]) -> dict[int, int]:
    """Return how many words each answer has, by the number of its question.

    Counted in the document, without the heading: with the clauses and facts that are placed under the
    question. Before there is a document, the words of the author's own answer.
    """
    counts = {
        number: count_words(str(row.get("answer") or "")) if isinstance(row, Mapping) else 0
        for number, row in enumerate(rows, 1)
    }
    if submission.document is None:
        return counts
    number = 0
    for section in count_sections(submission.document.blocks):
        row = rows[number] if number < len(rows) else None
        text = " ".join(str(row.get("text") or "").split()) if isinstance(row, Mapping) else ""
        if text and section.level == 1 and " ".join(section.title.split()).endswith(text):
            number += 1
            counts[number] = section.total - count_words(section.title)
    return counts
