"""The folders that drafter uses: the bundled clauses, templates and examples, and the user's own folders."""

from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path, user_config_path, user_data_path, user_state_path

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def bundled_folder(folder: str) -> "Traversable | Path":
    """Return the bundled *folder* (``"clauses"``, ``"templates"`` or ``"examples"``).

    It is inside the package if drafter is installed, and beside the package in a checkout.
    """
    package = Path(__file__).parent
    if (package / folder).is_dir():
        return package / folder
    if package.is_dir():
        return package.parent / folder
    from importlib.resources import files  # only if the package is in an archive: the import is slow

    return files("drafter") / folder


def own_folder() -> Path:
    """Return the user's configuration folder (on Linux ``~/.config/drafter``); it may not exist."""
    return user_config_path("drafter")


def data_folder() -> Path:
    """Return the user's folder for data that drafter keeps. It may not exist."""
    return user_data_path("drafter")


def state_folder() -> Path:
    """Return the user's folder for what drafter records while it runs. It may not exist."""
    return user_state_path("drafter")


def recommendations_file() -> Path:
    """Return the file of the user's store of recommendations. It may not exist."""
    return data_folder() / "recommendations.sqlite"


def cache_folder() -> Path:
    """Return the user's folder for what drafter can recreate at any time. It may not exist."""
    return user_cache_path("drafter")
