"""The mandates that a letter to the special procedures can name."""

from functools import lru_cache

from drafter.library.cached import load_value
from drafter.library.folders import read_text, topmost_file
from drafter.library.library import Library
from drafter.model.mandates import Mandate, Mandates


@lru_cache(maxsize=4)
def mandates(library: Library) -> tuple[Mandate, ...]:
    """Return the mandates of ``mandates.yaml`` in its order; none if the file is missing."""
    file = topmost_file(library.template_folders, "mandates.yaml")
    if file is None:
        return ()
    return load_value(Mandates, read_text(file), str(file), "mandates").mandates
