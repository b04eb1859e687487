"""Where things are: the bundled clauses and templates, installed or not, and the user's own folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path, user_config_path, user_state_path

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def bundled(folder: str) -> "Traversable | Path":
    """Return the bundled *folder* (``"clauses"`` or ``"templates"``).

    An installed drafter carries it inside the package; a checkout has it beside the package.
    """
    package = Path(__file__).parent
    if (package / folder).is_dir():
        return package / folder
    if package.is_dir():
        return package.parent / folder
    from importlib.resources import files  # only for a package in an archive: it takes long to import

    return files("drafter") / folder


def own_folder() -> Path:
    """Return the user's configuration folder for drafter (on Linux ``~/.config/drafter``), there or not."""
    return user_config_path("drafter")


def state_folder() -> Path:
    """Return the user's folder for what drafter notes while it runs, there or not."""
    return user_state_path("drafter")


def cache_folder() -> Path:
    """Return the user's folder for what drafter can make again at any time, there or not."""
    return user_cache_path("drafter")
