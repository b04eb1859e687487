"""The roles of paragraphs, by the names of their styles and by the lists that they are in."""

from collections import Counter
from collections.abc import Iterable, Mapping

from drafter.word.reader.document import ReadParagraph, ReadTable
from drafter.word.style_names import ROLE_STYLES

_ROLES: Mapping[str, str] = {
    **{style.lower(): role for (role, numbered), style in ROLE_STYLES.items() if not numbered},
    "intense quote": "quote",
    "quotations": "quote",
    "block text": "quote",
}
"""The role of each style, by its name in lower case. Word has the same names in every language."""
_NUMBERED_STYLE = ROLE_STYLES["body", True].lower()
_FEWEST = 3
"""How many paragraphs a list of numbers needs to be the running one, in a file without drafter's styles."""


class Roles:
    """Tells the roles of the paragraphs of one file."""

    def __init__(self, blocks: Iterable[ReadParagraph | ReadTable]) -> None:
        paragraphs = [block for block in blocks if isinstance(block, ReadParagraph)]
        self._running = _running_definitions(paragraphs)

    def role(self, paragraph: ReadParagraph) -> str:
        """Return the role of *paragraph*; ``body`` for styles that drafter does not use."""
        return _ROLES.get(paragraph.style.lower(), "body")

    def is_numbered(self, paragraph: ReadParagraph) -> bool:
        """Return whether *paragraph* has the running number of the document."""
        position = paragraph.position
        return position is not None and position.level == 0 and position.definition_id in self._running


def _running_definitions(paragraphs: Iterable[ReadParagraph]) -> frozenset[str]:
    """Return the ids of the definitions of the running list.

    They are those of drafter's own style. A program that knows no styles keeps the list: there, it is the
    list of plain numbers with the most paragraphs.
    """
    numbers: Counter[str] = Counter()
    of_style: set[str] = set()
    for paragraph in paragraphs:
        position = paragraph.position
        if position is None or position.level or paragraph.heading:
            continue
        if paragraph.style.lower() == _NUMBERED_STYLE:
            of_style.add(position.definition_id)
        elif position.format == "decimal":
            numbers[position.definition_id] += 1
    if of_style or not numbers:
        return frozenset(of_style)
    definition_id, count = numbers.most_common(1)[0]
    return frozenset({definition_id}) if count >= _FEWEST else frozenset()
