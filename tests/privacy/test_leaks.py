"""Private names and numbers are found in any usual spelling, and ordinary words are not."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from drafter.frozen import replaced
from drafter.language.english import ENGLISH
from drafter.markup.blocks import read_blocks
from drafter.model.answers import Answers
from drafter.model.blocks import Document, Layout, Properties, Text
from drafter.model.remark import Remark
from drafter.model.vocabulary import State
from drafter.privacy.leak_search import HarmlessWords, hinted_cases, leaking_cases
from drafter.privacy.private_file import read_private
from drafter.review.leaks import (
    LeakSearch,
    check_answers,
    check_document,
    check_file_names,
    ordinary_words,
    pseudonyms,
    public_names,
)
from drafter.review.locate import located_texts
from tests.support.private_files import PRIVATE_ID, TIED
from tests.support.small_library import clause, library, write_library

PRIVATE = {
    "C1": {
        "name": "Canaria Maria Goldfinch-Österling",
        "passport": "CANARY-4711",
        "national number": "870503 1234 5",
        "contact 1": "canary street 12",
        "contact 2": "+999 555 0199",
        "lawyer mail": "canary@nest.example",
        "born": "1987-05-03",
    }
}


def whole(text: str, value: str, *, kind: str = "name") -> bool:
    """Return whether *text* contains the whole *value*."""
    return list(leaking_cases(text, {"C1": {kind: value}}, frozenset())) == ["C1"]


def part(text: str, name: str, *others: str, pseudonyms: str = "", ordinary: str = "") -> bool:
    """Return whether *text* may contain a part of *name*."""
    private = {"C1": {"name": name}}
    harmless = HarmlessWords(others, pseudonyms, ordinary)
    return list(hinted_cases(text, private, frozenset(), harmless)) == ["C1"]


# ---- whole details ----


@pytest.mark.parametrize(
    "text",
    [
        "Canaria Maria Goldfinch-Österling",
        "CANARIA MARIA GOLDFINCH ÖSTERLING",
        "canaria maria goldfinch-osterling",
        "Canaria Goldfinch",
        "Goldfinch, Canaria",
        "Goldfinch-Österling (Canaria)",
        "Ms. Goldfinch’s mother called Canaria Goldfinch's lawyer",
        "Canaria M. Goldfinch",
        "Canária Góldfinch",
        "Maria Oesterling",
        "Canaria Gold\u00adfinch",
        "Cana\u200bria\u00a0Goldfinch",
        "Ｃａｎａｒｉａ Ｇｏｌｄｆｉｎｃｈ",
        "passport canary 4711",
        "passport CANARY4711",
        "passport Canary–4711.",
        "No. 870503-1234-5",
        "No. 87 05 03 12 34 5",
        "No. 870503/12345",
        "at 12, Canary Street",
        "at CANARY STREET 12",
        "+999-555-0199",
        "00999 555 01 99",
        "(0) 555 0199",
        "canary@nest.example",
        "canary (at) nest (dot) example",
        "born on 3 May 1987",
        "born May 3, 1987",
        "born 03/05/1987",
        "born 3.5.1987",
        "born 1987-05-03",
        "canaria-goldfinch-statement",
        "https://x.org/canaria_goldfinch",
    ],
)
def test_private_details_are_found_in_any_spelling(text: str) -> None:
    assert list(leaking_cases(f"We met {text} there.", PRIVATE, frozenset())) == ["C1"]


@pytest.mark.parametrize(
    "text",
    [
        "A canary sang of gold, and a finch of maria.",
        "In 2024, 41 of 96 people; 4,711 in all.",
        "In 1987, on 5 May and on 3 June",
        "870503 people, 1234 arrests",
        "the street of canaries, number 12",
        "an example of a nest",
        "555 0198",
        "",
    ],
)
def test_similar_texts_are_not_found(text: str) -> None:
    assert list(leaking_cases(text, PRIVATE, frozenset())) == []


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("an analysis of discrimination", "Ana", False),
        ("an analysis by Ana", "Ana", True),
        ("ANA was held", "Ana", True),
        ("quality of care", "Ali", False),
        ("The State will act", "Will", False),
        ("Will the State act?", "Will", False),
        ("We met Will there", "Will", True),
        ("the Green Party will go", "Will Green", False),
        ("green will", "Will Green", False),
        ("Green, Will", "Will Green", True),
        ("will green", "Will Green", True),
        ("她是王伟。", "王伟", True),
        ("她是王小伟。", "王伟", False),
        ("สมชายใจดีถูกจับ", "สมชาย ใจดี", True),
        ("Её зовут Анна Петрова.", "анна ПЕТРОВА", True),
        ("Li went", "Li", False),
        ("Li Wu went", "Li Wu", True),
        ("in 1987", "1987", False),
        ("file 4711", "4711", True),
        ("file 14711", "4711", False),
        ("  ", " ", False),
    ],
)
def test_short_and_ambiguous_names_are_found_only_as_names(text: str, name: str, found: bool) -> None:
    assert whole(text, name) is found


def test_a_profession_is_no_private_detail_and_a_village_is() -> None:
    assert not whole("The nurse was a woman.", "nurse", kind="work")
    assert whole("the canary of zenda", "zenda", kind="village")
    assert whole("She comes from Zenda.", "Zenda", kind="village")


def test_an_allowed_name_is_no_leak_and_a_number_of_that_case_still_is() -> None:
    named = frozenset({"C1"})
    assert list(leaking_cases("Canaria Goldfinch", PRIVATE, named)) == []
    assert list(hinted_cases("Canaria", PRIVATE, named)) == []
    assert list(leaking_cases("CANARY 4711", PRIVATE, named)) == ["C1"]


# ---- parts of a name ----


@pytest.mark.parametrize(
    "text",
    [
        "Goldfinch was held.",
        "the goldfinch family",
        "GOLDFINCH",
        "Goldfinch's house",
        "the Goldfinchs",
        "Canaria said",
        "the Österling case",
        "the Osterling case",
        "the Oesterling case",
        "Canaria-Maria",
    ],
)
def test_a_surname_or_a_given_name_alone_is_found(text: str) -> None:
    assert part(text, "Canaria Goldfinch-Österling")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The State will go green.", "Will Green"),
        ("Will it? Green energy. Hope remains.", "Will Hope Green"),
        ("in May 2024, on a Friday", "May Friday"),
        ("an analysis of goldfinches' song", "Ana Gold"),
        ("de la Cruz", "Maria de la Paz"),
        ("he is a Dr. by training", "Dr Ho"),
        ("Jo said", "Jo Li"),
    ],
)
def test_an_ordinary_word_is_not_a_part_of_a_name(text: str, name: str) -> None:
    assert not part(text, name)


@pytest.mark.parametrize("text", ["as Mr. Green said", "we met Hope there", "by W. Green", "It was Will."])
def test_an_ordinary_word_written_like_a_name_is_a_part_of_a_name(text: str) -> None:
    assert part(text, "Will Hope Green")


def test_a_public_name_is_not_a_part_of_a_name_but_its_single_words_are() -> None:
    assert part("in Jordan today", "Jordan Smithers")
    assert not part("in Jordan today", "Jordan Smithers", "Jordan")
    assert part("in Jordan Smithers said", "Jordan Smithers", "Jordan")
    rules = "the Nelson Mandela Rules"
    assert not part(f"see {rules}, rule 12", "Vera Mandela", "Rules", rules)
    assert part("as the Nelson Mandela Rules, so Mandela", "Vera Mandela", rules)
    assert part("as Mandela said", "Vera Mandela", rules)
    assert not part("as ANA said", "Ana Mandela", "ANA")
    assert part("as Ana said", "Ana Mandela", "ANA")


def test_a_word_of_a_pseudonym_is_not_a_part_of_a_name() -> None:
    assert not part("Canaria said", "Canaria Goldfinch", pseudonyms="Mira Canaria G.")
    assert part("Canaria Goldfinch said", "Canaria Goldfinch", pseudonyms="Mira Canaria G.")


def test_words_of_the_library_count_only_if_written_like_a_name() -> None:
    assert part("by lawful means", "Lawful Ann")
    assert not part("by lawful means", "Lawful Ann", ordinary="by lawful and proportionate means")
    assert part("by Mr. Lawful", "Lawful Ann", ordinary="by lawful and proportionate means")


def test_only_values_that_look_like_names_are_searched_in_parts() -> None:
    private = {"C1": {"address": "canary street 12", "work": "a nurse of children", "sister": "Ana Petrova"}}
    assert list(hinted_cases("a street, a nurse, children", private, frozenset())) == []
    assert list(hinted_cases("Petrova", private, frozenset())) == ["C1"]


# ---- the private file ----


def test_a_case_with_a_single_text_has_a_name_and_all_keys_are_private(tmp_path: Path) -> None:
    cases = "cases:\n  C1: Canaria Goldfinch\n  C2: [Ana Petrova, 4711]\n"
    text = f"format: 1\n{TIED}{cases}witnesses: {{one: Vera Vogel}}\n"
    (tmp_path / "a.private.yaml").write_text(text, "utf-8")
    private = read_private(tmp_path / "a.yaml", PRIVATE_ID, {}).secrets
    assert private["C1"] == {"name": "Canaria Goldfinch"}
    assert private["C2"] == {"1": "Ana Petrova", "2": "4711"}
    assert list(leaking_cases("Vera Vogel spoke", private, frozenset())) == ["witnesses"]


# ---- remarks with places ----


def document(text: str, **rest: Any) -> Document:
    """Return a document of the numbered paragraphs, headings and lists in *text*."""
    return Document(read_blocks(text, numbered=True), **rest)


def search_for(private: Mapping[str, Mapping[str, str]], pseudonyms: str = "") -> LeakSearch:
    """Return the search for the details *private*."""
    nobody: frozenset[str] = frozenset()
    return LeakSearch(
        partial(leaking_cases, private=private, allowed=nobody),
        partial(hinted_cases, private=private, allowed=nobody, harmless=HarmlessWords(pseudonyms=pseudonyms)),
        ENGLISH,
    )


TEXT = """::: title
Of Goldfinch
:::

# Sources

Words.

Canaria Goldfinch spoke.

- a goldfinch

| x |
|---|
| CANARY 4711 |

::: signature
Canaria
:::
"""
CASES = Answers.model_validate({"format": 1, "cases": {"C1": {"pseudonym": "Mira"}}}).cases


def test_a_remark_names_the_case_and_its_places_and_never_the_detail() -> None:
    notes = ((Text("See."),), (Text("By Goldfinch."),))
    whole, part = check_document(document(TEXT, notes=notes), CASES, search_for(PRIVATE))
    assert (whole.code, whole.level, whole.place) == ("real-name-in-text", "error", "case C1 (Mira)")
    assert whole.text.endswith("is in paragraph 2 and a table under “Sources”.")
    assert (part.code, part.level, part.place) == ("part-of-name-in-text", "warning", "case C1 (Mira)")
    assert part.text.endswith("may be in the title, a list under “Sources”, the signature and note 2.")
    texts = f"{whole} {part}".casefold()
    assert [word for word in ("canaria", "goldfinch", "4711") if word in texts] == []


def test_a_heading_with_the_name_is_shown_by_its_number() -> None:
    text = "# One\n\nx\n\n# The case of Canaria Goldfinch\n\n- Canaria Goldfinch\n"
    [remark] = check_document(document(text), CASES, search_for(PRIVATE))
    assert remark.text.endswith("is in heading 2 and a list under heading 2.")


def test_properties_and_page_fields_are_searched_too() -> None:
    rest = {
        "properties": Properties("T", authors="House", keywords="drugs, Canaria Goldfinch"),
        "layout": Layout(fields=(("organisation", "Goldfinch House"),)),
    }
    whole, part = check_document(document("Words.", **rest), CASES, search_for(PRIVATE))
    assert whole.text.endswith("is in the properties of the file.")
    assert part.text.endswith("may be in the header or footer of the page.")
    same = replaced(document("Canaria Goldfinch"), properties=Properties("Canaria Goldfinch"))
    assert [place for place, _ in located_texts(same, lambda _: True)] == ["paragraph 1"]


def test_a_remark_names_only_the_first_places() -> None:
    [remark] = check_document(document("Goldfinch.\n\n" * 9), CASES, search_for(PRIVATE))
    assert remark.text.endswith("paragraph 5, paragraph 6 and 3 more.")


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("canaria-goldfinch-upr", "error"),
        ("case_CANARY4711", "error"),
        ("goldfinch", "warning"),
        ("goldfinch-sign-on", "warning"),
        ("upr-2026", ""),
        ("mira", ""),
    ],
)
def test_a_file_name_that_shows_the_person_has_a_remark(name: str, level: str) -> None:
    remarks = list(check_file_names([name], CASES, search_for(PRIVATE)))
    assert [remark.level for remark in remarks] == [level][: bool(level)]
    assert "goldfinch" not in " ".join(map(str, remarks)).casefold()


def answers(**values: Any) -> Answers:
    """Return answers with a case and these *values*."""
    cases = {"C1": {"pseudonym": "Mira", "consent": {"given": "signed by Canaria Goldfinch"}}}
    return Answers.model_validate({"format": 1, "cases": cases, **values})


def test_a_name_in_unprinted_answers_is_a_warning_with_its_places() -> None:
    given = answers(inactive={"clauses": [{"text": "Passport CANARY 4711"}]})
    [remark] = check_answers(given, (), search_for(PRIVATE))
    assert (remark.code, remark.level, remark.place) == ("real-name-in-answers", "warning", "case C1 (Mira)")
    assert "cases › C1 › consent › given and inactive › clauses › 1 › text" in remark.text
    earlier = Remark("real-name-in-text", "error", "case C1 (Mira)", "x")
    assert list(check_answers(given, [earlier], search_for(PRIVATE))) == []


@pytest.mark.parametrize(
    ("pseudonym", "is_name"),
    [("Canaria", True), ("Canaria G.", True), ("Ms Goldfinch", True), ("Mira", False), (None, False)],
)
def test_a_pseudonym_that_is_the_name_is_a_warning(pseudonym: str | None, is_name: bool) -> None:
    given = answers(cases={"C1": {"pseudonym": pseudonym}})
    remarks = list(check_answers(given, (), search_for(PRIVATE)))
    assert [remark.code for remark in remarks] == ["pseudonym-like-name"][:is_name]
    assert [remark.place for remark in remarks] == ["case C1"][:is_name]
    hints = check_document(document("Canaria spoke."), given.cases, search_for(PRIVATE, pseudonyms(given)))
    assert bool(list(hints)) is (pseudonym in (None, "Mira", "Ms Goldfinch"))


def test_harmless_words_come_from_answers_states_and_clauses(tmp_path: Path) -> None:
    own = library(write_library(tmp_path, {"jails/a": clause("Close The centres by {{ body }}.")}))
    given = answers(organisations=[{"name": "House of Goldfinch", "acronym": "HOG"}])
    ruritania = State(code="RUR", name="Ruritania", in_text="Ruritania", formal="the Kingdom of Ruritania")
    names = public_names(given, [ruritania], own.authorities.values())
    assert {"House of Goldfinch", "HOG", "Ruritania", "the Pact on Everything", "The Body"} <= {*names}
    assert pseudonyms(given) == "Mira"
    assert "centres by" in ordinary_words([own.clause("jails/a")])
    assert "Close" not in ordinary_words([own.clause("jails/a")])
