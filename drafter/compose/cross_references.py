"""References to other parts of the document: ``{paragraph detention}`` becomes "paragraph 12".

A part is a theme, a recommendation under it, or whatever has a label of its own (``{#clinics}``). Where the
document has no numbered paragraphs, a reference names the heading above the part.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from drafter.compose.labelled_parts import Part, Position, has_references, labelled_parts, mapped, with_label
from drafter.frozen import replaced
from drafter.language.language import Language
from drafter.markup.labels import labels_in, without_labels
from drafter.model.blocks import Block, Inline, Reference, Text, TypedReference
from drafter.model.cross_references import (
    REFERENCE,
    ReferenceProblem,
    known_targets,
    label_mark,
    recommendation_label,
    split_target,
    theme_label,
)
from drafter.patterns import pattern

_FIRST_SIGN = 0xE000
"""From here on, characters for private use stand for the references in a sentence that is being made."""
_SIGN = pattern("([\ue000-\uf8ff])")
_GENERATED = "theme:", "recommendation:"


def with_references(
    blocks: Sequence[Block], language: Language
) -> tuple[tuple[Block, ...], tuple[ReferenceProblem, ...]]:
    """Return *blocks* with the references in them looked up, and what is wrong with references and labels.

    The blocks have no labels but those that are referred to. A faulty reference is printed as it was typed.
    """
    problems = list(_repeated_labels(blocks))
    if not any(map(has_references, blocks)):
        return tuple(map(without_labels, blocks)), tuple(problems)
    resolver = _Resolver(dict(labelled_parts(blocks)), language)
    resolved = [mapped(without_labels(block), resolver.inlines) for block in blocks]
    for position, label in resolver.labels.items():
        resolved[position.block] = with_label(resolved[position.block], position.item, label)
    return tuple(resolved), (*problems, *dict.fromkeys(resolver.problems))


def _repeated_labels(blocks: Iterable[Block]) -> Iterator[ReferenceProblem]:
    """Yield a problem for each label that is given twice by an author or a template."""
    labels = [label for block in blocks for label in labels_in(block) if not label.startswith(_GENERATED)]
    for label, count in Counter(labels).items():
        if count > 1:
            mark = label_mark(label)
            yield ReferenceProblem(mark, f"The label {mark} is given twice.", "Rename one of the two.")


def _with_typed(printed: Sequence[Text | Reference], typed: str) -> list[Text | Reference]:
    """Return the *printed* words and references, the first of which knows that they stand for *typed*."""
    first = next((index for index, inline in enumerate(printed) if isinstance(inline, Reference)), None)
    if first is None:
        return list(printed)
    before, after = ("".join(inline.text for inline in part) for part in (printed[:first], printed[first:]))
    reference = replaced(printed[first], typed=TypedReference(typed, before, after))
    return [*printed[:first], reference, *printed[first + 1 :]]


class _Resolver:
    """Looks up the references of a document, and remembers the parts that they refer to."""

    def __init__(self, parts: dict[str, Part], language: Language) -> None:
        self._parts = parts
        self._language = language
        self.labels: dict[Position, str] = {}
        """The label of each part that is referred to."""
        self.problems: list[ReferenceProblem] = []

    def inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return *inlines* with the references in them looked up."""
        if not any(isinstance(inline, Reference) for inline in inlines):
            return inlines
        return tuple(
            part
            for inline in inlines
            for part in (self._printed(inline.target) if isinstance(inline, Reference) else (inline,))
        )

    def _printed(self, typed: str) -> Iterator[Inline]:
        """Yield a reference as printed: words and fields. *typed* is what is within the braces."""
        match = REFERENCE.fullmatch(f"{{{typed}}}")
        if match is None:
            raise ValueError(f"{typed!r} is not a reference")
        kind, names = match[2].lower(), [name.strip() for name in match[3].split(",")]
        before = len(self.problems)
        parts = [part for name in names if (part := self._part(kind, name, typed)) is not None]
        if len(self.problems) > before:
            yield Text(f"{{{typed}}}")
            return
        references: list[Reference] = []
        text = self._sentence_part(kind, list(dict.fromkeys(parts)), references)
        if match[1][0].isupper():
            text = self._language.upper_first(text)
        printed: list[Text | Reference] = []
        for words, sign in zip_longest(*[iter([*_SIGN.split(text), ""])] * 2):
            printed += [Text(words)] if words else []
            printed += [references[ord(sign) - _FIRST_SIGN]] if sign else []
        yield from _with_typed(printed, typed)

    def _part(self, kind: str, name: str, typed: str) -> Part | None:
        """Return the part *name*; if there is none, or nothing to name it by, add a problem."""
        part = next((self._parts[label] for label in _labels_of(kind, name) if label in self._parts), None)
        if part is None:
            self._add_problem(typed, f"The document has no part “{name}” to refer to.", self._known(kind))
        elif part.heading is None and (kind == "section" or not part.numbers):
            fault = f"The document has neither a number nor a heading for “{name}”."
            self._add_problem(typed, fault, "Say in words which part you mean.")
            return None
        return part

    def _add_problem(self, typed: str, fault: str, remedy: str) -> None:
        self.problems.append(ReferenceProblem(f"{{{typed}}}", fault, remedy))

    def _known(self, kind: str) -> str:
        """Return the remedy for an unknown part: what a reference of this *kind* may name."""
        prefix = "recommendation:" if kind == "recommendation" else "theme:"
        own = (label for label in self._parts if not label.startswith(_GENERATED))
        generated = (label.removeprefix(prefix) for label in self._parts if label.startswith(prefix))
        names = sorted({name.replace(":", " ") for name in (*own, *generated)})
        return known_targets(names)

    # ---- the words ----

    def _sentence_part(self, kind: str, parts: Sequence[Part], references: list[Reference]) -> str:
        """Return the words for *parts*, with a sign for each of the *references*, to which they are added."""
        words = self._language.labels.references
        if kind == "section":
            return self._sections(parts, references)
        numbered = [part for part in parts if part.in_numbered]
        others = [part for part in parts if not part.in_numbered]
        if kind == "recommendation":
            return self._recommendations(numbered, others, references)
        pieces = [self._counted(words.paragraph, [self._number(part, references) for part in numbered])]
        pieces.append(self._sections(others, references))
        return self._language.listed([piece for piece in pieces if piece])

    def _recommendations(
        self, numbered: Sequence[Part], others: Sequence[Part], references: list[Reference]
    ) -> str:
        words = self._language.labels.references
        in_lists = [part for part in others if part.numbers]
        alone = [part for part in others if not part.numbers]
        places = [self._counted(words.paragraph, [self._number(part, references) for part in numbered])]
        places.append(self._sections(alone, references))
        listed = [place for place in places if place]
        plural = len(numbered) + len(alone) > 1
        pieces = [words.recommendation[plural].format(parts=self._language.listed(listed))] if listed else []
        for part in in_lists:
            number = self._number(part, references)
            section = self._sections([part], references) if part.heading else ""
            form = words.listed if section else words.listed_alone
            pieces.append(form.format(number=number, section=section))
        return self._language.listed(pieces)

    def _counted(self, forms: tuple[str, str], parts: Sequence[str]) -> str:
        """Return *parts* in the singular or plural one of *forms*; ``""`` if there are none."""
        return forms[len(parts) > 1].format(parts=self._language.listed(parts)) if parts else ""

    def _sections(self, parts: Iterable[Part], references: list[Reference]) -> str:
        headings = dict.fromkeys(part.heading for part in parts if part.heading)
        quoted = [
            self._language.quote(self._sign(position, text, False, references)) for position, text in headings
        ]
        return self._counted(self._language.labels.references.section, quoted)

    def _number(self, part: Part, references: list[Reference]) -> str:
        """Return the number of *part*: of its paragraph, of its item, or ``40 (a)``."""
        return " ".join(self._sign(position, text, True, references) for position, text in part.numbers)

    def _sign(self, position: Position, text: str, is_number: bool, references: list[Reference]) -> str:
        """Return the sign for a new reference to the part at *position*, which is added to *references*."""
        label = self.labels.setdefault(position, f"part-{len(self.labels) + 1}")
        references.append(Reference(label, text, is_number))
        return chr(_FIRST_SIGN + len(references) - 1)


def _labels_of(kind: str, name: str) -> Iterator[str]:
    """Yield the labels that *name* may stand for, the likeliest first."""
    yield name
    if kind != "recommendation":
        yield theme_label(name)
        yield recommendation_label(name, 1)  # a theme that only recommends
        return
    yield recommendation_label(*split_target(name))
