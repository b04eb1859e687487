"""The profile: what an organisation would otherwise type in every submission."""

from pathlib import Path
from typing import Any

from drafter.bundled import own_folder
from drafter.errors import DrafterError, Fault
from drafter.model.answers import Organisation
from drafter.model.base import Value, read_value
from drafter.text_file import is_there, read_file
from drafter.yaml_text import line_numbers, read_yaml


class Profile(Value):
    """An organisation as it submits, and what it stands for."""

    format: int = 1
    made_with: str = ""
    organisation: Organisation = Organisation.model_construct()
    stand_for: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


BANNER = """\
What new submissions begin with. Change it here or with 'drafter profile'; comments are kept."""


def profile_file() -> Path:
    """Return where the profile is or would be: in the user's configuration folder."""
    return own_folder() / "profile.yaml"


def read_profile() -> tuple[Profile, dict[str, Any]] | None:
    """Return the profile with the data it was read from, ``None`` where there is none.

    Raises DrafterError with every fault of a profile that is wrong.
    """
    file = profile_file()
    if not is_there(file):
        return None
    text = read_file(file)
    data = read_yaml(text, str(file)) or {}
    if not isinstance(data, dict):
        raise DrafterError(Fault("this is not a profile", "Write it with 'drafter profile'.", str(file)))
    profile, faults = read_value(Profile, data, str(file), lambda: line_numbers(text))
    if profile is None:
        raise DrafterError(faults)
    return profile, data
