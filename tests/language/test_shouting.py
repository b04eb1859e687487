"""Exclamation marks, doubled question marks and words in capitals."""

import pytest

from drafter.language.english import ENGLISH
from drafter.language.shouting import shouting


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("They live in filth!!!", ["!!!"]),
        ("Stop this now!", ["!"]),
        ("Where is the money??", ["??"]),
        ("The police NEVER came and people DIED.", ["NEVER", "DIED"]),
        ("This must STOP. EVERYONE knows it!", ["STOP", "EVERYONE", "!"]),
        ("The State MUST pay.", ["MUST"]),
        ("He DID die.", ["DID"]),
        ("In one night SEVEN people died.", ["SEVEN"]),
    ],
)
def test_shouting(text: str, shouted: list[str]) -> None:
    hits = shouting(text, ENGLISH)
    assert [hit.text for hit in hits] == shouted
    assert [text[hit.start : hit.end] for hit in hits] == shouted


@pytest.mark.parametrize(
    "text",
    [
        "Who is responsible?",
        "The network Stand Up! has 40 members.",
        "The budget of the ??? programme is not known.",
        "Only ONE clinic is open, and it is not FREE.",
        "The guard shouted: “Get out!”",
        "UNAIDS and UNODC wrote to PDEA and NACADA.",
        "PRISON HEALTH AND TREATMENT",
        "The DANGEROUS DRUGS ACT and the PENAL CODE apply.",
        "Chapters XVII and XXXIII apply.",
        "The Joint Unit for Special Tasks (JUST) and the National Office (NEED) exist.",
        "A/HRC/WORK/STOP and CCPR/C/FREE.",
    ],
)
def test_no_shouting(text: str) -> None:
    assert shouting(text, ENGLISH) == ()


def test_names_and_own_abbreviations_are_no_shouting() -> None:
    text = "ACT NOW! Then STOP and HELP wrote this."
    assert len(shouting(text, ENGLISH)) == 4
    assert shouting(text, ENGLISH, {"STOP", "HELP"}, ["ACT NOW!"]) == ()
