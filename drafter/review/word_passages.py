"""The passages of a Word file: its lines with their roles, without the sentences of the library."""

from collections.abc import Iterable, Iterator
from re import Pattern

from drafter.frozen import replaced
from drafter.language.actions import first_action
from drafter.language.language import Language
from drafter.language.outline import asked_action, introduces_asks
from drafter.review.library_text import LibraryText, TextPiece
from drafter.review.passages import Passage, Role
from drafter.review.word_file import WordLine

_ROLES: dict[str, Role] = {"title": "title", "heading": "heading", "front": "line", "cell": "line"}
LONGEST_PSEUDONYM = 120
"""Letters at the beginning of a story in which its pseudonym is."""


def word_passages(
    lines: Iterable[WordLine], library: LibraryText, language: Language, *, is_case: bool = False
) -> tuple[Passage, ...]:
    """Return the passages of *lines*: for each line what is the author's, and what is the *library*'s.

    Quotations and the tables of what others have recommended are left out: their words are not the author's.
    A document about a case (*is_case*) asks a body for its help and recommends nothing to a State.
    """
    roles = _Roles(language, is_case=is_case)
    return tuple(
        passage
        for line in (_without_gaps(line, language) for line in lines)
        for passage in _passages(line, roles.role(line), library, language)
        if passage.text.strip()
    )


def _without_gaps(line: WordLine, language: Language) -> WordLine:
    """Return *line* without its gaps: they are not the author's words, and have a remark already."""
    text = line.text
    for gap in line.gaps:
        label = f": {gap}" if gap else ""
        text = text.replace(f"[{language.labels.to_be_completed}{label}]", "…")
    return replaced(line, text=text) if line.gaps else line


class _Roles:
    """Finds the role of each line, in the order of the document."""

    def __init__(self, language: Language, *, is_case: bool) -> None:
        self._language = language
        self._is_case = is_case
        self._name_changed = language.labels.name_changed.format(name="").strip()
        self._words = language.review_words().outline()
        self._asks_level = 0
        """The level of the heading over the recommendations; 0 outside them."""
        self._items: Role | None = None
        """The role of the items of the current list."""
        self._count = 0
        """How many items of it had the numbers 1, 2 and so on."""

    def role(self, line: WordLine) -> Role | None:
        """Return the role of the next *line*; None for the words of others."""
        if line.kind == "heading":
            self._enter(line)
        if line.kind == "quote":
            return None
        if line.kind in _ROLES:
            self._items = None
            return _ROLES[line.kind]
        if self._tells_story(line.text):
            return "case"
        if self._is_case:
            return "paragraph"
        if line.kind == "item" or self._continues_list(line):
            return self._item_role(line)
        if _lead_end(line.text, self._words.questions_lead) not in (0, len(line.text)):
            self._items = None
            return "question"  # a single one, in the paragraph itself
        self._items, self._count = self._list_role(line.text), 0
        if self._items is None and self._is_ask(line.text):
            return "recommendation"
        return "paragraph"

    def _continues_list(self, line: WordLine) -> bool:
        """Return whether *line* has the next number of a list that began at 1, not of all paragraphs."""
        if self._items is None or line.number.rstrip(".") != str(self._count + 1):
            return False
        self._count += 1
        return True

    def _tells_story(self, text: str) -> bool:
        """Return whether *text* begins with a pseudonym and says that it is one."""
        return self._name_changed in text[:LONGEST_PSEUDONYM]

    def _enter(self, line: WordLine) -> None:
        """Note the heading *line*."""
        if self._asks_level and line.level > self._asks_level:
            return
        words = self._words
        is_asks = words.asks_heading.search(line.text) and not words.earlier_heading.search(line.text)
        self._asks_level = line.level if is_asks else 0

    def _list_role(self, text: str) -> Role | None:
        """Return the role of the items in the list that the paragraph *text* comes before."""
        if self._words.questions_lead.match(text):
            return "question"
        if introduces_asks(text, self._language) or (self._asks_level and text.endswith(":")):
            return "recommendation"
        return None

    def _item_role(self, line: WordLine) -> Role:
        if self._items:
            return self._items
        return "recommendation" if self._asks_level and self._is_ask(line.text) else "paragraph"

    def _is_ask(self, text: str) -> bool:
        """Return whether the paragraph *text* recommends something."""
        among_asks = bool(self._asks_level)
        if asked_action(text, self._language, among_asks=among_asks):
            return True
        return among_asks and first_action(text, self._language) is not None


def _passages(
    line: WordLine, role: Role | None, library: LibraryText, language: Language
) -> Iterator[Passage]:
    if role is None:
        return
    if role == "question":
        lead = language.review_words().outline().questions_lead
        line = replaced(line, text=line.text[_lead_end(line.text, lead) :])
    pieces = library.pieces(line.text)
    asks = role in ("recommendation", "question")
    if asks and pieces and _is_own_ask(pieces[0], language):
        text = asked_action(line.text, language, among_asks=True) if role == "recommendation" else None
        yield _passage(line, role, text or line.text)
        return
    for number, piece in enumerate(pieces):
        is_lead = asks and number == 0
        own_role: Role = "line" if piece.kind == "field" else role if number == 0 else "paragraph"
        yield _passage(line, own_role, piece.text, is_library=piece.kind == "library" or is_lead)


def _lead_end(text: str, lead: Pattern[str]) -> int:
    """Return the position in *text* at which the words that *lead* matches end, 0 if it matches none."""
    match = lead.match(text)
    return match.end() if match else 0


def _is_own_ask(first: TextPiece, language: Language) -> bool:
    """Return whether an ask that begins with the piece *first* is the author's own wording.

    It is not if *first* only says who is asked and the library's wording follows.
    """
    if first.kind != "own":
        return False
    is_lead = language.review_words().outline().asks_lead.match(first.text) is not None
    return not is_lead or asked_action(first.text, language) is not None


def _passage(line: WordLine, role: Role, text: str, *, is_library: bool = False) -> Passage:
    return Passage(text.strip(), line.place, role, is_long=False, section=line.heading, is_library=is_library)
