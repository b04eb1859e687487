"""Details of a story: which combinations identify a person, and which words are no detail of the person."""

from time import process_time

import pytest

from drafter.language.english import ENGLISH
from drafter.privacy.details import details_of, identifying_details

SECONDS = 10
"""Far more than a search takes; one whose time grows with the square of the length takes minutes."""


def kinds(text: str, *harmless: str) -> set[str]:
    """Return the kinds of all details of the story *text*."""
    return {detail.kind for detail in details_of(text, ENGLISH, harmless)}


def identifies(text: str) -> bool:
    """Return whether the details of the story *text* identify the person."""
    return bool(identifying_details(text, ENGLISH))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She was arrested in Zenda.", "place"),
        ("He lives in the village of Krasna.", "place"),
        ("They searched his room in Mill Street.", "place"),
        ("She was a patient of the clinic in Hofbau.", "place"),
        ("She was arrested on 3 May.", "dates"),
        ("It was in March 2024.", "dates"),
        ("It happened on 2024-03-14.", "dates"),
        ("He worked for Zenda Tramways.", "work"),
        ("She is a nurse.", "work"),
        ("He was the deputy mayor.", "work"),
        ("I am the only woman who drives a bus.", "work"),
        ("She was 34, and nobody asked.", "age"),
        ("A 34-year-old woman came.", "age"),
        ("He lives with HIV.", "health"),
        ("She was pregnant.", "health"),
        ("He uses a wheelchair.", "health"),
        ("She is a mother of four.", "family"),
        ("He is the son of the priest.", "family"),
        ("The film of it was on the evening news.", "event"),
    ],
)
def test_a_detail_has_its_kind(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "She was held for nine months without a judge.",
        "In 2024, a man in his forties asked for treatment.",
        "The judge asked her one question, and a nurse saw her twice.",
        "A doctor at the clinic refused.",
        "The Ombudsman visited the centre in March 2024 and wrote a report.",
        "He was held under the Narcotics Act of 12 May 1976.",
        "The Committee on the Rights of the Child wrote in May 2022.",
        "A woman of about 30 came with pregnant women.",
        "They marched on Monday, and she may come back.",
        "He turned a blind eye, and the authorities turned a deaf ear.",
        "As the judge had ordered, she was released.",
        "It happened in Ruritania and in the Western Province.",
    ],
)
def test_what_is_no_detail_of_the_person_is_left_alone(text: str) -> None:
    assert kinds(text, "Ruritania") == set()


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("She was arrested in Zenda.", False),
        ("She was arrested in Zenda in May 2024.", False),
        ("She was arrested in Zenda on 3 May 2024.", True),
        ("She, a 34-year-old nurse, was arrested.", False),
        ("She was 34, a mother of four, and pregnant.", False),
        ("She lives with HIV in the village of Krasna.", True),
        ("She lives with HIV and was arrested in Zenda in 2023.", False),
        ("She was dismissed from the hospital in Zenda because she lives with HIV.", True),
        ("The mayor of Zenda lost his post.", True),
    ],
)
def test_only_a_combination_that_leads_to_the_person_identifies(text: str, enough: bool) -> None:
    assert identifies(text) is enough


def test_a_prisoner_who_works_has_no_employer() -> None:
    prisoner = "She worked in the kitchen of the prison in Zenda."
    assert not identifies(prisoner)
    assert identifies("She worked in the kitchen of the hospital in Zenda.")


@pytest.mark.parametrize("part", ["a", "A'", "Ab ", "12 ", "She was the ", "a-"])
def test_a_huge_text_is_searched_in_a_moment(part: str) -> None:
    before = process_time()
    assert not identifies(part * (60_000 // len(part)))
    assert process_time() - before < SECONDS
