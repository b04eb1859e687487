"""Text pasted from an earlier submission, from Word or from the web keeps its paragraphs and lists."""

import re
from pathlib import Path
from typing import TypeAlias

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

Shape: TypeAlias = "str | list[Shape]"


def shape(text: str) -> list[Shape]:
    """Return the blocks of *text*: paragraphs as strings, lists as lists, with ``#`` first if ordered."""

    def walk(blocks: tuple[Block, ...]) -> list[Shape]:
        shapes: list[Shape] = []
        for block in blocks:
            if isinstance(block, Listing):
                items = [part for item in block.items for part in walk(item)]
                shapes.append(["#", *items] if block.ordered else items)
            else:
                shapes.append(block_text(block))
        return shapes

    return walk(read_blocks(read_pasted(text).text))


CASE = """\
14. In 2023 the Ministry closed two clinics in the north.

15. No clinic was opened in their place.

1986. was the year in which the law was reviewed.

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
def test_numbered_paragraphs_stay_paragraphs(
    text: str, blocks: list[Shape], numbers: tuple[tuple[int, int], ...]
) -> None:
    assert shape(text) == blocks
    assert read_pasted(text).number_ranges == numbers


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
def test_any_other_number_is_text(text: str, blocks: list[Shape]) -> None:
    assert shape(text) == blocks
    assert read_pasted(text).number_ranges == ()


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
def test_markdown_is_left_unchanged(text: str) -> None:
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
def test_marked_lines_become_lists(text: str, blocks: list[Shape]) -> None:
    assert shape(text) == blocks


def test_numbered_paragraphs_and_lists_in_one_text() -> None:
    assert shape("14. We ask to:\n\n(a) close;\n(b) open.\n\n15. Done.") == [
        "We ask to:",
        ["#", "close;", "open."],
        "Done.",
    ]


LINE_MARKS = [
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


@given(st.lists(st.tuples(st.sampled_from(LINE_MARKS), st.sampled_from(["\n", "\n\n", "\u2028", "\n   "]))))
def test_no_word_is_lost_duplicated_or_moved(lines: list[tuple[str, str]]) -> None:
    text = "".join(f"{mark}word{index}{end}" for index, (mark, end) in enumerate(lines))
    printed_text = "\n".join(map(block_text, read_blocks(read_pasted(text).text)))
    assert re.findall(r"word\d+", printed_text) == [f"word{index}" for index in range(len(lines))]
    assert printed_text.count("1986.") == sum(mark == "1986. " for mark, _ in lines)


@given(st.lists(st.sampled_from(["word", "1986. was", "- a", "* b", "| c |", "", "# d", "  e", "3.5 f"])))
def test_text_without_pasted_marks_is_returned_unchanged(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert read_pasted(text).text.replace("1986\\.", "1986.") == text


# ---- line breaks ----

BREAKS = ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\r", "\r\n"]


@pytest.mark.parametrize("line_break", BREAKS)
def test_unusual_line_breaks_work_in_lines_and_in_long_texts(tmp_path: Path, line_break: str) -> None:
    assert strip_xml_illegal(f"a{line_break}b") == "a\nb"
    assert count_xml_illegal(f"a{line_break}b") == 0
    assert " ".join(" ".join(map(str, shape(f"a{line_break}b"))).split()) == "a b"
    write_library(tmp_path, shape="# {{ title }}\n\n{{ summary }}\n")
    reviewed = draft_file(submission(tmp_path, title=f"one{line_break}two", summary=f"three{line_break}four"))
    assert texts(reviewed)[0] == "one\ntwo"
    assert "threefour" not in "|".join(texts(reviewed))
    assert "one⏎two" in outline_of(reviewed)


def outline_of(reviewed: ReviewedDraft) -> str:
    """Return the outline of the Word file of a draft."""
    from drafter.drafting.word_file import look_content
    from drafter.word.write import write_document

    return outline(write_document(reviewed.draft.document, look_content(reviewed)))


def test_paragraph_breaks_separate_paragraphs_and_line_breaks_do_not() -> None:
    assert shape("a\u2029b\x0cc") == ["a", "b", "c"]
    assert shape("a\u2028b\x0bc\x85d") == ["a\nb\nc\nd"]


# ---- the document and its remarks ----


def test_pasted_numbers_and_bullets_are_printed_as_meant(tmp_path: Path) -> None:
    write_library(tmp_path)
    reviewed = draft_file(submission(tmp_path, themes=section(own=[{"kind": "paragraph", "text": CASE}])))
    assert texts(reviewed)[-5:] == [
        "In 2023 the Ministry closed two clinics in the north.",
        "No clinic was opened in their place.",
        "1986. was the year in which the law was reviewed.",
        "(1) First bullet copied from Word",
        "(2) Second bullet",
    ]
    assert all(
        block.numbered for block in reviewed.draft.document.blocks[-4:-1] if isinstance(block, Paragraph)
    )
    assert "(a)" not in printed(reviewed)


def pasted_remarks(reviewed: ReviewedDraft) -> list[tuple[str, str, str]]:
    """Return code, place and text of the remarks on pasted text."""
    remarks = (remark for remark in reviewed.remarks if remark.code.startswith("pasted"))
    return [(remark.code, remark.place, remark.text) for remark in remarks]


def test_remarks_say_what_was_changed_in_pasted_text(tmp_path: Path) -> None:
    write_library(tmp_path)
    reviewed = draft_file(submission(tmp_path, themes=section(own=[{"kind": "paragraph", "text": CASE}])))
    place = "theme “Jails & prisons”, “14. In 2023 the Ministry closed two …”"
    assert pasted_remarks(reviewed) == [
        (
            "pasted-numbers",
            place,
            "The paragraphs you pasted were numbered 14 to 15. "
            "The document numbers its own paragraphs, so these numbers are left out.",
        ),
        ("pasted-list", place, "The lines that begin with • are printed as a list."),
    ]


def test_all_long_texts_are_checked_and_nothing_else(tmp_path: Path) -> None:
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
    reviewed = draft_file(
        submission(
            tmp_path,
            **dict.fromkeys(("summary", "method", "closing", "title"), numbered),
            details={"long": numbered, "line": numbered, "rows": [{"text": numbered}]},
            themes=section({"clause": "jails/close", "text": numbered}, cases=["C1"]),
            cases={"C1": {"pseudonym": "Ana", "text": numbered}},
            facts={"F1": {"text": numbered}},
        )
    )
    expected = "The paragraphs you pasted were numbered 3 to 4. "
    expected += "These numbers belong to the earlier text, so they are left out."
    assert {text for _, _, text in pasted_remarks(reviewed)} == {expected}
    assert [place for _, place, _ in pasted_remarks(reviewed)] == [
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
    reviewed = draft_file(submission(tmp_path, summary="1986. was the year.\n\n- a\n- b\n\n1. c\n2. d"))
    assert pasted_remarks(reviewed) == []


@pytest.mark.parametrize(
    "text", ["The centre closed in\n\n2025.", "The budget was\n\n1000000.\n\nand fell.", "a\n\n-\n\nb"]
)
def test_a_number_or_bullet_alone_on_its_line_is_printed(text: str) -> None:
    words = " ".join(block_text(block) for block in read_blocks(read_pasted(text).text))

    assert words.split() == text.split()
