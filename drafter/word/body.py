"""Blocks become the XML of the body, with one function for each kind of block."""

from collections.abc import Iterable

from drafter.model.blocks import Block, Gap, Heading, Listing, PageTurn, Paragraph, Table, Text
from drafter.word.inlines import RunWriter
from drafter.word.numbering import Lists
from drafter.word.ooxml import ListPosition, paragraph_xml
from drafter.word.page_breaks import ends_title_block, must_stay_with, with_next
from drafter.word.page_setup import TextWidths, section_end
from drafter.word.scripts import is_right_to_left
from drafter.word.style_names import ROLE_STYLES
from drafter.word.styles import Styles
from drafter.word.tables import table_xml

_ORDERED_STYLE, _BULLET_STYLE, _CONTINUED_STYLE = "Recommendation", "List Bullet", "List Continue"
_BELOW_TITLE_BLOCK = 240  # twips


class BodyWriter:
    """Writes blocks with the styles and lists of one look, on pages of the given *widths*."""

    def __init__(self, styles: Styles, lists: Lists, runs: RunWriter, widths: TextWidths) -> None:
        self._styles = styles
        self._lists = lists
        self._runs = runs
        self._widths = widths
        self.is_landscape = False
        """Whether the pages lie on their side where the writer is now."""
        self._is_at_start = True
        self._heading_level = 0
        self._section = ""
        """The text of the last heading."""

    def xml(self, blocks: Iterable[Block]) -> str:
        """Return the XML of *blocks*."""
        pieces = []
        for block, following in with_next(blocks):
            space_after = _BELOW_TITLE_BLOCK if ends_title_block(block, following) else None
            pieces.append(
                self._block(block, keep_next=must_stay_with(block, following), space_after=space_after)
            )
            self._is_at_start = False
        return "".join(pieces)

    def _page_turn(self, block: PageTurn) -> str:
        """Return the end of a section; nothing at the start of the document, where no section has begun."""
        ended = "" if self._is_at_start else section_end(landscape=self.is_landscape)
        self.is_landscape = block.landscape
        return ended

    def _block(
        self, block: Block, depth: int = 0, *, keep_next: bool = False, space_after: int | None = None
    ) -> str:
        """Return the XML of a block. With *keep_next* its end stays on the page where the next one begins."""
        match block:
            case Paragraph():
                return self._paragraph(block, keep_next, space_after)
            case Heading():
                return self._heading(block)
            case Listing():
                return self._listing(block, depth, keep_next)
            case Table():
                width = self._widths.landscape if self.is_landscape else self._widths.upright
                return table_xml(block, self._runs, self._styles, width, self._section)
            case PageTurn():
                return self._page_turn(block)

    def _paragraph(self, block: Paragraph, keep_next: bool, space_after: int | None) -> str:
        style = ROLE_STYLES[block.role, block.numbered]
        return paragraph_xml(
            self._styles.id(style),
            self._labelled_runs(block),
            keep_next=keep_next,
            space_after=space_after,
            right_to_left=is_right_to_left(block.inlines),
        )

    def _heading(self, block: Heading) -> str:
        # A skipped level tells users of a screen reader that a part of the text is missing.
        self._heading_level = min(block.level, self._heading_level + 1)
        style = self._styles.id(f"Heading {self._heading_level}")
        self._section = "".join(part.text for part in block.inlines if isinstance(part, Text | Gap))
        return paragraph_xml(style, self._labelled_runs(block), right_to_left=is_right_to_left(block.inlines))

    def _labelled_runs(self, block: Paragraph | Heading) -> str:
        """Return the runs of *block*, within bookmarks if it has labels."""
        return self._runs.line(block.inlines, block.labels)

    def _listing(self, block: Listing, depth: int, keep_next: bool) -> str:
        if block.ordered:
            style = _ORDERED_STYLE
            position = self._lists.start_list(style, depth)
        else:
            style = _BULLET_STYLE
            position = self._lists.continue_list(style, depth)
        last = len(block.items) - 1
        return "".join(
            # The last item must not be alone on the next page, so the one before it stays with it.
            self._item(item, style, position, depth, keep_next if index == last else index == last - 1)
            for index, item in enumerate(block.items)
        )

    def _item(
        self, item: tuple[Block, ...], style: str, position: ListPosition, depth: int, keep_next: bool
    ) -> str:
        """Return the XML of an item: its first paragraph has the number, the others are indented."""
        has_text = bool(item) and isinstance(item[0], Paragraph)
        blocks = item if has_text else (Paragraph(()), *item)
        pieces: list[str] = []
        for block, following in with_next(blocks):
            keep = keep_next if following is None else must_stay_with(block, following)
            if isinstance(block, Paragraph) and not pieces:
                runs = self._labelled_runs(block) if has_text else ""
                piece = paragraph_xml(
                    self._styles.id(style),
                    runs,
                    position=position,
                    keep_next=keep,
                    right_to_left=is_right_to_left(block.inlines),
                )
            elif isinstance(block, Paragraph) and block.role == "body":
                indent = self._lists.text_indent(style, position.level) if depth else None
                runs = self._runs.line(block.inlines)
                piece = paragraph_xml(self._styles.id(_CONTINUED_STYLE), runs, indent=indent, keep_next=keep)
            else:
                piece = self._block(block, depth + 1, keep_next=keep)
            pieces.append(piece)
        return "".join(pieces)
