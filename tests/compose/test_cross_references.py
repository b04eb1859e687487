"""Cross references: ``{paragraph jails}`` prints the number or the heading of a part of the document."""

from pathlib import Path
from typing import Any

import pytest

from drafter.compose.cross_references import with_references
from drafter.compose.draft import compose_with_origins
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.language.english import ENGLISH
from drafter.library.open_library import template_finder
from drafter.markup.blocks import read_blocks
from drafter.markup.count import block_text, count_body, plain_text
from drafter.model.blocks import Heading, Listing, Paragraph, Reference, lines_of
from tests.support.small_library import clause, write_library
from tests.support.submissions import printed, submission, texts

MARKDOWN = """\
# Jails

{#theme:jails}

First paragraph.

Second paragraph. {#second}

::: lead
It is recommended that the Government:
:::

1. {#recommendation:jails:1}Close them.
2. {#recommendation:jails:2}Open others.

# Courts & judges

{#theme:courts}

Third. SENTENCE
"""


def resolved(sentence: str, *, numbered: bool = True) -> str:
    """Return the last paragraph of the document with *sentence*, as it is printed."""
    blocks = read_blocks(MARKDOWN.replace("SENTENCE", sentence), numbered=numbered)
    done, problems = with_references(blocks, ENGLISH)
    assert problems == ()
    return block_text(done[-1]).removeprefix("Third. ")


@pytest.mark.parametrize(
    ("typed", "in_numbered", "in_plain"),
    [
        ("See {paragraph jails}.", "See paragraph 1.", "See the section “Jails”."),
        ("{Paragraph jails} says", "Paragraph 1 says", "The section “Jails” says"),
        ("{paragraph second}", "paragraph 2", "the section “Jails”"),
        ("{paragraphs jails, second}", "paragraphs 1 and 2", "the section “Jails”"),
        (
            "{paragraphs jails,courts}",
            "paragraphs 1 and 4",
            "the sections “Jails” and “Courts & judges”",
        ),
        ("{section jails}", "the section “Jails”", "the section “Jails”"),
        (
            "{recommendation jails}",
            "the recommendation in paragraph 3 (a)",
            "recommendation (a) in the section “Jails”",
        ),
        (
            "{recommendations jails 2, jails 1}",
            "the recommendations in paragraphs 3 (b) and 3 (a)",
            "recommendation (b) in the section “Jails” and recommendation (a) in the section “Jails”",
        ),
    ],
)
def test_a_reference_is_a_number_or_the_heading_in_a_document_without_numbers(
    typed: str, in_numbered: str, in_plain: str
) -> None:
    assert resolved(typed) == in_numbered
    assert resolved(typed, numbered=False) == in_plain


@pytest.mark.parametrize(
    "typed", [r"\{paragraph jails}", "{sic}", "{paragraph}", "{ paragraph jails }", "{#a b}"]
)
def test_other_braces_are_printed_as_typed(typed: str) -> None:
    assert resolved(typed) == typed.replace("\\", "")


def test_only_what_is_referred_to_keeps_a_label() -> None:
    blocks = read_blocks(MARKDOWN.replace("SENTENCE", "{paragraph second}, {section courts}"), numbered=True)
    done, _ = with_references(blocks, ENGLISH)
    labels = {block_text(block): block.labels for block in done if isinstance(block, Paragraph | Heading)}
    assert {text: names for text, names in labels.items() if names} == {
        "Second paragraph.": ("part-1",),
        "Courts & judges": ("part-2",),
    }
    references = [inline for line in lines_of(done) for inline in line if isinstance(inline, Reference)]
    shown = [(each.target, each.text, each.is_number) for each in references]
    assert shown == [("part-1", "2", True), ("part-2", "Courts & judges", False)]


def test_the_label_of_a_list_item_is_on_its_first_paragraph() -> None:
    done, _ = with_references(read_blocks("1. One\n\n   More {#x}\n\nSee {recommendation x}."), ENGLISH)
    listing = done[0]
    assert isinstance(listing, Listing)
    [item] = listing.items
    assert [block.labels for block in item if isinstance(block, Paragraph)] == [("part-1",), ()]
    assert block_text(done[1]) == "See recommendation (a)."


def test_a_reference_counts_as_the_words_it_prints(tmp_path: Path) -> None:
    def words(text: str) -> int:
        write_library(tmp_path)
        file = submission(tmp_path, themes=[{"theme": "jails", "own": [{"text": text}]}])
        return count_body(draft_file(file).draft.document)

    assert words("See {paragraph jails}.") == words("See paragraph 1.")


def drafted(folder: Path, **answers: Any) -> ReviewedDraft:
    """Return the draft of a brief on jails and courts, with *answers*."""
    write_library(
        folder, {"jails/a": clause("Close them."), "courts/b": clause("Open them.", themes=["courts"])}
    )
    themes = [
        {"theme": "jails", "clauses": ["jails/a"], "own": [{"text": "{#visits} We visited two of them."}]},
        {"theme": "courts", "clauses": ["courts/b"], "own": answers.pop("own")},
    ]
    return draft_file(submission(folder, themes=themes, **answers))


def test_themes_recommendations_and_labels_are_referred_to_in_an_own_text(tmp_path: Path) -> None:
    own = [{"text": "See {paragraph jails}, {paragraph visits} and {recommendation jails}."}]
    draft = drafted(tmp_path, own=own)
    assert "We visited two of them." in texts(draft)
    assert "See paragraph 1, paragraph 1 and the recommendation in paragraph 1 (a)." in texts(draft)
    assert "See paragraph 1, paragraph 1 and the recommendation in paragraph 1 (a)." in printed(draft)
    assert not [remark for remark in draft.remarks if remark.code == "reference-unknown"]


@pytest.mark.parametrize(
    ("text", "fault", "remedy"),
    [
        ("See {paragraph jail}.", "The document has no part “jail” to refer to.", "courts, jails, visits."),
        ("See {recommendation jails 7}.", "no part “jails 7”", "courts 1, jails 1, visits."),
        ("{#visits} Twice.", "The label {#visits} is given twice.", "Rename one of the two."),
    ],
)
def test_an_unknown_part_is_an_error_with_its_place_and_remedy(
    tmp_path: Path, text: str, fault: str, remedy: str
) -> None:
    draft = drafted(tmp_path, own=[{"text": text}])
    [remark] = [remark for remark in draft.remarks if remark.code == "reference-unknown"]
    assert remark.level == "error"
    assert fault in remark.text
    assert remedy in remark.remedy
    if "twice" not in fault:
        assert remark.path[:4] == ("themes", 1, "own", 0)
        assert "Courts" in remark.place
        assert any(text in line for line in texts(draft)), "a draft shows the reference as it was typed"


def test_a_theme_without_paragraphs_is_known_by_its_first_recommendation(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause("Close them.")})
    themes = [
        {"theme": "courts", "own": [{"text": "See {paragraph jails}."}]},
        {"theme": "jails", "clauses": ["jails/a"]},
    ]
    assert "See the section “Jails & prisons”." in texts(draft_file(submission(tmp_path, themes=themes)))


def test_a_clause_loses_its_brackets_where_the_document_lacks_the_theme(tmp_path: Path) -> None:
    text = "Courts are slow (see {paragraph jails}). They are."
    write_library(tmp_path, {"courts/c": clause(text, kind="concern", themes=["courts"])})
    courts = {"theme": "courts", "clauses": ["courts/c"]}
    jails = {"theme": "jails", "own": [{"text": "Jails are full."}]}
    assert "Courts are slow. They are." in texts(draft_file(submission(tmp_path, themes=[courts])))
    both = texts(draft_file(submission(tmp_path, themes=[courts, jails])))
    assert "Courts are slow (see paragraph 2). They are." in both


def test_tracing_origins_changes_no_reference(tmp_path: Path) -> None:
    own = [{"text": "{#alone}\n\nText. {#end}\n\nSee {paragraphs alone, end} and {section jails}."}]
    draft = drafted(tmp_path, own=own)
    value = draft.resolved
    traced, origins = compose_with_origins(
        value.answers, value.library, value.document_type, value.state,
        find=template_finder(value.library), printed_names={},
    )  # fmt: skip
    assert traced.document == draft.draft.document
    assert len(origins.lines) == len(list(lines_of(traced.document.blocks)))
    assert "See paragraph 2 and the section “Jails & prisons”." in map(
        plain_text, lines_of(traced.document.blocks)
    )
