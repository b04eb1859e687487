"""Comments beside the text of a document: their part, their styles, and the marks of what they are about."""

from functools import cached_property

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.document import DocumentPart

from drafter.word.comment_styles import CommentStyles, comment_styles
from drafter.word.ooxml import DECLARATION, NAMESPACES, escape_xml, paragraph_xml, text_runs
from drafter.word.working_copy import AUTHOR, CommentText
from drafter.word.xml_tree import Element

_FIRST_ID = 100_000
"""No note may have the id of a comment: LibreOffice 7.4 confuses the two, and the notes after the comment get
each other's texts."""


class CommentPart:
    """Collects the comments of a document in reading order, and gives them their ids."""

    def __init__(self, styles: Element, date: str = "") -> None:
        self._style_root = styles
        self._when = f' w:date="{date}T00:00:00Z"' if date else ""
        self._elements: list[str] = []

    def around(self, runs: str, comment: CommentText) -> str:
        """Return *runs* marked as what *comment* is about."""
        number = _FIRST_ID + len(self._elements)
        self._elements.append(self._element(number, comment))
        return (
            f'<w:commentRangeStart w:id="{number}"/>{runs}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r>{self._mark}<w:commentReference w:id="{number}"/></w:r>'
        )

    def add_to(self, part: DocumentPart) -> None:
        """Add the comments to the package of *part*; nothing if there are none."""
        if self._elements:
            xml = f"{DECLARATION}<w:comments {NAMESPACES}>{''.join(self._elements)}</w:comments>"
            path = PackURI("/word/comments.xml")
            part.relate_to(Part(path, CT.WML_COMMENTS, xml.encode(), part.package), RT.COMMENTS)

    def _element(self, number: int, comment: CommentText) -> str:
        firsts = (f"<w:r>{self._mark}<w:annotationRef/></w:r>", *[""] * (len(comment) - 1))
        paragraphs = "".join(
            paragraph_xml(self._styles.text, first + text_runs(text))
            for first, text in zip(firsts, comment, strict=True)
        )
        return f'<w:comment w:id="{number}" w:author="{AUTHOR}"{self._when}>{paragraphs}</w:comment>'

    @cached_property
    def _styles(self) -> CommentStyles:
        """The styles of comments, which are added to the document with its first comment."""
        return comment_styles(self._style_root)

    @property
    def _mark(self) -> str:
        return f'<w:rPr><w:rStyle w:val="{escape_xml(self._styles.reference)}"/></w:rPr>'
