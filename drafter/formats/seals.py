"""The seal in a finished file, by which drafter recognises that nobody has changed the file.

In a text file, a line of its own holds a checksum of all other lines; in a PDF, the identifier of the file
is one. Where the ends of lines were converted, or the last line end was dropped, the seal still fits.
"""

import hashlib
import re
from pathlib import Path

from drafter.file_writing import Origin, write_whole_file
from drafter.limits import LOOK_BYTES
from drafter.patterns import pattern

_LENGTH = 32
NO_SEAL = "0" * _LENGTH
"""What a writer prints in place of the seal."""
SEAL_NAME = "drafter-seal"
_SEAL_LINE = pattern(
    rf'^(?:<meta name="{SEAL_NAME}" content="|<!-- {SEAL_NAME}: |{SEAL_NAME}: )([0-9a-f]{{{_LENGTH}}})',
    re.MULTILINE,
)
_IDENTIFIER = pattern(
    rb"/ID ?\[ ?<([0-9A-F]{%d})>\s*<([0-9A-F]{%d})> ?\]\s*(?:/DocChecksum /([0-9A-F]{%d}))?"
    % (_LENGTH, _LENGTH, _LENGTH)
)
"""The identifier of a PDF, with the second checksum that LibreOffice writes below it."""
_END = b"%%EOF"


def sealed(text: str) -> str:
    """Return *text* with its seal in place of the last ``NO_SEAL`` that is in a line for it."""
    return _with_seal(text, _checksum(text))


def sealed_pdf(data: bytes) -> bytes:
    """Return the PDF *data* with its checksum as its identifier; unchanged if it has no identifier."""
    blank = _blank_pdf(data)
    return _fill_identifier(blank, _digest(blank).upper().encode())


def file_origin(path: Path) -> Origin:
    """Return "ours" for a file as drafter wrote it, "changed" if it changed since, otherwise "foreign"."""
    if not path.is_file() or path.stat().st_size > LOOK_BYTES:
        return "foreign"  # drafter never writes such a file, and reading it might never end
    try:
        data = path.read_bytes()
    except PermissionError:
        return "foreign"
    return _pdf_origin(data) if data.startswith(b"%PDF-") else _text_origin(data)


def save_sealed(data: bytes, path: Path, *, force: bool = False, private: bool = False) -> None:
    """Write the sealed *data* to *path*. Options and errors are those of ``write_whole_file``."""
    write_whole_file(data, path, origin_of=file_origin, force=force, private=private)


# ---- text ----


def _text_origin(data: bytes) -> Origin:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "foreign"
    seals = _SEAL_LINE.findall(text)
    if not seals:
        return "foreign"
    return "ours" if seals[-1] == _checksum(text) else "changed"


def _checksum(text: str) -> str:
    """Return the checksum of *text* with an empty seal, whatever ends its lines."""
    lines = "\n".join(text.rstrip().splitlines())
    return _digest(_with_seal(lines, NO_SEAL).encode("utf-8", "replace"))


def _with_seal(text: str, seal: str) -> str:
    # The last one: a text of the author's may look like a seal.
    line = next(reversed(list(_SEAL_LINE.finditer(text))), None)
    return text if line is None else f"{text[: line.start(1)]}{seal}{text[line.end(1) :]}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_LENGTH]


# ---- PDF ----


def _pdf_origin(data: bytes) -> Origin:
    if _has_right_identifier(data):
        return "ours"
    # A program that adds comments to a PDF appends them, and leaves the file as it was before them.
    original = data[: data.find(_END) + len(_END)]
    return (
        "changed" if _has_right_identifier(original) or _has_right_identifier(original + b"\n") else "foreign"
    )


def _has_right_identifier(data: bytes) -> bool:
    identifier = _identifier(data)
    if identifier is None:
        return False
    return identifier[1] == _digest(_blank_pdf(data)).upper().encode()


def _identifier(data: bytes) -> re.Match[bytes] | None:
    """Return the last identifier in *data*."""
    return next(reversed(list(_IDENTIFIER.finditer(data))), None)


def _blank_pdf(data: bytes) -> bytes:
    return _fill_identifier(data, NO_SEAL.encode())


def _fill_identifier(data: bytes, value: bytes) -> bytes:
    identifier = _identifier(data)
    if identifier is None:
        return data
    filled = data
    for group in (1, 2, 3):
        start, end = identifier.span(group)
        if start >= 0:
            filled = filled[:start] + value + filled[end:]
    return filled
