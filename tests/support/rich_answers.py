"""Answers to any document, with every kind of answer that a change of document could lose or invent."""

from typing import Any

from drafter.drafting.moving_sections import WANTED
from drafter.library.eligibility import filter_clauses, offered_clauses
from drafter.model.kinds import CLAUSE_KINDS
from drafter.model.question import Ask
from tests.support.script import LIBRARY

THEMES = ("compulsory-treatment", "recovery")
LEAD = {
    "name": "Open Road Ruritania", "acronym": None, "role": "lead", "status": "confirmed",
    "what": "A network.", "founded": 2012, "city": "Strelsau", "country": "Ruritania", "ecosoc": "special",
    "contact": {"person": "", "email": "office@openroad.example"},
}  # fmt: skip
OTHER = {"name": "Lawyers for Fair Trial", "status": "invited"}
CASE = {
    "pseudonym": "Mira",
    "age_group": "adult",
    "text": "She was held for six months.",
    "consent": {
        "body": "yes", "government": "yes", "public": "yes", "given": "in writing, to her sister",
        "details": ["place"],
    },
}  # fmt: skip
EARLIER: list[dict[str, Any]] = [
    {
        "text": "Close the compulsory centres", "body": "Human Rights Council (UPR)",
        "document": "A/HRC/48/12", "paragraph": "121.12", "states": ["Orsinia"], "position": "noted",
        "status": "not-done", "evidence": "A sixth was opened.",
    },
    {"text": "Decriminalise possession", "document": "CEDAW/C/XRU/CO/5", "evidence": None},
    {"text": "Publish data", "states": ["Karlsberg"], "position": "none", "status": None},
]  # fmt: skip


def rich(document: str) -> dict[str, Any]:
    """Return answers to *document* with something in every part that it has."""
    rules = LIBRARY.document(document).rules
    whole: dict[str, Any] = {
        "format": 1, "document": document, "language": "en", "state": "Ruritania",
        "title": f"A title for {document}", "organisations": [LEAD, OTHER],
        "stand_for": ["recovery-oriented"], "refuse": [],
        "details": {ask.name: value_of(ask, document) for ask in rules.asks},
        "keywords": ["recovery", "health"], "summary": f"The summary for {document}.", "method": None,
        "themes": [section(document, number) for number in range(len(THEMES))],
        "recommendations": {"grouped_by": "time"},
        "facts": {f"F{number}": fact(number) for number in range(1, 5)},
        "sources": {"S1": {"title": "A register", "author": "", "date": None}},
        "cases": {"C1": CASE, "C2": {"pseudonym": "Jo", "text": None}},
        "earlier": EARLIER, "closing": f"The last word for {document}.",
        "sign_off": {"place": "Strelsau", "date": "2026-03-14", "name": None},
        "confirmed_authorities": [], "accept_conflicts": [],
        "interview": {"finished": ["organisations", "earlier", f"theme/{THEMES[0]}"]},
    }  # fmt: skip
    finished = whole["interview"]["finished"]
    finished += [f"details/{ask.name}" for ask in rules.asks if ask.kind == "group"]
    return {key: value for key, value in whole.items() if key not in rules.left_out}


def fact(number: int) -> dict[str, Any]:
    """Return a fact; an even *number* has no answer to the question when and where it holds."""
    return {
        "text": f"In 2024, {number} of 9 saw no judge.",
        "source": "S1",
        **({"period": "", "place": "Zenda"} if number % 2 else {}),
    }


def value_of(ask: Ask, document: str) -> Any:
    """Return an answer to *ask*: the last choice, two rows of a group, text that names the document."""
    if ask.kind == "group":
        return [{field.name: value_of(field, document) for field in ask.fields} for _ in range(2)]
    if ask.kind == "yes-no":
        return True
    if ask.kind == "number":
        return 900
    if ask.choices:
        return [ask.choices[0].value] if ask.kind == "choices" else ask.choices[-1].value
    return None if ask.name == "deadline" else f"{ask.name} of {document}"


def section(document: str, number: int) -> dict[str, Any]:
    """Return a section with clauses, one of them in the author's wording, and own texts of every kind."""
    document_type = LIBRARY.document(document)
    every = LIBRARY.all_clauses()[0]
    suitable = offered_clauses(every, THEMES[number], document_type, frozenset())
    kinds = {clause.head.kind: clause.id for clause in suitable}
    # The clause that asks for something comes last: another kind of document cannot take it.
    chosen: list[Any] = [kinds[kind] for kind in CLAUSE_KINDS if kind in kinds]
    if chosen:
        chosen[-1] = {
            "clause": chosen[-1],
            "text": "Words of our own.[^F3]",
            "facts": ["F3"] if number == 0 else [],
            "term": "year",
        }
    spare = filter_clauses(every, document_type, frozenset())[number].id
    if spare not in kinds.values():
        chosen.append(spare)
    own: list[dict[str, Any]] = [{"kind": "paragraph", "text": "A paragraph.", "facts": ["F4"]}]
    own_kind = WANTED[document_type.rules.stage]
    if own_kind != "paragraph":
        own.insert(0, {"kind": own_kind, "text": f"Publish table {number} each year."})
        own.append(
            {
                "kind": own_kind,
                "manner": "parts",
                "parts": {"verb": "Open", "what": "a service"},
                "addressee": "state",
                "term": "now",
            }
        )
    tree: dict[str, Any] = {
        "theme": THEMES[number],
        "heading": f"Heading {number}",
        "clauses": chosen,
        "answers": {"body": "the ministry", "law": None},
        "own": own,
    }
    if number == 0:
        tree |= {"facts": ["F1", "F2"], "cases": ["C1"]}
    if any(ask.name == "questions" and ask.kind == "group" for ask in document_type.rules.asks):
        tree["under"] = number + 1
    return tree
