"""Another language changes all of drafter's own words in a document; one process can use two languages."""

import re
from typing import get_args

import pytest

from drafter.compose.draft import compose
from drafter.compose.roster import sign_on_sheet
from drafter.frozen import replaced
from drafter.language.english import ENGLISH
from drafter.language.labels import GapName, SignOnSheet
from drafter.language.language import Language
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.library.open_library import template_finder
from drafter.markup.count import block_text, plain_text
from drafter.model.answers import Answers

OTHER = replaced(
    ENGLISH,
    code="xx",
    proofing="fr-FR",
    calendar=replaced(ENGLISH.calendar, months=tuple(f"mois-{number}" for number in range(1, 13))),
    grammar=replaced(ENGLISH.grammar, of="d’{}".format, joiners={"and": " et ", "or": " ou "}),
    notes=replaced(
        ENGLISH.notes,
        earlier=(" [voir note ", "]"),
        accessed=(" [vu le ", "]"),
        pinpoints={kind: (f"{kind}-un", f"{kind}-deux") for kind in ENGLISH.notes.pinpoints},
    ),
    labels=replaced(
        ENGLISH.labels,
        gaps={name: f"⟦{name}⟧" for name in ENGLISH.labels.gaps},
        positions={key: f"⟦{key}⟧" for key in ENGLISH.labels.positions},
        statuses={key: f"⟦{key}⟧" for key in ENGLISH.labels.statuses},
        case_of="⟦{name}⟧",
        ecosoc={key: f"⟦{key}⟧" for key in ENGLISH.labels.ecosoc},
    ),
)
ANSWERS = Answers.model_validate({
    "format": 1,
    "document": "upr/joint",
    "state": "Ruritania",
    "summary": None,
    "organisations": [
        {"name": "One", "acronym": None, "role": "lead", "status": "confirmed", "ecosoc": "special"},
        {"name": "Two", "status": "confirmed", "contact": {"email": None}},
    ],
    "facts": {"F1": {"text": "a", "source": "S1"}, "F2": {"text": "b", "source": "S1", "locator": None}},
    "sources": {
        "S1": {
            "title": "T",
            "author": None,
            "date": "2026-02",
            "address": "https://x.org",
            "seen": "2026-11-01",
        }
    },
    "themes": [{
        "theme": "right-to-life",
        "clauses": ["right-to-life/never-a-most-serious-crime"],
        "facts": ["F1", "F2"],
        "cases": ["C1"],
        "own": [{"kind": "recommendation"}],
    }],
    "cases": {"C1": {"pseudonym": "Mira", "text": "She was held."}},
    "earlier": [
        {"text": "x", "document": "A/1", "paragraph": "12–14", "position": "noted", "status": "begun"}
    ],
    "sign_off": {"date": "2026-11-21", "name": None},
})  # fmt: skip


def printed(language: Language) -> str:
    """Return the text of the document in *language*, its gaps and the language of its properties."""
    library = Library(overlay("clauses"), overlay("templates"), language)
    state = library.state("Ruritania")
    draft = compose(
        ANSWERS,
        library,
        library.document("upr/joint"),
        state,
        find=template_finder(library),
        printed_names={"C1": "Mira"},
    )
    document = draft.document
    texts = [*map(block_text, document.blocks), *map(plain_text, document.notes)]
    return "\n".join([*texts, *draft.gaps, document.properties.language.proofing])


ENGLISH_WORDS = re.compile(
    r"\b(?:November|February)\b|\bparas?\.|\barts?\.|\(note|accessed|Noted|Begun|consultative status"
    r"|summary of|e-mail address|own recommendation|case of|name of the person|author of|Government of"
)
"""Finds drafter's own words in an English document of these answers."""


def test_no_english_words_are_left_in_another_language() -> None:
    text = printed(OTHER)
    assert ENGLISH_WORDS.findall(text) == []
    for words in (
        "21 mois-11 2026", "1 mois-11 2026", "mois-2 2026", "[voir note ", "[vu le 1 mois-11",
        "paragraph-deux 12–14",
        "⟦noted⟧", "⟦begun⟧", "⟦special⟧", "⟦summary⟧", "⟦email⟧", "⟦acronym⟧", "⟦own_recommendation⟧",
        "⟦sign_name⟧",
        "⟦source_author⟧", "⟦fact_page⟧", "fr-FR",
    ):  # fmt: skip
        assert words in text, words


def test_the_sign_on_sheet_uses_the_language_too() -> None:
    words = SignOnSheet(
        title="Feuille: {title}",
        invitation="Prière de signer{led_by}.",
        led_by=" avec {lead}",
        lead=" (chef)",
        columns=("qui", "état", "signature"),
        statuses={"confirmed": "oui", "invited": "?", "declined": "non", "not-asked": "??"},
    )
    sheet = sign_on_sheet(ANSWERS, "T", replaced(OTHER, labels=replaced(OTHER.labels, sign_on=words)))
    assert [block_text(block).strip() for block in sheet.blocks] == [
        "Feuille: T",
        "Prière de signer avec One.",
        "qui\nétat\nsignature\nOne (chef)\noui\n\n\n\nTwo\noui",
    ]


def test_english_is_unchanged_after_a_document_in_another_language() -> None:
    printed(OTHER)
    text = printed(ENGLISH)
    assert "mois-" not in text
    assert "⟦" not in text
    for words in (
        "21 November 2026",
        "(accessed 1 November 2026)",
        "paras. 12–14",
        "Noted",
        "(note ",
        "en-GB",
    ):
        assert words in text, words


@pytest.mark.parametrize("name", get_args(GapName))
def test_every_gap_has_a_label(name: GapName) -> None:
    label = ENGLISH.gap(name, "X")
    assert label
    assert "{" not in label
    assert ("X" in label) is ("{of}" in ENGLISH.labels.gaps[name])
