"""What a cleaned look brings to a document: page, typeface, header, footer, styles."""

from typing import NamedTuple

from drafter.frozen import frozen
from drafter.word.bundled_look import bundled_styles
from drafter.word.look import Look
from drafter.word.look_footer import has_page_number
from drafter.word.package import read_parts
from drafter.word.relations import relations_of
from drafter.word.style_recognition import style_key
from drafter.word.style_values import StyleValues
from drafter.word.xml_tree import A, Element, R, W, int_attribute, parse

_MAIN, _STYLES, _THEME = "word/document.xml", "word/styles.xml", "word/theme/theme1.xml"
_PICTURES = (f"{W}drawing", f"{W}pict")
_TWIPS_PER_MM = 1440 / 25.4


class PageSize(NamedTuple):
    """The page and its margins, in millimetres."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int


@frozen
class Margin:
    """A header or footer: what it shows above or below the text."""

    part: str
    """``header`` or ``footer``."""
    pages: str
    """``default``, ``first`` or ``even``."""
    text: str
    pictures: int


@frozen
class LookSummary:
    """What drafter uses of a look."""

    page: PageSize
    font: str
    size: float
    """In points."""
    margins: tuple[Margin, ...]
    page_numbers: bool
    styles: tuple[str, ...]
    """The names of the look's own styles that a document uses."""


def summarise(look: Look) -> LookSummary:
    """Return what drafter uses of the cleaned *look*."""
    parts = read_parts(look.data)
    section = parse(parts[_MAIN]).find(f"{W}body/{W}sectPr")
    styles = parse(parts[_STYLES])
    values = StyleValues(styles)
    default = values.default_id()
    roots = _margin_roots(parts, section)
    own = {style_key(style) for style in styles.iter(f"{W}style")}
    used = (key.name for key in bundled_styles() if key in own and key.name not in look.filled_styles)
    return LookSummary(
        _page_size(section),
        _font(values, default, parts),
        values.size(default) / 2,
        tuple(
            Margin(part, pages, _text(root), len(list(root.iter(*_PICTURES)))) for part, pages, root in roots
        ),
        any(has_page_number(root) for _, _, root in roots),
        tuple(used),
    )


def _page_size(section: Element) -> PageSize:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    twips = [int_attribute(size, name) for name in ("w", "h")]
    twips += [int_attribute(margins, name) for name in ("top", "right", "bottom", "left")]
    return PageSize(*(round(abs(number or 0) / _TWIPS_PER_MM) for number in twips))


def _font(values: StyleValues, default: str, parts: dict[str, bytes]) -> str:
    """Return the typeface of the running text; ``""`` if the look names none."""
    theme = values.value(default, "rPr", "rFonts", attribute="asciiTheme")
    if not theme:
        return values.value(default, "rPr", "rFonts", attribute="ascii")
    kind = "major" if theme.startswith("major") else "minor"
    latin = parse(parts[_THEME]).find(f".//{A}{kind}Font/{A}latin")
    return "" if latin is None else str(latin.get("typeface", ""))


def _margin_roots(parts: dict[str, bytes], section: Element) -> list[tuple[str, str, Element]]:
    """Return ``header`` or ``footer``, the kind of pages, and the root of each header and footer."""
    relations = relations_of(parts, _MAIN, "")
    return [
        (part, reference.get(f"{W}type", "default"), parse(parts[relations[reference.get(f"{R}id")].target]))
        for part in ("header", "footer")
        for reference in section.findall(f"{W}{part}Reference")
    ]


def _text(root: Element) -> str:
    """Return the text of a header or footer on one line."""
    paragraphs = ("".join(text.text or "" for text in line.iter(f"{W}t")) for line in root.iter(f"{W}p"))
    return " ".join(" ".join(paragraphs).split())
