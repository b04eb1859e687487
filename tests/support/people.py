"""Answers files that tell one person's case, for the tests about consent and about what identifies."""

import json
from pathlib import Path
from typing import Any

from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.library.folders import stacked
from drafter.library.library import Library
from drafter.markup.count import block_text
from drafter.model.remark import Remark
from drafter.privacy.private_file import private_path
from tests.support.private_files import PRIVATE_ID

BUNDLED = Library(stacked("clauses"), stacked("templates"))
NAME = "Canaria Goldfinch"
PASSPORT = "CANARY-4711"
STORY = "She was held in a cellar for nine months without a judge."

SENT = {"consent_to_send": "yes", "consent_to_publish": "no"}
"""Answers of a communication with which its cases are told, and under the real name."""
LETTER: dict[str, Any] = {
    "letter": "urgent",
    "mandates": "the Special Rapporteur on torture",
    "victims": [{"name": "Mira", "age": "34 years", "nationality": "Ruritanian", "detention": "the cellar"}],
    "perpetrators": [{"name_or_unit": "not known"}],
    "date_of_event": "May 2025",
    "place_of_event": "Ruritania",
    "facts_of_case": "It began in spring.",
    "confidential": "Where her sister lives.",
    "consent_given": "in writing, in May 2025",
}
"""Answers of a communication beside those on consent."""


def case(**given: Any) -> dict[str, Any]:
    """Return an adult's case with every consent, and nothing that identifies, changed by what is *given*."""
    consent = {"body": "yes", "government": "yes", "public": "yes", "given": "in writing"}
    consent |= given.pop("consent", {})
    usual = {"pseudonym": "Mira", "age_group": "adult", "text": STORY, "identifying": ["nothing"]}
    return {**usual, **given, "consent": {key: value for key, value in consent.items() if value is not None}}


def written(folder: Path, document: str, details: dict[str, Any], one: dict[str, Any], **more: Any) -> Path:
    """Return an answers file of *document* that tells the case *one*, with its private file beside it."""
    whole = {
        "format": 1,
        "private_id": PRIVATE_ID,
        "document": document,
        "state": "Ruritania",
        "organisations": [{"name": "House", "role": "lead", "contact": {"email": "office@house.example"}}],
        "details": details,
        "themes": [{"theme": "torture", "cases": ["C1"]}],
        "cases": {"C1": one},
        **more,
    }
    file = folder / "a.yaml"
    file.write_text(json.dumps(whole), "utf-8")
    secret = {"pseudonym": one["pseudonym"], "name": NAME, "passport": PASSPORT, "work": "seamstress"}
    private = {"format": 1, "private_id": PRIVATE_ID, "cases": {"C1": secret}}
    private_path(file).write_text(json.dumps(private), "utf-8")
    return file


def letter(
    folder: Path, details: dict[str, Any] = SENT, one: dict[str, Any] | None = None, **more: Any
) -> Path:
    """Return the answers file of a communication with these answers on consent, and the case *one*."""
    return written(folder, "special-procedures/communication", {**LETTER, **details}, one or case(), **more)


def text(made: ReviewedDraft) -> str:
    """Return every word of the body of a draft."""
    return "\n".join(map(block_text, made.draft.document.blocks))


def remarks(file: Path, code: str) -> list[Remark]:
    """Return the remarks with this *code* on what *file* makes."""
    return [one for one in draft_file(file).remarks if one.code == code]
