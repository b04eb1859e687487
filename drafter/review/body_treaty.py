"""The check that a theme rests on the treaty that the body watches over."""

from collections.abc import Iterator

from drafter.model.remark import Remark, RemarkType
from drafter.review.submission import Submission

OTHER_TREATY = RemarkType(
    "other-treaty",
    "recommendations",
    "note",
    "A report to a committee rests on the treaty that the committee watches over.",
    "Each committee examines what a State does about the treaty that it watches over.",
    bad="""
    document: cedaw/alternative-report
    themes: [{theme: prison-health, clauses: [prison-health/care-as-in-the-community], facts: [F1]}]
    """,
    good="""
    document: cescr/alternative-report
    themes: [{theme: prison-health, clauses: [prison-health/care-as-in-the-community], facts: [F1]}]
    """,
)
TYPES = (OTHER_TREATY,)


def check_body_treaty(submission: Submission) -> Iterator[Remark]:
    """Yield a note on each theme whose clauses all rest on other treaties than that of the body."""
    treaty = submission.rules.treaty
    if not treaty or "themes" in submission.rules.left_out:
        return
    heads = {clause.id: clause.head for clause in submission.clauses}
    known = submission.treaties.get(treaty)
    named = f"the {known.title}" if known else "the treaty of this body"
    for number, section in enumerate(submission.answers.themes):
        bases = [
            basis.partition(":")[0]
            for entry in section.clauses
            if entry.clause in heads
            for basis in (*heads[entry.clause].legal_basis, *heads[entry.clause].authorities)
        ]
        if bases and treaty not in bases:
            yield OTHER_TREATY.remark(
                submission.names.theme(section),
                f"None of its clauses rests on {named}, which this body watches over.",
                "Choose a clause that does, or name the article of the treaty in your own words.",
                path=("themes", number),
            )
