"""Themes, recommendations and questions are printed in the author's order, in every document."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.compose.templates import new_environment, render_shape
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.errors import DrafterError
from drafter.language.english import ENGLISH
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.markup.count import block_text
from drafter.model.blocks import Heading
from tests.support.checkout import CHECKOUT
from tests.support.submissions import ORGANISATION, submission

LIBRARY = Library(overlay("clauses"), overlay("templates"))
HEADINGS = ("Zebra", "Mango", "Apple", "Quince", "Banana")
"""In an order that no sorting gives."""
ADDRESSEES = ("unodc", "state", "cnd", "a-body-of-ones-own", "state")


def themes(kind: str) -> list[dict[str, object]]:
    """Return five themes, each with a paragraph and five asks; ``word12`` is ask 2 of theme 1."""
    names = sorted(LIBRARY.themes.themes)
    return [
        {
            "theme": names[-at],
            "heading": heading,
            "own": [
                {"kind": "paragraph", "text": f"Told{at}."},
                *(
                    {"kind": kind, "text": f"Ask word{at}{number}.", "addressee": ADDRESSEES[number - 1]}
                    for number in (3, 1, 2, 5, 4)
                ),
            ],
        }
        for at, heading in enumerate(HEADINGS, 1)
    ]


def drafted(document: str, folder: Path, kind: str) -> ReviewedDraft:
    """Return the draft of *document* about these themes."""
    return draft_file(
        submission(
            folder, document=document, organisations=[ORGANISATION], themes=themes(kind), state="Ruritania"
        )
    )


def found(made: ReviewedDraft, pattern: str, *, headings: bool = False) -> list[str]:
    """Return the words that *pattern* finds in the document, each once, in reading order."""
    blocks = made.draft.document.blocks
    texts = [block_text(one) for one in blocks if not headings or isinstance(one, Heading)]
    return list(dict.fromkeys(re.findall(pattern, "\n".join(texts))))


@pytest.mark.parametrize("document", list(LIBRARY.document_ids()))
def test_themes_and_their_requests_keep_the_authors_order(document: str, tmp_path: Path) -> None:
    rules = LIBRARY.document(document).rules
    kind = "question" if rules.stage == "questions" else "recommendation"
    made = drafted(document, tmp_path, kind)
    told = found(made, r"Told\d")
    assert told == sorted(told)
    if "themes" not in rules.left_out:
        assert len(told) == len(HEADINGS)
    names = found(made, "|".join(HEADINGS), headings=True)
    assert names == [name for name in HEADINGS if name in names]
    for addressee in set(ADDRESSEES):
        wanted = [
            f"word{at}{n}" for at in range(1, 6) for n in (3, 1, 2, 5, 4) if ADDRESSEES[n - 1] == addressee
        ]
        asked = found(made, "|".join(wanted))
        assert asked in (wanted, []), addressee


def printing_recommendations() -> Iterator[str]:
    """Yield, for each shape that groups by addressee, a document that asks for recommendations."""
    grouping = ("reply", "letter", "oral", "note", "statement")
    rules = {one: LIBRARY.document(one).rules for one in LIBRARY.document_ids()}
    asking = [
        one
        for one, rule in rules.items()
        if rule.stage == "recommendations" and "themes" not in rule.left_out
    ]
    yield from {
        rules[one].shape: one for one in asking if rules[one].shape.partition(".")[0] in grouping
    }.values()


@pytest.mark.parametrize("document", list(printing_recommendations()))
def test_addressees_keep_the_order_of_the_authors_requests(document: str, tmp_path: Path) -> None:
    made = drafted(document, tmp_path, "recommendation")
    asked = found(made, r"word\d\d")
    assert len(asked) == 25
    order = list(dict.fromkeys(ADDRESSEES[int(word[-1]) - 1] for word in asked))
    assert order == ["cnd", "unodc", "state", "a-body-of-ones-own"]


def test_grouping_keeps_the_order_of_groups_and_items_and_joins_what_was_apart() -> None:
    each = "{{ name }}:{{ items | map(attribute='v') | join }} "
    shape = f"{{% for name, items in rows | grouped('k') %}}{each}{{% endfor %}}"
    rows = [{"k": key, "v": value} for key, value in zip("zazb", "1234", strict=True)]
    made = new_environment(lambda path: (shape, path), ENGLISH)
    assert render_shape(made, "x.md.jinja", {"rows": rows}).replace("\\", "").strip() == "z:13 a:2 b:4"


def test_grouping_does_not_reach_what_the_sandbox_closes() -> None:
    shape = "{% for name, items in rows | grouped('__class__') %}{{ name.__mro__ }}{% endfor %}"
    with pytest.raises(DrafterError):
        render_shape(new_environment(lambda path: (shape, path), ENGLISH), "x.md.jinja", {"rows": ["a"]})


def test_no_shape_changes_the_authors_order() -> None:
    """Only organisations are sorted, by the status that the Council gave them."""
    for file in sorted((CHECKOUT / "templates").rglob("*.jinja")):
        text = file.read_text(encoding="utf-8")
        for name in re.findall(r"\|\s*(groupby|sort|dictsort|unique)\b", text):
            assert (name, file.name) == ("sort", "statement.md.jinja"), file
