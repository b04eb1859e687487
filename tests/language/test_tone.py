"""Insults, rhetorical comparisons and loaded words, and the words of law that resemble them."""

import pytest

from drafter.language.english import ENGLISH
from drafter.language.terms import loaded_words


@pytest.mark.parametrize(
    ("text", "term", "grade"),
    [
        ("The police are thugs.", "thugs", "insult"),
        ("The idiots in the ministry wrote this.", "idiots", "insult"),
        ("This corrupt regime locks up the sick.", "corrupt regime", "insult"),
        ("The Smithson regime has no shame.", "Smithson regime", "insult"),
        ("The incompetent minister refused.", "incompetent minister", "insult"),
        ("The wards are a gulag.", "gulag", "comparison"),
        ("These centres are concentration camps.", "concentration camps", "comparison"),
        ("The judge is a Nazi.", "Nazi", "comparison"),
        ("The warden rules like a tyrant.", "like a tyrant", "comparison"),
        ("It is a silent genocide.", "silent genocide", "comparison"),
        ("Prisoners live like rats.", "like rats", "comparison"),
        ("Patients are treated like animals.", "like animals", "comparison"),
        ("Patients become slaves of methadone.", "slaves of methadone", "comparison"),
        ("We live in a police state.", "police state", "comparison"),
        ("Hitler would have liked this law.", "Hitler", "comparison"),
        ("The draconian law of 2009 remains.", "draconian", "loaded"),
        ("It is shameful that nothing was done.", "shameful", "loaded"),
        ("Brutal policing goes on.", "Brutal", "loaded"),
        ("The conditions are horrific.", "horrific", "loaded"),
        ("The Government ruthlessly cut the budget.", "ruthlessly", "loaded"),
        ("This absurd rule keeps people out.", "absurd", "loaded"),
    ],
)
def test_it_is_loaded(text: str, term: str, grade: str) -> None:
    hits = loaded_words(text, ENGLISH)
    assert [(hit.text, hit.grade) for hit in hits] == [(term, grade)]
    assert text[hits[0].start : hits[0].end] == term


@pytest.mark.parametrize(
    "text",
    [
        "Nobody may be subjected to cruel, inhuman or degrading treatment.",
        "The State is party to the Convention on the Prevention and Punishment of the Crime of Genocide.",
        "Slavery and forced labour are prohibited.",
        "Widespread killings may amount to crimes against humanity.",
        "The Committee was concerned about police brutality.",
        "The international drug control regime rests on three conventions.",
        "The regime in closed wards is stricter.",
        "Only the most serious and heinous crimes carry this sentence.",
        "A minister called the centres “a gulag”.",
        "Sniffer dogs are used in schools.",
        "Two criminal gangs fought over the harbour in 2021.",
        "The hospital was built on the ground of a concentration camp that the Nazis ran until 1944.",
        "In 1952 his grandfather was sent to the Gulag for a poem.",
        "Poverty and drug use form a vicious circle.",
        "Medicines for animals, such as dogs, contain it.",
        "The prison regime has changed since 2019.",
        "Officers beat him with sticks for two hours.",
        "The penalty is grossly disproportionate.",
        "Parasites such as scabies spread in the cells.",
        "The Anti-Fascist Committee was founded in 1945.",
        "The monitoring of detention is weak.",
    ],
)
def test_it_is_not_loaded(text: str) -> None:
    assert loaded_words(text, ENGLISH) == ()


def test_no_term_has_a_group_of_its_own() -> None:
    for term in ENGLISH.review_words().tone().terms:
        assert "(" not in term.words.replace("(?", ""), term.words
