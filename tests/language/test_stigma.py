"""Words that stigmatise, and the texts in which they do not."""

import pytest

from drafter.language.english import ENGLISH
from drafter.language.terms import stigmatising


@pytest.mark.parametrize(
    ("text", "term", "grade"),
    [
        ("The police call on addicts at home.", "addicts", "strong"),
        ("Every heroin addict is registered.", "heroin addict", "strong"),
        ("She was treated as an addict.", "an addict", "strong"),
        ("Guards insult junkies.", "junkies", "strong"),
        ("Drug abusers are refused care.", "Drug abusers", "strong"),
        ("Substance misusers lose their children.", "Substance misusers", "strong"),
        ("The clinic saw twelve crack babies.", "crack babies", "strong"),
        ("The scourge of drugs has to end.", "The scourge of drugs", "strong"),
        ("It is a drug-infested district.", "drug-infested", "strong"),
        ("Support for AIDS victims is lacking.", "AIDS victims", "strong"),
        ("Crackheads gather there.", "Crackheads", "strong"),
        ("Recovering addicts run the house.", "Recovering addicts", "mild"),
        ("Women addicted to heroin are turned away.", "addicted", "mild"),
        ("Drug users are turned away.", "Drug users", "mild"),
        ("Injecting drug users have no access.", "Injecting drug users", "mild"),
        ("HIV among IDUs has doubled.", "IDUs", "mild"),
        ("Drug abuse is common among young people.", "Drug abuse", "mild"),
        ("The abuse of narcotic drugs is an offence.", "abuse of narcotic drugs", "mild"),
        ("Those who misuse prescription drugs are reported.", "misuse prescription drugs", "mild"),
        ("He has been clean for two years.", "been clean", "mild"),
        ("Distribute clean needles.", "clean needles", "mild"),
        ("A dirty urine sends them back to prison.", "dirty urine", "mild"),
        ("The war on drugs fills the prisons.", "war on drugs", "mild"),
        ("Prostitutes are searched.", "Prostitutes", "mild"),
        ("A high-risk group is not reached.", "high-risk group", "mild"),
        ("DRUG ABUSERS MUST GO", "DRUG ABUSERS", "strong"),
        ("In 2019, Drug Addicts were beaten.", "Drug Addicts", "strong"),
    ],
)
def test_it_stigmatises(text: str, term: str, grade: str) -> None:
    hits = stigmatising(text, ENGLISH)
    assert [(hit.text, hit.grade) for hit in hits] == [(term, grade)]
    assert text[hits[0].start : hits[0].end] == term


@pytest.mark.parametrize(
    "text",
    [
        "People who use drugs are refused care.",
        "Clean water is lacking in the wards.",
        "Prisoners have no soap to wash and stay clean.",
        "Child abuse and abuse of power go unpunished.",
        "Police abuse is rarely punished, and misuse of funds never.",
        "The abuser was her husband.",
        "Survivors of sexual abuse need shelters.",
        "The Abuse of Drugs Act of 1973 punishes use.",
        "The Narcotics Addicts Rehabilitation Act 1979 allows detention.",
        "The Misuse of Drugs Act 1971 is old.",
        "According to the National Institute on Drug Abuse, this is common.",
        "The Drug Users’ Union of the capital asks for a seat.",
        "Narcotics Anonymous meets in two prisons.",
        "A guard called her “a filthy junkie”.",
        'The form says "drug addict".',
        "The law speaks of *drug abusers*.",
        "The offence is _abuse of drugs_.",
        "> Addicts are sent to camps.",
        "Drug user unions were not consulted.",
        "The Habitual Addicts (Confinement) Act of 1962 is in force.",
        "The Junkies (Removal) Bill was withdrawn.",
        "Three drug-user-led organisations closed.",
        "Drug users’ networks were not heard.",
        "Addiction is a health condition.",
        "People in recovery and people with an opioid use disorder took part.",
        "Addictive medicines are controlled.",
        "The word addict is still in the code.",
        "Alcoholic drinks are taxed.",
        "See https://www.drugabuse.gov/drug-abuse for data.",
        "The scourge of corruption goes on.",
        "The Government is addicted to punishment.",
        "The Optional Protocol on the Sale of Children, Child Prostitution and Child Pornography applies.",
    ],
)
def test_it_does_not_stigmatise(text: str) -> None:
    assert stigmatising(text, ENGLISH) == ()


def test_the_name_of_an_organisation_is_its_own() -> None:
    text = "Junkies for peace was founded in 2001."
    assert stigmatising(text, ENGLISH)
    assert stigmatising(text, ENGLISH, ["Junkies for peace"]) == ()


def test_each_term_has_better_words_or_is_to_be_left_out() -> None:
    (hit,) = stigmatising("Help for substance abusers is scarce.", ENGLISH)
    assert hit.better == "people who use drugs"
    assert [hit.better for hit in stigmatising("This scourge must end.", ENGLISH)] == [""]


def test_no_term_has_a_group_of_its_own() -> None:
    for term in ENGLISH.review_words().stigma().terms:
        assert "(" not in term.words.replace("(?", "").replace(r"\(", ""), term.words


def test_in_a_title_only_a_law_or_a_body_has_such_a_name() -> None:
    assert stigmatising("The Rights of Young Addicts in Ruritania", ENGLISH) == ()
    (hit,) = stigmatising("The Rights of Young Addicts in Ruritania", ENGLISH, is_title=True)
    assert hit.text == "Addicts"
    assert stigmatising("Under the Drug Addicts Act of 1979", ENGLISH, is_title=True) == ()
