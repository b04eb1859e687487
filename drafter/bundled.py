"""Where things are: the bundled clauses and templates, installed or not, and the user's own folder."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from platformdirs import user_config_path, user_state_path


def bundled(folder: str) -> Traversable:
    """Return the bundled *folder* (``"clauses"`` or ``"templates"``).

    An installed drafter carries it inside the package; a checkout has it beside the package.
    """
    package = files("drafter")
    inside = package / folder
    if inside.is_dir():
        return inside
    # In a checkout the package's own folder is a real one, and has a parent.
    return package.parent / folder if isinstance(package, Path) else inside


def own_folder() -> Path:
    """Return the user's configuration folder for drafter (on Linux ``~/.config/drafter``), there or not."""
    return user_config_path("drafter")


def state_folder() -> Path:
    """Return the user's folder for what drafter notes while it runs, there or not."""
    return user_state_path("drafter")
