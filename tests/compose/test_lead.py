"""In a joint submission, the part on who submits begins with the lead and says that it is the lead."""

from pathlib import Path

from drafter.drafting.pipeline import draft_file
from tests.support.submissions import submission, texts

LEAD = {"name": "House of Examples", "role": "lead", "what": "A network"}
OTHER = {"name": "Street Nurses", "what": "A group"}


def test_the_lead_comes_first_and_is_named_as_the_lead(tmp_path: Path) -> None:
    file = submission(tmp_path, document="upr/joint", organisations=[OTHER, LEAD])
    parts = [text for text in texts(draft_file(file)) if text.endswith((". A network.", ". A group."))]
    assert parts == ["House of Examples (lead organisation). A network.", "Street Nurses. A group."]


def test_a_single_organisation_is_no_lead(tmp_path: Path) -> None:
    file = submission(tmp_path, document="upr/individual", organisations=[LEAD])
    assert "House of Examples. A network." in texts(draft_file(file))
