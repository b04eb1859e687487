"""Import ``importlib.metadata``, which pydantic imports and rarely needs, only when it is used."""

import importlib
import sys
from types import ModuleType

_METADATA = "importlib.metadata"


class _Metadata(ModuleType):
    """A placeholder for ``importlib.metadata``, which pydantic imports to look for plugins."""

    __path__ = [f"{folder}/metadata" for folder in importlib.__path__]  # noqa: RUF012 - a package's
    """The import system reads this before anything else."""

    def entry_points(self, **criteria: str) -> object:
        """Return the entry points, from the real module."""
        return _metadata().entry_points(**criteria)

    def __getattr__(self, name: str) -> object:
        return getattr(_metadata(), name)


def import_metadata_late() -> None:
    """Defer the import of ``importlib.metadata``, which takes 15 milliseconds, until it is used."""
    if _METADATA not in sys.modules:
        sys.modules[_METADATA] = _Metadata(_METADATA)


def _metadata() -> ModuleType:
    if isinstance(sys.modules.get(_METADATA), _Metadata):
        del sys.modules[_METADATA]
    return importlib.import_module(_METADATA)
