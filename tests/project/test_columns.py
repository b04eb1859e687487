"""Text measured, wrapped and cut by the columns that it takes on a screen."""

import pytest
from prompt_toolkit.utils import get_cwidth

from drafter.columns import columns, cut, pieces, wrap

DEVANAGARI = "नशीली दवाओं का सेवन करने वाले लोगों के अधिकार"
CHINESE = "毒品使用者的人权与健康服务"


@pytest.mark.parametrize(
    ("text", "wide"),
    [("plain", 5), ("“a” – b…", 8), ("日本", 4), ("e\u0301", 1), ("❤", 1), ("🧭x", 3), ("नशीली", 3)],
)
def test_a_character_counts_as_many_columns_as_a_terminal_gives_it(text: str, wide: int) -> None:
    assert columns(text) == wide == get_cwidth(text)


@pytest.mark.parametrize("width", [7, 20, 38, 79])
@pytest.mark.parametrize(
    "text", ["People who use drugs " * 6, DEVANAGARI * 2, f"{CHINESE} {CHINESE} UPR", "🧭🧭 x " * 9]
)
def test_no_line_is_wider_than_the_screen_and_no_word_is_broken(text: str, width: int) -> None:
    lines = wrap(text, width, "  ")
    words = [piece for piece in pieces(text) if piece.strip()]
    longest = max(map(columns, words)) + 2
    assert max(map(columns, lines)) <= max(width, longest)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert [piece for line in lines for piece in pieces(line) if piece.strip()] == words


def test_lines_have_their_indents_and_keep_the_gaps_of_columns() -> None:
    assert wrap("F1  a fact of its own", 12, "• ", "  ") == ["• F1  a fact", "  of its own"]
    assert wrap("", 10, "  ") == wrap("   ", 10, "  ") == []


def test_a_web_address_stays_whole_and_a_fixed_space_holds_its_words_together() -> None:
    address = "https://www.ohchr.org/en/hr-bodies/upr/upr-home"
    assert wrap(f"See {address} for more", 20) == ["See", address, "for more"]
    assert wrap("of 5,630\u00a0words", 9) == ["of", "5,630\u00a0words"]


def test_a_mark_stays_with_its_letter_and_joined_emoji_stay_together() -> None:
    shown = ["日", "本", "e\u0301", " ", "👩\u200d⚕\ufe0f", "🇳"]
    assert list(pieces("".join(shown))) == shown


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("short", 5, "short"),
        ("The right to life", 12, "The right…"),
        ("Unbreakable", 6, "Unbre…"),
        ("毒品使用者", 6, "毒品…"),
        ("F1  a long one", 8, "F1  a…"),
    ],
)
def test_a_text_is_cut_between_words(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown
