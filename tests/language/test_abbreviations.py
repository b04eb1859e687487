"""Abbreviations that are used before they are explained."""

import pytest

from drafter.language.abbreviations import unexpanded
from drafter.language.english import ENGLISH

TABLE = ENGLISH.review_words().abbreviations()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OAT is not available in prisons.", [("OAT", "opioid agonist treatment")]),
        ("Two NSPs were closed.", [("NSP", "needle and syringe programmes")]),
        ("The CSO’s office was searched.", [("CSO", "civil society organisation")]),
        ("Many PWUDs were arrested.", [("PWUD", "people who use drugs")]),
        (
            "PrEP is free, and the MoH pays.",
            [("PrEP", "pre-exposure prophylaxis"), ("MoH", "Ministry of Health")],
        ),
        ("The PDEA raided the clinic.", [("PDEA", None)]),
        (
            "OAT reaches few. Opioid agonist treatment (OAT) is expensive.",
            [("OAT", "opioid agonist treatment")],
        ),
        ("The NPM (in its last report) saw this.", [("NPM", "national preventive mechanism")]),
        ("Services (for example OAT) are rare.", [("OAT", "opioid agonist treatment")]),
        ("In 2023, 412 PWUD were registered.", [("PWUD", "people who use drugs")]),
        ("TB spreads in the cells.", [("TB", "tuberculosis")]),
    ],
)
def test_an_unexplained_abbreviation(text: str, expected: list[tuple[str, str | None]]) -> None:
    hits = unexpanded([text], {}, ENGLISH)
    assert [(hit.abbreviation, hit.expansion) for hit in hits] == expected
    assert all(text[hit.start :].startswith(hit.abbreviation) for hit in hits)


@pytest.mark.parametrize(
    "text",
    [
        "Opioid agonist treatment (OAT) is rare. OAT should be free.",
        "OAT (opioid agonist treatment) is rare.",
        "Needle and syringe programmes (NSPs) closed. Each NSP was needed.",
        "The national preventive mechanism (“NPM”) visits prisons.",
        "The National Drug Agency (hereafter NDA) replied. The NDA denied it.",
        "The Federal Drug Control Service (FSKN) was dissolved.",
        "Take-home naloxone, or THN, is not funded.",
        "THN: take-home naloxone",
        "Needle programmes and opioid agonist treatment (NSP: needle and syringe programme; OAT) exist.",
        "The UN, the WHO and UNAIDS advise it; NGOs and people with HIV agree.",
        "See A/HRC/44/22, CCPR/C/GC/36 and E/C.12/2016/1.",
        "Chapter XIV and Part III of the Act apply.",
        "It costs 300 USD or EUR 280 per month.",
        "The meeting at 3 p.m. in the US and the UK was public.",
        "PHL and THA are codes of countries.",
        "The law is RA 9165 of 2002.",
        "COVID-19 made it worse.",
        "SITUATION OF PRISONERS AND OAT",
        "People MUST be heard and NEVER beaten.",
        "The form says “OAT REFUSED”.",
        "Write to office@OAT.example or see https://OAT.example/NSP.",
        "J.K. and M.N. were released.",
        "CD4 counts and MDMA tablets were examined.",
        "The Drug Control Bureau (hereinafter “the NDCB”) keeps it. The NDCB deletes nothing.",
        "THE STATE HAS DONE NOTHING about it.",
        "TODO: ask for the law that is in force on TBC.",
        "Women are searched by MALE officers.",
        "Patients DIE on the stairs. SEVEN died in May.",
    ],
)
def test_nothing_is_left_unexplained(text: str) -> None:
    assert unexpanded([text], {}, ENGLISH) == ()


def test_the_first_text_that_uses_it_is_named() -> None:
    texts = ["Nothing here.", "Few receive OAT.", "OAT is cheap. The NSP closed."]
    hits = unexpanded(texts, {}, ENGLISH)
    assert [(hit.abbreviation, hit.index) for hit in hits] == [("OAT", 1), ("NSP", 2)]


def test_an_explanation_in_an_earlier_text_counts() -> None:
    assert unexpanded(["Opioid agonist treatment (OAT) exists.", "OAT is rare."], {}, ENGLISH) == ()


def test_own_abbreviations_need_none() -> None:
    text = "RUN asks the CESCR Committee to act. The ABCD agrees."
    assert [hit.abbreviation for hit in unexpanded([text], {}, ENGLISH)] == ["RUN", "CESCR", "ABCD"]
    assert unexpanded([text], {"RUN": "Users", "CESCR": "", "ABCD": "A body"}, ENGLISH) == ()


def test_the_table_is_large_and_has_no_known_abbreviation() -> None:
    assert len(TABLE.expansions) >= 150
    assert set(TABLE.expansions) & TABLE.known == set()
    assert all(TABLE.expansions.values())


def test_each_abbreviation_of_the_table_can_be_seen() -> None:
    for abbreviation, expansion in TABLE.expansions.items():
        hits = unexpanded([f"They say that {abbreviation} is rare."], {}, ENGLISH)
        assert [(hit.abbreviation, hit.expansion) for hit in hits] == [(abbreviation, expansion)]
        assert unexpanded([f"{expansion} ({abbreviation}) is rare: {abbreviation}."], {}, ENGLISH) == ()
