"""The two styles of comments, which a look seldom has."""

from collections.abc import Collection, Iterator
from itertools import chain, count

from docx.oxml.parser import parse_xml

from drafter.frozen import frozen
from drafter.word.ooxml import NAMESPACES
from drafter.word.xml_tree import Element, W


@frozen
class CommentStyles:
    """The ids of the styles of comments."""

    text: str
    reference: str


def comment_styles(root: Element) -> CommentStyles:
    """Return the styles of comments in the styles *root* of a document; those that are missing are added."""
    return CommentStyles(
        _style_id(
            root,
            "paragraph",
            "Comment Text",
            '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
            '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>',
        ),
        _style_id(
            root, "character", "Comment Reference", '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
        ),
    )


def _style_id(root: Element, kind: str, shown_name: str, properties: str) -> str:
    """Return the id of the style of this *kind* that Word shows as *shown_name*; add it if it is missing."""
    saved_name = shown_name.lower().replace("comment", "annotation")
    names = {shown_name.lower(), saved_name}
    for style in root.iter(f"{W}style"):
        if style.get(f"{W}type", "paragraph") == kind and names.intersection(_names(style)):
            return str(style.get(f"{W}styleId"))
    style_id = _unused(shown_name.replace(" ", ""), {style.get(f"{W}styleId") for style in root})
    name = _unused(saved_name, {name for style in root.iter(f"{W}style") for name in _names(style)})
    root.append(
        parse_xml(
            f'<w:style {NAMESPACES} w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>'
            f'<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>{properties}</w:style>'
        )
    )
    return style_id


def _names(style: Element) -> Iterator[str]:
    """Yield the name and the aliases of *style* in small letters."""
    for tag in ("name", "aliases"):
        element = style.find(f"{W}{tag}")
        text = "" if element is None else element.get(f"{W}val", "")
        yield from (name.strip().lower() for name in text.split(",") if name.strip())


def _unused(name: str, used: Collection[str | None]) -> str:
    """Return *name*, with a number if it is in *used*."""
    numbered = (f"{name}{number}" for number in count(2))
    return next(each for each in chain((name,), numbered) if each not in used)
