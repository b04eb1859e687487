"""Answers without the people whom they tell of, as the beginning of another submission. Pure."""

from collections.abc import Mapping

from drafter.answers.about_people import OF_THE_OCCASION
from drafter.answers.paths import keys, maps, rows
from drafter.drafting.aside import records
from drafter.drafting.document_change import AGREED, MATTER
from drafter.errors import DrafterError
from drafter.library.library import Library
from drafter.model.mechanism import DocumentRules
from drafter.model.node import Node, Tree

_NOT_OF_PEOPLE = frozenset({"annexes", "evidence", "law_applied", "laws", "places", "remedies"})
"""Answers on the matter that a document about no case has too, and that tell of laws, places and papers."""


_FREE_TEXTS = {
    "title": "the title",
    "summary": "the summary",
    "method": "the paragraph on sources and method",
    "closing": "the closing paragraph",
}
"""Texts in the author's words, with their names. In a document about a case, each may tell of a person."""


def people_in_words(tree: Tree, library: Library) -> list[str]:
    """Return in words what the saved answers *tree* have of people: cases, and answers about the case."""
    rules = _rules(tree, library)
    asks = {ask.name: ask.ask for ask in rules.asks} if rules else {}
    cases = [f"case {key}" for key in keys(tree, ("cases",))]
    names = (name for name in keys(tree, ("details",)) if _is_of_people(name, rules) and name not in AGREED)
    answers = [f"“{asks.get(name, name)}”" for name in names if keys(tree, ("details",))[name]]
    texts = [name for key, name in _FREE_TEXTS.items() if _is_about_a_case(rules) and tree.get(key)]
    has_kept = any(_tells_of_people(record) for record in maps(tree, ("inactive", "removed")))
    return [*cases, *answers, *texts, *(["what was put aside of people"] if has_kept else [])]


def without_people(tree: Tree, library: Library) -> dict[str, Node]:
    """Return *tree* without its cases, its answers about the case, and what was kept of people."""
    rules = _rules(tree, library)
    left = {"cases", "inactive", "details", "themes", *(_FREE_TEXTS if _is_about_a_case(rules) else ())}
    new = {key: value for key, value in tree.items() if key not in left}
    new["details"] = {
        name: value for name, value in keys(tree, ("details",)).items() if not _is_of_people(name, rules)
    }
    new["themes"] = [
        _without_own_texts(_without_cases(section)) if _is_about_a_case(rules) else _without_cases(section)
        for section in rows(tree, ("themes",))
    ]
    inactive = keys(tree, ("inactive",))
    if inactive:
        kept = [record for record in maps(inactive, ("removed",)) if not _tells_of_people(record)]
        new["inactive"] = {**inactive, "removed": [_without_cases(record) for record in kept]}
    return {key: value for key, value in new.items() if key in tree}


def _is_of_people(name: str, rules: DocumentRules | None) -> bool:
    """Return whether the answer *name* of a document with these *rules* may tell of a person.

    In a document about a case, any answer may, except those about the occasion.
    """
    if _is_about_a_case(rules) or rules is None:
        return name not in OF_THE_OCCASION
    asks = {ask.name: ask for ask in rules.asks}
    ask = asks.get(name)
    is_of_person = ask is not None and (ask.person or any(field.person for field in ask.fields))
    return is_of_person or (name in MATTER and name not in _NOT_OF_PEOPLE)


def _tells_of_people(tree: Tree) -> bool:
    """Return whether a record of what is kept may tell of a person."""
    [record] = records({"inactive": {"removed": [tree]}})
    place = (*record.place, record.key)
    return place[0] == "cases" or (place[0] == "details" and place[1] not in OF_THE_OCCASION)


def _is_about_a_case(rules: DocumentRules | None) -> bool:
    """Return whether a document with these *rules* tells of a person; one that nobody knows may."""
    return rules is None or rules.stage == "case"


def _without_own_texts(section: Node) -> Node:
    """Return *section* without the paragraphs and the wordings that are the author's own."""
    entries = keys(section, ())
    clauses = [
        {key: value for key, value in keys(entry, ()).items() if key != "text"}
        if isinstance(entry, Mapping)
        else entry
        for entry in rows(entries, ("clauses",))
    ]
    return {
        **entries,
        **({"own": []} if "own" in entries else {}),
        **({"clauses": clauses} if clauses else {}),
    }


def _without_cases(node: Node) -> Node:
    """Return *node* without every list of cases in it."""
    if isinstance(node, Mapping):
        return {key: [] if key == "cases" else _without_cases(value) for key, value in node.items()}
    return [_without_cases(item) for item in node] if isinstance(node, list | tuple) else node


def _rules(tree: Tree, library: Library) -> DocumentRules | None:
    try:
        return library.document(str(tree.get("document") or "")).rules
    except DrafterError:
        return None
