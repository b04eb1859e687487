"""The numbers in references to paragraphs and items, as the lists of the look write them."""

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.parts.document import DocumentPart

from drafter.patterns import pattern
from drafter.word.inlines import PART_BOOKMARK
from drafter.word.reader.numbers import ParagraphNumbers
from drafter.word.xml_tree import Element, W, local_name

_NUMBER_FIELD = pattern(rf"REF ({PART_BOOKMARK}\w+) \\n ")


def set_reference_numbers(part: DocumentPart, body: Element) -> None:
    """Set the result of each reference in *body* to a number as that number is printed.

    Word shows it without full stops at its end. *part* has the lists and styles of the look.
    """
    codes = body.iter(f"{W}instrText")
    fields = [(match[1], code) for code in codes if (match := _NUMBER_FIELD.search(code.text or ""))]
    has_lists = any(relation.reltype == RT.NUMBERING for relation in part.rels.values())
    if not fields or not has_lists:
        return
    styles = {style.get(f"{W}styleId", ""): style for style in part.styles.element.iter(f"{W}style")}
    numbers = ParagraphNumbers(part.numbering_part.element, styles)
    number_at: dict[str, str] = {}
    for paragraph in body.iter(f"{W}p"):
        number = numbers.next(paragraph)
        for bookmark in paragraph.iter(f"{W}bookmarkStart"):
            number_at[bookmark.get(f"{W}name", "")] = number.rstrip(".")
    for name, code in fields:
        if number_at.get(name):
            _result(code).text = number_at[name]


def _result(code: Element) -> Element:
    """Return the text that the field with the instruction *code* shows."""
    runs = code.getparent().itersiblings()
    return next(text for run in runs for text in run if local_name(text) == "t")
