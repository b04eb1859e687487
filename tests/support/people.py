"""Answers files with one person's case, for the tests about consent and about identifying details."""

import json
from pathlib import Path
from typing import Any

from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.markup.count import block_text
from drafter.model.remark import Remark
from drafter.privacy.private_file import private_path
from tests.support.private_files import PRIVATE_ID

BUNDLED = Library(overlay("clauses"), overlay("templates"))
NAME = "Canaria Goldfinch"
PASSPORT = "CANARY-4711"
STORY = "She was held in a cellar for nine months without a judge."

SENT = {"consent_to_send": "yes", "consent_to_publish": "no"}
"""Answers of a communication that let it tell its cases, under the real names."""
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
"""The other answers of a communication."""


def case(**changed: Any) -> dict[str, Any]:
    """Return the case of an adult with every consent and no identifying details, then *changed*."""
    consent = {"body": "yes", "government": "yes", "public": "yes", "given": "in writing"}
    consent |= changed.pop("consent", {})
    usual = {"pseudonym": "Mira", "age_group": "adult", "text": STORY, "identifying": ["nothing"]}
    return {
        **usual,
        **changed,
        "consent": {key: value for key, value in consent.items() if value is not None},
    }


def written(
    folder: Path, document: str, details: dict[str, Any], case_tree: dict[str, Any], **more: Any
) -> Path:
    """Write answers to *document* with the case *case_tree*, and a private file; return the answers file."""
    whole = {
        "format": 1,
        "private_id": PRIVATE_ID,
        "document": document,
        "state": "Ruritania",
        "organisations": [{"name": "House", "role": "lead", "contact": {"email": "office@house.example"}}],
        "details": details,
        "themes": [{"theme": "torture", "cases": ["C1"]}],
        "cases": {"C1": case_tree},
        **more,
    }
    file = folder / "a.yaml"
    file.write_text(json.dumps(whole), "utf-8")
    secret = {"pseudonym": case_tree["pseudonym"], "name": NAME, "passport": PASSPORT, "work": "seamstress"}
    private = {"format": 1, "private_id": PRIVATE_ID, "cases": {"C1": secret}}
    private_path(file).write_text(json.dumps(private), "utf-8")
    return file


def letter(
    folder: Path, details: dict[str, Any] = SENT, case_tree: dict[str, Any] | None = None, **more: Any
) -> Path:
    """Write a communication with these answers about consent and this case, and return its answers file."""
    return written(
        folder, "special-procedures/communication", {**LETTER, **details}, case_tree or case(), **more
    )


def text(draft: ReviewedDraft) -> str:
    """Return the text of the body of *draft*."""
    return "\n".join(map(block_text, draft.draft.document.blocks))


def remarks(file: Path, code: str) -> list[Remark]:
    """Return the remarks with this *code* about the draft of *file*."""
    return [remark for remark in draft_file(file).remarks if remark.code == code]
