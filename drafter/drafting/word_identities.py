"""The names by which drafter knows lines and gaps again in a Word file that colleagues have edited.

A name says where the line comes from, not what it says or where it stands. So it stays the same when answers
are added, and it tells nobody what the line said before it was changed.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from zlib import crc32

from drafter.markup.count import plain_text
from drafter.model.answers import Answers
from drafter.model.blocks import Document, lines_of
from drafter.model.origins import Origins
from drafter.yaml_text.key_path import KeyPath

_GAP = "drafter:"
_LONGEST = 56
"""Characters of the path in a tag. Word allows 64 for the whole tag."""


def line_names(document: Document, origins: Origins, answers: Answers) -> tuple[str, ...]:
    """Return the name of the bookmark around each line of *document*, in the order of ``lines_of``.

    The ``_`` makes Word hide the bookmark. A line without an answer, such as a heading of the template, is
    named after its text.
    """
    names = []
    for line, spans in zip(lines_of(document.blocks), origins.lines, strict=True):
        origin = lasting_path(spans[0].path, answers) if spans else plain_text(line)
        names.append(f"_d{crc32(origin.encode()):08x}")  # see LINE_NAME
    return _numbered(names, "_")


def gap_tags(paths: Iterable[KeyPath | None], labels: Sequence[str], answers: Answers) -> tuple[str, ...]:
    """Return the tag of each gap: by the path of its answer, or by its label if the path is not known."""
    tags = []
    for path, label in zip(paths, labels, strict=True):
        name = lasting_path(path, answers) if path else f"{crc32(label.encode()):08x}"
        tags.append(f"{_GAP}{name if len(name) <= _LONGEST else f'{crc32(name.encode()):08x}'}")
    return _numbered(tags, "#")


def lasting_path(path: KeyPath, answers: Answers) -> str:
    """Return *path* with themes and clauses by their ids, which stay when others are put before them."""
    steps = [str(step) for step in path]
    if path[:1] == ("themes",) and len(path) > 1 and isinstance(path[1], int):
        section = answers.themes[path[1]]
        steps[1] = section.theme
        if path[2:3] == ("clauses",) and len(path) > 3 and isinstance(path[3], int):
            steps[3] = section.clauses[path[3]].clause
    return ".".join(steps)


def _numbered(names: Iterable[str], mark: str) -> tuple[str, ...]:
    """Return *names*, each that comes again with *mark* and its number: ``a``, ``b``, ``a_2``."""
    counts: Counter[str] = Counter()
    numbered = []
    for name in names:
        counts[name] += 1
        numbered.append(name if counts[name] == 1 else f"{name}{mark}{counts[name]}")
    return tuple(numbered)
