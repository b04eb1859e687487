"""A module of Python's own that takes long to import and is hardly ever used, imported at its first use."""

import importlib
import sys
from types import ModuleType

_METADATA = "importlib.metadata"


class _Metadata(ModuleType):
    """Stands for ``importlib.metadata``, which pydantic imports to look for plugins, and then it does not."""

    __path__ = [f"{folder}/metadata" for folder in importlib.__path__]  # noqa: RUF012 - a package's
    """Python's import looks at it first."""

    def entry_points(self, **criteria: str) -> object:
        """Return what the module itself returns."""
        return _metadata().entry_points(**criteria)

    def __getattr__(self, name: str) -> object:
        return getattr(_metadata(), name)


def import_metadata_late() -> None:
    """Let ``importlib.metadata`` be imported when something of it is used: it takes 15 milliseconds."""
    if _METADATA not in sys.modules:
        sys.modules[_METADATA] = _Metadata(_METADATA)


def _metadata() -> ModuleType:
    if isinstance(sys.modules.get(_METADATA), _Metadata):
        del sys.modules[_METADATA]
    return importlib.import_module(_METADATA)
