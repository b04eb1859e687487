"""Native endnotes and footnotes: their parts, and their declarations in settings and sections."""

from collections.abc import Mapping

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.parts.document import DocumentPart

from drafter.model.blocks import Document, Inline, NoteMark
from drafter.word.inlines import RunWriter
from drafter.word.ooxml import DECLARATION, NAMESPACES, NoteKind, escape_xml, paragraph_xml, text_runs
from drafter.word.scripts import is_right_to_left
from drafter.word.style_names import NOTE_STYLES
from drafter.word.styles import Styles
from drafter.word.xml_tree import Element

_KINDS: tuple[NoteKind, ...] = ("footnote", "endnote")  # the order that the schema prescribes
_RELATIONS: dict[NoteKind, str] = {"endnote": RT.ENDNOTES, "footnote": RT.FOOTNOTES}
_CONTENT_TYPES: dict[NoteKind, str] = {"endnote": CT.WML_ENDNOTES, "footnote": CT.WML_FOOTNOTES}

_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"
_AFTER_NOTES_IN_SETTINGS = (
    *("compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping", "forceUpgrade"),
    *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "captions", "readModeInkLockDown"),
    *("smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
"""What the schema wants after the notes. Word offers to repair a file that has another order."""
_BEFORE_NOTES_IN_SECTION = ("w:headerReference", "w:footerReference", "w:footnotePr")


def note_elements(
    notes: tuple[tuple[Inline, ...], ...], kind: NoteKind, styles: Styles, runs: RunWriter
) -> str:
    """Return the XML of the notes, numbered from 1, which *runs* writes.

    Raises ValueError for a note mark inside a note.
    """
    if any(isinstance(inline, NoteMark) for note in notes for inline in note):
        raise ValueError("a note holds a note mark")
    return "".join(
        note_xml(number, runs.xml(note), kind, styles, right_to_left=is_right_to_left(note))
        for number, note in enumerate(notes, start=1)
    )


def note_xml(number: int, runs: str, kind: NoteKind, styles: Styles, *, right_to_left: bool = False) -> str:
    """Return the XML of a note whose text is *runs*."""
    text_style, reference_style = (styles.id(name) for name in NOTE_STYLES[kind])
    properties = f'<w:rPr><w:rStyle w:val="{escape_xml(reference_style)}"/></w:rPr>'
    mark = f"<w:r>{properties}<w:{kind}Ref/></w:r><w:r><w:tab/></w:r>"
    text = paragraph_xml(text_style, mark + runs, right_to_left=right_to_left)
    return f'<w:{kind} w:id="{number}">{text}</w:{kind}>'


def note_kind(document: Document) -> NoteKind:
    """Return whether *document* has footnotes or endnotes."""
    return "footnote" if document.layout.notes == "footnotes" else "endnote"


def heading_above_notes(document: Document, styles: Styles) -> str:
    """Return the heading above the endnotes of *document* as a paragraph; ``""`` if it has no endnotes.

    It is the text of the separator, which Word prints directly above the first note, on the same page. As a
    paragraph of the body it would stand alone at the foot of a page in LibreOffice, which begins a new page
    with the endnotes and leaves the separator out.
    """
    if not document.notes or note_kind(document) != "endnote":
        return ""
    heading = document.properties.language.labels.notes
    return paragraph_xml(styles.id("Heading 1"), text_runs(heading))


def add_notes(
    part: DocumentPart, kind: NoteKind, elements: str, targets: Mapping[str, str], heading: str = ""
) -> None:
    """Add the notes *elements* to the package. Both kinds get a part: Word expects both or neither.

    *targets* are the web addresses of their links, by the ids of the relationships. *heading* is the
    paragraph above them.
    """
    for each in _KINDS:
        notes = _add_part(part, each, elements if each == kind else "", heading if each == kind else "")
        for link_id, address in targets.items() if each == kind else ():
            notes.rels.add_relationship(RT.HYPERLINK, address, link_id, is_external=True)
        _declare_in_settings(part.settings.element, each)
        for section in part.element.iter(qn("w:sectPr")):
            _declare_in_section(section, each)


def _add_part(part: DocumentPart, kind: NoteKind, elements: str, heading: str) -> Part:
    """Add the part for notes of *kind*, and return it. A cleaned look has none."""
    has_line = kind == "footnote" or not elements
    separators = "".join(_separator(kind, name, number, has_line, heading) for name, number in _SEPARATORS)
    xml = f"{DECLARATION}<w:{kind}s {NAMESPACES}>{separators}{elements}</w:{kind}s>"
    path = PackURI(f"/word/{kind}s.xml")
    notes = Part(path, _CONTENT_TYPES[kind], xml.encode(), part.package)
    part.relate_to(notes, _RELATIONS[kind])
    return notes


def _separator(kind: NoteKind, name: str, number: int, has_line: bool, heading: str) -> str:
    """Return one of the two separators above notes, without the space around a paragraph.

    Endnotes have a *heading* and need no line. Above those on a further page is an empty paragraph, one point
    high: if it were missing, Word would draw its own line.
    """
    height = 'w:line="240" w:lineRule="auto"' if has_line else 'w:line="20" w:lineRule="exact"'
    line = f"<w:r><w:{name}/></w:r>" if has_line else ""
    paragraph = f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" {height}/></w:pPr>{line}</w:p>'
    if heading and name == "separator":
        paragraph = heading
    return f'<w:{kind} w:type="{name}" w:id="{number}">{paragraph}</w:{kind}>'


def _declare_in_settings(settings: Element, kind: NoteKind) -> None:
    declaration = _new_declaration(settings, kind)
    for _, number in _SEPARATORS:
        declaration.append(OxmlElement(f"w:{kind}", {qn("w:id"): str(number)}))
    later_tags = {qn(f"w:{name}") for name in _AFTER_NOTES_IN_SETTINGS} | {_MATH}
    later = next((child for child in settings if child.tag in later_tags), None)
    if later is None:
        settings.append(declaration)
    else:
        later.addprevious(declaration)


def _declare_in_section(section: Element, kind: NoteKind) -> None:
    declaration = _new_declaration(section, kind)
    earlier_tags = {qn(name) for name in _BEFORE_NOTES_IN_SECTION}
    section.insert(sum(child.tag in earlier_tags for child in section), declaration)


def _new_declaration(parent: Element, kind: NoteKind) -> Element:
    """Return a new ``w:endnotePr`` or ``w:footnotePr`` for *parent*, and remove the old one from it.

    Settings and sections both declare decimal numbers: Word's default for endnotes is i, ii, iii, and
    LibreOffice reads only the section.
    """
    for old in parent.findall(qn(f"w:{kind}Pr")):
        parent.remove(old)
    decimal = OxmlElement("w:numFmt", {qn("w:val"): "decimal"})
    declaration = OxmlElement(f"w:{kind}Pr")
    declaration.append(decimal)
    return declaration
