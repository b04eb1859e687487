"""Native endnotes and footnotes: their parts, and what settings and sections must say of them."""

from typing import Any

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.parts.document import DocumentPart

from drafter.language.labels import Labels
from drafter.model.blocks import Document, Heading, Inline, NoteMark, Text
from drafter.word.inlines import NoteKind, Runs
from drafter.word.ooxml import DECLARATION, NAMESPACES, escaped, paragraph
from drafter.word.styles import NOTE_STYLES, Styles

KINDS: tuple[NoteKind, ...] = ("footnote", "endnote")  # the order in which settings and sections name them
_RELATIONS: dict[NoteKind, str] = {"endnote": RT.ENDNOTES, "footnote": RT.FOOTNOTES}
_CONTENT_TYPES: dict[NoteKind, str] = {"endnote": CT.WML_ENDNOTES, "footnote": CT.WML_FOOTNOTES}

_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"
_LATER_IN_SETTINGS = (
    *("compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping", "forceUpgrade"),
    *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "captions", "readModeInkLockDown"),
    *("smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
"""What the schema wants after the notes in the settings; Word repairs a file that has another order."""
_BEFORE_IN_SECTION = ("w:headerReference", "w:footerReference", "w:footnotePr")


def note_elements(
    notes: tuple[tuple[Inline, ...], ...], kind: NoteKind, styles: Styles, labels: Labels
) -> str:
    """Return the notes as XML, numbered from 1. A note inside a note is a bug of the caller."""
    if any(isinstance(inline, NoteMark) for note in notes for inline in note):
        raise ValueError("a note holds a note mark")
    text, reference = (styles.id(name) if notes else "" for name in NOTE_STYLES[kind])
    runs = Runs(kind, styles, labels)
    look = f'<w:rPr><w:rStyle w:val="{escaped(reference)}"/></w:rPr>'
    mark = f"<w:r>{look}<w:{kind}Ref/></w:r><w:r><w:tab/></w:r>"
    return "".join(
        f'<w:{kind} w:id="{number}">{paragraph(text, mark + runs.of(note))}</w:{kind}>'
        for number, note in enumerate(notes, start=1)
    )


def kind_of(document: Document) -> NoteKind:
    """Return where the notes of *document* stand: at the foot of the page, or at its end."""
    return "footnote" if document.layout.notes == "footnotes" else "endnote"


def closing(document: Document) -> tuple[Heading, ...]:
    """Return what follows the blocks of *document*: the heading of its endnotes, where it has any."""
    if not document.notes or kind_of(document) != "endnote":
        return ()
    # Word has no heading for endnotes, so the heading is the last paragraph of the body.
    return (Heading((Text(document.properties.language.labels.notes),)),)


def add_notes(part: DocumentPart, kind: NoteKind, elements: str) -> None:
    """Put the notes into the package. Both kinds get a part: Word expects neither or both."""
    for each in KINDS:
        _add_part(part, each, elements if each == kind else "")
        _declare_in_settings(part.settings.element, each)
        for section in part.element.iter(qn("w:sectPr")):
            _declare_in_section(section, each)


def _add_part(part: DocumentPart, kind: NoteKind, elements: str) -> None:
    """Add the part for notes of *kind*. Those of the look went when it was opened."""
    ruled = kind == "footnote" or not elements
    separators = "".join(_separator(kind, name, number, ruled) for name, number in _SEPARATORS)
    xml = f"{DECLARATION}<w:{kind}s {NAMESPACES}>{separators}{elements}</w:{kind}s>"
    name = PackURI(f"/word/{kind}s.xml")
    new = Part(name, _CONTENT_TYPES[kind], xml.encode(), part.package)
    part.relate_to(new, _RELATIONS[kind])


def _separator(kind: NoteKind, name: str, number: int, ruled: bool) -> str:
    """Return one of the two lines that Word draws above notes, without the space of a paragraph.

    Under a heading there is no line, and what would hold it is one point high: without it Word draws its own.
    """
    height = 'w:line="240" w:lineRule="auto"' if ruled else 'w:line="20" w:lineRule="exact"'
    line = f"<w:r><w:{name}/></w:r>" if ruled else ""
    held = f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" {height}/></w:pPr>{line}</w:p>'
    return f'<w:{kind} w:type="{name}" w:id="{number}">{held}</w:{kind}>'


def _declare_in_settings(settings: Any, kind: NoteKind) -> None:
    declared = _declaration(settings, kind)
    for _, number in _SEPARATORS:
        declared.append(OxmlElement(f"w:{kind}", {qn("w:id"): str(number)}))
    known = {qn(f"w:{name}") for name in _LATER_IN_SETTINGS} | {_MATH}
    later = next((child for child in settings if child.tag in known), None)
    if later is None:
        settings.append(declared)
    else:
        later.addprevious(declared)


def _declare_in_section(section: Any, kind: NoteKind) -> None:
    declared = _declaration(section, kind)
    before = {qn(name) for name in _BEFORE_IN_SECTION}
    place = sum(child.tag in before for child in section)
    section.insert(place, declared)


def _declaration(parent: Any, kind: NoteKind) -> Any:
    """Return a new ``w:endnotePr`` or ``w:footnotePr`` for *parent*, whose own is removed.

    Decimal numbers must be asked for twice: Word's default for endnotes is i, ii, iii, and LibreOffice
    reads only what the section says.
    """
    for old in parent.findall(qn(f"w:{kind}Pr")):
        parent.remove(old)
    decimal = OxmlElement("w:numFmt", {qn("w:val"): "decimal"})
    declared = OxmlElement(f"w:{kind}Pr")
    declared.append(decimal)
    return declared
