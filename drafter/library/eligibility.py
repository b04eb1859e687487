"""Which clauses fit a submission: by document, theme, stage and position; and finding one by words."""

from collections.abc import Iterable

from drafter.language.language import Language
from drafter.model.clause import Clause
from drafter.model.kinds import CLAUSE_KINDS
from drafter.model.mechanism import STAGE_KINDS, DocumentType
from drafter.model.vocabulary import Position
from drafter.search import SearchedText, wanted_words


def fits_document(clause: Clause, document: DocumentType) -> bool:
    """Return whether *clause* can be used in *document*: its mechanism and its stage allow it."""
    tags = {"all", document.mechanism_id, *document.mechanism.families}
    return clause.head.kind in STAGE_KINDS[document.rules.stage] and not tags.isdisjoint(
        clause.head.mechanisms
    )


def refused_positions(
    positions: dict[str, Position], stand_for: Iterable[str], refuse: Iterable[str]
) -> frozenset[str]:
    """Return the positions that these submitters refuse, by saying so or by what they stand for."""
    implied = (positions[held].refuses for held in stand_for if held in positions)
    return frozenset(refuse).union(*implied)


def fits_position(clause: Clause, refused: frozenset[str]) -> bool:
    """Return whether submitters who refuse these positions may be offered *clause*."""
    return clause.head.position not in refused


def fitting(clauses: Iterable[Clause], document: DocumentType, refused: frozenset[str]) -> list[Clause]:
    """Return the clauses that fit a document and these positions, whatever they are about."""
    return [
        clause for clause in clauses if fits_document(clause, document) and fits_position(clause, refused)
    ]


def offered(
    clauses: Iterable[Clause],
    theme: str,
    document: DocumentType,
    refused: frozenset[str],
) -> list[Clause]:
    """Return the clauses to offer for *theme*, standards first, then concerns, then what is asked.

    Within a kind, the theme's own clauses stand before those that belong to another theme as well.
    """
    about = [clause for clause in clauses if theme in clause.head.themes]
    found = fitting(about, document, refused)
    return sorted(
        found, key=lambda one: (CLAUSE_KINDS.index(one.head.kind), one.head.themes[0] != theme, one.id)
    )


def searched_text(clause: Clause) -> str:
    """Return all of *clause* that a search looks through: id, title, tags, text."""
    head = clause.head
    tags = (*head.themes, *head.groups, *head.legal_basis, *head.authorities, head.position, head.kind)
    return " ".join((clause.id, head.title, *tags, clause.text))


def search(clauses: Iterable[Clause], words: str, language: Language) -> list[Clause]:
    """Return the clauses that hold every one of *words*, those with a word in id or title first."""
    wanted = wanted_words(words, language)
    hits: list[tuple[int, str, Clause]] = []
    for clause in clauses:
        whole = SearchedText.of(searched_text(clause), language)
        if whole.has_all(wanted):
            near = SearchedText.of(f"{clause.id} {clause.head.title}", language)
            hits.append((-sum(near.has(word) for word in wanted), clause.id, clause))
    return [clause for _, _, clause in sorted(hits, key=lambda hit: hit[:2])]
