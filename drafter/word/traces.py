"""Finding and removing file paths, machine names and private addresses in a look."""

import re
from urllib.parse import urlsplit

from drafter.patterns import pattern
from drafter.word.fields import replace_characters
from drafter.word.removals import Removals
from drafter.word.xml_tree import DRAWING, OFFICE, PICTURE, VML, Element, W

_IN_NAME = r"[^\\/:*?\"<>|\r\n]"
_LAST_NAME = rf"(?:{_IN_NAME}*?\.[A-Za-z0-9]{{1,5}}\b|[^\\/:*?\"<>|\s]*)"
_PATH = pattern(
    rf"(?<![A-Za-z0-9])[A-Za-z]:\\+(?:{_IN_NAME}+\\+)*{_LAST_NAME}"  # C:\Users\…; in field codes C:\\Users\\…
    rf"|(?<![A-Za-z0-9])[A-Za-z]:/(?=\w)(?:[^/:*?\"<>|\r\n]+/)*{_LAST_NAME}"  # C:/Users/…
    rf"|\\\\+[\w.$-]+\\+(?:{_IN_NAME}+\\+)*{_LAST_NAME}"  # \\server\share\…
    r"|(?<![\w./:-])(?:~|/home|/Users|/root|/mnt|/media|/Volumes|/private|/tmp|/var)/[^\s\"<>|]*"
    r"|\bfile:[\\/][^\s\"<>|]*",
    re.IGNORECASE,
)
_FILE_NAME = pattern(r"[^\\/]+\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?|svg|docx?|pdf)", re.IGNORECASE)
_PATH_IN_BYTES = pattern(
    rb"[A-Za-z]:\\[\w .-]{2,}\\|\\\\[\w.-]{3,}\\[\w.$ -]{2,}|/(?:home|Users)/[A-Za-z]|file:///", re.ASCII
)
_SESSION_ATTRIBUTES = {"paraId", "textId", "anchorId", "editId", "rsid", "durableId"}
"""Attributes in Microsoft's own namespaces that identify editing sessions."""
_SOURCE_ATTRIBUTES = {"src", "href", "althref", "relid", "invalidUrl", "sourceFileName"}
"""Attributes of drawings that hold the source of a picture or a link without a relationship."""
_PERSONAL_ATTRIBUTES = {f"{W}author", f"{W}initials", f"{W}date", f"{W}ed", f"{W}edGrp"}
_NAMED_PICTURES = {f"{DRAWING}docPr", f"{PICTURE}cNvPr"}


def contains_path(text: str) -> bool:
    """Return whether *text* contains the path of a file or folder."""
    return ("/" in text or "\\" in text) and _PATH.search(text) is not None


def bytes_contain_path(data: bytes) -> bool:
    """Return whether the binary *data* contains a path, in characters of one or two bytes."""
    return bool(_PATH_IN_BYTES.search(data) or _PATH_IN_BYTES.search(data.replace(b"\0", b"")))


def is_public_address(address: str) -> bool:
    """Return whether *address* is an e-mail link, or a web link without a user name or a path in it."""
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
    except ValueError:
        return False
    if contains_path(address):
        return False
    if parts.scheme.lower() == "mailto":
        return "@" in parts.path
    return parts.scheme.lower() in ("http", "https") and "." in host and "@" not in parts.netloc


def clear_attributes(root: Element, removals: Removals) -> None:
    """Remove attributes under *root* that name a path, a person or an editing session."""
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            if _is_personal(name, value):
                del element.attrib[name]
            elif contains_path(value):
                removals.add("the path of a file", "paths of files")
                del element.attrib[name]
        _clear_picture_name(element)


def _is_personal(name: str, value: str) -> bool:
    """Return whether the attribute *name* identifies a person, an editing session or a source."""
    plain = name.rpartition("}")[2]
    if plain in _SOURCE_ATTRIBUTES:
        return plain != "href" or not is_public_address(value)
    return plain.startswith("rsid") or name in _PERSONAL_ATTRIBUTES or plain in _SESSION_ATTRIBUTES


def clear_text(root: Element, removals: Removals) -> None:
    """Remove file paths from the text under *root*, also those that Word split over several runs."""
    for paragraph in root.iter(f"{W}p"):
        texts = list(paragraph.iter(f"{W}t"))
        whole = "".join(text.text or "" for text in texts)
        for match in reversed(list(_PATH.finditer(whole))):
            removals.add("the path of a file", "paths of files")
            replace_characters(texts, match.start(), match.end(), "")


def _clear_picture_name(element: Element) -> None:
    """Replace the name of a picture, which Word takes from its file, by a neutral one."""
    if element.tag in _NAMED_PICTURES:
        element.set("name", "Picture")
        for name in ("descr", "title"):
            if _FILE_NAME.fullmatch(element.get(name, "")):
                del element.attrib[name]
    elif element.tag == f"{VML}imagedata":
        element.attrib.pop(f"{OFFICE}title", None)
    elif element.tag.startswith(VML) and _FILE_NAME.fullmatch(element.get("alt", "")):
        del element.attrib["alt"]
