"""The check of an answer that completes a sentence of a clause: it is a part of a sentence, not several."""

from collections.abc import Iterator

from drafter.language.sentences import sentences
from drafter.model.phrase_fields import phrase_names
from drafter.model.remark import Remark, RemarkType
from drafter.review.passages import Passage
from drafter.review.submission import Submission

SENTENCES_IN_SENTENCE = RemarkType(
    "sentences-in-sentence",
    "words",
    "warning",
    "An answer that completes a sentence of a clause is a few words, not whole sentences.",
    "The clause goes on after the answer: a full stop in its middle leaves two broken sentences in print.",
    bad="""
    themes:
      - theme: prison-health
        facts: [F1]
        clauses: [prison-health/health-ministry-in-charge]
        answers: {body: "the prison service. It has no doctor"}
    """,
    good="""
    themes:
      - theme: prison-health
        facts: [F1]
        clauses: [prison-health/health-ministry-in-charge]
        answers: {body: the prison service}
    """,
)
TYPES = (SENTENCES_IN_SENTENCE,)


def check_phrase(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a warning if *passage* completes a sentence of a clause and has several sentences."""
    if not _is_phrase(passage, submission):
        return
    count = len(sentences(passage.text.strip(), submission.language))
    if count > 1:
        yield SENTENCES_IN_SENTENCE.remark(
            passage.place,
            f"This answer is printed within a sentence, and it has {count} sentences.",
            "Keep the few words that complete the sentence. Write the rest as a fact or a paragraph of your "
            "own.",
            path=passage.path,
        )


def _is_phrase(passage: Passage, submission: Submission) -> bool:
    """Return whether *passage* is printed within a sentence of a chosen clause."""
    match passage.path:
        case ("themes", int(number), "answers", str(name)):
            entries = submission.answers.themes[number].clauses
        case ("themes", int(number), "clauses", int(index), "answers", str(name)):
            entries = submission.answers.themes[number].clauses[index : index + 1]
        case _:
            return False
    clauses = (submission.names.clauses.get(entry.clause) for entry in entries if not entry.text)
    return any(clause is not None and name in phrase_names(clause.text) for clause in clauses)
