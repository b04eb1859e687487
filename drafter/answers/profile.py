"""The profile: what an organisation would otherwise type in every submission."""

from collections.abc import Mapping
from pathlib import Path

from drafter.answers.changes import Change
from drafter.answers.paths import keys
from drafter.answers.store import Store
from drafter.answers.working import WorkingAnswers
from drafter.bundled import own_folder
from drafter.errors import DrafterError, Fault
from drafter.model.answers import FORMAT, AcceptedConflict, Interview, Organisation
from drafter.model.base import Value, read_value
from drafter.model.node import Node, Tree
from drafter.text_file import file_exists, read_file
from drafter.yaml_text import KeyPath, line_numbers, read_yaml


class Profile(Value):
    """An organisation as it submits, and what it stands for."""

    format: int = 1
    made_with: str = ""
    organisation: Organisation = Organisation.model_construct()
    stand_for: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    accept_conflicts: tuple[AcceptedConflict, ...] = ()
    interview: Interview = Interview.model_construct()


BANNER = """\
What new submissions begin with. Change it here or with 'drafter profile'; comments are kept."""


def profile_file() -> Path:
    """Return where the profile is or would be: in the user's configuration folder."""
    return own_folder() / "profile.yaml"


def read_profile() -> tuple[Profile, Tree] | None:
    """Return the profile with the data it was read from, ``None`` where there is none.

    Raises DrafterError with every fault of a profile that is wrong.
    """
    file = profile_file()
    if not file_exists(file):
        return None
    text = read_file(file)
    data = read_yaml(text, str(file)) or {}
    if not isinstance(data, dict):
        raise DrafterError(Fault("this is not a profile", "Write it with 'drafter profile'.", str(file)))
    profile, faults = read_value(Profile, data, str(file), lambda: line_numbers(text))
    if profile is None:
        raise DrafterError(faults)
    return profile, data


def profile_answers() -> dict[str, Node]:
    """Return what a new submission takes from the profile; empty where there is none."""
    profile = read_profile()
    if profile is None:
        return {}
    tree = profile[1]
    taken = {key: tree[key] for key in ("stand_for", "refuse", "accept_conflicts") if key in tree}
    if organisation := keys(tree, ("organisation",)):
        taken["organisations"] = [{**organisation, "role": "lead", "status": "confirmed"}]
    return taken


class ProfileStore:
    """The profile on disk, seen as the answers of a submission: its organisation is the first one."""

    def __init__(self, made_with: str) -> None:
        """Open the profile, and begin it where there is none. Raises DrafterError for a wrong one."""
        file = profile_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        self._store = Store.open(file, made_with, BANNER, lambda _: read_profile())

    @property
    def answers(self) -> WorkingAnswers:
        """What the profile holds, as answers."""
        return WorkingAnswers.model_validate(self.data)

    @property
    def data(self) -> Mapping[str, Node]:
        """What the profile holds, in the form of saved answers."""
        tree = {key: value for key, value in self._store.data.items() if key != "organisation"}
        organisation = self._store.data.get("organisation")
        return {**tree, "format": FORMAT, **({"organisations": [organisation]} if organisation else {})}

    def change(self, changes: list[Change]) -> None:
        """Make the changes of answers in the profile and save them all together."""
        self._store.change([(_in_profile(path), value) for path, value in changes])


def _in_profile(path: KeyPath) -> KeyPath:
    """Return the path in the profile of what is at *path* in the answers of a submission."""
    return ("organisation", *path[2:]) if path[:2] == ("organisations", 0) else path
