"""Document properties: title, authors, language, words. Nothing about the machine or its user."""

from datetime import date

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from drafter.model.blocks import Properties
from drafter.word.ooxml import DECLARATION, escape_xml
from drafter.word.package import SEAL_PART, seal_xml

_CORE_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_APP_NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'


def add_properties(package: Package, properties: Properties) -> None:
    """Add the core properties, the number of words and an empty seal to *package*."""
    custom = seal_xml("")  # filled in when all other parts are complete
    for name, content_type, relation, xml in (
        ("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, _core_xml(properties).encode()),
        (
            "/docProps/app.xml",
            CT.OFC_EXTENDED_PROPERTIES,
            RT.EXTENDED_PROPERTIES,
            _app_xml(properties).encode(),
        ),
        (f"/{SEAL_PART}", CT.OFC_CUSTOM_PROPERTIES, RT.CUSTOM_PROPERTIES, custom),
    ):
        package.relate_to(Part(PackURI(name), content_type, xml, package), relation)


def _core_xml(properties: Properties) -> str:
    """Return the XML of the core properties, without empty ones; with dates only if *properties* has one."""
    values = {
        "dc:title": properties.title,
        "dc:creator": properties.authors,
        "dc:subject": properties.subject,
        "cp:keywords": properties.keywords,
        "dc:language": properties.language.proofing,
    }
    inner = "".join(f"<{tag}>{escape_xml(value)}</{tag}>" for tag, value in values.items() if value)
    if properties.date:
        day = f"{date.fromisoformat(properties.date)}T00:00:00Z"
        for tag in ("dcterms:created", "dcterms:modified"):
            inner += f'<{tag} xsi:type="dcterms:W3CDTF">{day}</{tag}>'
    return f"{DECLARATION}<cp:coreProperties {_CORE_NAMESPACES}>{inner}</cp:coreProperties>"


def _app_xml(properties: Properties) -> str:
    return f"{DECLARATION}<Properties {_APP_NAMESPACE}><Words>{properties.words}</Words></Properties>"
