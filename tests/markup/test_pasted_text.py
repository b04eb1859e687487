"""Text pasted from an earlier submission, from Word or from the web becomes what it looked like."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.markup.blocks import read_blocks
from drafter.markup.count import block_text
from drafter.markup.pasted import read_pasted
from drafter.model.blocks import Block, Listing, Paragraph
from drafter.model.xml_text import count_xml_illegal, strip_xml_illegal
from tests.support.outline import outline
from tests.support.small_library import RULES, clause, write_library
from tests.support.submissions import printed, section, submission, texts


def shape(text: str) -> list[Any]:
    """Return the blocks that *text* becomes: paragraphs as words, lists as lists, ``#`` first if ordered."""

    def walk(blocks: tuple[Block, ...]) -> list[Any]:
        found: list[Any] = []
        for block in blocks:
            if isinstance(block, Listing):
                items = [part for item in block.items for part in walk(item)]
                found.append((["#"] if block.ordered else []) + items)
            else:
                found.append(block_text(block))
        return found

    return walk(read_blocks(read_pasted(text).text))


CASE = """\
14. In 2023 the Ministry closed two clinics in the north.

15. No clinic was opened in their place.

1986. was the year in which the law was made.

•\tFirst bullet copied from Word
•\tSecond bullet
"""


# ---- paragraphs ----


@pytest.mark.parametrize(
    ("text", "blocks", "numbers"),
    [
        ("14. One.\n\n15. Two.\n\n16. Three.", ["One.", "Two.", "Three."], ((14, 16),)),
        ("14.\tOne.\n15.\tTwo.", ["One.", "Two."], ((14, 15),)),
        ("7) One.\n\n8) Two.", ["One.", "Two."], ((7, 8),)),
        ("1. One.\n\n2. Two.", ["One.", "Two."], ((1, 2),)),
        ("A.\n\n14. One.\n\nB.\n\n15. Two.\nIts end.", ["A.", "One.", "B.", "Two. Its end."], ((14, 15),)),
        ("14. One:\n\n- a\n- b\n\n15. Two.", ["One:", ["a", "b"], "Two."], ((14, 15),)),
        ("3. One.\n\n4. Two.\n\n9. Nine.\n\n10. Ten.", ["One.", "Two.", "Nine.", "Ten."], ((3, 4), (9, 10))),
        ("Intro.\n14. One.\n15. Two.", ["Intro.", "One.", "Two."], ((14, 15),)),
    ],
)  # fmt: skip
def test_paragraphs_of_a_numbered_text_stay_paragraphs(text: str, blocks: list[Any], numbers: Any) -> None:
    assert shape(text) == blocks
    assert read_pasted(text).numbers == numbers


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("1986. was the year.", ["1986. was the year."]),
        ("14. Alone.", ["14. Alone."]),
        ("1. Alone.", ["1. Alone."]),
        ("14. One.\n\n16. Two.", ["14. One.", "16. Two."]),
        ("15. One.\n\n14. Two.", ["15. One.", "14. Two."]),
        ("2023) in brackets", ["2023) in brackets"]),
        ("The law of\n1986. It was bad.", ["The law of 1986. It was bad."]),
        ("3.5 per cent\n\n4.5 per cent", ["3.5 per cent", "4.5 per cent"]),
        ("14.No blank\n\n15.No blank", ["14.No blank", "15.No blank"]),
        ("1986\\. was", ["1986. was"]),
    ],
)
def test_any_other_number_is_text(text: str, blocks: list[Any]) -> None:
    assert shape(text) == blocks
    assert read_pasted(text).numbers == ()


@pytest.mark.parametrize(
    "text",
    [
        "1. a\n2. b\n3. c",
        "1. a\n1. b\n1. c",
        "Intro:\n1. a\n2. b",
        "1. a\n\n   more of a\n\n2. b",
        "- a\n- b\n  - c",
        "* a\n+ b",
        "- x\n  1. a\n  2. b",
        "| a |\n|---|\n| 1. x |",
        "# 1. Heading",
        "(a) alone",
        "– alone",
        "A sentence – with dashes – and (a) brackets.",
        "i.e. this, e.g. that\nof 5 – 7 days",
        "",
    ],
)
def test_what_an_author_of_markdown_writes_is_left_alone(text: str) -> None:
    assert read_pasted(text).text == text


# ---- lists ----


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("•\tOne\n•\tTwo", [["One", "Two"]]),
        ("• One\n\n• Two", [["One", "Two"]]),
        ("•One\n•Two", [["One", "Two"]]),
        ("•\tAlone", [["Alone"]]),
        ("\uf0b7\tOne\n\uf0b7\tTwo", [["One", "Two"]]),
        ("– One\n– Two", [["One", "Two"]]),
        ("(a) One\n(b) Two", [["#", "One", "Two"]]),
        ("(a) One;\n\n(b) Two.", [["#", "One;", "Two."]]),
        ("a) One\nb) Two", [["#", "One", "Two"]]),
        ("a.\tOne\nb.\tTwo", [["#", "One", "Two"]]),
        ("i. One\nii. Two\niii. Three", [["#", "One", "Two", "Three"]]),
        ("(1) One\n(2) Two", [["#", "One", "Two"]]),
        ("•\tOne\no\tinner\no\tother\n•\tTwo", [["One", ["inner", "other"], "Two"]]),
        ("1. One\n(a) inner\n(b) other\n2. Two", [["#", "One", ["#", "inner", "other"], "Two"]]),
        ("(a) One\n(i) inner\n(ii) other\n(b) Two", [["#", "One", ["#", "inner", "other"], "Two"]]),
        ("".join(f"({chr(97 + n)}) x\n" for n in range(12)), [["#", *["x"] * 12]]),
        ("Intro:\n•\tOne\n•\tTwo\nAfter.", ["Intro:", ["One", "Two"], "After."]),
        ("• One goes\non here\n• Two", [["One goes on here", "Two"]]),
        ("(c) One\n(d) Two", ["(c) One", "(d) Two"]),
        ("(a) One\n(c) Two", ["(a) One", "(c) Two"]),
        ("(a) One\n(b) Two\n(a) Three", ["(a) One", "(b) Two", "(a) Three"]),
    ],
)
def test_marked_lines_become_the_list_that_they_were(text: str, blocks: list[Any]) -> None:
    assert shape(text) == blocks


def test_numbered_paragraphs_and_lists_in_one_text() -> None:
    assert shape("14. We ask to:\n\n(a) close;\n(b) open.\n\n15. Done.") == [
        "We ask to:",
        ["#", "close;", "open."],
        "Done.",
    ]


SIGNS = [
    "",
    "1. ",
    "2. ",
    "14. ",
    "15. ",
    "1986. ",
    "• ",
    "•\t",
    "o\t",
    "– ",
    "- ",
    "(a) ",
    "(b) ",
    "(c) ",
    "i. ",
    "ii) ",
]


@given(st.lists(st.tuples(st.sampled_from(SIGNS), st.sampled_from(["\n", "\n\n", "\u2028", "\n   "]))))
def test_no_word_is_lost_doubled_or_moved(lines: list[tuple[str, str]]) -> None:
    text = "".join(f"{sign}word{at}{end}" for at, (sign, end) in enumerate(lines))
    found = "\n".join(map(block_text, read_blocks(read_pasted(text).text)))
    assert re.findall(r"word\d+", found) == [f"word{at}" for at in range(len(lines))]
    assert found.count("1986.") == sum(sign == "1986. " for sign, _ in lines)


@given(st.lists(st.sampled_from(["word", "1986. was", "- a", "* b", "| c |", "", "# d", "  e", "3.5 f"])))
def test_a_text_without_pasted_marks_comes_back_letter_for_letter(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert read_pasted(text).text.replace("1986\\.", "1986.") == text


# ---- line breaks ----

BREAKS = ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\r", "\r\n"]


@pytest.mark.parametrize("sign", BREAKS)
def test_a_break_of_another_kind_is_a_break_in_a_line_and_in_a_long_text(tmp_path: Path, sign: str) -> None:
    assert strip_xml_illegal(f"a{sign}b") == "a\nb"
    assert count_xml_illegal(f"a{sign}b") == 0
    assert " ".join(" ".join(shape(f"a{sign}b")).split()) == "a b"
    write_library(tmp_path, shape="# {{ title }}\n\n{{ summary }}\n")
    made = draft_file(submission(tmp_path, title=f"one{sign}two", summary=f"three{sign}four"))
    assert texts(made)[0] == "one\ntwo"
    assert "threefour" not in "|".join(texts(made))
    assert "one⏎two" in outline_of(made)


def outline_of(made: ReviewedDraft) -> str:
    """Return the outline of the Word file that *made* becomes."""
    from drafter.cli.build import look_content
    from drafter.word.write import write_document

    return outline(write_document(made.draft.document, look_content(made)))


def test_breaks_between_paragraphs_part_them_and_others_break_the_line() -> None:
    assert shape("a\u2029b\x0cc") == ["a", "b", "c"]
    assert shape("a\u2028b\x0bc\x85d") == ["a\nb\nc\nd"]


# ---- through to the document, and what is said ----


def test_the_case_is_printed_as_it_was_meant(tmp_path: Path) -> None:
    write_library(tmp_path)
    made = draft_file(submission(tmp_path, themes=section(own=[{"kind": "paragraph", "text": CASE}])))
    assert texts(made)[-5:] == [
        "In 2023 the Ministry closed two clinics in the north.",
        "No clinic was opened in their place.",
        "1986. was the year in which the law was made.",
        "(1) First bullet copied from Word",
        "(2) Second bullet",
    ]
    assert all(one.numbered for one in made.draft.document.blocks[-4:-1] if isinstance(one, Paragraph))
    assert "(a)" not in printed(made)


def remarks(made: ReviewedDraft) -> list[tuple[str, str, str]]:
    """Return code, place and text of the remarks on pasted text."""
    return [(one.code, one.place, one.text) for one in made.remarks if one.code.startswith("pasted")]


def test_the_author_is_told_what_became_of_it(tmp_path: Path) -> None:
    write_library(tmp_path)
    made = draft_file(submission(tmp_path, themes=section(own=[{"kind": "paragraph", "text": CASE}])))
    place = "theme “Jails & prisons”, “14. In 2023 the Ministry closed two …”"
    assert remarks(made) == [
        (
            "pasted-numbers",
            place,
            "The paragraphs you pasted were numbered 14 to 15. "
            "The document numbers its own paragraphs, so these numbers are left out.",
        ),
        ("pasted-list", place, "The lines that begin with • are printed as a list."),
    ]


def test_each_long_text_is_looked_at_and_nothing_else(tmp_path: Path) -> None:
    asks = [
        {"name": "long", "ask": "What happened?", "kind": "long"},
        {"name": "line", "ask": "Where?"},
        {"name": "rows", "ask": "Who?", "kind": "group",
         "fields": [{"name": "text", "ask": "What then?", "kind": "long"}]},
    ]  # fmt: skip
    unnumbered = {key: value for key, value in RULES["documents"]["brief"].items() if key != "numbering"}
    rules = {**RULES, "documents": {"brief": {**unnumbered, "asks": asks}}}
    write_library(tmp_path, {"jails/close": clause()}, rules=rules)
    numbered = "3. One.\n\n4. Two."
    made = draft_file(
        submission(
            tmp_path,
            **dict.fromkeys(("summary", "method", "closing", "title"), numbered),
            details={"long": numbered, "line": numbered, "rows": [{"text": numbered}]},
            themes=section({"clause": "jails/close", "text": numbered}, cases=["C1"]),
            cases={"C1": {"pseudonym": "Ana", "text": numbered}},
            facts={"F1": {"text": numbered}},
        )
    )
    said = "The paragraphs you pasted were numbered 3 to 4. "
    said += "These numbers belong to the earlier text, so they are left out."
    assert {text for _, _, text in remarks(made)} == {said}
    assert [place for _, place, _ in remarks(made)] == [
        "the summary",
        "the method",
        "the closing paragraph",
        "“What happened?”",
        "“What then?”",
        "theme “Jails & prisons”, “3. One. 4. Two.”",
        "case C1 (Ana)",
    ]


def test_text_without_marks_gets_no_remark(tmp_path: Path) -> None:
    write_library(tmp_path)
    made = draft_file(submission(tmp_path, summary="1986. was the year.\n\n- a\n- b\n\n1. c\n2. d"))
    assert remarks(made) == []


@pytest.mark.parametrize(
    "text", ["The centre closed in\n\n2025.", "The budget was\n\n1000000.\n\nand fell.", "a\n\n-\n\nb"]
)
def test_a_number_or_a_sign_alone_on_its_line_is_printed(text: str) -> None:
    words = " ".join(block_text(block) for block in read_blocks(read_pasted(text).text))

    assert words.split() == text.split()
