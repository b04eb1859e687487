"""Where the bundled clauses and templates are, whether drafter is installed or run from a checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


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
