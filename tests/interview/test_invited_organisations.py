"""Of an organisation that has not agreed, only its name and its answer are asked: nothing else is printed."""

import pytest

from drafter.answers.working import WorkingAnswers
from tests.support.script import QUESTIONS
from tests.support.trees import working

LEAD = {"name": "House of Hope", "role": "lead"}
PRINTED = {"what", "city", "contact.person"}


def asked(status: str) -> set[str]:
    """Return the keys that the interview asks of a second organisation with this *status*."""
    organisations = [LEAD, {"name": "Open Road", "role": "co-submitter", "status": status}]
    answers: WorkingAnswers = working({
        "format": 1, "document": "upr/joint", "state": "Ruritania", "organisations": organisations,
    })  # fmt: skip
    return {
        ".".join(map(str, item.path[2:]))
        for item in QUESTIONS.questions(answers)
        if item.path[:2] == ("organisations", 1) and item.automatic
    }


@pytest.mark.parametrize("status", ["invited", "declined", "not-asked"])
def test_what_would_not_be_printed_is_not_asked(status: str) -> None:
    keys = asked(status)
    assert keys >= {"name", "status"}
    assert not keys & {*PRINTED, "country", "ecosoc"}


def test_it_is_asked_once_the_organisation_has_agreed() -> None:
    assert asked("confirmed") >= {"what", "city"}
