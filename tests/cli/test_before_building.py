"""What is shown before a build on screens of several sizes."""

import pytest

from drafter.cli import before_building
from drafter.cli.before_building import BeforeBuilding
from drafter.drafting.pipeline import ReviewedDraft, draft_file
from tests.support.checkout import EXAMPLES


@pytest.fixture(scope="module")
def draft() -> ReviewedDraft:
    """Return a draft with remarks."""
    return draft_file(EXAMPLES / "ruritania-upr-individual.yaml")


@pytest.mark.parametrize(
    ("size", "has_sections", "has_remarks"),
    [((80, 60), True, True), ((80, 20), False, True), ((40, 15), False, False)],
)
def test_the_whole_is_shown_where_it_fits_above_the_question(
    draft: ReviewedDraft,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    size: tuple[int, int],
    has_sections: bool,
    has_remarks: bool,
) -> None:
    monkeypatch.setenv("COLUMNS", str(size[0]))
    monkeypatch.setenv("LINES", str(size[1]))
    monkeypatch.setattr(before_building, "on_screen", lambda: True)
    shown = BeforeBuilding(plain=False)
    shown.show(draft)
    out = capsys.readouterr().out
    assert len(out.splitlines()) <= size[1] - 10
    assert ("Title page" in out) == has_sections
    assert ("Ruritania is not a real State" in " ".join(out.split())) == has_remarks == shown.has_shown_all
    assert ("good to know." in out) != has_remarks
