"""More than eighty looks: from tools that write Word files, and one made by hand for each known trap."""

import io
from collections.abc import Mapping
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm, Pt, RGBColor

from tests.support.checkout import CHECKOUT
from tests.support.hostile_looks import ATTACKS
from tests.support.look_builder import (
    LOOK,
    NAMESPACES,
    PNG,
    WHO,
    drawing,
    field,
    look,
    paragraph,
    relations,
    run,
    simple,
)
from tests.support.ooxml import read

FILES = CHECKOUT / "tests/word/looks"
"""Files that tools wrote: pandoc, LibreOffice, AbiWord, and packages of npm."""
A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
ON_ITS_SIDE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
MARGINS = '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="709" w:footer="709"/>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{}</w:style>'
STREET = "Street 12, Ruritania City"
KINDS = {"default": "d", "first": "f", "even": "e"}


class ManyLook(NamedTuple):
    """A look, and what the documents made with it must show and must not show."""

    data: bytes
    shows: tuple[str, ...] = ()
    """Lines of the outline: ``header (default): Street 12``."""
    hides: tuple[str, ...] = ()
    """What no part of the document may hold."""
    page: tuple[int, int] = (11906, 16838)
    """Width and height of the first page, in twips."""


def word_package(
    body: str,
    *,
    styles: str | None = NORMAL.format(""),
    numbering: str | None = None,
    settings: str | None = "",
    margins: Mapping[str, str] | None = None,
    parts: Mapping[str, bytes] | None = None,
    main_type: str = MAIN,
    main: str = "word/document.xml",
    prefix: str = "",
) -> bytes:
    """Return a Word file made from nothing: its *body*, and the content of the other parts.

    *margins* has the content of headers (``h…``) and footers (``f…``) by id. With ``None`` a part is absent.
    """
    folder, _, name = main.rpartition("/")
    found: dict[str, bytes] = {main: _part("document", f"<w:body>{body}</w:body>")}
    related: dict[str, tuple[str, str]] = {}
    for kind, inner in (("styles", styles), ("numbering", numbering), ("settings", settings)):
        if inner is not None:
            found[f"{folder}/{kind}.xml"] = _part(kind, inner)
            related[f"r{kind}"] = (kind, f"{prefix}{kind}.xml")
    for number, inner in (margins or {}).items():
        kind, root = ("header", "hdr") if number.startswith("h") else ("footer", "ftr")
        found[f"{folder}/{number}.xml"] = _part(root, inner)
        related[number] = (kind, f"{prefix}{number}.xml")
    found |= parts or {}
    for part in parts or {}:
        if part.startswith(f"{folder}/media/"):
            related["rImage"] = ("image", part.removeprefix(f"{folder}/"))
    found[f"{folder}/_rels/{name}.rels"] = relations(related)
    found["_rels/.rels"] = relations({"r1": ("officeDocument", main)})
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{main_type}"/></Types>'
    )
    return zipped({"[Content_Types].xml": types.encode(), **found})


def _part(root: str, inner: str) -> bytes:
    return f"<w:{root} {NAMESPACES}>{inner}</w:{root}>".encode()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of *parts*, in their order."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def style(
    name: str, inner: str = "", *, kind: str = "paragraph", style_id: str = "", default: str = ""
) -> str:
    """Return a style called *name*."""
    chosen = default and ' w:default="1"'
    return (
        f'<w:style w:type="{kind}"{chosen} w:styleId="{style_id or name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/>{inner}</w:style>'
    )


def section(*references: str, page: str = A4, more: str = "") -> str:
    """Return a section that refers to headers and footers: ``h1``, ``first h2``, ``even f3``."""
    pieces = []
    for reference in references:
        kind, _, number = reference.rpartition(" ")
        tag = "header" if number.startswith("h") else "footer"
        pieces.append(f'<w:{tag}Reference w:type="{kind or "default"}" r:id="{number}"/>')
    return f"<w:sectPr>{''.join(pieces)}{page}{MARGINS}{more}</w:sectPr>"


def break_after(*references: str, page: str = A4, more: str = "") -> str:
    """Return a paragraph that ends a section."""
    return f"<w:p><w:pPr>{section(*references, page=page, more=more)}</w:pPr></w:p>"


def shows(text: str, pages: str = "default", part: str = "header") -> str:
    """Return the line of the outline for a header or footer."""
    return f"{part} ({pages}): {text}"


# ---- from tools ----


def _from_tools() -> dict[str, ManyLook]:
    expected = {
        "npm-docx": ((shows("Head of npm"),), (11906, 16838)),
        "html-to-docx": ((shows("Header of a web page"),), (12240, 15840)),
        "officegen": ((shows("Header of officegen"),), (11906, 16838)),
        "html-docx-js": ((), (12240, 15840)),
        "abiword": ((), (12240, 15840)),
        "pandoc": ((), (11906, 16838)),
        "pandoc-reference": ((), (11906, 16838)),
        "libreoffice-odt": ((), (12240, 15840)),
        "libreoffice-rtf": ((), (12240, 15840)),
        "libreoffice-html": ((), (11906, 16838)),
        "libreoffice-doc": ((shows("Haus der Hilfe, Hauptstraße 1"),), (11906, 16838)),
        "libreoffice-letterhead": ((shows("Haus der Hilfe, Hauptstraße 1"),), (11906, 16838)),
    }
    from_files = {
        name: ManyLook((FILES / f"{name}.docx").read_bytes(), lines, page=page)
        for name, (lines, page) in expected.items()
    }
    return {**from_files, **_from_python_docx()}


def _from_python_docx() -> dict[str, ManyLook]:
    def saved(word: docx.document.Document) -> bytes:
        buffer = io.BytesIO()
        word.save(buffer)
        return buffer.getvalue()

    plain, letter, turned = docx.Document(), docx.Document(), docx.Document()
    letter.sections[0].header.paragraphs[0].text = STREET
    letter.sections[0].footer.paragraphs[0].add_run().add_picture(io.BytesIO(PNG), Cm(1))
    letter.styles["Normal"].font.name = "Georgia"
    letter.styles["Normal"].font.size = Pt(9)
    letter.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0x20)
    first = turned.sections[0]
    first.different_first_page_header_footer = True
    first.first_page_header.paragraphs[0].text = "First"
    first.header.paragraphs[0].text = STREET
    last = turned.add_section(WD_SECTION.NEW_PAGE)
    last.orientation, last.page_width, last.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    page = (12240, 15840)
    return {
        "python-docx": ManyLook(saved(plain), page=page),
        "python-docx, letterhead": ManyLook(saved(letter), (shows(STREET),), page=page),
        "python-docx, two sections": ManyLook(
            saved(turned), (shows(STREET), shows("First", "first")), page=page
        ),
    }


# ---- packages with parts missing, moved or in another form ----


def _packages() -> dict[str, ManyLook]:
    text = paragraph(run("Text"))
    one_header = {"h1": paragraph(run(STREET))}
    body = text + section("h1")
    parts = dict(read(word_package(body, margins=one_header)))
    utf_16 = {name: data.decode().encode("utf-16") for name, data in parts.items() if "header" in name}
    strict = {name: _strict(data) for name, data in parts.items()}
    metric = A4.replace("11906", "21cm").replace("16838", "297mm")
    gone = dict(parts)
    del gone["word/h1.xml"]
    template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    macros = "application/vnd.ms-word.{}.main+xml"
    made: dict[str, tuple[bytes, bool]] = {
        "no styles": (word_package(body, styles=None, margins=one_header), True),
        "no settings": (word_package(body, settings=None, margins=one_header), True),
        "only a body": (word_package(text, styles=None, settings=None), False),
        "no section": (word_package(text), False),
        "an empty body": (word_package(""), False),
        "a template": (word_package(body, margins=one_header, main_type=template), True),
        "macros": (
            word_package(
                body, margins=one_header, main_type=macros.format("document.macroEnabled"),
                parts={"word/vbaProject.bin": b"Maria Example"},
            ),
            True,
        ),
        "a template with macros": (
            word_package(
                body, margins=one_header, main_type=macros.format("template.macroEnabledTemplate")
            ),
            True,
        ),
        "another name of the main part": (
            word_package(body, margins=one_header, main="word/document2.xml"), True,
        ),
        "another folder": (word_package(body, margins=one_header, main="doc/main.xml"), True),
        "absolute targets": (word_package(body, margins=one_header, prefix="/word/"), True),
        "byte order marks": (zipped({k: b"\xef\xbb\xbf" + v for k, v in parts.items()}), True),
        "UTF-16": (zipped({**parts, **utf_16}), True),
        "parts in another order": (zipped(dict(reversed(parts.items()))), True),
        "a header that is gone": (zipped(gone), False),
        "Strict": (zipped(strict), True),
        "Strict, in centimetres": (
            zipped(
                {
                    name: _strict(data)
                    for name, data in read(
                        word_package(text + section("h1", page=metric), margins=one_header)
                    ).items()
                }
            ),
            True,
        ),
    }  # fmt: skip
    return {
        name: ManyLook(data, (shows(STREET),) if has_header else (), ("Maria Example",))
        for name, (data, has_header) in made.items()
    }


def _strict(data: bytes) -> bytes:
    """Return a part in the namespaces of a Strict Open XML Document."""
    for group in (b"wordprocessingml", b"drawingml", b"officeDocument"):
        usual = b"http://schemas.openxmlformats.org/" + group + b"/2006/"
        data = data.replace(usual, b"http://purl.oclc.org/ooxml/" + group + b"/")
    return data


# ---- sections, headers and pages ----


def _pages() -> dict[str, ManyLook]:
    margins = {
        "h1": paragraph(run(STREET)),
        "h2": paragraph(run("First")),
        "h3": paragraph(run("Even")),
        "f1": paragraph(run("Account 99") + simple("PAGE", run("1"))),
        "h9": "<w:p/>",
    }
    first_page = "<w:titlePg/>"
    long_table = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    )
    made: dict[str, tuple[str, tuple[str, ...], tuple[int, int]]] = {
        "header only before a break": (
            break_after("h1", "f1") + section(),
            (shows(STREET), shows("Account 99{PAGE = 1}", part="footer")), (11906, 16838),
        ),
        "last section on its side": (
            break_after("h1") + section(page=ON_ITS_SIDE), (shows(STREET),), (11906, 16838),
        ),
        "first section on its side": (
            break_after("h1", page=ON_ITS_SIDE) + section(), (shows(STREET),), (16838, 11906),
        ),
        "an empty header on the cover": (
            break_after("h9") + break_after("h1") + section("f1"), (shows(STREET),), (11906, 16838),
        ),
        "first and even pages": (
            section("h1", "first h2", "even h3", more=first_page),
            (shows(STREET), shows("First", "first"), shows("Even", "even")), (11906, 16838),
        ),
        "only the first page has a header": (
            section("first h1", more=first_page), (shows(STREET, "first"),), (11906, 16838),
        ),
        "columns": (
            section("h1", more='<w:cols w:num="3" w:space="200"/>'), (shows(STREET),), (11906, 16838),
        ),
        "Letter": (
            section("h1", page='<w:pgSz w:w="12240" w:h="15840"/>'), (shows(STREET),), (12240, 15840),
        ),
        "A5": (section("h1", page='<w:pgSz w:w="8391" w:h="11906"/>'), (shows(STREET),), (8391, 11906)),
        "no room on the page": (
            section("h1", page='<w:pgSz w:w="3000" w:h="3000"/>'), (shows(STREET),), (11906, 16838),
        ),
        "a page of fractions": (
            section("h1", page='<w:pgSz w:w="11906.4" w:h="16838.2"/>'), (shows(STREET),), (11906, 16838),
        ),
        "borders, line numbers and a grid": (
            section(
                "h1",
                more='<w:pgBorders><w:top w:val="single" w:sz="4" w:space="24"/></w:pgBorders>'
                '<w:lnNumType w:countBy="5"/><w:docGrid w:linePitch="360"/>',
            ),
            (shows(STREET),), (11906, 16838),
        ),
        "a record of another section": (
            f"<w:p><w:pPr><w:sectPr>{A4}{MARGINS}<w:sectPrChange {WHO}><w:sectPr>{ON_ITS_SIDE}</w:sectPr>"
            f"</w:sectPrChange></w:sectPr></w:pPr></w:p>{section('h1')}",
            (shows(STREET),), (11906, 16838),
        ),
        "tables in the body": (long_table * 2 + section("h1"), (shows(STREET),), (11906, 16838)),
    }  # fmt: skip
    settings = "<w:evenAndOddHeaders/>"
    return {
        name: ManyLook(
            word_package(body, margins=margins, settings=settings if "even" in name else ""), lines, page=page
        )
        for name, (body, lines, page) in made.items()
    }


# ---- what stands in a header ----


def _headers() -> dict[str, ManyLook]:
    gallery = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Bottom of Page)"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
        f"{paragraph(run('Page ') + field(' PAGE ', run('1')))}</w:sdtContent></w:sdt>"
    )
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w14"></mc:Choice><mc:Fallback><w:pict>'
        '<v:shape id="a" style="width:100pt;height:20pt"><v:textbox><w:txbxContent>'
        f"{paragraph(run(STREET))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Gone"/><w:tblW w:w="100%" w:type="pct"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="4000.5" w:type="dxa"/></w:tcPr>'
        f"{paragraph(run(STREET))}</w:tc></w:tr></w:tbl><w:p/>"
    )
    properties = '<w:pPr><w:pStyle w:val="Gone"/><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'
    gone = paragraph(f"{properties}{run(STREET)}")
    return {
        "logo": ManyLook(
            look(
                paragraph(run(STREET) + drawing('r:embed="rId1"')),
                header_relations={"rId1": ("image", "media/logo.png")},
                parts={"word/media/logo.png": PNG},
            ),
            (shows(STREET),),
        ),
        "logo that is gone": ManyLook(
            look(
                paragraph(run(STREET) + drawing('r:embed="rId1"')),
                header_relations={"rId1": ("image", "media/gone.png")},
            ),
            (shows(STREET),),
        ),
        "page number from the gallery": ManyLook(look(gallery), (shows("Page {PAGE = 1}"),)),
        "text box": ManyLook(look(paragraph(box)), (), ()),
        "table with a style that is gone": ManyLook(look(table), ()),
        "style and list that are gone": ManyLook(look(gone), (shows(STREET),)),
    }


# ---- styles and lists ----


def _styles() -> dict[str, ManyLook]:
    loop = "".join(
        style(name, f'<w:basedOn w:val="{after}"/>') for name, after in (("A", "B"), ("B", "C"), ("C", "A"))
    )
    german = (
        style("Normal", style_id="Standard", default="1")
        + style("heading 1", '<w:basedOn w:val="Standard"/>', style_id="berschrift1")
        + style("Title", style_id="Titel")
        + style("header", style_id="Kopfzeile")
        + style("Default Paragraph Font", kind="character", style_id="Absatz-Standardschriftart", default="1")
    )
    chinese = (
        style("Normal", style_id="a", default="1")
        + style("heading 1", style_id="1")
        + style("heading 2", style_id="2")
        + style("Default Paragraph Font", kind="character", style_id="a0", default="1")
    )
    arabic = style(
        "Normal", '<w:pPr><w:bidi/><w:jc w:val="start"/></w:pPr><w:rPr><w:rtl/></w:rPr>', default="1"
    )
    google = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" '
        'w:hAnsi="Arial"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault>'
        '<w:pPr><w:spacing w:line="276.0005454545455" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        + style("Normal", default="1")
        + style("Table Normal", kind="table", style_id="TableNormal", default="1")
        + style(
            "heading 1",
            '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext w:val="1"/>'
            '<w:spacing w:after="120" w:before="400" w:lineRule="auto"/></w:pPr>'
            '<w:rPr><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr>',
        )
        + style("Title", '<w:rPr><w:sz w:val="52"/></w:rPr>')
        + style("Subtitle", '<w:rPr><w:i w:val="0"/><w:color w:val="666666"/><w:sz w:val="30"/></w:rPr>')
    )
    odd_normal = (
        '<w:pPr><w:pageBreakBefore/><w:numPr><w:numId w:val="3"/></w:numPr><w:spacing w:after="0"/>'
        '<w:ind w:firstLine="720"/><w:jc w:val="right"/><w:outlineLvl w:val="0"/></w:pPr>'
        '<w:rPr><w:b/><w:caps/><w:color w:val="FF0000"/><w:sz w:val="40"/></w:rPr>'
    )
    dark = NORMAL.format('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>')
    disordered = (
        '<w:rPr><w:sz w:val="24"/><w:bCs/><w:b/><w:b/><w:rFonts w:ascii="Arial"/></w:rPr>'
        '<w:pPr><w:jc w:val="end"/><w:keepNext/><w:shd w:fill="EEEEEE"/></w:pPr><w:basedOn w:val="Normal"/>'
    )
    numbered = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
    latent = (
        '<w:latentStyles w:count="2" w:defSemiHidden="1"><w:lsdException w:name="heading 1"/>'
        '<w:lsdException w:name="Title"/></w:latentStyles>'
    )
    made = {
        "circular styles": NORMAL.format("") + loop,
        "a style based on itself": NORMAL.format("") + style("Title", '<w:basedOn w:val="Title"/>'),
        "styles based on nothing": NORMAL.format("")
        + style("Title", '<w:basedOn w:val="Gone"/><w:next w:val="Gone"/><w:link w:val="Gone"/>'),
        "the same id twice": NORMAL.format("")
        + style("Title")
        + style("Title")
        + style("title", style_id="Title"),
        "no default style": style("Title"),
        "styles without id or name": NORMAL.format("")
        + '<w:style w:type="paragraph"><w:name w:val="Title"/></w:style><w:style w:styleId="x"/>',
        "a character style called Title": NORMAL.format("")
        + style("Title", kind="character", style_id="Title"),
        "a table style called Quote": NORMAL.format("") + style("Quote", kind="table"),
        "aliases": NORMAL.format("") + style("Chapter", '<w:aliases w:val="H1,heading 1"/>'),
        "aliases in the name": NORMAL.format("") + style("heading 1,H1"),
        "capitals": style("NORMAL", default="1") + style("HEADING 1") + style("TITLE"),
        "German ids": german,
        "Chinese ids": chinese,
        "French names": NORMAL.format("") + style("Titre 1") + style("Corps de texte") + style("Citation"),
        "Russian names": NORMAL.format("")
        + style("Заголовок 1", style_id="x")
        + style("Название", style_id="y"),
        "right to left": arabic,
        "Google Docs": google,
        "latent styles": latent + NORMAL.format(""),
        "a peculiar default style": NORMAL.format(odd_normal),
        "white text": dark,
        "another order of properties": NORMAL.format("") + style("Title", disordered),
        "numbered headings": NORMAL.format("") + style("heading 1", numbered) + style("heading 2", numbered),
        "a bullet style without a list": NORMAL.format("") + style("List Bullet") + style("Recommendation"),
        "a list style": NORMAL.format("")
        + style("Numbered Paragraph", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>')
        + style("Our list", numbered, kind="numbering", style_id="OurList"),
    }
    numbering = (
        '<w:abstractNum w:abstractNumId="5"><w:nsid w:val="A99"/><w:multiLevelType w:val="multilevel"/>'
        '<w:styleLink w:val="OurList"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1)"/><w:lvlJc w:val="start"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="6"><w:multiLevelType w:val="multilevel"/>'
        '<w:numStyleLink w:val="OurList"/></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="6"/></w:num>'
        '<w:num w:numId="8"><w:abstractNumId w:val="77"/></w:num>'
    )
    margins = {"h1": paragraph(run(STREET))}
    return {
        name: ManyLook(
            word_package(section("h1"), styles=styles, numbering=numbering, margins=margins), (shows(STREET),)
        )
        for name, styles in made.items()
    }


# ---- what must not get into a document ----

_HOSTILE = (
    *(
        "two authors",
        "complex FILENAME",
        "mail merge",
        "variables",
        "linked picture",
        "INCLUDEPICTURE",
        "comments",
    ),
    *("bound control", "permission", "hidden text", "object", "control", "imported file", "subdocument"),
    *("macros", "stored data and glossary", "printer", "marks of sessions", "picture of another format"),
    *("protection", "attached template", "linked and embedded picture", "old picture with a source"),
)
"""Those of the hostile looks that each remove something else."""


def _hostile() -> dict[str, ManyLook]:
    return {
        f"hostile: {name}": ManyLook(ATTACKS[name].data, hides=("Maria Example", r"C:\Users\maria"))
        for name in _HOSTILE
    }


MANY_LOOKS: dict[str, ManyLook] = {
    "bundled": ManyLook(LOOK),
    **_from_tools(),
    **_packages(),
    **_pages(),
    **_headers(),
    **_styles(),
    **_hostile(),
}
