"""The profile as a file: what a person wrote by hand, and what a new submission takes from it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.answers.profile import ProfileStore, profile_answers, profile_file, read_profile
from drafter.errors import DrafterError
from tests.support.trees import data_of


@pytest.fixture
def write_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that writes the profile."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    def write(text: str) -> None:
        profile_file().parent.mkdir(parents=True)
        profile_file().write_text(text, "utf-8")

    return write


def test_a_profile_written_by_hand_needs_no_format(write_profile: Callable[[str], None]) -> None:
    write_profile("stand_for: [recovery-oriented]\n")

    read = read_profile()

    assert read is not None
    profile, tree = read
    assert (profile.format, profile.stand_for, profile.refuse) == (1, ("recovery-oriented",), ())
    assert tree == {"stand_for": ["recovery-oriented"]}


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("", {}),
        ("format: 1\ninterview: {finished: [x]}\n", {}),
        ("refuse: []\nmade_with: x\n", {"refuse": []}),
        (
            "organisation: {name: A, role: co-submitter, acronym: null}\n",
            {"organisations": [{"name": "A", "role": "lead", "acronym": None, "status": "confirmed"}]},
        ),
    ],
)
def test_a_new_submission_takes_the_organisation_and_its_positions(
    write_profile: Callable[[str], None], text: str, answers: dict[str, object]
) -> None:
    write_profile(text)

    assert profile_answers() == answers


def test_a_profile_that_is_a_list_is_refused(write_profile: Callable[[str], None]) -> None:
    write_profile("- A\n")

    with pytest.raises(DrafterError, match="this is not a profile") as caught:
        read_profile()

    assert caught.value.faults[0].file == str(profile_file())


def test_a_change_of_the_first_organisation_changes_the_profile_in_place(
    write_profile: Callable[[str], None],
) -> None:
    write_profile("organisation:\n  name: A  # the old name\n  acronym: AA\n")
    store = ProfileStore("x")

    store.change([(("organisations", 0, "name"), "B"), (("stand_for",), ["recovery-oriented"])])

    assert "name: B  # the old name\n  acronym: AA\n" in profile_file().read_text("utf-8")
    assert data_of(store)["organisations"] == [{"name": "B", "acronym": "AA"}]
    assert store.answers.organisations[0].name == "B"
    assert "organisation" not in store.data
