"""The tags of a PDF of LibreOffice, and what is wrong with them for a screen reader.

Only for files whose objects are not compressed, as LibreOffice 7 writes them.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

_OBJECT = re.compile(rb"^(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(rb"^(\d{10}) \d{5} n", re.MULTILINE)


class TaggedPdf:
    """A PDF: its objects by number, and its tags in reading order."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.objects = {int(number): content for number, content in _OBJECT.findall(data)}

    @cached_property
    def tags(self) -> list[tuple[str, bytes]]:
        """The name of each tag and its object, in reading order."""
        roots = [content for content in self.objects.values() if b"/StructTreeRoot\n" in content]
        roots += [content for content in self.objects.values() if b"/StructTreeRoot/IDTree" in content]
        return list(self._walk(roots[0])) if roots else []

    def _walk(self, content: bytes) -> Iterator[tuple[str, bytes]]:
        name = re.search(rb"/S\s*/([^\s/<>\[\]]+)", content)
        if name and b"/Type/StructElem" in content:
            yield name[1].decode(), content
        kids = re.search(rb"/K\s*\[(.*?)\]\s*(?:>>\s*)?$", content, re.DOTALL) or re.search(
            rb"/K\s*\[([^\]]*)\]", content
        )
        for number in re.findall(rb"(?<![\w.])(\d+) 0 R", kids[1] if kids else b""):
            kid = self.objects.get(int(number), b"")
            if b"/Type/StructElem" in kid:
                yield from self._walk(kid)

    def names(self, *wanted: str) -> list[str]:
        """Return the names of the tags that are among *wanted*, in reading order."""
        return [name for name, _ in self.tags if name in wanted]

    def offset_faults(self) -> list[str]:
        """Return the entries of the table of objects that lead to no object."""
        start = int(re.findall(rb"startxref\s+(\d+)", self.data)[-1])
        assert self.data[start : start + 4] == b"xref"
        offsets = [int(offset) for offset in _ENTRY.findall(self.data, start)]
        return [str(offset) for offset in offsets if not re.match(rb"\d+ 0 obj", self.data[offset:])]

    def faults(self) -> list[str]:
        """Return what is wrong with the file for a screen reader."""
        data = self.data
        catalogue = next(content for content in self.objects.values() if b"/Type/Catalog" in content)
        faults = [
            name
            for name, is_right in (
                ("not tagged", b"/Marked true" in data),
                ("no language", re.search(rb"/Lang\s*\(\w\w-\w\w\)", catalogue)),
                ("the window does not show the title", b"/DisplayDocTitle true" in data),
                ("no title", re.search(rb"<dc:title>.*?<rdf:li[^>]*>[^<]+</rdf:li>", data, re.DOTALL)),
                ("not by PDF/UA", b"<pdfuaid:part>1</pdfuaid:part>" in data),
            )
            if not is_right
        ]
        levels = [int(name[1]) for name in self.names("H1", "H2", "H3", "H4", "H5", "H6")]
        if levels[:1] not in ([], [1]):
            faults.append("the first heading is not of level 1")
        faults += [f"H{after} after H{before}" for before, after in pairwise(levels) if after > before + 1]
        faults += [
            f"{name} without words" for name, tag in self.tags if name == "Figure" and b"/Alt" not in tag
        ]
        if self.names("Table") and not self.names("TH"):
            faults.append("no table has a header")
        return [*faults, *self._note_faults(), *self._link_faults()]

    def _note_faults(self) -> Iterator[str]:
        notes = [tag for name, tag in self.tags if name == "Note"]
        ids = re.findall(rb"/ID\s*\((\w+)\)", b"\n".join(notes))
        if len(set(ids)) != len(notes):
            yield f"{len(notes)} notes have {len(set(ids))} identifiers"
        if notes and re.findall(rb"\((note\d+)\) \d+ 0 R", self.data) != ids:
            yield "the list of identifiers is not that of the notes"

    def _link_faults(self) -> Iterator[str]:
        pages = [content for content in self.objects.values() if re.search(rb"/Type/Page\b", content)]
        for page in pages:
            links = re.search(rb"/Annots\s*\[([^\]]*)\]", page)
            if links and b"/Tabs/S" not in page:
                yield "a page with links has no order of tags"
            for number in re.findall(rb"(\d+) 0 R", links[1] if links else b""):
                link = self.objects[int(number)]
                if b"/StructParent" not in link:
                    yield "a link has no tag"
                if b"/F 4" not in link:
                    yield "a link is not printed"
