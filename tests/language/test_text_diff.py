"""How one text became another, and which paragraphs belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text_diff import align, diff, tokens

WORDS = st.text(alphabet="ab ,.\n’é-", max_size=40)
LINES = st.lists(
    st.sampled_from(["a b c d e", "a b c d", "a b", "x y z", "", "u v w", "e d c b a f"]), max_size=12
)


def marked(a: str, b: str) -> str:
    """Return the diff of *a* and *b* in one line."""
    marks = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    return "".join(marks[piece.kind].format(piece.text) for piece in diff(a, b))


@given(WORDS, WORDS)
def test_applying_a_diff_to_one_text_gives_the_other(a: str, b: str) -> None:
    """Nothing is lost and nothing invented, whatever the texts are."""
    pieces = diff(a, b)
    assert "".join(piece.text for piece in pieces if piece.kind != "inserted") == a
    assert "".join(piece.text for piece in pieces if piece.kind != "deleted") == b
    assert all(piece.text for piece in pieces)


@given(WORDS)
def test_the_tokens_of_a_text_make_it_up(text: str) -> None:
    """No character is between two tokens."""
    assert "".join(tokens(text)) == text
    assert [piece.kind for piece in diff(text, text)] == ["same"] * bool(text)


@pytest.mark.parametrize(
    ("a", "b", "change"),
    [
        ("two clinics closed", "three clinics closed", "[-two-]{+three+} clinics closed"),
        ("run by the Ministry.", "run or licensed by the Ministry.", "run {+or licensed +}by the Ministry."),
        ("don’t know", "don’t care", "don’t [-know-]{+care+}"),
        ("", "new", "{+new+}"),
    ],
)
def test_whole_words_are_changed(a: str, b: str, change: str) -> None:
    """A reader sees words, never letters within them."""
    assert marked(a, b) == change


def test_a_rewritten_sentence_is_one_change() -> None:
    """Small words that both happen to have are not left standing between the changes."""
    assert marked("Arrests of children are made by force", "Courts that try adults are slow by design") in (
        "[-Arrests of children are made by force-]{+Courts that try adults are slow by design+}",
    )


@given(LINES, LINES)
def test_each_paragraph_is_in_one_pair_and_the_order_stays(a: list[str], b: list[str]) -> None:
    """No paragraph is lost, and no pair crosses another one."""
    pairs = align(a, b)
    assert [i for i, _ in pairs if i is not None] == list(range(len(a)))
    assert [j for _, j in pairs if j is not None] == list(range(len(b)))
    assert (None, None) not in pairs


@given(LINES)
def test_equal_texts_are_paired_one_to_one(a: list[str]) -> None:
    """Paragraphs that occur several times, and empty ones, do not lead astray."""
    assert align(a, a) == [(index, index) for index in range(len(a))]


def test_equal_paragraphs_are_paired_before_similar_ones() -> None:
    """A paragraph that stayed as it was keeps its counterpart, and changed ones find theirs in between."""
    a = ["The law dates from 1976.", "It was amended in 2001.", "Police arrest people for use.", "The end."]
    b = [
        "The law dates from 1976.",
        "Police often arrest people for drug use.",
        "A new one here.",
        "The end.",
    ]
    assert align(a, b) == [(0, 0), (1, None), (2, 1), (None, 2), (3, 3)]


def test_the_parts_of_a_split_paragraph_stay_together() -> None:
    """The first part is paired, and the second comes next to it; the same way back for joined ones."""
    whole = "The law dates from the year 1976. Courts apply it to every person who is arrested."
    parts = ["The law dates from the year 1976.", "Courts apply it to every person who is arrested."]
    assert align(["Before.", whole, "After."], ["Before.", *parts, "After."]) in (
        [(0, 0), (1, 1), (None, 2), (2, 3)],
        [(0, 0), (None, 1), (1, 2), (2, 3)],
    )
    assert len(align(["Before.", *parts, "After."], ["Before.", whole, "After."])) == 4
