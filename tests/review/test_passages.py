"""Every text that an author types is read by the checks of words, or there is a reason why not."""

from collections.abc import Iterator
from typing import Any

import pytest

from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.review.passage_checks import check_passages
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY

PLANTED = "The junkies wait."
DOCUMENTS = ("upr/joint", "cedaw/alternative-report")
TYPED = ("line", "long", "group")
"""The kinds of questions that have a typed answer."""
OWN_WORDING = "compulsory-treatment/close-centres"
PARTS = {"verb": "Close", "what": "the centres", "how": "x", "by_when": "y"}
FACT = {
    "text": "x", "period": "2024", "place": "x", "disaggregation": "x", "caveat": "x",
    "locator": "x", "source": "S1",
}  # fmt: skip
NOT_WORDED_BY_THE_AUTHOR = {
    "document": "an id",
    "language": "a choice",
    "state": "a State",
    "made_with": "the version",
    "private_id": "an id",
    "organisations.*.name": "a name is its owner's",
    "organisations.*.acronym": "a name is its owner's",
    "organisations.*.founded": "a year",
    "organisations.*.city": "a name",
    "organisations.*.country": "a name",
    "organisations.*.contact.person": "a name",
    "organisations.*.contact.email": "an address",
    "organisations.*.contact.phone": "a number",
    "organisations.*.contact.address": "an address",
    "organisations.*.contact.website": "an address",
    "stand_for.*": "ids",
    "refuse.*": "ids",
    "themes.*.theme": "an id",
    "themes.*.clauses.*": "an id",
    "themes.*.clauses.*.clause": "an id",
    "themes.*.facts.*": "keys",
    "themes.*.cases.*": "keys",
    "themes.*.clauses.*.facts.*": "keys",
    "themes.*.own.*.facts.*": "keys",
    "themes.*.own.*.addressee": "an id",
    "facts.*.source": "a key",
    "sources.*.author": "the words of the source",
    "sources.*.title": "the words of the source",
    "sources.*.publisher": "the words of the source",
    "sources.*.date": "a date",
    "sources.*.address": "an address",
    "sources.*.seen": "a date",
    "cases.*.pseudonym": "a name",
    "cases.*.consent.given": "printed by no document",
    "earlier.*.text": "the words of the body",
    "earlier.*.body": "the name of the body",
    "earlier.*.document": "a symbol",
    "earlier.*.paragraph": "a number",
    "earlier.*.states.*": "a State",
    "sign_off.place": "a name",
    "sign_off.date": "a date",
    "sign_off.name": "a name",
    "sign_off.function": "a title of office",
    "confirmed_authorities.*": "keys",
    "clause_versions.*": "versions",
    "interview.finished.*": "the progress of the interview",
    "interview.unasked.*": "the progress of the interview",
}
"""Texts that no check of words reads, and why. A star stands for a number or a key."""


def answers(document: str) -> dict[str, Any]:
    """Return answers with a text in every place where an author can type one."""
    tree = rich(document)
    section = tree["themes"][0]
    section["own"] = [
        {"kind": "paragraph", "text": "x"},
        {"kind": "recommendation", "parts": PARTS},
        {"kind": "question", "text": "x"},
    ]
    section["heading"], section["cases"], section["facts"] = "x", ["C1"], ["F1"]
    section["clauses"] = [{"clause": OWN_WORDING, "text": "x", "answers": {"body": "x"}}]
    tree["facts"]["F1"] = FACT
    tree["sources"]["S1"] = {"title": "x", "author": "x", "publisher": "x", "address": "x"}
    return tree


def leaves(tree: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the path of each text in *tree*."""
    children = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    if isinstance(tree, str):
        yield path
    for key, value in children:
        yield from leaves(value, (*path, key))


def planted(tree: Any, path: KeyPath) -> Any:
    """Return a copy of *tree* with the planted text at *path*."""
    if not path:
        return PLANTED
    if isinstance(tree, list):
        return [planted(value, path[1:]) if index == path[0] else value for index, value in enumerate(tree)]
    return {key: planted(value, path[1:]) if key == path[0] else value for key, value in tree.items()}


def is_read(document: str, tree: dict[str, Any], path: KeyPath) -> bool | None:
    """Return whether the checks of words read the text at *path*; ``None`` if it can be no free text."""
    try:
        with_text = Answers.model_validate(planted(tree, path))
    except ValueError:
        return None
    rules = LIBRARY.document(document).rules
    submission = Submission(with_text, rules, ENGLISH, vocabulary=LIBRARY.themes)
    return any(remark.code == "word-stigmatises" for remark in check_passages(submission))


def general(path: KeyPath) -> str:
    """Return *path* with a star for each number and each key of a collection."""
    collections = {"facts", "sources", "cases", "answers", "clause_versions"}
    parts = [
        "*" if isinstance(part, int) or (number and path[number - 1] in collections) else part
        for number, part in enumerate(path)
    ]
    return ".".join(map(str, parts))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_planted_word_is_seen_wherever_an_author_types(document: str) -> None:
    tree = answers(document)
    results = [(general(path), is_read(document, tree, path)) for path in leaves(tree)]
    read = {path for path, result in results if result}
    assert {"summary", "keywords.*", "themes.*.own.*.parts.how", "cases.*.text", "earlier.*.evidence"} <= read
    asks = LIBRARY.document(document).rules.asks
    choices = {f"details.{ask.name}" for ask in asks if ask.kind not in TYPED}
    unread = {path for path, result in results if result is False} - read
    assert unread - choices - set(NOT_WORDED_BY_THE_AUTHOR) == set()


def test_every_answer_to_a_question_of_a_document_is_seen() -> None:
    unread = []
    for document in LIBRARY.document_ids():
        rules = LIBRARY.document(document).rules
        for ask in rules.asks:
            if ask.kind in ("line", "long"):
                tree = {"format": 1, "document": document, "details": {ask.name: "x"}}
                if is_read(document, tree, ("details", ask.name)) is False:
                    unread.append(f"{document} {ask.name}")
    assert unread == []
