"""What can be wrong with the styles and lists of a look, put right: circles, gaps, a missing default."""

from docx.oxml.parser import OxmlElement

from drafter.word.xml_tree import Element, W, drop

_TRUE = {"1", "true", "on"}


def repair_styles(root: Element) -> None:
    """Break every circle of styles that are based on each other, and make one style the default."""
    for style in [one for one in root.iter(f"{W}style") if _without_name(one)]:
        drop(style)
    by_id = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}
    for style in by_id.values():
        _break_circle(style, by_id)
    _set_default(root)


def repair_lists(root: Element) -> None:
    """Remove the lists that have no number of their own or no definition, which no paragraph can use."""
    known = {one.get(f"{W}abstractNumId", "") for one in root.iter(f"{W}abstractNum")}
    for one in list(root.iter(f"{W}num")):
        definition = one.find(f"{W}abstractNumId")
        good = definition is not None and definition.get(f"{W}val", "x") in known
        if not good or not one.get(f"{W}numId", "").isdecimal() or not definition.get(f"{W}val").isdecimal():
            drop(one)


def based_on(style: Element) -> str:
    """Return the id of the style that *style* is based on, or ``""``."""
    found = style.find(f"{W}basedOn")
    return "" if found is None else str(found.get(f"{W}val", ""))


def _without_name(style: Element) -> bool:
    """Return whether the style lacks an id or a name, and so can be neither used nor found."""
    name = style.find(f"{W}name")
    return not style.get(f"{W}styleId") or name is None or not name.get(f"{W}val")


def _name(style: Element) -> str:
    return str(style.find(f"{W}name").get(f"{W}val")).lower()


def _break_circle(style: Element, by_id: dict[str, Element]) -> None:
    """Cut the link that leads back to a style that was passed on the way from *style*."""
    passed: set[str] = set()
    here: Element | None = style
    while here is not None:
        passed.add(here.get(f"{W}styleId"))
        following = based_on(here)
        if following in passed:
            here.remove(here.find(f"{W}basedOn"))
            return
        here = by_id.get(following)


def _set_default(root: Element) -> None:
    """Make Normal the default paragraph style where the look names none; add it where it is missing."""
    paragraphs = [one for one in root.iter(f"{W}style") if one.get(f"{W}type", "paragraph") == "paragraph"]
    if any(one.get(f"{W}default") in _TRUE for one in paragraphs):
        return
    normal = next((one for one in paragraphs if _name(one) == "normal"), None)
    if normal is None:
        known = {one.get(f"{W}styleId") for one in root.iter(f"{W}style")}
        number = "Normal" if "Normal" not in known else "DefaultParagraph"
        normal = OxmlElement("w:style", {f"{W}type": "paragraph", f"{W}styleId": number})
        normal.append(OxmlElement("w:name", {f"{W}val": "Normal"}))
        root.append(normal)
    normal.set(f"{W}default", "1")
