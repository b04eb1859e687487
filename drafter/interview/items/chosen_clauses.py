"""The clauses of the library that the answers use, and what they cite."""

from collections.abc import Iterable

from drafter.answers.changes import Change
from drafter.answers.working import WorkingAnswers
from drafter.errors import DrafterError
from drafter.library.library import Library
from drafter.model.answers import ChosenClause
from drafter.model.clause import Clause
from drafter.model.note_marks import NOTE
from drafter.model.shared_answers import ClauseAsk, asked_apart


def chosen_clauses(answers: WorkingAnswers, library: Library) -> list[Clause]:
    """Return the clauses that the answers use, without those that the library cannot read."""
    entries = (entry for section in answers.themes for entry in section.clauses)
    clauses = (clause_or_none(entry.clause, library) for entry in entries)
    return [clause for clause in clauses if clause is not None]


def clause_or_none(clause_id: str, library: Library) -> Clause | None:
    """Return the clause, ``None`` where the library cannot read it; a build reports that."""
    try:
        return library.clause(clause_id)
    except DrafterError:
        return None


def clause_title(clause_id: str, library: Library) -> str:
    """Return the title of the clause, its id where the library cannot read it."""
    clause = clause_or_none(clause_id, library)
    return clause.head.title if clause else clause_id


def cited(answers: WorkingAnswers, library: Library) -> list[str]:
    """Return what the chosen clauses and the author's own texts cite, as ``authority:locator``, each once."""
    marks = [mark for clause in chosen_clauses(answers, library) for mark in clause.head.authorities]
    for section in answers.themes:
        for text in (entry.text for entries in (section.clauses, section.own) for entry in entries):
            marks += NOTE.findall(text or "")
    return list(dict.fromkeys(marks))


def versions(clause_ids: Iterable[str], library: Library) -> list[Change]:
    """Return the changes that remember which text of each clause was chosen."""
    clauses = (clause_or_none(name, library) for name in clause_ids)
    return [(("clause_versions", clause.id), clause.version) for clause in clauses if clause is not None]


def printed_clause(entry: ChosenClause, answers: WorkingAnswers, library: Library) -> Clause | None:
    """Return the clause of *entry* as it is printed, without a State in its general form.

    ``None`` where the library does not have it, or the author's wording replaces it.
    """
    clause = None if "text" in entry.model_fields_set else clause_or_none(entry.clause, library)
    return clause if clause is None or answers.state else clause.without_state


def asked_apart_in(answers: WorkingAnswers, library: Library, number: int) -> set[ClauseAsk]:
    """Return the questions of the section *number* whose answer is that of one clause alone."""
    section = answers.themes[number]
    clauses = [printed_clause(entry, answers, library) for entry in section.clauses]
    asks_by_clause = [clause.questions if clause else () for clause in clauses]
    theme = library.themes.themes.get(section.theme)
    return asked_apart(asks_by_clause, theme.questions if theme else ())
