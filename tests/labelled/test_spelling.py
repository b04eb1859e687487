"""How many misspellings are reported, and that right texts have none: labelled ones, clauses and examples."""

import re
from pathlib import Path

import pytest

from drafter.drafting.pipeline import draft_file
from drafter.language.english import ENGLISH
from drafter.model.note_marks import NOTE
from drafter.spelling import misspelt
from tests.support.checkout import EXAMPLES
from tests.support.labelled import labelled_recommendations
from tests.support.labelled_sentences import labelled_sentences
from tests.support.misspellings import misspellings
from tests.support.script import LIBRARY

KNOWN = LIBRARY.known_words
FIELD = re.compile(r"\{[{%].*?[%}]\}")


def suggested(text: str) -> dict[str, str]:
    """Return the suggestion for each misspelt word of *text*."""
    return {hit.word: hit.suggestion for hit in misspelt(text, KNOWN, ENGLISH)}


def test_most_misspellings_are_corrected() -> None:
    results = {typed: suggested(f"We saw the {typed} there.").get(typed, "") for typed in misspellings()}
    right = [typed for typed, meant in misspellings().items() if results[typed] == meant]
    wrong = {typed: result for typed, result in results.items() if result and typed not in right}
    assert len(right) / len(results) >= 0.9, [typed for typed in results if typed not in right]
    assert wrong == {}


def test_labelled_sentences_have_the_labelled_misspellings_only() -> None:
    hits = [(word, labelled) for labelled in labelled_sentences() for word in suggested(labelled.text)]
    wanted = sum(len(labelled.misspelt) for labelled in labelled_sentences())
    right = sum(word in labelled.misspelt for word, labelled in hits)
    assert right / len(hits) >= 0.97, [word for word, labelled in hits if word not in labelled.misspelt]
    assert right / wanted >= 0.95


def test_labelled_recommendations_have_none() -> None:
    hits = {labelled.text: suggested(labelled.text) for labelled in labelled_recommendations()}
    assert {text: words for text, words in hits.items() if words} == {}


def test_no_clause_has_a_misspelt_word() -> None:
    clauses, _ = LIBRARY.all_clauses()
    texts = {
        clause.id: NOTE.sub(" ", FIELD.sub(" ", f"{clause.head.title}. {clause.text}")) for clause in clauses
    }
    hits = {clause_id: suggested(text) for clause_id, text in texts.items()}
    assert len(hits) > 100
    assert {clause_id: words for clause_id, words in hits.items() if words} == {}


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.yaml")), ids=lambda file: file.stem)
def test_no_example_has_a_misspelt_word(file: Path) -> None:
    remarks = draft_file(file, library=LIBRARY, spelling=True).remarks
    assert [remark.text for remark in remarks if remark.code == "word-misspelt"] == []
