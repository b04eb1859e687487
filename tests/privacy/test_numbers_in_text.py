"""Private numbers and addresses are found in any usual spelling, and figures of a submission are not."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.privacy.leak_search import leaking_cases
from tests.support.checkout import EXAMPLES

SUBMISSION = """In 2024, 41 of 96 people interviewed saw no judge within 48 hours; 12,345,678 people
live there, and 2 140 were held (A/HRC/59/15, paras. 12–14; CCPR/C/XRU/CO/5; E/C.12/2019/1; A/RES/73/192).
Section 14 of the Act of 1976, article 9 (3) and (4), tables 3.1, 3.2 and 3.14. From 2019 to 2024: 31 in 2019,
28 in 2020, 30 in 2021. ISBN 978-92-1-154215-3. Costs: 1 234 567 in 2023 and 7 654 321 in 2024, or 61.5 per
cent. Tel. 022 917 12 34. Paragraphs 120.41, 120.43, 121.12. Write to office@openroad.example or see
https://openroad.example/reports/2024."""


def is_found(text: str, value: str) -> bool:
    """Return whether the private *value* is found in *text*."""
    return list(leaking_cases(text, {"C1": {"contact": value}}, frozenset())) == ["C1"]


# ---- telephone numbers ----

PHONE = [
    "+41 79 123 45 67", "0041 79 123 45 67", "079 123 45 67", "(079) 123-45-67", "079.123.45.67",
    "079/123 45 67",
    "+41791234567", "0041791234567", "0791234567", "+41 (0)79 123 45 67", "+41-79-123-45-67",
    "(+41) 79 1234567",
    "079\u00a0123\u202f45\u00a067", "079‑123‑45‑67",
    "０７９ １２３ ４５ ６７", "٠٧٩ ١٢٣ ٤٥ ٦٧", "०७९ १२३ ४५ ६७",
    "00 41 79 123 45 67", "[079] 123 45 67", "41 79 123 45 67",
]  # fmt: skip


@pytest.mark.parametrize("written", PHONE)
def test_any_spelling_of_a_telephone_number_is_found_by_any_other(written: str) -> None:
    for value in PHONE:
        assert is_found(f"Call {written}, in 2024.", value), value


@pytest.mark.parametrize(
    "value", ["mobile: +41 79 123 45 67", "079 123 45 67 (WhatsApp)", "tel. 079 1234567"]
)
def test_the_label_of_a_number_does_not_matter(value: str) -> None:
    assert is_found("under 0041 79 123 45 67 she answered", value)


@pytest.mark.parametrize(
    "value",
    [
        "sister 079 123 45 67", "Canary Street 12, 079 123 45 67", "079 123 45 67, Zenda",
        "079 123 45 67; canary@nest.example", "her brother (+41 79 123 45 67) or the neighbour",
    ],
)  # fmt: skip
def test_a_telephone_number_beside_other_words_is_found(value: str) -> None:
    assert is_found("call 079 123 45 67", value)
    assert is_found("call 0041791234567", value)
    assert not is_found("call 079 123 45 68", value)


@pytest.mark.parametrize("value", ["room 12, bed 345", "in 2024 and 2025", "ward 3, floor 17, house 2024"])
def test_short_figures_beside_words_are_no_numbers_of_their_own(value: str) -> None:
    assert not is_found("In 2024, 345 people in 12 wards; 17 of 2025.", value)


def test_each_of_several_addresses_is_found() -> None:
    value = "a@bird.org, canary@nest.example; https://x.com/canaria and https://y.org/goldfinch_9"
    assert is_found("write to canary (at) nest.example", value)
    assert is_found("write to a@bird.org", value)
    assert is_found("see z.net/goldfinch_9", "https://x.com/canaria and https://y.org/goldfinch_9")
    assert not is_found("write to other@nest.example", value)


def test_each_of_several_numbers_is_found() -> None:
    value = "079 123 45 67, 022 345 67 89"
    assert is_found("call 0041791234567", value)
    assert is_found("call +41 22 345 67 89", value)
    assert not is_found("call +41 22 345 67 88", value)


def test_a_number_without_area_code_is_found_with_its_codes() -> None:
    assert is_found("call +41 22 123 45 67", "123 45 67")
    assert is_found("call 022/1234567", "1234567")
    assert not is_found("case 991234567", "1234567")
    assert not is_found("call 022 123 45 678", "123 45 67")


@pytest.mark.parametrize(
    "text", ["+41 79 123 45 68", "123 45 678 persons", "79 12 34 56", "12 345 670", "079 123 4 5"]
)
def test_another_number_is_not_found(text: str) -> None:
    assert not is_found(f"Call {text}.", "+41 79 123 45 67")


@pytest.mark.parametrize(
    "label",
    [
        "born", "birth", "date", "DOB", "passport", "pass", "ID", "card", "no", "nr", "num", "numero",
        "number", "national", "identity", "document", "file", "case", "tel", "telephone", "phone", "mobile",
        "cell", "fax", "WhatsApp", "Signal", "Telegram", "email", "mail", "IBAN", "account", "SSN", "tax",
        "permit", "visa", "licence", "license", "plate", "né", "nacido", "nacida",
    ],
)  # fmt: skip
def test_a_word_that_says_what_a_number_is_may_be_left_out(label: str) -> None:
    assert is_found("She gave 0041 79 123 45 67.", f"{label} 079 123 45 67")
    assert is_found("She gave AB 12 345.", f"{label}: AB12345")


def test_a_number_of_eight_digits_is_found_whole_and_one_of_nine_by_its_end() -> None:
    """The end of a short number is too short to mean only one person."""
    assert is_found("call 12 34 56 78", "12345678")
    assert is_found("call +999 12 34 56 78", "12345678")
    assert not is_found("call 234 56 78", "12345678")
    assert is_found("call 345 67 89", "123456789")


def test_a_short_figure_beside_a_telephone_number_is_no_number_of_its_own() -> None:
    assert not is_found("We met 12 people in flat 12.", "079 123 45 67, 12")
    assert not is_found("We met 12 people in room 12.", "12, 079 123 45 67")


# ---- numbers of documents ----


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("AB 1234567", "ab1234567"),
        ("AB 1234567", "A B 12-34-567"),
        ("AB1234567", "AB/1234.567"),
        ("passport no. AB 1234567", "AB1234567"),
        ("756.1234.5678.97", "756 1234 5678 97"),
        ("756.1234.5678.97", "7561234567897"),
        ("CH93 0076 2011 6238 5295 7", "CH9300762011623852957"),
        ("CH9300762011623852957", "IBAN: CH93 0076 2011 6238 5295 7"),
        ("870503-1234-5", "870503/12345"),
        ("X0O0X0O", "x0o0-x0o"),
        ("ID card: 99 88 77 66", "99887766"),
    ],
)
def test_the_number_of_a_document_is_found_with_other_separators(value: str, written: str) -> None:
    assert is_found(f"She held {written}, they said.", value)
    assert is_found(f"({written})", value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("AB 1234567", "AB 1234568"),
        ("AB 1234567", "AB 12345678"),
        ("X0O0X0O", "XOOOXOO"),
        ("file 4711", "4711 people"),
        ("case 2024", "in 2024"),
        ("room 12", "12 rooms"),
        ("AB1234567", "AB12345678"),
        ("AB1234567", "XAB1234567"),
    ],
)
def test_a_similar_number_is_not_found(value: str, text: str) -> None:
    assert not is_found(f"There were {text}.", value)


@pytest.mark.parametrize(
    "value",
    [
        "+41 79 123 45 67", "1988-11-21", "AB 1234567", "41 96 48 55", "+999 234 56 78",
        "file 2024/17", "12-34-56",
        "canary88@nest.example", "@canary_88", "https://x.com/canaria", "031 2019 28",
        "CH93 0076 2011 6238 5295 7",
    ],
)  # fmt: skip
def test_the_figures_of_a_submission_are_not_private_numbers(value: str) -> None:
    assert not is_found(SUBMISSION, value)


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.yaml")), ids=lambda file: file.stem)
def test_no_example_gives_away_a_person_who_is_not_in_it(file: Path) -> None:
    text = file.read_text("utf-8")
    for value in (
        "+41 79 123 45 67",
        "21 November 1988",
        "AB 1234567",
        "12345678",
        "canary@nest.example",
        "@canaria",
    ):
        assert not is_found(text, value), value


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    digits=st.text("0123456789", min_size=9, max_size=12),
    gaps=st.lists(st.sampled_from(["", " ", "-", ".", "/", "\u00a0", " - ", ") "]), min_size=12, max_size=12),
    script=st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９"]),
)
def test_a_number_is_found_whatever_stands_between_its_digits(
    digits: str, gaps: list[str], script: str
) -> None:
    written = "".join(f"{gap}{script[int(digit)]}" for gap, digit in zip(gaps, digits, strict=False))
    assert is_found(f"the number {written.strip()} is hers", digits)


# ---- addresses ----


@pytest.mark.parametrize(
    "written",
    [
        "canaria.g@nest.example", "Canaria.G@NEST.example", "canaria.g (at) nest.example",
        "canaria.g [at] nest [dot] example",
        "canaria.g at nest dot example", "canaria.g(at)nest(dot)example", "canaria.g AT nest DOT example",
        "mailto:canaria.g@nest.example", "<canaria.g@nest.example>", "canaria.g arroba nest punto example",
    ],
)  # fmt: skip
def test_an_e_mail_address_is_found_spelt_out(written: str) -> None:
    for value in ("canaria.g@nest.example", "e-mail: Canaria.G@nest.example"):
        assert is_found(f"Write to {written}.", value), value


@pytest.mark.parametrize(
    "text", ["canaria.g@nest.org", "xcanaria.g@nest.example", "a canaria at a nest, an example"]
)
def test_another_address_is_not_found(text: str) -> None:
    assert not is_found(text, "canaria.g@nest.example")


@pytest.mark.parametrize(
    "value",
    ["@canary_88", "https://www.facebook.com/canary_88/", "instagram.com/canary_88", "t.me/canary_88"],
)
@pytest.mark.parametrize(
    "written", ["@canary_88", "x.com/canary_88", "https://t.me/canary_88?s=1", "as Canary_88 wrote"]
)
def test_a_profile_is_found_on_any_site(value: str, written: str) -> None:
    assert is_found(f"See {written} of 2024.", value)


@pytest.mark.parametrize("at", ["(at)", "[at]", "at", "arobase", "arroba", "(a)", "{at}", "<at>"])
@pytest.mark.parametrize("dot", ["(dot)", "dot", "punkt", "punto", "point", "ponto"])
def test_an_address_is_found_spelt_out_in_several_languages(at: str, dot: str) -> None:
    assert is_found(f"write to canary88 {at} nest {dot} example now", "canary88@nest.example")


@pytest.mark.parametrize(
    "value",
    ["<canary88@nest.example>", "canary88@nest.example.", "(canary88@nest.example);", "at a@nest.example,"],
)
def test_signs_around_a_private_address_do_not_count(value: str) -> None:
    address = value.split()[-1].strip("<>().;,")
    assert is_found(f"write to {address} today", value)


def test_an_address_within_a_longer_one_is_not_found() -> None:
    for text in ("canary88@nest.examples", "mycanary88@nest.example", "canary88@nest.example1"):
        assert not is_found(f"write to {text} today", "canary88@nest.example"), text


def test_a_handle_that_is_a_word_is_found_only_as_a_handle() -> None:
    assert is_found("follow @hope", "@hope")
    assert is_found("at x.com/hope", "https://facebook.com/hope")
    assert not is_found("there is hope", "@hope")
    assert not is_found("there is hope", "https://facebook.com/hope")
    assert is_found("profile.php?id=100012345678", "https://facebook.com/profile.php?id=100012345678")


# ---- names run together ----


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ana Goldfinch", "anagoldfinch.docx"),
        ("Ana Maria Goldfinch", "AnaMariaGoldfinch"),
        ("Ana Maria Goldfinch", "see x.org/anamariagoldfinch7"),
        ("Ana Maria Vera Goldfinch", "#AnaMariaVeraGoldfinch"),
        ("Li Wu Zhang", "liwuzhang"),
        ("Lia Vogel", "liavogel2"),
    ],
)
def test_a_name_is_found_with_its_parts_joined(name: str, text: str) -> None:
    assert is_found(f"in {text} she", name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("An Na Li", "banality, annali"),
        ("Li Vogel", "livogel2"),
        ("Ana Maria Goldfinch", "anamaria goldfinches"),
    ],
)
def test_a_short_name_within_a_word_is_not_found(name: str, text: str) -> None:
    assert not is_found(f"in {text} she", name)
