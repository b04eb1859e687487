"""A look without a footer and without page numbers gets the footer of the bundled look."""

from collections.abc import Callable

from docx.oxml.parser import OxmlElement

from drafter.word.bundled_look import bundled_root
from drafter.word.style_recognition import style_name
from drafter.word.xml_tree import Element, R, W, is_on, serialise

FOOTER_PART, FOOTER_ID = "word/footer-with-page-numbers.xml", "footer-with-page-numbers"
"""The name of the footer in the package of the look, and the id of its relationship."""

RootBehind = Callable[[Element], Element | None]
"""Returns the root of the header or footer behind a reference, or ``None``."""


def lacks_page_numbers(section: Element, root_behind: RootBehind, shows: Callable[[Element], bool]) -> bool:
    """Return whether *section* shows no footer, and no page number in a header.

    *shows* says whether the header or footer with a root shows anything. A look with a footer of its own is
    left as it is.
    """
    for reference in section.iter(f"{W}headerReference", f"{W}footerReference"):
        root = root_behind(reference)
        if root is None or not shows(root):
            continue
        if reference.tag == f"{W}footerReference" or has_page_number(root):
            return False
    return True


def has_page_number(root: Element) -> bool:
    """Return whether the header or footer *root* prints the number of the page."""
    codes = [element.text or "" for element in root.iter(f"{W}instrText")]
    codes += [element.get(f"{W}instr", "") for element in root.iter(f"{W}fldSimple")]
    words = [code.split()[0].upper() for code in codes if code.split()]
    return "PAGE" in words or next(root.iter(f"{W}pgNum"), None) is not None


def add_footer(section: Element, *, even_pages: bool) -> None:
    """Let all pages of *section* show the footer with the id ``FOOTER_ID``."""
    for old in section.findall(f"{W}footerReference"):
        section.remove(old)
    kinds = ["default", *(["first"] if is_on(section, "titlePg") else []), *(["even"] if even_pages else [])]
    index = len(section.findall(f"{W}headerReference"))
    for number, kind in enumerate(kinds):
        attributes = {f"{W}type": kind, f"{R}id": FOOTER_ID}
        section.insert(index + number, OxmlElement("w:footerReference", attributes))


def footer_xml(styles: Element) -> bytes:
    """Return the bundled look's footer, in the style called ``footer`` among *styles*."""
    root = bundled_root("footer1")
    names = {style_name(style): style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    for reference in root.iter(f"{W}pStyle"):
        reference.set(f"{W}val", names["footer"])
    return serialise(root)
