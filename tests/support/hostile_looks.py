"""Looks that carry people, machines and links; with each, what drafter has to say that it left out."""

from typing import NamedTuple

from tests.support.look_builder import (
    JPEG,
    NAMESPACES,
    PNG,
    PNG_WITH_NOTES,
    SECRET_PATH,
    WHO,
    drawing,
    field,
    look,
    paragraph,
    relations,
    run,
    simple,
)


class Attack(NamedTuple):
    """A hostile look, and what drafter says that it left out."""

    data: bytes
    said: tuple[str, ...] = ()


def quoted(code: str) -> str:
    """Return *code* as it stands in XML."""
    return code.replace('"', "&quot;")


def _fields() -> dict[str, Attack]:
    secret = run(SECRET_PATH)
    names = {
        "FILENAME": r"FILENAME \p",
        "AUTHOR": "AUTHOR",
        "LASTSAVEDBY": "LASTSAVEDBY",
        "USERNAME": "USERNAME",
        "USERINITIALS": "USERINITIALS",
        "USERADDRESS": "USERADDRESS",
        "INCLUDETEXT": r'INCLUDETEXT "C:\\Users\\maria\\text.docx"',
        "DDEAUTO": r'DDEAUTO excel "C:\\Users\\maria\\a.xlsx" a1',
        "DDE": r'DDE excel "C:\\Users\\maria\\a.xlsx" a1',
        "LINK": r'LINK Excel.Sheet.8 "C:\\Users\\maria\\a.xlsx" a1 \a',
        "MERGEFIELD": "MERGEFIELD Client_Name",
        "DOCPROPERTY": "DOCPROPERTY Client",
        "DATABASE": r'DATABASE \d "C:\\Users\\maria\\a.mdb"',
        "TEMPLATE": r"TEMPLATE \p",
        "DOCVARIABLE": "DOCVARIABLE client",
        "COMMENTS": "COMMENTS",
        "MACROBUTTON": "MACROBUTTON Maria Example",
        "REF": "REF client",
        "TOC": r"TOC \o",
        "SAVEDATE": "SAVEDATE",
    }
    found: dict[str, Attack] = {}
    for name, code in names.items():
        article = "an" if name[0] in "AEIO" else "a"
        said = (f"{article} {name} field",)
        found[f"complex {name}"] = Attack(look(paragraph(field(f" {quoted(code)} ", secret, split=4))), said)
        found[f"simple {name}"] = Attack(look(paragraph(simple(quoted(code), secret))), said)
    return found


def _changes() -> dict[str, Attack]:
    deleted = f"<w:del {WHO}><w:r><w:delText>Maria Example</w:delText></w:r></w:del>"
    said = ("tracked changes by one person",)
    mark = f"<w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>"
    cell = f"<w:tc><w:tcPr><w:cellDel {WHO}/></w:tcPr>{paragraph(run('Maria Example'))}</w:tc>"
    row = f"<w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc>{paragraph(run('Maria Example'))}</w:tc></w:tr>"
    return {
        "insertion": Attack(look(paragraph(f"<w:ins {WHO}>{run('Kept')}</w:ins>")), said),
        "deletion": Attack(look(paragraph(deleted + run("Kept"))), said),
        "two authors": Attack(
            look(paragraph(deleted + f'<w:ins w:id="3" w:author="Josef Other">{run("Kept")}</w:ins>')),
            ("tracked changes by two people",),
        ),
        "move": Attack(
            look(
                paragraph(
                    f'<w:moveFromRangeStart {WHO} w:name="maria"/><w:moveFrom {WHO}>{run("Maria Example")}'
                    f'</w:moveFrom><w:moveFromRangeEnd w:id="9"/><w:moveTo {WHO}>{run("Kept")}</w:moveTo>'
                )
            ),
            said,
        ),
        "deleted paragraph mark": Attack(look(f"<w:p>{mark}{run('Ke')}</w:p>{paragraph(run('pt'))}"), said),
        "deleted row and cell": Attack(
            look(f"<w:tbl>{row}<w:tr>{cell}<w:tc>{paragraph(run('Kept'))}</w:tc></w:tr></w:tbl><w:p/>"), said
        ),
        "format change in header": Attack(
            look(
                f"<w:p><w:pPr><w:pPrChange {WHO}><w:pPr/></w:pPrChange></w:pPr>"
                f"<w:r><w:rPr><w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr><w:t>Kept</w:t></w:r>"
                "</w:p>"
            ),
            said,
        ),
        "change in styles": Attack(
            look(
                styles='<w:style w:type="paragraph" w:styleId="Odd"><w:name w:val="Odd"/>'
                f"<w:rPr><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr></w:style>"
            ),
            said,
        ),
        "change in lists": Attack(
            look(changed={"word/numbering.xml": (
                "</w:numbering>",
                '<w:num w:numId="77"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
                f"<w:rPr><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr></w:lvl></w:lvlOverride></w:num>"
                "</w:numbering>",
            )}),
            said,
        ),
        "change of the section": Attack(
            look(changed={"word/document.xml": (
                "<w:titlePg/>", f"<w:titlePg/><w:sectPrChange {WHO}><w:sectPr/></w:sectPrChange>")}),
            said,
        ),
    }  # fmt: skip


def _settings() -> dict[str, Attack]:
    merge = (
        '<w:mailMerge><w:dataSource r:id="rId7"/><w:query w:val="SELECT * FROM C:\\Users\\maria\\a.mdb"/>'
        "</w:mailMerge>"
    )
    return {
        "mail merge": Attack(look(settings=merge), ("the data source of a mail merge",)),
        "attached template": Attack(
            look(
                settings='<w:attachedTemplate r:id="rId1"/>',
                parts={"word/_rels/settings.xml.rels": relations(
                    {"rId1": ("attachedTemplate", "file:///C:\\Users\\maria\\house.dotx")})},
            ),
            ("the path of its template",),
        ),
        "variables": Attack(
            look(settings='<w:docVars><w:docVar w:name="client" w:val="Maria Example"/></w:docVars>'),
            ("stored variables",),
        ),
        "protection": Attack(
            look(settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'),
            ("protection against editing",),
        ),
        "write protection": Attack(
            look(settings='<w:writeProtection w:recommended="1"/>'), ("protection against editing",)
        ),
        "transformation": Attack(
            look(settings='<w:saveThroughXslt r:id="rId1" w:solutionID="C:\\Users\\maria\\a.xsl"/>'),
            ("the path of a transformation",),
        ),
        "sessions": Attack(look(settings='<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>')),
    }  # fmt: skip


def _links() -> dict[str, Attack]:
    def link(address: str) -> bytes:
        inner = f'<w:hyperlink r:id="rId1" w:tooltip="{address}">{run("Kept")}</w:hyperlink>'
        return look(paragraph(inner), header_relations={"rId1": ("hyperlink", address)})

    said = ("a link to a file or a private address",)
    addresses = {
        "file": "file:///C:/Users/maria/look.docx",
        "drive": r"C:\Users\maria\look.docx",
        "share": r"\\server-of-maria\share\look.docx",
        "home": "file:/home/maria/look.odt",
        "intranet": "http://intranet/maria",
        "password": "https://maria:secret@example.org/",
        "script": "javascript:alert(1)",
    }
    found = {f"link to {name}": Attack(link(address), said) for name, address in addresses.items()}
    for name in ("file", "drive", "share"):
        path = addresses[name].replace("\\", "\\\\")
        code = f" HYPERLINK &quot;{path}&quot; "
        found[f"link field to {name}"] = Attack(
            look(paragraph(field(code, run("Kept")))), ("a HYPERLINK field",)
        )
    return found


def _pictures() -> dict[str, Attack]:
    remote, local_file = "https://tracker.example.org/logo.png", "file:///C:\\Users\\maria\\logo.png"
    linked = ("a linked picture",)
    embedded = {"word/media/image1.png": PNG_WITH_NOTES, "word/media/image2.jpg": JPEG}
    vml = (
        '<w:r><w:pict><v:shape alt="logo.png" href="file:///C:/Users/maria/a"><v:imagedata {} '
        'o:title="maria-logo"/></v:shape></w:pict></w:r>'
    )
    both = {"rId1": ("image", "media/image1.png"), "rId2": ("image", remote)}
    return {
        "linked picture": Attack(
            look(
                paragraph(drawing('r:link="rId2"') + run("Kept")),
                header_relations={"rId2": ("image", remote)},
            ),
            linked,
        ),
        "picture embedded from outside": Attack(
            look(
                paragraph(drawing('r:embed="rId2"') + run("Kept")),
                header_relations={"rId2": ("image", local_file)},
            ),
            linked,
        ),
        "linked and embedded picture": Attack(
            look(paragraph(drawing('r:embed="rId1" r:link="rId2"')), header_relations=both, parts=embedded),
            linked,
        ),
        "old picture with a source": Attack(
            look(
                paragraph(vml.format('r:id="rId1" r:href="rId2" src="C:\\Users\\maria\\logo.png"')),
                header_relations=both,
                parts=embedded,
            ),
            linked,
        ),
        "INCLUDEPICTURE": Attack(
            look(
                paragraph(
                    field(r" INCLUDEPICTURE &quot;C:\\Users\\maria\\logo.png&quot; \d ",
                          drawing('r:embed="rId1"') + run(SECRET_PATH))
                ),
                header_relations=both,
                parts=embedded,
            ),
            ("an INCLUDEPICTURE field",),
        ),
        "notes inside pictures": Attack(
            look(
                paragraph(
                    drawing('r:embed="rId1"', description=SECRET_PATH)
                    + drawing('r:embed="rId3"', name="maria.png")
                ),
                header_relations={**both, "rId3": ("image", "media/image2.jpg")},
                parts=embedded,
            ),
            ("the path of a file",),
        ),
        "picture of another format": Attack(
            look(
                paragraph(drawing('r:embed="rId1"') + run("Kept")),
                header_relations={"rId1": ("image", "media/image1.svg")},
                parts={"word/media/image1.svg": b'<svg><image href="file:///home/maria/a.png"/></svg>'},
            ),
            ("a picture that could not be cleaned",),
        ),
    }  # fmt: skip


def _others() -> dict[str, Attack]:
    bound = (
        '<w:sdt><w:sdtPr><w:alias w:val="Maria Example"/><w:dataBinding w:xpath="/a" w:storeItemID="{{1}}"/>'
        "</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    )
    comments = f'<w:comments {NAMESPACES}><w:comment {WHO} w:initials="ME"><w:p/></w:comment></w:comments>'
    comment = (
        '<w:commentRangeStart w:id="9"/>'
        + run("Kept")
        + '<w:commentRangeEnd w:id="9"/><w:r><w:commentReference w:id="9"/></w:r>'
    )
    ole = (
        '<w:r><w:object><v:shape><v:imagedata r:id="rId1" o:title="maria"/></v:shape>'
        '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.8" r:id="rId2"/></w:object></w:r>'
    )
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
        + field(" MERGEFIELD client ", run("Maria Example"))
        + '<w:r><w:instrText> = "x" "Maria Example" ""</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("Maria Example")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    return {
        "comments": Attack(
            look(
                paragraph(comment),
                parts={"word/comments.xml": comments.encode()},
                main_relations={"rId90": ("comments", "comments.xml")},
            ),
            ("comments",),
        ),
        "bound control": Attack(
            look(bound.format(paragraph(run("Maria Example"))) + paragraph(run("Kept"))),
            ("a content control with stored data",),
        ),
        "permission": Attack(
            look(paragraph(f'<w:permStart w:id="1" w:ed="HOST\\maria"/>{run("Kept")}<w:permEnd w:id="1"/>')),
            ("permissions to edit",),
        ),
        "path as text over runs": Attack(
            look(paragraph(run("Kept C:\\Us") + run("ers\\maria\\lo") + run("ok.docx"))),
            ("the path of a file",),
        ),
        "hidden text": Attack(
            look(paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Maria Example</w:t></w:r>" + run("Kept"))),
            ("hidden text",),
        ),
        "object": Attack(
            look(
                paragraph(ole + run("Kept")),
                header_relations={"rId1": ("image", "media/i.png"), "rId2": ("oleObject", "o.bin")},
                parts={"word/media/i.png": PNG, "word/o.bin": b"Maria Example"},
            ),
            ("an embedded object",),
        ),
        "control": Attack(
            look(
                paragraph('<w:r><w:control r:id="rId1"/></w:r>' + run("Kept")),
                header_relations={"rId1": ("control", "activeX/a.xml")},
                parts={"word/activeX/a.xml": b"<a>Maria Example</a>"},
            ),
            ("an ActiveX control",),
        ),
        "imported file": Attack(
            look(
                '<w:altChunk r:id="rId1"/>' + paragraph(run("Kept")),
                header_relations={"rId1": ("aFChunk", "a.html")},
                parts={"word/a.html": b"Maria Example"},
            ),
            ("an imported file",),
        ),
        "subdocument": Attack(
            look(
                '<w:subDoc r:id="rId1"/>' + paragraph(run("Kept")),
                header_relations={"rId1": ("subDocument", "file:///C:\\Users\\maria\\a.docx")},
            ),
            ("a subdocument",),
        ),
        "macros": Attack(
            look(
                parts={"word/vbaProject.bin": b"Maria Example"},
                main_relations={"rId90": ("vbaProject", "vbaProject.bin")},
                changed={"[Content_Types].xml": (
                    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    "vnd.ms-word.document.macroEnabled.main+xml",
                )},
            ),
            ("macros",),
        ),
        "field inside a condition": Attack(look(paragraph(nested + run("Kept"))), ("a MERGEFIELD field",)),
        "field that does not end": Attack(
            look(
                paragraph(
                    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>FILENAME</w:instrText></w:r>'
                    + run(SECRET_PATH)
                )
                + paragraph(run("Kept"))
            ),
            ("a FILENAME field",),
        ),
        "field named for a person": Attack(
            look(paragraph(simple("MariaExample", run("Maria Example")) + run("Kept"))), ("an unknown field",)
        ),
        "stored data and glossary": Attack(
            look(
                parts={
                    "customXml/item1.xml": b"<a>Maria Example C:\\Users\\maria\\a</a>",
                    "word/glossary/document.xml": f"<w:x {NAMESPACES} {WHO}/>".encode(),
                    "word/people.xml": b"<a>Maria Example</a>",
                    "word/webSettings.xml": f'<w:webSettings {NAMESPACES} {WHO}/>'.encode(),
                },
                main_relations={
                    "rId90": ("customXml", "../customXml/item1.xml"),
                    "rId91": ("glossaryDocument", "glossary/document.xml"),
                    "rId92": ("people", "people.xml"),
                    "rId93": ("webSettings", "webSettings.xml"),
                },
            ),
        ),
        "printer": Attack(
            look(
                changed={"word/document.xml": ("<w:pgSz ", '<w:printerSettings r:id="rId90"/><w:pgSz ')},
                parts={"word/printerSettings/p.bin": rb"\\server-of-maria\printer"},
                main_relations={"rId90": ("printerSettings", "printerSettings/p.bin")},
            ),
        ),
        "marks of sessions": Attack(
            look('<w:p w:rsidR="00AB12CD" w14:paraId="00AB12CD" w:rsidRDefault="00AB12CD">'
                 f"{run('Kept')}</w:p>"),
        ),
        "name of the zip's parts": Attack(
            look(
                paragraph(drawing('r:embed="rId1"')),
                header_relations={"rId1": ("image", "media/Maria Example.png")},
                parts={"word/media/Maria Example.png": PNG},
            ),
        ),
    }  # fmt: skip


ATTACKS: dict[str, Attack] = {
    **_fields(), **_changes(), **_settings(), **_links(), **_pictures(), **_others()
}  # fmt: skip
