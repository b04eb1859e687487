"""Paths of files, names of machines and private addresses in a look: recognised and removed."""

import re
from urllib.parse import urlsplit

from drafter.patterns import pattern
from drafter.word.fields import replace_letters
from drafter.word.left_out import LeftOut
from drafter.word.xml_tree import DRAWING, OFFICE, PICTURE, VML, Element, W

_PLAIN = r"[^\\/:*?\"<>|\r\n]"
_LAST = rf"(?:{_PLAIN}*?\.[A-Za-z0-9]{{1,5}}\b|[^\\/:*?\"<>|\s]*)"
_PATH = pattern(
    rf"(?<![A-Za-z0-9])[A-Za-z]:\\+(?:{_PLAIN}+\\+)*{_LAST}"  # C:\Users\…\look.docx, also as in field codes
    rf"|(?<![A-Za-z0-9])[A-Za-z]:/(?=\w)(?:[^/:*?\"<>|\r\n]+/)*{_LAST}"  # C:/Users/…
    rf"|\\\\+[\w.$-]+\\+(?:{_PLAIN}+\\+)*{_LAST}"  # \\server\share\…
    r"|(?<![\w./:-])(?:~|/home|/Users|/root|/mnt|/media|/Volumes|/private|/tmp|/var)/[^\s\"<>|]*"
    r"|\bfile:[\\/][^\s\"<>|]*",
    re.IGNORECASE,
)
_FILE_NAME = pattern(r"[^\\/]+\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?|svg|docx?|pdf)", re.IGNORECASE)
_PATH_IN_BYTES = pattern(
    rb"[A-Za-z]:\\[\w .-]{2,}\\|\\\\[\w.-]{3,}\\[\w.$ -]{2,}|/(?:home|Users)/[A-Za-z]|file:///", re.ASCII
)
_SESSIONS = {"paraId", "textId", "anchorId", "editId", "rsid", "durableId"}
"""Attributes, in Microsoft's own namespaces, that number the sessions of editing."""
_ADDRESSES = {"src", "href", "althref", "relid", "invalidUrl", "sourceFileName"}
"""Attributes of drawings, without a relationship, that hold where a picture or a link came from."""
_PERSONAL = {f"{W}author", f"{W}initials", f"{W}date", f"{W}ed", f"{W}edGrp"}
_PICTURE_NAMES = {f"{DRAWING}docPr", f"{PICTURE}cNvPr"}


def names_a_path(text: str) -> bool:
    """Return whether *text* holds the path of a file or folder on a machine."""
    return ("/" in text or "\\" in text) and _PATH.search(text) is not None


def path_in_bytes(data: bytes) -> bool:
    """Return whether *data*, which is no text, holds a path in letters of one byte or of two."""
    return bool(_PATH_IN_BYTES.search(data) or _PATH_IN_BYTES.search(data.replace(b"\0", b"")))


def public_address(address: str) -> bool:
    """Return whether a link to *address* may stay: on the web or by e-mail, without a user's name in it."""
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
    except ValueError:
        return False
    if names_a_path(address):
        return False
    if parts.scheme.lower() == "mailto":
        return "@" in parts.path
    return parts.scheme.lower() in ("http", "https") and "." in host and "@" not in parts.netloc


def clear_attributes(root: Element, left_out: LeftOut) -> None:
    """Remove from every element under *root* what names a path, a person or a session of editing."""
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            plain = name.rpartition("}")[2]
            if _is_personal(name, plain, value):
                del element.attrib[name]
            elif names_a_path(value):
                left_out.thing("the path of a file", "paths of files")
                del element.attrib[name]
        _clear_picture_name(element)


def _is_personal(name: str, plain: str, value: str) -> bool:
    """Return whether an attribute (*plain*: without its namespace) names a person, a session or an origin."""
    if plain in _ADDRESSES:
        return plain != "href" or not public_address(value)
    return plain.startswith("rsid") or name in _PERSONAL or plain in _SESSIONS


def clear_text(root: Element, left_out: LeftOut) -> None:
    """Remove the paths that stand in the text of the paragraphs under *root*; Word splits text over runs."""
    for paragraph in root.iter(f"{W}p"):
        texts = list(paragraph.iter(f"{W}t"))
        whole = "".join(text.text or "" for text in texts)
        for match in reversed(list(_PATH.finditer(whole))):
            left_out.thing("the path of a file", "paths of files")
            replace_letters(texts, match.start(), match.end(), "")


def _clear_picture_name(element: Element) -> None:
    """Give a picture a name that says nothing: Word takes the name of the file it came from."""
    if element.tag in _PICTURE_NAMES:
        element.set("name", "Picture")
        for name in ("descr", "title"):
            if _FILE_NAME.fullmatch(element.get(name, "")):
                del element.attrib[name]
    elif element.tag == f"{VML}imagedata":
        element.attrib.pop(f"{OFFICE}title", None)
    elif element.tag.startswith(VML) and _FILE_NAME.fullmatch(element.get("alt", "")):
        del element.attrib["alt"]
