"""What a web form counts in a text: words, characters, and characters without spaces."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from drafter.frozen import frozen


@frozen
class TextSection:
    """A section as it is pasted into a form."""

    title: str
    """The heading; empty for the text before the first one."""
    level: int
    text: str
    """Everything up to the next heading of any level."""


@frozen
class TextCount:
    """The length of a text. Unlike a limit in a body's rules, it includes the numbers of paragraphs."""

    words: int
    characters: int
    """A line break counts as one."""
    without_spaces: int


def count_sections(sections: Sequence[TextSection]) -> list[TextCount]:
    """Return the length of each section without its heading, but with its subsections and their headings."""
    return [count_text(_text_below(sections, index)) for index in range(len(sections))]


def whole_text(sections: Iterable[TextSection]) -> str:
    """Return the text of all *sections* with their headings."""
    return "\n\n".join(part for section in sections for part in (section.title, section.text) if part)


def _text_below(sections: Sequence[TextSection], index: int) -> str:
    section, following = sections[index], sections[index + 1 :]
    # The text before the first heading, of level 0, has no subsections.
    below = takewhile(lambda later: 0 < section.level < later.level, following)
    return "\n\n".join(part for part in (section.text, whole_text(below)) if part)


def count_text(text: str) -> TextCount:
    """Return the length of *text*."""
    words = text.split()
    return TextCount(len(words), len(text), sum(map(len, words)))
