"""Checks of concerns: each says something about the State that the document is about."""

from collections.abc import Iterator

from drafter.model.answers import ThemeSection
from drafter.model.clause import Clause
from drafter.model.facts_field import has_facts_field
from drafter.model.remark import Remark, RemarkType
from drafter.review.submission import Submission

GENERAL = RemarkType(
    "concern-without-state",
    "facts",
    "note",
    "A concern in a text about a State says what happens in that State.",
    "A reader who knows the State learns nothing from a concern that has no State, answer or fact in it.",
    bad="A concern in your folder clauses that begins with “Where”, with no fact attached to it.",
    good="The same concern with a fact attached to it.",
    example="described",
)
TYPES = (GENERAL,)


def check_concerns(submission: Submission) -> Iterator[Remark]:
    """Yield a note on each printed concern that holds neither the State, nor an answer, nor a fact."""
    if submission.state is None:
        return
    clauses = {clause.id: clause for clause in submission.clauses}
    for number, section in enumerate(submission.answers.themes):
        first = _first_with_facts(section, clauses)
        for index, entry in enumerate(section.clauses):
            clause = clauses.get(entry.clause)
            has_facts = bool(entry.facts or (section.facts and entry.clause == first))
            if clause and _is_general(clause) and not entry.text and not has_facts:
                yield GENERAL.remark(
                    submission.names.clause(entry.clause),
                    f"This concern says nothing about {submission.state.in_text}.",
                    "Attach a fact to it, or write in your own words what happens there.",
                    path=("themes", number, "clauses", index),
                )


def _is_general(clause: Clause) -> bool:
    """Return whether *clause* is a concern that names no State and asks nothing about one."""
    return clause.head.kind == "concern" and not clause.questions and not clause.names_state


def _first_with_facts(section: ThemeSection, clauses: dict[str, Clause]) -> str:
    """Return the id of the first clause of *section* that has room for the facts of the theme."""
    entries = (entry.clause for entry in section.clauses if not entry.text)
    return next((name for name in entries if name in clauses and has_facts_field(clauses[name].text)), "")
