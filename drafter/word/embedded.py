"""What a look's parts hold or point to beyond text: content controls, objects, pictures, links."""

from collections.abc import Callable

from lxml import etree

from drafter.word.left_out import LeftOut
from drafter.word.relations import Relation
from drafter.word.xml_tree import COMPATIBILITY, VML, A, Element, R, W, drop, local, nearest, unwrap

_OBJECTS = {
    "object": "an embedded object",
    "control": "an ActiveX control",
    "subDoc": "a subdocument",
    "altChunk": "an imported file",
    "contentPart": "handwriting",
    "movie": "a film",
}
"""Elements of Word that bring other content with them, and what each is called."""
_TRANSPARENT = (f"{W}smartTag", f"{W}customXml")
_BINDING = "dataBinding"
_DRAWINGS = (f"{W}drawing", f"{W}pict", f"{W}object")
_LINKED = {f"{R}link", f"{R}href"}

Keep = Callable[[Relation], str]
"""Take a relationship over into the new package and return its new id, or ``""`` where it may not stay."""


def open_controls(root: Element, left_out: LeftOut) -> None:
    """Replace content controls under *root* by their content; those that show placeholders or data go.

    What a bound control shows comes from properties or data of the look: an author, a company, a client.
    """
    for control in list(root.iter(f"{W}sdt")):
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        names = set() if properties is None else {local(child) for child in properties}
        if _BINDING in names:
            left_out.thing("a content control with stored data", "content controls with stored data")
        if content is None or names & {_BINDING, "showingPlcHdr"}:
            drop(control)
        else:
            unwrap(content)
            for end in [child for child in control if child.tag in (f"{W}sdtPr", f"{W}sdtEndPr")]:
                control.remove(end)
            unwrap(control)
    for wrapping in list(root.iter(*_TRANSPARENT)):
        for properties in wrapping.findall(f"{W}{local(wrapping)}Pr"):
            wrapping.remove(properties)
        unwrap(wrapping)


def drop_objects(root: Element, left_out: LeftOut) -> None:
    """Remove objects, controls, imported files and hidden text from under *root*."""
    for name, words in _OBJECTS.items():
        for element in list(root.iter(f"{W}{name}")):
            left_out.thing(words)
            drop(element)
    for hidden in list(root.iter(f"{W}vanish")):
        run = nearest(hidden, f"{W}r")
        if run is not None and hidden.get(f"{W}val", "1") not in ("0", "false", "off"):
            for text in run.findall(f"{W}t"):
                left_out.thing("hidden text")
                run.remove(text)


def clean_references(root: Element, relations: dict[str, Relation], keep: Keep, left_out: LeftOut) -> None:
    """Give every reference under *root* to another part its new id; remove what points where it may not.

    A picture that is both linked and embedded keeps the embedded copy.
    """
    for extension in [one for blip in root.iter(f"{A}blip") for one in blip.findall(f"{A}extLst")]:
        drop(extension)  # further copies of the picture, in formats that drafter does not clean
    for element in [one for one in root.iter(etree.Element) if _refers(one)]:
        linked = [name for name in _LINKED if name in element.attrib]
        for name in linked:
            del element.attrib[name]
        if linked:
            left_out.thing("a linked picture", "linked pictures")
        for name in [name for name in element.attrib if name.startswith(R)]:
            relation = relations.get(element.attrib.pop(name))
            number = "" if relation is None else keep(relation)
            if number:
                element.set(name, number)
            elif relation is not None and not linked:
                _say(element, relation, left_out)
        if not any(name.startswith(R) for name in element.attrib):
            _remove(element)


def _refers(element: Element) -> bool:
    return any(name.startswith(R) for name in element.attrib)


def _say(element: Element, relation: Relation, left_out: LeftOut) -> None:
    """Count what is removed because of *relation*."""
    if relation.kind == "hyperlink":
        left_out.thing("a link to a file or a private address", "links to files or private addresses")
    elif relation.kind == "image" and relation.external:
        left_out.thing("a linked picture", "linked pictures")
    elif relation.kind == "image":
        left_out.thing("a picture that could not be cleaned", "pictures that could not be cleaned")
    elif nearest(element, *_DRAWINGS) is not None:
        left_out.thing("a chart or diagram", "charts or diagrams")


def _remove(element: Element) -> None:
    """Remove *element*, which has lost what it pointed to. A link leaves its words; a picture goes whole."""
    if element.tag == f"{W}hyperlink":
        if not element.get(f"{W}anchor"):
            unwrap(element)
        return
    bullet, drawing, fill = (
        nearest(element, *tags) for tags in ((f"{W}numPicBullet",), _DRAWINGS, (f"{A}blipFill",))
    )
    if element.tag in (f"{VML}fill", f"{VML}stroke") or local(element).startswith("hlink"):
        drop(element)
    elif bullet is not None:
        drop(bullet)
    elif drawing is not None:
        _drop_drawing(drawing)
    elif fill is not None:  # in a theme, where a fill has to stay
        colour = etree.Element(f"{A}solidFill")
        etree.SubElement(colour, f"{A}schemeClr", val="phClr")
        fill.getparent().replace(fill, colour)
    else:
        drop(element)


def _drop_drawing(drawing: Element) -> None:
    """Remove the *drawing*, and the choice between two forms of it that it stands in."""
    choice = nearest(drawing, f"{COMPATIBILITY}AlternateContent")
    outer = choice is not None and nearest(choice, f"{W}txbxContent") is nearest(drawing, f"{W}txbxContent")
    drop(choice if outer else drawing)
