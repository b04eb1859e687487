"""English sentences: dates, numbers, lists, names of States, beginnings and ends, pinpoints."""

from datetime import date

import pytest

from drafter.frozen import replaced
from drafter.language.english import ENGLISH
from drafter.language.pinpoint import Pinpoint, read_pinpoint
from tests.support.people import BUNDLED as LIBRARY


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"),
        (13, "13th"), (20, "20th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (101, "101st"), (111, "111th"),
        (112, "112th"),
        (113, "113th"), (121, "121st"),
    ],
)  # fmt: skip
def test_ordinals(number: int, shown: str) -> None:
    assert ENGLISH.ordinal(number) == shown


@pytest.mark.parametrize(
    ("items", "with_and", "with_or"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a or b"),
        (["a", "b", "c"], "a, b and c", "a, b or c"),
        (["a, b", "c"], "a, b and c", "a, b or c"),
    ],
)
def test_lists(items: list[str], with_and: str, with_or: str) -> None:
    assert ENGLISH.listed(items) == with_and
    assert ENGLISH.listed(items, "or") == with_or


@pytest.mark.parametrize(
    ("count", "noun", "shown", "in_words"),
    [
        (0, "clause", "0 clauses", "no clauses"),
        (1, "clause", "1 clause", "one clause"),
        (2, "person", "2 people", "two people"),
        (10, "body", "10 bodies", "ten bodies"),
        (11, "day", "11 days", "11 days"),
        (1200, "box", "1,200 boxes", "1,200 boxes"),
    ],
)
def test_counted_things(count: int, noun: str, shown: str, in_words: str) -> None:
    assert ENGLISH.counted(count, noun) == shown
    assert ENGLISH.counted_in_words(count, noun) == in_words


@pytest.mark.parametrize(
    ("noun", "shown"),
    [
        ("field", "a field"),
        ("EMBED field", "an EMBED field"),
        ("unknown field", "an unknown field"),
        ("USERNAME field", "a USERNAME field"),
        ("union", "a union"),
        ("uninvited guest", "an uninvited guest"),
    ],
)
def test_the_indefinite_article_goes_by_the_sound(noun: str, shown: str) -> None:
    assert ENGLISH.with_article(noun) == shown


@pytest.mark.parametrize(
    ("code", "in_text", "after_of", "formal"),
    [
        ("PHL", "the Philippines", "of the Philippines", "Republic of the Philippines"),
        ("NOR", "Norway", "of Norway", "Kingdom of Norway"),
        ("GMB", "the Gambia", "of the Gambia", "Republic of the Gambia"),
    ],
)
def test_states_have_their_articles(code: str, in_text: str, after_of: str, formal: str) -> None:
    state = LIBRARY.states[code]
    assert state.in_text == in_text
    assert ENGLISH.of(state.in_text) == after_of
    assert ENGLISH.without_article(state.formal) == formal
    assert ENGLISH.sentence(in_text) == f"{in_text[0].upper()}{in_text[1:]}."


def test_only_an_article_is_removed_from_a_name() -> None:
    assert ENGLISH.without_article("Theland") == "Theland"
    assert LIBRARY.state("republic of the philippines") is LIBRARY.states["PHL"]


def test_days_and_months() -> None:
    assert ENGLISH.date(date(2026, 11, 1)) == "1 November 2026"
    assert ENGLISH.date(date(2026, 2, 28)) == "28 February 2026"
    assert ENGLISH.month(2026, 12) == "December 2026"


def test_the_first_day_of_a_month_can_have_its_own_form() -> None:
    other = replaced(ENGLISH, calendar=replaced(ENGLISH.calendar, first_day="1er"))
    assert other.date(date(2026, 11, 1)) == "1er November 2026"
    assert other.date(date(2026, 11, 11)) == "11 November 2026"


@pytest.mark.parametrize(
    ("name", "number"),
    [("march", 3), ("mar", 3), ("sept", 9), ("septembe", 9), ("may", 5), ("ma", None), ("smarch", None)],
)
def test_months_by_name_and_by_unambiguous_abbreviation(name: str, number: int | None) -> None:
    assert ENGLISH.month_numbers.get(name) == number


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""), ("  ", ""), ("the police", "The police."), ("Stop.", "Stop."), ("why?", "Why?"),
        ("so be it!", "So be it!"), ("wait…", "Wait…"), ("“We wait.”", "“We wait.”"), ("‘wait.’", "‘wait.’"),
        ("he said “no”", "He said “no”."), ("(a word.)", "(a word.)"), ("(a word)", "(a word)."),
        ("section 3)", "Section 3)."), ("éditions", "Éditions."),
    ],
)  # fmt: skip
def test_a_sentence_gets_a_capital_and_one_end(text: str, shown: str) -> None:
    assert ENGLISH.sentence(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""), ("Close it", "close it"), ("UN bodies", "UN bodies"), ("HIV", "HIV"), ("A law", "a law"),
        ("OPCAT’s", "OPCAT’s"), ("École", "école"), ("  ", "  "),
    ],
)  # fmt: skip
def test_the_first_letter_becomes_lower_case_except_in_a_name_in_capitals(text: str, shown: str) -> None:
    assert ENGLISH.lower_first(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"), [("the police.", "the police"), ("and so on..", "and so on.."), ("", ""), ("a. ", "a")]
)
def test_a_full_stop_is_removed_within_a_sentence(text: str, shown: str) -> None:
    assert ENGLISH.unstopped(text) == shown


@pytest.mark.parametrize(
    ("written", "kind", "number", "is_plural"),
    [
        ("art. 9", "article", "9", False),
        ("art. 12 (2) (c)", "article", "12 (2) (c)", False),
        ("para. 35", "paragraph", "35", False),
        ("paras. 20–23", "paragraph", "20–23", True),
        ("paras. 4 (l)–(p)", "paragraph", "4 (l)–(p)", True),
        ("arts. 9, 10 and 12", "article", "9, 10 and 12", True),
        ("guideline II.1.1 (vi)", "guideline", "II.1.1 (vi)", False),
        ("guideline IV", "guideline", "IV", False),
        ("rule 24", "rule", "24", False),
        ("chap. 3", "chapter", "3", False),
        ("preamble", "words", "preamble", False),
        ("section “Advice”", "words", "section “Advice”", False),
        ("rule of law", "words", "rule of law", False),
    ],
)
def test_a_pinpoint_is_read_as_kind_and_number_and_printed_unchanged(
    written: str, kind: str, number: str, is_plural: bool
) -> None:
    pinpoint = read_pinpoint(written)
    assert (pinpoint.kind, pinpoint.number, pinpoint.is_plural) == (kind, number, is_plural)
    assert ENGLISH.cite(pinpoint) == written


def test_few_pinpoints_of_the_library_are_in_words() -> None:
    locators = [
        locator for authority in LIBRARY.authorities.values() for locator in authority.locators.values()
    ]
    assert len(locators) > 400
    in_words = {locator.cite.number for locator in locators if locator.cite.kind == "words"}
    assert len(in_words) < 15
    assert not any(words.startswith(("art", "para", "guideline", "rule")) for words in in_words)


def test_several_articles_share_one_abbreviation() -> None:
    assert ENGLISH.cite_all("article", []) == ""
    assert ENGLISH.cite_all("article", ["9"]) == "art. 9"
    assert ENGLISH.cite_all("article", ["6", "9", "10"]) == "arts. 6, 9 and 10"


def test_another_language_prints_the_same_pinpoint_in_its_own_words() -> None:
    words = {**ENGLISH.notes.pinpoints, "paragraph": ("párr.", "párrs.")}
    spanish = replaced(ENGLISH, notes=replaced(ENGLISH.notes, pinpoints=words))
    assert spanish.cite(read_pinpoint("para. 35")) == "párr. 35"
    assert spanish.cite(Pinpoint("paragraph", "20–23")) == "párrs. 20–23"


def test_a_language_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        ENGLISH.code = "fr"  # type: ignore[misc]
