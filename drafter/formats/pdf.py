"""A Word file as PDF: LibreOffice makes it, and this module mends dates, keywords and the tags of notes.

LibreOffice writes the time of the build, cuts keywords at spaces, gives notes no identifiers and leaves the
links from a note to the text without a tag, which the rules for accessible PDF files (PDF/UA) do not allow.
A version that writes a compressed table of objects is left as it is.
"""

from collections.abc import Iterator

from drafter.formats.office import convert_to_pdf
from drafter.formats.pdf_edits import Edit, apply_edits, has_plain_table
from drafter.formats.seals import sealed_pdf
from drafter.model.blocks import Properties
from drafter.patterns import pattern

_INFO_DATE = pattern(rb"/(?:Creation|Mod)Date\(D:[^)]*\)")
_XMP_DATE = pattern(rb"<xmp:(\w+Date)>[^<]*</xmp:\w+Date>")
_INFO_KEYWORDS = pattern(rb"/Keywords\s*<[0-9A-Fa-f]*>")
_XMP_KEYWORDS = pattern(rb"<pdf:Keywords>[^<]*</pdf:Keywords>")
_NOTE = pattern(rb"(\d+) 0 obj\s*<<\s*/Type\s*/StructElem\s*/S\s*/Note\b")
_TREE = pattern(rb"/Type\s*/StructTreeRoot\b")
_LINK = pattern(rb"(\d+) 0 obj\s*<</Type/Annot/Subtype/Link([^\n]*)\n")
_PAGE_LINKS = pattern(rb"/Annots\s*\[[\d R\s]*\]")
_REFERENCE = pattern(rb"(\d+) 0 R\s*")
_WRONG_TABS = pattern(rb"/Tabs\(S\)")


def make_pdf(word_file: bytes, properties: Properties) -> bytes:
    """Return the Word file, which has these *properties*, as PDF. Raises DrafterError as ``convert_to_pdf``.

    The same Word file gives the same bytes on the same computer. Another version of LibreOffice, or other
    fonts, give others.
    """
    return sealed_pdf(mended(convert_to_pdf(word_file), properties))


def mended(data: bytes, properties: Properties) -> bytes:
    """Return the PDF *data* of LibreOffice with what the title of this module says."""
    if not has_plain_table(data):
        return data
    metadata = (*_dates(data, properties.date), *_keywords(data, properties.keywords))
    return apply_edits(data, (*metadata, *_notes(data), *_links(data)))


def _dates(data: bytes, day: str) -> Iterator[Edit]:
    """Yield the edits that put *day*, as in the Word file, in place of the time of the build."""
    for match in _INFO_DATE.finditer(data):
        name = match[0][: match[0].index(b"(")]
        new = b"%s(D:%s000000Z)" % (name, day.replace("-", "").encode()) if day else b""
        yield Edit(*match.span(), new)
    for match in _XMP_DATE.finditer(data):
        element = b"<xmp:%(name)s>%(day)sT00:00:00Z</xmp:%(name)s>" % {
            b"name": match[1],
            b"day": day.encode(),
        }
        yield from _same_length(match.span(), element if day else b"")


def _keywords(data: bytes, keywords: str) -> Iterator[Edit]:
    """Yield the edits that print *keywords* as in the Word file."""
    if not keywords:
        return
    for match in _INFO_KEYWORDS.finditer(data):
        written = f"\ufeff{keywords}".encode("utf-16-be").hex().upper().encode()
        yield Edit(*match.span(), b"/Keywords<%s>" % written)
    text = keywords.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()
    for match in _XMP_KEYWORDS.finditer(data):
        yield from _same_length(match.span(), b"<pdf:Keywords>%s</pdf:Keywords>" % text)


def _same_length(span: tuple[int, int], new: bytes) -> Iterator[Edit]:
    """Yield the edit that puts *new* and spaces into *span*, if there is room: its length is written down."""
    length = span[1] - span[0]
    if len(new) <= length:
        yield Edit(*span, new.ljust(length))


def _notes(data: bytes) -> Iterator[Edit]:
    """Yield the edits that give each note an identifier, and the file a list of them."""
    names = []
    for number, match in enumerate(_NOTE.finditer(data), 1):
        name = b"(note%06d)" % number  # in the order of the alphabet, as the list must be
        names.append(b"%s %s 0 R" % (name, match[1]))
        yield Edit(match.end(), match.end(), b"/ID%s" % name)
    tree = _TREE.search(data)
    if names and tree:
        yield Edit(tree.end(), tree.end(), b"/IDTree<</Names[%s]>>" % b" ".join(names))


def _links(data: bytes) -> Iterator[Edit]:
    """Yield the edits that remove links without a tag, and let all others be printed and reached in order."""
    untagged = set()
    for match in _LINK.finditer(data):
        if b"/StructParent" in match[2]:
            if b"/F " not in match[2]:
                yield Edit(match.start(2), match.start(2), b"/F 4")
        else:
            untagged.add(match[1])
    for match in _PAGE_LINKS.finditer(data):
        kept = [number for number in _REFERENCE.findall(match[0]) if number not in untagged]
        links = b"/Annots[%s]" % b" ".join(b"%s 0 R" % number for number in kept) if kept else b""
        yield Edit(*match.span(), links)
    for match in _WRONG_TABS.finditer(data):
        yield Edit(*match.span(), b"/Tabs/S")
