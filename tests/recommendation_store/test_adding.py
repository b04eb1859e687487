"""Adding the recommendations of a file, adding them again, and removing them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.frozen import replaced
from drafter.model.imported import ImportedRecommendation
from drafter.recommendation_store.database import Store, open_store
from drafter.recommendation_store.read import search, show, stats
from drafter.recommendation_store.values import Added, StoredFile
from drafter.recommendation_store.write import add, remove
from tests.support.recommendations import BASE, filled, recommendation, texts

ALL_FIELDS = ImportedRecommendation(
    text="Réviser la loi\nsur les stupéfiants – «sans délai» \x00 (art. 3; 4)",
    country="Bolivia (Plurinational State of)",
    body="Human Rights Committee",
    document="CCPR/C/BOL/CO/4",
    number="29 (a)",
    states=("Norway", "Côte d'Ivoire", "Norway, on behalf of others"),
    position="partly",
    themes=("Private life & privacy", "Right to health"),
    groups=("Women", "Persons deprived of their liberty"),
    goals=("3", "16.3"),
    date="2022-04",
    kind="concern",
    session="134th session",
    key="0a1b-UUID",
    source="row 12",
)
KEYED = replaced(BASE, key="the-uuid")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a store that does not exist yet."""
    return tmp_path / "data" / "recommendations.sqlite"


def only(store: Store) -> ImportedRecommendation:
    """Return the only recommendation in *store*."""
    [match] = search(store).shown
    return match.recommendation


@pytest.mark.parametrize(
    "value", [ALL_FIELDS, BASE, ImportedRecommendation("Ratify"), ImportedRecommendation("")]
)
def test_every_field_comes_back_as_it_was(path: Path, value: ImportedRecommendation) -> None:
    assert only(filled(path, value)) == value


def test_half_a_character_is_replaced_and_the_rest_kept(path: Path) -> None:
    store = filled(path, replaced(BASE, text="Stop \ud83d it \ud83d\ude00", themes=("\udfff",)))
    assert only(store).text == "Stop \ufffd it \U0001f600"
    assert only(store).themes == ("\ufffd",)


def test_adding_says_how_many_are_new(path: Path) -> None:
    assert add([BASE, recommendation("Close the centres")], "list.docx", path) == Added(new=2)


def test_the_same_file_again_adds_nothing(path: Path) -> None:
    rows = [ALL_FIELDS, BASE, replaced(BASE, number="140.8"), replaced(BASE, country="Utopia")]
    add(rows, "list.docx", path)
    before = search(open_store(path)).shown
    assert add(rows, "list.docx", path) == Added(known=4)
    assert search(open_store(path)).shown == before


@pytest.mark.parametrize("changes", [{"position": "noted"}, {"themes": ()}, {"date": "2024-01-01"}])
def test_what_a_file_says_otherwise_now_is_changed(path: Path, changes: dict[str, object]) -> None:
    filled(path, BASE)
    changed = replaced(BASE, **changes)
    assert add([changed], "list.docx", path) == Added(changed=1)
    assert only(open_store(path)) == changed


def test_with_a_key_the_text_can_change_too_and_is_searched_as_it_is_now(path: Path) -> None:
    filled(path, KEYED)
    assert add([replaced(KEYED, text="Close all camps")], "export.xlsx", path) == Added(changed=1)
    store = open_store(path)
    assert texts(store, "naloxone") == []
    assert texts(store, "camps") == ["Close all camps"]
    assert search(store).shown[0].files == ("list.docx", "export.xlsx")


def test_without_a_key_another_text_is_another_recommendation(path: Path) -> None:
    filled(path, BASE)
    assert add([replaced(BASE, text="Close all camps")], "list.docx", path) == Added(new=1)


def test_two_with_the_same_content_and_other_keys_are_two(path: Path) -> None:
    assert add([KEYED, replaced(KEYED, key="another")], "export.xlsx", path) == Added(new=2)


def test_of_two_in_a_file_with_the_same_key_the_first_counts_each_time(path: Path) -> None:
    rows = [KEYED, replaced(KEYED, text="Another text")]
    assert add(rows, "export.xlsx", path) == Added(new=1, known=1)
    assert add(rows, "export.xlsx", path) == Added(known=2)
    assert only(open_store(path)) == KEYED


def test_a_file_without_keys_adds_nothing_to_one_with_keys(path: Path) -> None:
    filled(path, KEYED)
    assert add([BASE], "list.docx", path) == Added(known=1)
    assert only(open_store(path)) == KEYED


def test_a_file_with_keys_replaces_those_of_one_without(path: Path) -> None:
    filled(path, BASE)
    assert add([KEYED], "export.xlsx", path) == Added(changed=1)
    assert add([BASE], "list.docx", path) == Added(known=1)
    assert add([KEYED], "export.xlsx", path) == Added(known=1)
    assert only(open_store(path)) == KEYED


def test_an_error_in_the_file_adds_nothing(path: Path) -> None:
    def rows() -> Iterator[ImportedRecommendation]:
        yield recommendation("New")
        yield replaced(BASE, position="noted")
        raise ValueError("the file is broken")

    filled(path, BASE)
    with pytest.raises(ValueError, match="broken"):
        add(rows(), "other.docx", path)
    store = open_store(path)
    assert only(store) == BASE
    assert [file.name for file in stats(store).files] == ["list.docx"]


def test_an_error_in_the_first_file_leaves_an_empty_store(path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        add((BASE for _ in [1 / 0]), "list.docx", path)
    with pytest.raises(DrafterError, match="imported yet"):
        open_store(path)


def test_progress_is_reported_for_each_thousand(path: Path) -> None:
    reports: list[int] = []
    add((recommendation(f"Text {number}") for number in range(2500)), "a.csv", path, reports.append)
    assert reports == [1000, 2000]


def test_only_the_user_can_read_the_store(path: Path) -> None:
    filled(path, BASE)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o077 == 0
    assert [file.name for file in path.parent.iterdir()] == [path.name]


# ---- removing ----


def test_removing_a_file_removes_what_no_other_file_has(path: Path) -> None:
    filled(path, BASE, "Close the centres")
    filled(path, BASE, "Train the police", file="other.docx")
    assert remove("list.docx", path) == 1
    store = open_store(path)
    assert sorted(texts(store)) == [BASE.text, "Train the police"]
    assert texts(store, "centres") == []
    assert stats(store).files == (StoredFile("other.docx", stats(store).files[0].imported, 2),)


def test_what_was_removed_can_be_added_again(path: Path) -> None:
    filled(path, BASE)
    remove("list.docx", path)
    assert texts(open_store(path)) == []
    assert add([BASE], "list.docx", path) == Added(new=1)
    assert texts(open_store(path), "naloxone") == [BASE.text]


def test_removing_gives_the_space_on_the_disk_back(path: Path) -> None:
    filled(path, BASE).close()
    small = path.stat().st_size
    filled(
        path, *(f"Text {number} {'fund houses for all ' * 20}" for number in range(900)), file="big.csv"
    ).close()
    big = path.stat().st_size
    remove("big.csv", path)
    assert path.stat().st_size < (small + big) / 4
    remove("list.docx", path)
    assert open_store(path).rows("SELECT word FROM word UNION SELECT name FROM name") == []
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_was_not_imported_cannot_be_removed(path: Path) -> None:
    filled(path, BASE)
    with pytest.raises(
        DrafterError, match=r"no file 'lost\.docx' was imported\n.*Imported files: list\.docx"
    ):
        remove("lost.docx", path)


# ---- ids ----


def test_an_id_is_the_same_in_every_store(path: Path, tmp_path: Path) -> None:
    [here] = search(filled(path, BASE)).shown
    [there] = search(filled(tmp_path / "b.sqlite", "Other", BASE), "naloxone").shown
    assert here.id == there.id
    assert len(here.id) == 10


def test_a_recommendation_is_shown_by_its_id_or_its_beginning_or_the_key_of_the_file(path: Path) -> None:
    store = filled(path, KEYED, *(f"Text {number}" for number in range(50)))
    [stored] = search(store, "naloxone").shown
    for key in (stored.id, stored.id[:7], stored.id.upper(), "the-uuid"):
        assert show(store, key) == (stored,)


@pytest.mark.parametrize("key", ["", "xyz", "00000000000000000", "' OR 1=1 --", "-1"])
def test_what_is_no_id_shows_nothing(path: Path, key: str) -> None:
    assert show(filled(path, BASE), key) == ()
