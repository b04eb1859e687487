"""A small submission that is nearly answered: one organisation, one theme with two facts."""

from functools import cache
from pathlib import Path
from typing import Any

from drafter.answers.store import Store
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import next_question, questions
from drafter.interview.items.item import Item
from drafter.markup.count import block_text, plain_text
from drafter.yaml_text import KeyPath
from tests.support.script import LIBRARY

MADE_WITH = "tests"
THEME = "compulsory-treatment"
_TEXT = """\
format: 1
document: upr/individual
state: Ruritania
language: en
details: {cycle: fourth, session: 60th, what_became: ""}
organisations:
  - name: House of Examples
    acronym: ""
    role: lead
    what: It helps.
    founded: ""
    city: ""
    country: ""
    ecosoc: none
    contact: {person: "", email: office@house.example}
earlier:
  - {text: Close the centres., body: "", document: "", paragraph: "", state: "", position: noted}
stand_for: []
refuse: []
themes:
  - theme: compulsory-treatment
    clauses: [CONCERN, RECOMMENDATION]
    facts: [F1, F2]
    own:
      - {kind: paragraph, text: Our own words.}
      - {kind: paragraph, text: And others.}
facts:
  F1: {text: Forty saw no judge., period: "", source: S1, locator: ""}
  F2: {text: Twelve have no licence., period: "", source: S1, locator: ""}
sources:
  S1: {title: A register, author: Ministry of Health, publisher: "", date: "2024", address: ""}
interview:
  finished: [earlier, theme/compulsory-treatment]
"""


@cache
def small_submission_text() -> str:
    """Return the answers file, with the first neutral concern and the first neutral recommendation."""
    clauses = [clause for clause in LIBRARY.all_clauses()[0] if clause.id.startswith(f"{THEME}/")]
    ids = {clause.head.kind: clause.id for clause in reversed(clauses) if clause.head.position == "neutral"}
    concern, recommendation = (
        clause.id for clause in clauses if clause.id in (ids["concern"], ids["recommendation"])
    )
    return _TEXT.replace("CONCERN", concern).replace("RECOMMENDATION", recommendation)


def open_small_submission(folder: Path) -> Store:
    """Write the small submission into *folder* and return its store."""
    file = folder / "a.yaml"
    file.write_text(small_submission_text(), "utf-8")
    return Store.open(file, MADE_WITH)


def item_at(store: Store, path: KeyPath) -> Item:
    """Return the question at *path*."""
    return next(item for item in questions(store.answers, LIBRARY) if item.path == path)


def save_answer(store: Store, path: KeyPath, value: Any) -> None:
    """Answer the question at *path* with *value*."""
    store.change(item_at(store, path).changes(store.answers, value, LIBRARY))


def answer_all_blank(store: Store) -> None:
    """Answer each open question with as little as it accepts, until none is open."""
    while (item := next_question(store.answers, LIBRARY)) is not None:
        store.change(item.changes(store.answers, blank_answer(item), LIBRARY))


def blank_answer(item: Item) -> str | None:
    """Return the emptiest answer that *item* accepts."""
    is_choice = item.kind in ("choice", "search")
    return None if is_choice and "" not in {choice.value for choice in item.choices} else ""


def printed(store: Store) -> str:
    """Return the text of the document, with its notes and properties."""
    document = draft_file(store.file).draft.document
    texts = [*map(block_text, document.blocks), *map(plain_text, document.notes), str(document.properties)]
    return "\n".join(texts)
