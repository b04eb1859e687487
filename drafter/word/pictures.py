"""A picture keeps its pixels and colours and loses what cameras and programs write beside them."""

import struct
from collections.abc import Iterator

from drafter.word.traces import path_in_bytes

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"pHYs"),
    *(b"bKGD", b"cICP"),
}
_JPEG = b"\xff\xd8\xff"
_JPEG_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Which application segments stay, and how each begins: size, colour profile, colour transform."""
_COMMENT, _SCAN, _END = 0xFE, 0xDA, 0xD9
_STANDALONE = {0x01, *range(0xD0, 0xD8)}
_OTHERS = {
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": (b"BM",),
    "wmf": (b"\xd7\xcd\xc6\x9a",),
    "emf": (b"\x01\x00\x00\x00",),
}


def cleaned_picture(data: bytes) -> tuple[bytes, str] | None:
    """Return the picture without notes on place, person or program, and the ending of its file name.

    ``None`` for a damaged picture, for a format that drafter does not know, or where a path is left in it.
    """
    try:
        found = _cleaned(data)
    except (struct.error, IndexError, ValueError):
        return None
    return None if found is None or path_in_bytes(found[0]) else found


def _cleaned(data: bytes) -> tuple[bytes, str] | None:
    if data.startswith(_PNG):
        return _PNG + b"".join(_png_chunks(data)), "png"
    if data.startswith(_JPEG):
        return b"\xff\xd8" + b"".join(_jpeg_segments(data)), "jpeg"
    return next(((data, ending) for ending, heads in _OTHERS.items() if data.startswith(heads)), None)


def _png_chunks(data: bytes) -> Iterator[bytes]:
    """Yield the chunks that make the picture: length, kind, content and checksum of each."""
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        if at + 12 + length > len(data):
            raise ValueError("a chunk is longer than the file")
        if kind in _PNG_KEPT:
            yield data[at : at + 12 + length]
        at += 12 + length


def _jpeg_segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments that make the picture, then the scan with all that follows, up to its end."""
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _STANDALONE or marker == 0xFF:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == _SCAN:
            end = data.rindex(bytes((0xFF, _END)))
            yield data[at : end + 2]
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        segment = data[at : at + 2 + length]
        if _jpeg_kept(marker, segment[4:]):
            yield segment
        at += 2 + length
    raise ValueError("a segment does not begin with a marker")


def _jpeg_kept(marker: int, content: bytes) -> bool:
    if marker in _JPEG_KEPT:
        return content.startswith(_JPEG_KEPT[marker])
    return marker != _COMMENT and not 0xE0 <= marker <= 0xEF
