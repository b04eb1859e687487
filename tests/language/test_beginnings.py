"""The letters that a term may begin with: a shorter search that finds the same terms."""

import re
from pathlib import Path

import pytest

from drafter.language.beginnings import beginnings
from drafter.language.english import ENGLISH
from drafter.language.review_words import TermTable
from drafter.language.terms import _matches
from tests.support.script import LIBRARY

TABLES = [ENGLISH.review_words().stigma(), ENGLISH.review_words().tone()]
LABELLED = Path(__file__).parents[1] / "labelled"


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("junk(?:ies|ie|y|ys)", "jun"),
        ("ab|cde|f", "ab cde f"),
        ("(?:crack|meth)[- ]?heads?", "cra met"),
        ("(?:the )?war", "the war"),
        ("(?:so )*sad", "sad so|"),
        ("[Aa]ddicts", "add"),
        ("a(?! in)bc", "abc"),
        (r"a\w+b", "a"),
        ("x{2}y", "x y"),
        (r"\w+ism", ""),
        ("[^a]b", ""),
        (r"(?i:Is|a (?:b|c)) d", "a|b a|c is|"),
        ("crooks?(?! of)|crook of an? x", "cro"),
    ],
)
def test_a_match_begins_with_one_of_these_letters(words: str, letters: str) -> None:
    wanted = {each.replace("|", " ") for each in letters.split(" ")}
    assert set(beginnings(words)) == wanted


def plain_matches(text: str, table: TermTable) -> list[tuple[str, int]]:
    """Return the terms in *text* and their positions, by one search for all terms."""
    terms = "|".join(f"({term.words})" for term in table.terms)
    whole = re.compile(rf"(?<![\w-])(?:{terms})(?!\w)", table.flags)
    return [(table.terms[(match.lastindex or 1) - 1].words, match.start()) for match in whole.finditer(text)]


@pytest.mark.parametrize("table", TABLES, ids=["stigma", "tone"])
def test_the_search_by_letters_finds_what_one_search_for_all_terms_finds(table: TermTable) -> None:
    texts = [line for file in LABELLED.glob("*.yaml") for line in file.read_text("utf-8").splitlines()]
    texts += [clause.text for clause in LIBRARY.all_clauses()[0]]
    texts += [text.upper() for text in texts[:400]]
    hits = 0
    for text in texts:
        ours = [(term.words, match.start()) for term, match in _matches(text, table)]
        assert ours == plain_matches(text, table)
        hits += len(ours)
    assert hits > 50
