"""Which clauses fit a submission, by document, theme, stage and position; and the search for words."""

from collections.abc import Iterable, Mapping

from drafter.language.language import Language
from drafter.model.clause import Clause
from drafter.model.kinds import CLAUSE_KINDS
from drafter.model.mechanism import STAGE_KINDS, DocumentType
from drafter.model.vocabulary import Position
from drafter.search import SearchedText, wanted_words

# A conclusion follows from the clauses that were chosen before it.
OFFERED_KINDS = (*(kind for kind in CLAUSE_KINDS if kind != "conclusion"), "conclusion")


def fits_document(clause: Clause, document: DocumentType) -> bool:
    """Return whether the mechanism and the stage of *document* allow *clause*."""
    tags = {"all", document.mechanism_id, *document.mechanism.families}
    return clause.head.kind in STAGE_KINDS[document.rules.stage] and not tags.isdisjoint(
        clause.head.mechanisms
    )


def refused_positions(
    positions: Mapping[str, Position], stand_for: Iterable[str], refuse: Iterable[str]
) -> frozenset[str]:
    """Return the positions that the submitters refuse, directly or through the positions they *stand_for*."""
    implied = (positions[name].refuses for name in stand_for if name in positions)
    return frozenset(refuse).union(*implied)


def fits_position(clause: Clause, refused: frozenset[str]) -> bool:
    """Return whether *clause* may be offered to submitters who refuse these positions."""
    return clause.head.position not in refused


def filter_clauses(
    clauses: Iterable[Clause], document: DocumentType, refused: frozenset[str]
) -> list[Clause]:
    """Return the clauses, of any theme, that fit *document* and do not express a *refused* position."""
    return [
        clause for clause in clauses if fits_document(clause, document) and fits_position(clause, refused)
    ]


def offered_clauses(
    clauses: Iterable[Clause], theme: str, document: DocumentType, refused: frozenset[str]
) -> list[Clause]:
    """Return the clauses to offer for *theme*, in the order of OFFERED_KINDS.

    Within a kind, clauses whose first theme is *theme* come before the others.
    """
    on_theme = [clause for clause in clauses if theme in clause.head.themes]
    fitting = filter_clauses(on_theme, document, refused)
    return sorted(
        fitting,
        key=lambda clause: (OFFERED_KINDS.index(clause.head.kind), clause.head.themes[0] != theme, clause.id),
    )


def searchable_text(clause: Clause) -> str:
    """Return the text of *clause* that a search covers: id, title, tags, clause text."""
    head = clause.head
    tags = (*head.themes, *head.groups, *head.legal_basis, *head.authorities, head.position, head.kind)
    return " ".join((clause.id, head.title, *tags, *clause.texts))


def search_clauses(clauses: Iterable[Clause], words: str, language: Language) -> list[Clause]:
    """Return the clauses that contain all of *words*; those with more of them in id or title come first."""
    wanted = wanted_words(words, language)
    hits: list[tuple[int, str, Clause]] = []
    for clause in clauses:
        text = SearchedText.of(searchable_text(clause), language)
        if text.has_all(wanted):
            title = SearchedText.of(f"{clause.id} {clause.head.title}", language)
            hits.append((-sum(title.has(word) for word in wanted), clause.id, clause))
    return [clause for _, _, clause in sorted(hits, key=lambda hit: hit[:2])]
