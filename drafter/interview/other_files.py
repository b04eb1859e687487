"""Reading what the profile and the other files of a folder know, to offer it for a new submission."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter.answers.load import read_answers
from drafter.answers.profile import read_profile
from drafter.answers.working import saved_tree
from drafter.errors import DrafterError
from drafter.interview.on_record import KnownOrganisation, LastSubmission, OnRecord, organisation_key
from drafter.interview.recent_files import submissions
from drafter.model.answers import Answers, Organisation

MOST_READ = 8
"""Other files that are read: the last changed of the folder, as many as the menu offers."""
PROFILE = "your profile"
_OF_A_SUBMISSION = ("role", "status")
"""What is saved about an organisation and holds for one submission only."""


def on_record(file: Path) -> OnRecord:
    """Return what the profile and the other files in the folder of *file* know.

    A file with a fault is left out: nobody has asked for it. Organisations that declined are too.
    """
    seen: list[tuple[str, Organisation]] = []
    own = _own_organisation()
    if own is not None:
        seen.append((PROFILE, own))
    last: LastSubmission | None = None
    for name, answers in _other_files(file):
        named = [each for each in answers.organisations if organisation_key(each.name)]
        seen += [(name, each) for each in named if each.status != "declined"]
        if last is None and named:
            last = LastSubmission(name, saved_tree(answers))
    return OnRecord(tuple(_merged(seen)), last, organisation_key(own.name) if own else "")


def _own_organisation() -> Organisation | None:
    """Return the organisation in the profile, ``None`` if there is none or the profile has a fault."""
    try:
        profile = read_profile()
    except DrafterError:
        return None
    organisation = profile[0].organisation if profile else None
    return organisation if organisation is not None and organisation_key(organisation.name) else None


def _other_files(file: Path) -> Iterator[tuple[str, Answers]]:
    """Yield name and answers of each other file in the folder of *file*, the last changed first."""
    others = (each for each in submissions(file.parent) if each.name != file.name)
    for _, each in zip(range(MOST_READ), others, strict=False):
        try:
            answers, _ = read_answers(each)
        except DrafterError:
            continue
        yield each.name, answers


def _merged(seen: Sequence[tuple[str, Organisation]]) -> Iterator[KnownOrganisation]:
    """Yield each organisation of *seen* once, as it comes first there, with all files that have it."""
    files: dict[str, list[str]] = {}
    for name, organisation in seen:
        files.setdefault(organisation_key(organisation.name), []).append(name)
    for _, organisation in seen:
        names = files.pop(organisation_key(organisation.name), None)
        if names is None:
            continue
        saved = {key: value for key, value in saved_tree(organisation).items() if key not in _OF_A_SUBMISSION}
        yield KnownOrganisation(
            saved,
            organisation.name or "",
            organisation.acronym or "",
            organisation.what or "",
            tuple(dict.fromkeys(names)),
        )
