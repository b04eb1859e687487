"""An HTML page as a tree, and what is wrong with it for a screen reader or without a network."""

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

_VOID = frozenset({"meta", "br"})
_LOADING = frozenset({"script", "link", "img", "iframe", "object", "embed", "base", "form", "svg", "video"})


class Node:
    """An element of a page, with its children and texts in order."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.content: list[Node | str] = []

    def all(self, *tags: str) -> Iterator["Node"]:
        """Yield this element and those in it, of any of *tags* if there are any."""
        if not tags or self.tag in tags:
            yield self
        for child in self.content:
            if isinstance(child, Node):
                yield from child.all(*tags)

    @property
    def text(self) -> str:
        """The text in this element; a line break is ``"\\n"``."""
        if self.tag == "br":
            return "\n"
        return "".join(child if isinstance(child, str) else child.text for child in self.content)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> ends another element"

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)


def read_page(html: str) -> Node:
    """Return the root element of *html*. Fails if an element is not closed, or in the wrong order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, [node.tag for node in reader.open]
    return next(node for node in reader.open[0].content if isinstance(node, Node))


def page_faults(page: Node) -> list[str]:
    """Return what is wrong with *page*: what it loads, and what a screen reader could not use."""
    faults = [f"loads: {node.tag}" for node in page.all(*_LOADING)]
    faults += [
        f"{name} of {node.tag}"
        for node in page.all()
        for name in node.attributes
        if name == "src" or name == "style" or name.startswith("on")
    ]
    if not page.attributes.get("lang"):
        faults.append("no language")
    if not all(node.text for node in page.all("title")) or len(list(page.all("title"))) != 1:
        faults.append("no title")
    levels = [int(node.tag[1]) for node in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels[:1] != [1] or levels.count(1) != 1:
        faults.append(f"levels of headings: {levels}")
    faults += [
        f"heading h{after} after h{before}" for before, after in pairwise(levels) if after > before + 1
    ]
    faults += [
        f"cell without scope: {node.text}" for node in page.all("th") if "scope" not in node.attributes
    ]
    faults += [
        f"table without header: {node.text[:40]}" for node in page.all("table") if not list(node.all("th"))
    ]
    names = [node.attributes["id"] for node in page.all() if "id" in node.attributes]
    if len(names) != len(set(names)):
        faults.append("an id is used twice")
    targets = [node.attributes["href"] for node in page.all("a")]
    faults += [f"leads nowhere: {link}" for link in targets if link.startswith("#") and link[1:] not in names]
    faults += [f"odd link: {link}" for link in targets if not link.startswith(("#", "http://", "https://"))]
    return faults
