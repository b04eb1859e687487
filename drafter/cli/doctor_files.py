"""What ``drafter doctor`` looks at in files: folders, private files, the library, what drafter keeps."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.answers.profile import profile_file, read_profile
from drafter.bundled import cache_folder, data_folder, own_folder
from drafter.cli.doctor_finding import Finding, without_home
from drafter.errors import DrafterError
from drafter.interview.recent_files import submissions
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.library.open_library import fingerprint
from drafter.privacy.gitignore import gitignore_text
from drafter.privacy.private_file import ENDING

_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mobile documents": "iCloud",
    "icloud": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "box sync": "Box",
    "syncthing": "Syncthing",
}
"""How the folders of services are called that copy files to other computers."""
_MARKS = {
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync_*.db": "Nextcloud",
    "._sync_*.db": "ownCloud",
}
"""Files that such a service leaves in its uppermost folder."""
_OTHERS = 0o077
"""The permissions of everybody but the owner."""
_FILES_NAMED = 3
_SHARED_LOGIN = Finding(
    "your login",
    "note",
    "whoever uses the same login can read all that drafter saves",
    "If several people share it, give each a login, or use a folder on an encrypted disk.",
)
"""Said always: drafter cannot see whether several people use one user name."""


def file_findings(folder: Path, library: Library) -> Iterator[Finding]:
    """Yield what was found in *folder*, in the user's own folders and in the *library*."""
    yield _folder("this folder", folder)
    yield _cloud(folder)
    yield from _private_files(folder)
    yield _SHARED_LOGIN
    yield _profile()
    yield _folder("settings", own_folder())
    yield _folder("data", data_folder())
    yield _library(library)
    yield _imported()
    yield _cache()


# ---- folders ----


def _folder(name: str, folder: Path) -> Finding:
    """Return whether drafter can write to *folder*, or to the nearest folder above it that exists."""
    existing = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    shown = without_home(folder)
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        return Finding(
            name, "problem", f"drafter cannot write to {shown}", "Change its permissions, or use another."
        )
    return Finding(name, "ok", shown if existing == folder else f"{shown} (made when it is needed)")


def cloud_service(folder: Path) -> str:
    """Return the service that copies *folder* to other computers, ``""`` if there is no sign of any."""
    for each in (folder, *folder.parents):
        name = each.name.lower()
        for start, service in _CLOUDS.items():
            if name == start or name.startswith((f"{start} ", f"{start}-")):
                return service
        for mark, service in _MARKS.items():
            if any(each.glob(mark)):
                return service
    return ""


def _cloud(folder: Path) -> Finding:
    service = cloud_service(folder.resolve())
    if not service:
        return Finding("copies elsewhere", "ok", "no sign of a cloud service in this folder")
    says = f"{service} copies this folder to other computers, private files with real names too"
    return Finding(
        "copies elsewhere", "problem", says, "Keep submissions with cases in a folder that is not copied."
    )


# ---- who can read private files ----


def _private_files(folder: Path) -> Iterator[Finding]:
    """Yield who can read the private files in *folder*, and whether git would take them."""
    files = sorted(file for file in folder.glob(f"*{ENDING}") if file.is_file())
    if not files:
        yield Finding("private files", "ok", "none in this folder")
        return
    counted = f"{SCREEN.counted(len(files), 'private file')} in this folder"
    open_to_others = [file for file in (*files, *submissions(folder)) if _others_can_read(file)]
    if sys.platform == "win32":
        yield Finding("private files", "note", f"{counted}; the folder decides who can read them")
    elif open_to_others:
        remedy = f"Type: chmod 600 {_named(open_to_others)}"
        yield Finding(
            "private files", "problem", f"others on this computer can read {_named(open_to_others)}", remedy
        )
    else:
        yield Finding("private files", "ok", f"{counted}; only your login can read them")
    if gitignore_text(files[0]):
        remedy = f"Add this line to the file .gitignore: *{ENDING}*"
        yield Finding("git", "problem", "git would take the private files into its history", remedy)


def _others_can_read(file: Path) -> bool:
    return bool(stat.S_IMODE(file.stat().st_mode) & _OTHERS)


def _named(files: Iterable[Path]) -> str:
    names = [file.name for file in files]
    more = [f"and {len(names) - _FILES_NAMED} more"] if len(names) > _FILES_NAMED else []
    return " ".join([*names[:_FILES_NAMED], *more])


# ---- what drafter has ----


def _profile() -> Finding:
    try:
        profile = read_profile()
    except DrafterError as error:
        return Finding(
            "profile", "problem", "; ".join(fault.fault for fault in error.faults), "drafter profile"
        )
    if profile is None:
        return Finding("profile", "note", "none", "To type your organisation only once: drafter profile")
    return Finding("profile", "ok", without_home(profile_file()))


def _library(library: Library) -> Finding:
    digest, count = fingerprint(library)
    documents = len(list(library.document_ids()))
    days = [
        membership.as_of
        for state in library.states.values()
        for membership in library.memberships(state).values()
    ]
    says = f"{SCREEN.counted(count, 'clause')}, {SCREEN.counted(documents, 'document')} ({digest})"
    says += f"; treaties as of {max(days)}" if days else ""
    own = [str(without_home(folder)) for folder in library.clause_folders[1:] if isinstance(folder, Path)]
    says += f"; with your own clauses in {', '.join(own)}" if own else ""
    try:
        faults = library.all_clauses()[1]
    except DrafterError as error:
        faults = list(error.faults)
    if faults:
        return Finding(
            "library", "problem", f"{says}; {SCREEN.counted(len(faults), 'fault')}", "drafter clauses check"
        )
    return Finding("library", "ok", says)


def _imported() -> Finding:
    from drafter.recommendation_store.database import open_store, store_file
    from drafter.recommendation_store.read import stats

    if not store_file().exists():
        return Finding("recommendations", "ok", "nothing imported yet")
    try:
        with open_store(store_file()) as store:
            total = stats(store).total
    except DrafterError as error:
        fault = error.faults[0]
        return Finding("recommendations", "problem", fault.fault, fault.remedy)
    return Finding("recommendations", "ok", f"{SCREEN.counted(total, 'recommendation')} imported")


def _cache() -> Finding:
    folder = cache_folder() / "library"
    files = [file for file in folder.glob("*") if file.is_file()] if folder.is_dir() else []
    if not files:
        return Finding("cache", "ok", "empty; drafter fills it by itself")
    if hasattr(os, "geteuid") and (
        folder.stat().st_uid != os.geteuid() or stat.S_IMODE(folder.stat().st_mode) & 0o022
    ):
        remedy = f"Delete the folder {without_home(folder)}. drafter makes it again."
        return Finding("cache", "problem", "others can write to it, so drafter does not use it", remedy)
    megabytes = sum(file.stat().st_size for file in files) / 1_000_000
    return Finding("cache", "ok", f"{without_home(folder)}, {megabytes:.1f} MB")
