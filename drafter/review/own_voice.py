"""The check of the author's own voice: how much of the text comes from the library."""

from collections.abc import Iterator

from drafter.markup.count import count_body, count_words
from drafter.model.clause import Clause
from drafter.model.note_marks import NOTE
from drafter.model.remark import Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.submission import Submission

LARGEST_SHARE = 0.6
"""The share of library text above which a submission needs facts of its own."""
_FIELD = pattern(r"\{[{%].*?[%}]\}")
"""A field, or a condition, in the text of a clause."""

LIBRARY_SHARE = RemarkType(
    "library-share",
    "honesty",
    "warning",
    "At most 60 per cent of a submission comes from the library if it has no facts of its own.",
    "OHCHR counted 793 template letters among the 893 submissions to one report (A/HRC/44/22, para. 3) and "
    "named them as such. A reader who knows the sentence from another submission learns nothing new.",
    bad="A submission of 2,000 words, 1,400 of them from clauses, without any fact.",
    good="The same submission with three figures from the author's own interviews.",
    example="described",
)
CLAUSE_CHANGED = RemarkType(
    "clause-changed",
    "honesty",
    "warning",
    "The author has read the text of each clause as it is printed.",
    "The library is corrected when law or language changes. A text that nobody on your side has read is not "
    "yet yours.",
    bad="""
    themes: [{theme: prison-health, facts: [F1], clauses: [prison-health/medication-on-release]}]
    clause_versions: {prison-health/medication-on-release: "00000000"}
    """,
    good="""
    themes: [{theme: prison-health, facts: [F1], clauses: [prison-health/medication-on-release]}]
    """,
)
TYPES = (LIBRARY_SHARE, CLAUSE_CHANGED)


def check_own_voice(submission: Submission) -> Iterator[Remark]:
    """Yield a warning if most of the text comes from the library and no fact is the author's own."""
    share = library_share(submission)
    facts = [key for section in submission.answers.themes for key in section.all_facts]
    if share is not None and share > LARGEST_SHARE and not facts:
        yield LIBRARY_SHARE.remark(
            "the themes",
            f"{share:.0%} of the text comes from the library, and there are no facts of your own. "
            "Bodies notice texts that many organisations send.",
            "Add what only you know: a figure, a finding or an event, with its source.",
            path=("themes",),
        )


def check_clause_versions(submission: Submission) -> Iterator[Remark]:
    """Yield a warning for each clause whose text has changed since the author chose it."""
    answers, names = submission.answers, submission.names
    clauses = {clause.id: clause for clause in submission.clauses}
    for number, section in enumerate(answers.themes):
        for index, entry in enumerate(section.clauses):
            clause, version = clauses.get(entry.clause), answers.clause_versions.get(entry.clause)
            if clause is None or version in (None, clause.version) or (entry.text or "").strip():
                continue
            yield CLAUSE_CHANGED.remark(
                f"{names.theme(section)}, {names.clause(entry.clause)}",
                "The text of this clause in the library has changed since you chose it.",
                "Read it in the preview. When you go on with 'drafter new', drafter asks whether you still "
                "want it.",
                path=("themes", number, "clauses", index),
            )


def library_share(submission: Submission) -> float | None:
    """Return which part of the document's words comes from the library, from 0 to 1.

    ``None`` if there is no composed document or it has no words. Notes are not counted. A clause in the
    author's own wording, and what the author has put into the fields of a clause, are the author's.
    """
    if submission.document is None or "themes" in submission.rules.left_out:
        return None
    total = count_body(submission.document)
    clauses = {clause.id: clause for clause in submission.clauses}
    words = sum(
        fixed_words(clauses[entry.clause])
        for section in submission.answers.themes
        for entry in section.clauses
        if entry.clause in clauses and not (entry.text or "").strip()
    )
    return min(words / total, 1.0) if total else None


def own_share(submission: Submission) -> float | None:
    """Return which part of the document's words the author wrote, from 0 to 1; ``None`` without a document.

    Headings, names and the set phrases of a document belong neither to the author nor to the library.
    """
    if submission.document is None:
        return None
    total = count_body(submission.document)
    words = sum(count_words(NOTE.sub(" ", passage.text)) for passage in submission.passages)
    return min(words / total, 1.0 - (library_share(submission) or 0.0)) if total else None


def fixed_words(clause: Clause) -> int:
    """Return how many words of *clause* are printed whatever the author answers."""
    return count_words(_FIELD.sub(" ", NOTE.sub(" ", clause.text)))
