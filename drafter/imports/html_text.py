"""The text of the HTML in which the Universal Human Rights Index keeps recommendations."""

from html.parser import HTMLParser

from drafter.patterns import pattern

_MARKUP = pattern(r"</?[A-Za-z][^<>]*>|&(?:[A-Za-z]+|#\w+);")
_SPACES = pattern(r"[ \t\r\n\f\xa0]+")
_BLANK_LINES = pattern(r" *\n[ \n]*")
_BLOCKS = frozenset(
    {"p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
)
_HIDDEN = frozenset({"script", "style", "head", "title"})


def text_of_html(html: str) -> str:
    """Return what a browser would show of *html*, with a line for each paragraph.

    A text without tags and entities is returned as it is, but for the white space around it.
    """
    if not _MARKUP.search(html):
        return html.strip()
    collector = _Collector()
    collector.feed(html)
    collector.close()
    return _BLANK_LINES.sub("\n", "".join(collector.pieces)).strip()


class _Collector(HTMLParser):
    """Collects the text between tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin a line at a paragraph."""
        self._hidden += tag in _HIDDEN
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End the line at the end of a paragraph."""
        if tag in _HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Add text; white space of any length is one space, as in a browser."""
        if not self._hidden:
            self.pieces.append(_SPACES.sub(" ", data))
