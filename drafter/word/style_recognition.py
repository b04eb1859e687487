"""Which style of a look is which: by Word's name, an alias, a name in another language, or the id."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from docx.oxml.parser import OxmlElement

from drafter.word.other_style_names import fold_name, is_other_name, other_names, plain_id
from drafter.word.xml_tree import Element, W


class StyleKey(NamedTuple):
    """What a style is known by. A character style is never the same as a paragraph style of its name."""

    name: str
    type: str
    """``paragraph``, ``character``, ``table`` or ``numbering``."""


_FEWEST_LETTERS = 3
"""Letters of an id that says anything: in other scripts Word keeps only the digit of ``Заголовок 1``."""

_Test: TypeAlias = Callable[[Element, StyleKey], bool]


def style_key(style: Element) -> StyleKey:
    """Return name and type of *style*."""
    return StyleKey(style_name(style), style.get(f"{W}type", "paragraph"))


def style_name(style: Element) -> str:
    """Return the name of *style*, or ``""``."""
    name = style.find(f"{W}name")
    return "" if name is None else str(name.get(f"{W}val", ""))


def style_aliases(style: Element) -> list[str]:
    """Return the other names of *style* that its author gave it."""
    aliases = style.find(f"{W}aliases")
    return [] if aliases is None else [alias.strip() for alias in aliases.get(f"{W}val", "").split(",")]


def recognised_styles(root: Element, wanted: Iterable[StyleKey]) -> dict[StyleKey, Element]:
    """Return the styles under *root* that are the *wanted* ones.

    A style whose name is right comes before one that is known by an alias, in another language or by its id.
    No style stands for two.
    """
    wanted = tuple(wanted)
    recognised: dict[StyleKey, Element] = {}
    taken: set[str] = set()
    for is_match in _TESTS:
        for key in wanted:
            if key in recognised:
                continue
            for style in _styles(root, key.type):
                if style.get(f"{W}styleId") not in taken and is_match(style, key):
                    recognised[key] = style
                    taken.add(style.get(f"{W}styleId"))
                    break
    return recognised


def rename_style(style: Element, name: str) -> None:
    """Call *style* by Word's *name*. The old name becomes an alias, so that fields with it still work."""
    old = style_name(style)
    if fold_name(old) == fold_name(name):
        style.find(f"{W}name").set(f"{W}val", name)
        return
    style.find(f"{W}name").set(f"{W}val", name)
    aliases = [alias for alias in style_aliases(style) if alias and fold_name(alias) != fold_name(name)]
    if "," not in old:
        aliases.append(old)
    for element in style.findall(f"{W}aliases"):
        style.remove(element)
    if aliases:
        style.find(f"{W}name").addnext(OxmlElement("w:aliases", {f"{W}val": ",".join(aliases)}))


def _styles(root: Element, kind: str) -> Iterator[Element]:
    return (style for style in root.iter(f"{W}style") if style.get(f"{W}type", "paragraph") == kind)


def _has_name(style: Element, key: StyleKey) -> bool:
    return fold_name(style_name(style)) == fold_name(key.name)


def _has_alias(style: Element, key: StyleKey) -> bool:
    """Return whether an alias of *style* is the name, also in the old form ``heading 1,H1``."""
    names = (*style_name(style).split(","), *style_aliases(style))
    return fold_name(key.name) in map(fold_name, names)


def _has_other_name(style: Element, key: StyleKey) -> bool:
    return any(is_other_name(name, key.name) for name in (style_name(style), *style_aliases(style)))


def _has_id(style: Element, key: StyleKey) -> bool:
    """Return whether the id of *style* comes from the name, such as ``Heading1`` or ``berschrift1``."""
    style_id = style.get(f"{W}styleId", "").lower()
    ids = {plain_id(name) for name in (key.name, *other_names(key.name))}
    return style_id in ids and sum(map(str.isalpha, style_id)) >= _FEWEST_LETTERS


_TESTS: tuple[_Test, ...] = (_has_name, _has_alias, _has_other_name, _has_id)
"""In the order in which they count."""
