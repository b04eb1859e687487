"""A cache of parsed library data and compiled templates, in the user's cache folder.

Each file holds many entries. An entry's key is a digest of the whole content it was made from, so an entry
cannot be out of date. Nothing from an answers file or a private file is ever cached.

A compiled template is Python code, so a file is used only if nobody else can have written it: folder and file
belong to the user, and nobody else may write to them. A broken, truncated, foreign or outdated file is
ignored silently, and so is a folder that drafter cannot write to.
"""

import marshal
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from drafter import __version__
from drafter.bundled import cache_folder

_MAGIC = b"drafter cache 1\n"
_DIGEST_BYTES = 16
_LARGEST_FILE, _LARGEST_KEPT = 100_000_000, 50_000_000
"""In bytes: the largest file that is read, and the size above which only the entries that this process has
used are written. 10,000 clauses of one theme take 30 MB.
"""
_MAKERS = ("", "compose", "language", "library", "model", "word", "yaml_text")
"""Packages whose modules produce cached values; a change in any of them invalidates every entry."""


class Cache:
    """Entries in the files of one folder. A file is read when one of its entries is first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, dict[bytes, bytes]] = {}
        self._used: dict[str, set[bytes]] = {}
        self._changed: set[str] = set()

    def get(self, file: str, *parts: str | bytes) -> Any:
        """Return the value cached in *file* (any name) for *parts*, ``None`` if there is none."""
        key = _key(parts)
        data = self._entries(file).get(key)
        if data is None:
            return None
        self._used[file].add(key)
        return marshal.loads(data)  # noqa: S302 - only the user can have written it, and its digest is right

    def keep(self, value: Any, file: str, *parts: str | bytes) -> None:
        """Add *value* (plain data or code) to *file* under *parts*; :meth:`save` writes it to disk."""
        key = _key(parts)
        self._entries(file)[key] = marshal.dumps(value)
        self._used[file].add(key)
        self._changed.add(file)

    def save(self) -> None:
        """Write the files that have new entries, each whole or not at all."""
        while self._changed:
            file = self._changed.pop()
            entries = self._files[file]
            if sum(map(len, entries.values())) > _LARGEST_KEPT:
                entries = {key: entries[key] for key in self._used[file]}
            with suppress(OSError):
                self._write(file, entries)

    def _entries(self, file: str) -> dict[bytes, bytes]:
        if file not in self._files:
            self._used[file] = set()
            self._files[file] = self._read(file)
        return self._files[file]

    def _path(self, file: str) -> Path:
        return self._folder / _key((file,)).hex()

    def _read(self, file: str) -> dict[bytes, bytes]:
        """Return the entries of *file*; none if it is missing or not trustworthy."""
        try:
            if not _is_own(os.lstat(self._folder), stat.S_ISDIR):
                return {}
            descriptor = os.open(self._path(file), os.O_RDONLY | _OPEN_FLAGS)
            with open(descriptor, "rb") as stream:  # noqa: PTH123 - a descriptor: the check below is of this very file
                if not _is_own(os.fstat(descriptor), stat.S_ISREG):
                    return {}
                content = stream.read(_LARGEST_FILE)
        except OSError:
            return {}
        head = _MAGIC + _version()
        body = content[len(head) + _DIGEST_BYTES :]
        if not content.startswith(head) or content[len(head) : len(head) + _DIGEST_BYTES] != _digest(body):
            return {}
        entries: dict[bytes, bytes] = marshal.loads(body)  # noqa: S302 - see above
        return entries

    def _write(self, file: str, entries: dict[bytes, bytes]) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_own(os.lstat(self._folder), stat.S_ISDIR):
            return
        body = marshal.dumps(entries)
        path = self._path(file)
        temporary = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _OPEN_FLAGS, 0o600)
            with open(descriptor, "wb") as stream:  # noqa: PTH123
                stream.write(b"".join((_MAGIC, _version(), _digest(body), body)))
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


_OPEN_FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
"""Flags for opening a file: do not follow links, do not wait at a pipe, read bytes."""


@cache
def shared() -> Cache:
    """Return this process's cache in the user's cache folder."""
    return Cache(cache_folder() / "library")


def _is_own(status: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Return whether a file or folder has the expected kind and only the user can have written it.

    Windows reports neither owner nor mode; its cache folder is in the user's profile.
    """
    if not is_kind(status.st_mode):
        return False
    return not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def _key(parts: tuple[str | bytes, ...]) -> bytes:
    """Return the key of *parts*. Their lengths are part of it: ("a", "bc") and ("ab", "c") differ."""
    encoded = [part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass") for part in parts]
    return _digest(b"".join(b"%d:%b" % (len(part), part) for part in encoded))


def _digest(body: bytes) -> bytes:
    return blake2b(body, digest_size=_DIGEST_BYTES).digest()


@cache
def _version() -> bytes:
    """Return a digest of the versions of drafter and Python and of the state of drafter's own modules."""
    versions = [__version__, sys.version, str(sys.implementation.cache_tag)]
    for name in _MAKERS:
        with suppress(OSError), os.scandir(Path(__file__).parent / name) as entries:
            modules = sorted((entry.name, entry.stat()) for entry in entries if entry.name.endswith(".py"))
            versions += [f"{module} {status.st_size} {status.st_mtime_ns}" for module, status in modules]
    return _digest("\n".join(versions).encode())
