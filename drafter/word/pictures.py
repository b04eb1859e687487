"""Pictures keep their pixels and colours, and lose the metadata of cameras and programs."""

import struct
from collections.abc import Iterator

from drafter.word.traces import bytes_contain_path

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNKS = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"pHYs"),
    *(b"bKGD", b"cICP"),
}
_JPEG = b"\xff\xd8\xff"
_JPEG_APP_SEGMENTS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""The application segments that stay (size, colour profile, colour transform), and how each begins."""
_COMMENT, _SCAN, _END = 0xFE, 0xDA, 0xD9
_STANDALONE = {0x01, *range(0xD0, 0xD8)}
_UNCHANGED_FORMATS = {
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": (b"BM",),
    "wmf": (b"\xd7\xcd\xc6\x9a",),
    "emf": (b"\x01\x00\x00\x00",),
}


def clean_picture(data: bytes) -> tuple[bytes, str] | None:
    """Return the picture without metadata about place, person or program, and its file name extension.

    Returns ``None`` for a damaged picture, for an unknown format, and if the result still contains a path.
    """
    try:
        picture = _without_metadata(data)
    except (struct.error, IndexError, ValueError):
        return None
    return None if picture is None or bytes_contain_path(picture[0]) else picture


def _without_metadata(data: bytes) -> tuple[bytes, str] | None:
    if data.startswith(_PNG):
        return _PNG + b"".join(_png_chunks(data)), "png"
    if data.startswith(_JPEG):
        return b"\xff\xd8" + b"".join(_jpeg_segments(data)), "jpeg"
    return next(
        ((data, extension) for extension, starts in _UNCHANGED_FORMATS.items() if data.startswith(starts)),
        None,
    )


def _png_chunks(data: bytes) -> Iterator[bytes]:
    """Yield the chunks that make up the picture, each with its length, kind and checksum."""
    start, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, start)
        end = start + 12 + length
        if end > len(data):
            raise ValueError("a chunk is longer than the file")
        if kind in _PNG_CHUNKS:
            yield data[start:end]
        start = end


def _jpeg_segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments that make up the picture; the last one reaches from the scan to the end marker."""
    start = 2
    while data[start] == 0xFF:
        marker = data[start + 1]
        if marker in _STANDALONE or marker == 0xFF:
            start += 1 if marker == 0xFF else 2
            continue
        if marker == _SCAN:
            end = data.rindex(bytes((0xFF, _END)))
            yield data[start : end + 2]
            return
        (length,) = struct.unpack_from(">H", data, start + 2)
        segment = data[start : start + 2 + length]
        if _is_jpeg_segment_kept(marker, segment[4:]):
            yield segment
        start += 2 + length
    raise ValueError("a segment does not begin with a marker")


def _is_jpeg_segment_kept(marker: int, content: bytes) -> bool:
    if marker in _JPEG_APP_SEGMENTS:
        return content.startswith(_JPEG_APP_SEGMENTS[marker])
    return marker != _COMMENT and not 0xE0 <= marker <= 0xEF
