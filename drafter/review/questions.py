"""Checks of the questions in a document that puts questions to a State: a question is not an order."""

from collections.abc import Iterator

from drafter.language.actions import first_action
from drafter.model.remark import Remark, RemarkType
from drafter.review.passages import Passage
from drafter.review.submission import Submission

ORDER = RemarkType(
    "question-is-order",
    "recommendations",
    "warning",
    "A question asks the State to tell something. It does not tell the State what to do.",
    "Lists of issues of the treaty bodies: “Please describe …”, “Please provide information on …”. "
    "Recommendations come after the dialogue.",
    bad="Guarantee that every prison offers opioid agonist treatment.",
    good="Please describe how every prison offers opioid agonist treatment.",
    example="question",
)
NO_QUESTION = RemarkType(
    "questions-missing",
    "recommendations",
    "warning",
    "A text for a list of issues has questions.",
    "OHCHR's guidance on lists of issues: the Committee takes over questions at this stage.",
    bad="""
    document: ccpr/list-of-issues
    themes:
      - {theme: prison-health, facts: [F1], own: [{kind: recommendation, text: Offer methadone in prison.}]}
    """,
    good="""
    document: ccpr/list-of-issues
    themes:
      - {theme: prison-health, facts: [F1], own: [{kind: question, text: How many prisons offer methadone}]}
    """,
)
TYPES = (ORDER, NO_QUESTION)


def check_question(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a warning on a question that begins with an order."""
    text = passage.text.strip()
    if passage.role != "question" or not text or text.rstrip("”\"' )").endswith("?"):
        return
    asks_to_tell = submission.language.review_words().form().asks_to_tell
    action = first_action(text, submission.language)
    if action and not asks_to_tell.match(text) and not asks_to_tell.match(text, action.start):
        yield ORDER.remark(
            passage.place,
            f"It begins with an order: “{text[action.start : action.end]}”.",
            "Ask for what you want to know: “Please describe …”, “How many …?”",
            path=passage.path,
        )


def check_questions(submission: Submission) -> Iterator[Remark]:
    """Yield a warning on a document of questions that has recommendations only."""
    if submission.rules.stage != "questions" or "themes" in submission.rules.left_out:
        return
    own = [own.kind for section in submission.answers.themes for own in section.own]
    kinds = {*own, *(clause.head.kind for clause in submission.clauses)}
    if "recommendation" in kinds and "question" not in kinds:
        yield NO_QUESTION.remark(
            "the themes",
            "It has recommendations and no question. At this stage the body takes questions.",
            "Write each recommendation as a question, or choose clauses that are questions.",
            path=("themes",),
        )
