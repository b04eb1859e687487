"""The notation of cross references: ``{paragraph detention}`` refers to a part, ``{#clinics}`` labels one."""

import re
from collections.abc import Iterable, Iterator, Sequence

from drafter.frozen import frozen
from drafter.limits import KEY_CHARACTERS
from drafter.patterns import pattern

_LABEL = rf"\w[\w:-]{{0,{KEY_CHARACTERS}}}"
LABEL = pattern(rf"\{{#({_LABEL})\}}")
"""A label, which names the paragraph or heading that it is in; its group is the name."""
REFERENCE = pattern(
    rf"\{{((paragraph|section|recommendation)s?)[ \t]+([^{{}}\n]{{1,{4 * KEY_CHARACTERS}}})\}}", re.IGNORECASE
)
"""A cross reference. Its groups: the word as typed, the same without a plural s, the parts referred to."""

BRACKETS = pattern(r"[ \t]*\([^()]*\{(?:paragraph|section|recommendation)s?[ \t][^()]*\)", re.IGNORECASE)
"""Round brackets with a reference in them, and the blanks before them."""
_NUMBERED = pattern(r"(.*\S)\s+(\d{1,4})")


def theme_label(theme: str) -> str:
    """Return the label of the first paragraph under *theme*."""
    return f"theme:{theme}"


def recommendation_label(theme: str, number: int) -> str:
    """Return the label of a recommendation under *theme*; *number* counts from 1, as the author gave them."""
    return f"recommendation:{theme}:{number}"


def label_mark(label: str) -> str:
    """Return the Markdown that gives *label* to what it is in or, alone in a paragraph, to what follows."""
    return f"{{#{label}}}"


def split_target(name: str) -> tuple[str, int]:
    """Return the theme or label in *name*, and the number after it; 1 without a number."""
    match = _NUMBERED.fullmatch(name)
    return (match[1], int(match[2])) if match else (name, 1)


def targets_in(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each reference in *text* as it was typed, with the themes and labels that it names."""
    for match in REFERENCE.finditer(text):
        yield match[0], tuple(split_target(name.strip())[0] for name in match[3].split(","))


def without_missing(text: str, themes: Iterable[str]) -> str:
    """Return *text* without the brackets in it that refer to a theme which is not among *themes*."""
    if "{" not in text:
        return text
    known = frozenset(themes)
    return BRACKETS.sub(lambda match: match[0] if _names_only(match[0], known) else "", text)


def _names_only(text: str, known: frozenset[str]) -> bool:
    return all(known.issuperset(names) for _, names in targets_in(text))


@frozen
class ReferenceProblem:
    """A reference or a label that the document cannot print."""

    mark: str
    """As it was typed, with its braces."""
    fault: str
    remedy: str


def known_targets(names: Sequence[str]) -> str:
    """Return the remedy for a reference to an unknown part, where those with *names* are known."""
    known = f"It can be one of these: {', '.join(names)}." if names else "Give the part a label: {#name}."
    return f"{known} To print the braces themselves, write \\{{."
