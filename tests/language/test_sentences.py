"""Where sentences end, how long they are and where they can be divided."""

import pytest

from drafter.language.english import ENGLISH
from drafter.language.sentences import middle_joint, sentences, words_of_own


@pytest.mark.parametrize(
    "text",
    [
        "He came. She left.",
        "Who came? Nobody.",
        "It is so.[^F1] It stays so.",
        "He said “No.” She left.",
        "He said no. Then he left.",
        "It was hepatitis B. Nobody treated it.",
        "It ended at 5 p.m. Nobody came.",
        "We ask:\n\n- Close it.",
        "- Close it\n- Open it",
        "It is over\n\nNothing follows",
        "It was 2021. In 2022 it ended.",
    ],
)
def test_two_sentences(text: str) -> None:
    hits = sentences(text, ENGLISH)
    assert len(hits) == 2
    assert [text[hit.start : hit.end].strip() for hit in hits] == [hit.text for hit in hits]


@pytest.mark.parametrize(
    "text",
    [
        "See art. 5, para. 3 and No. 35 of the list.",
        "It offers medicines, e.g. Methadone, at approx. 30 clinics.",
        "Dr. Novak, Prof. J. K. Weiss and the U.S. Embassy wrote.",
        "It cost 3.5 million at www.example.org in 2024.",
        "In the case A.N. v. Ruritania the Committee agreed.",
        "The second line\nbelongs to the first.",
        "1. One item with its number",
    ],
)
def test_one_sentence(text: str) -> None:
    assert [hit.text for hit in sentences(text, ENGLISH)] == [text]


def test_quotations_and_marks_of_notes_are_not_counted() -> None:
    assert (
        words_of_own("The Minister said “we will close it by the end of the year” – twice.[^F1]", ENGLISH)
        == 4
    )


def test_a_sentence_is_divided_near_its_middle() -> None:
    text = "The law, which is old, punishes use with a fine, and the police keep a list of all who pay it."
    assert middle_joint(text, ENGLISH) == "and the police"
    assert middle_joint("The police keep a list of all who pay.", ENGLISH) == ""
