"""Answers of several parts in one line: they are split, saved part by part, and said back."""

from pathlib import Path

import pytest

from drafter.answers.store import Store
from drafter.interview.flow import is_open, questions
from drafter.interview.items.item import AnswerValue
from drafter.interview.items.source_line import SourceLine, read_source_line, source_line
from drafter.interview.session import record
from drafter.model.facts import Source
from drafter.yaml_text import KeyPath
from tests.support.script import LIBRARY
from tests.support.small_submission import item_at, open_small_submission
from tests.support.trees import at, data_of

ADD_FACT: KeyPath = ("interview", "more", "fact/compulsory-treatment")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission that is nearly answered."""
    return open_small_submission(tmp_path)


def answer(store: Store, path: KeyPath, value: AnswerValue) -> list[str]:
    """Answer the question at *path* and return what was said because of it."""
    said: list[str] = []
    record(store, LIBRARY, item_at(store, path), value, said.append)
    return said


def open_paths(store: Store, first: str) -> list[KeyPath]:
    """Return the paths of the open questions that begin with *first*."""
    items = questions(store.answers, LIBRARY)
    return [item.path for item in items if item.path[0] == first and is_open(store.answers, item)]


def line(**parts: object) -> SourceLine:
    """Return what a line says that has only these *parts*."""
    return SourceLine(**{"title": "", **parts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ombudsman, Annual report, 2024, State Printer, p. 12",
            line(
                author="Ombudsman",
                title="Annual report",
                date="2024",
                publisher="State Printer",
                locator="p. 12",
            ),
        ),
        (
            "Interviews in Zenda, March to May 2024",
            line(title="Interviews in Zenda", date="March to May 2024"),
        ),
        (
            "Watch, World Report, Seven Presses, 2024, pp. 3, 7",
            line(
                author="Watch",
                title="World Report",
                publisher="Seven Presses",
                date="2024",
                locator="pp. 3, 7",
            ),
        ),
        (
            "ORN, “Locked up, and why”, March 2025, https://orn.example/x.pdf, para. 4.",
            line(
                author="ORN",
                title="Locked up, and why",
                date="March 2025",
                address="https://orn.example/x.pdf",
                locator="para. 4",
            ),
        ),
        (
            "Ministry of Health, Annual statistics (Zenda, 2023), table 4",
            line(
                author="Ministry of Health",
                title="Annual statistics",
                publisher="Zenda",
                date="2023",
                locator="table 4",
            ),
        ),
        (
            "Rai, S., Drug use in Nepal, Himal Books, 2022",
            line(author="Rai, S.", title="Drug use in Nepal", publisher="Himal Books", date="2022"),
        ),
        (
            "Ministry of Health, Circular 12, March 5, 2024",
            line(author="Ministry of Health", title="Circular 12", date="March 5, 2024"),
        ),
        ("Narcotics Act 1976, section 14", line(title="Narcotics Act 1976", locator="section 14")),
        ("UNODC, World Report 2024, p. 3", line(author="UNODC", title="World Report 2024", locator="p. 3")),
        ("Rai, A, B, C, D, 2024", line(author="Rai", title="A, B, C, D", date="2024", is_certain=False)),
        ("2024", line(date="2024", is_certain=False)),
    ],
)
def test_a_line_is_read_as_author_title_year_publisher_page(text: str, expected: SourceLine) -> None:
    assert read_source_line(text, LIBRARY.language) == expected


def test_a_source_written_as_a_line_is_read_again_with_the_same_parts() -> None:
    source = Source(author="Himal Network", title="Locked up, and why", date="2025", publisher="Himal Books")
    written = source_line(source, "p. 3")
    assert written == "Himal Network, “Locked up, and why”, 2025, Himal Books, p. 3"
    read = read_source_line(written, LIBRARY.language)
    assert (read.author, read.title, read.date, read.publisher, read.locator) == (
        "Himal Network", "Locked up, and why", "2025", "Himal Books", "p. 3",
    )  # fmt: skip


def test_a_source_in_one_line_leaves_nothing_to_ask_and_is_said_back(store: Store) -> None:
    said = answer(store, ADD_FACT, "In 2024, 41 of 96 women interviewed in Zenda saw no judge")
    assert said == [
        "Fact F3 reads: figure “41 of 96 women”; when 2024; where “in Zenda”. "
        "If that is wrong, go back and correct it, or later change the answer “F3 · text”."
    ]
    said = answer(store, ("facts", "F3", "source"), "Ombudsman, Annual report, 2024, p. 12")
    assert "author Ombudsman; title “Annual report”; date 2024; page or paragraph p. 12" in said[0]
    assert open_paths(store, "facts") == open_paths(store, "sources") == []
    assert at(data_of(store), ("sources", "S2", "title")) == "Annual report"
    assert at(data_of(store), ("facts", "F3", "locator")) == "p. 12"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("In 2025, 11 of the 34 mothers lost custody.", "figure “11 of the 34 mothers”; when 2025"),
        ("Of 1,240 visits in May 2026, 312 were in vain.", "figure “312 of 1,240 visits”; when May 2026"),
        ("In April 2026, 380 of 2,900 people waited.", "figure “380 of 2,900 people”; when April 2026"),
        ("All 15 of the young men were under 25.", "figure “15 of the young men”"),
        ("412 people died in 2026.", "figure “412 people”; when 2026"),
        ("On 3 March 2026, the court freed 3 persons.", "figure “3 persons”; when 3 March 2026"),
        ("From March to May 2026, it was 61 per cent.", "figure “61 per cent”; when March to May 2026"),
        ("In the past 12 months, 4 clinics closed.", "figure “4 clinics”"),
        ("Under section 12 of the Act of 2019, 9 may vote.", "figure “9”; when 2019"),
    ],
)
def test_the_figure_and_the_time_of_a_fact_are_said_back_in_whole_words(
    store: Store, text: str, read: str
) -> None:
    [said, *_] = answer(store, ADD_FACT, text)
    assert said.startswith(f"Fact F3 reads: {read}.")


def test_a_fact_is_typed_with_its_source_behind_it(store: Store) -> None:
    answer(store, ADD_FACT, "In 2024, 12 centres in Zenda had no licence. [S1, p. 4]")
    assert data_of(store)["facts"]["F3"] == {
        "text": "In 2024, 12 centres in Zenda had no licence.", "source": "S1", "locator": "p. 4",
    }  # fmt: skip
    assert open_paths(store, "facts") == []


def test_brackets_that_are_no_clear_source_stay_in_the_text(store: Store) -> None:
    text = "In 2024, 12 centres [of all kinds, also small, private, closed, open] had no licence."
    answer(store, ADD_FACT, text)
    assert data_of(store)["facts"]["F3"] == {"text": text}
    unclear = "In 2024, 12 centres had no licence. [S9]"
    answer(store, ADD_FACT, unclear)
    assert data_of(store)["facts"]["F4"] == {"text": unclear}


def test_a_line_that_may_mean_something_else_is_asked_about(store: Store) -> None:
    item = item_at(store, ("facts", "F1", "source"))
    assert item.follow_up(store.answers, "Ombudsman, Annual report, 2024", LIBRARY) is None
    assert item.follow_up(store.answers, "S1", LIBRARY) is None
    for unclear in ("S9", "Rai, A, B, C, D, 2024"):
        asked = item.follow_up(store.answers, unclear, LIBRARY)
        assert asked is not None
        assert asked.text == "Has drafter read the source rightly?"
    record(store, LIBRARY, item, "S9", lambda _: None)
    assert asked is not None
    record(store, LIBRARY, asked, "no", lambda _: None)
    key = data_of(store)["facts"]["F1"]["source"]
    asked_again = open_paths(store, "sources")
    assert asked_again == [
        ("sources", key, name) for name in ("title", "author", "publisher", "date", "address")
    ]


def test_a_corrected_line_changes_the_source_that_only_this_fact_uses(store: Store) -> None:
    answer(store, ("facts", "F1", "source"), "Ombudsman, Anual report, 2024, p. 12")
    item = item_at(store, ("facts", "F1", "source"))
    assert item.current(store.answers) == "Ombudsman, Anual report, 2024, p. 12"
    answer(store, item.path, "Ombudsman, Annual report, 2024, p. 12")
    assert list(data_of(store)["sources"]) == ["S1", "S2"]
    assert data_of(store)["sources"]["S2"]["title"] == "Annual report"
    assert data_of(store)["sources"]["S1"]["title"] == "A register", "the other fact keeps its source"


def test_a_document_of_the_united_nations_without_a_paragraph_is_asked_for_it(store: Store) -> None:
    answer(store, ADD_FACT, "In 2024, 12 centres in Zenda had no licence")
    answer(store, ("facts", "F3", "source"), "Special Rapporteur on health, Report A/HRC/99/1, 2024")
    assert open_paths(store, "facts") == [("facts", "F3", "locator")]


def test_name_place_and_contact_of_an_organisation_are_one_line_each(store: Store) -> None:
    answer(store, ("organisations", 0, "name"), "Open Road Network (ORN)")
    answer(store, ("organisations", 0, "city"), "Zenda, Ruritania, 2009")
    answer(store, ("organisations", 0, "contact", "person"), "A. Rassendyll, a@orn.example, +41 22 000 00 00")
    saved = data_of(store)["organisations"][0]
    assert (saved["name"], saved["acronym"]) == ("Open Road Network", "ORN")
    assert (saved["city"], saved["country"], saved["founded"]) == ("Zenda", "Ruritania", 2009)
    assert saved["contact"] == {
        "person": "A. Rassendyll", "email": "a@orn.example", "phone": "+41 22 000 00 00",
    }  # fmt: skip
    assert item_at(store, ("organisations", 0, "name")).current(store.answers) == "Open Road Network (ORN)"


@pytest.mark.parametrize("name", ["Friends of Zenda (Ruritania)", "हिमाल नेटवर्क", "Network (the north)"])
def test_brackets_that_are_no_acronym_stay_in_the_name(store: Store, name: str) -> None:
    answer(store, ("organisations", 0, "name"), name)
    assert data_of(store)["organisations"][0]["name"] == name


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        (
            "A/HRC/32/17, 166.20, Norway",
            {"document": "A/HRC/32/17", "paragraph": "166.20", "states": ["Norway"], "body": "upr"},
        ),
        (
            "CCPR/C/RUR/CO/2, para. 17 (b)",
            {"document": "CCPR/C/RUR/CO/2", "paragraph": "17 (b)", "body": "Human Rights Committee"},
        ),
        ("Report of the second review", {"document": "Report of the second review"}),
    ],
)
def test_the_reference_of_an_earlier_recommendation_is_one_line(
    store: Store, typed: str, row: dict[str, object]
) -> None:
    answer(store, ("interview", "more", "earlier"), "Open more services.")
    answer(store, ("earlier", 1, "document"), typed)
    assert data_of(store)["earlier"][1] == {"text": "Open more services.", **row}


def test_the_document_of_the_row_before_need_not_be_typed_again(store: Store) -> None:
    answer(store, ("earlier", 0, "document"), "A/HRC/32/17, 166.19, Norway")
    answer(store, ("interview", "more", "earlier"), "Open more services.")
    answer(store, ("earlier", 1, "document"), "166.20, Peru")
    row = data_of(store)["earlier"][1]
    assert (row["document"], row["paragraph"], row["states"]) == ("A/HRC/32/17", "166.20", ["Peru"])


@pytest.mark.parametrize(("typed", "count"), [("", 1), ("no", 1), ("No.", 1), ("yes", 2), ("Close it.", 2)])
def test_an_entry_is_added_by_its_first_answer_and_yes_or_no_are_understood(
    store: Store, typed: str, count: int
) -> None:
    answer(store, ("interview", "more", "earlier"), typed)
    rows = data_of(store)["earlier"]
    assert len(rows) == count
    assert rows[-1].get("text") == {"": "Close the centres.", "yes": None}.get(
        typed, "Close it." if count == 2 else "Close the centres."
    )
