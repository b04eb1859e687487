"""A remark of the review, and the type of a remark: its code, its rule and an example of each."""

from typing import Literal

from drafter.frozen import frozen
from drafter.yaml_text.key_path import KeyPath

Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note")
"""The levels, the most severe first."""
Family = Literal["form", "facts", "recommendations", "words", "sources", "people", "honesty"]
FAMILIES: dict[Family, str] = {
    "form": "Form: what the mechanism asks for",
    "facts": "Facts and figures",
    "recommendations": "Recommendations and questions",
    "words": "Words",
    "sources": "Sources and notes",
    "people": "People",
    "honesty": "Your own voice",
}
"""The families of remarks, with their titles."""
ExampleForm = Literal["recommendation", "question", "paragraph", "case", "answers", "described"]


@frozen
class Remark:
    """A remark on a submission. Only an ``error`` stops a final build."""

    code: str
    level: Level
    place: str
    text: str
    remedy: str = ""
    path: KeyPath = ()
    """The path of the answer that causes it; empty if no single answer does."""
    waived: str = ""
    """The author's reason for leaving it as it is; empty if nobody has waived it."""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{self.level} {self.code}  {where}{self.text}{remedy}"


@frozen
class RemarkType:
    """A rule that submissions are checked against. ``drafter check --explain CODE`` prints it."""

    code: str
    """Small letters and hyphens. Scripts rely on it, so it is never renamed.

    A code that ends in ``*`` stands for every code that begins so.
    """
    family: Family
    level: Level
    """``error``: the body may refuse the document, or somebody may be harmed. ``warning``: the document is
    weaker than it could be. ``note``: the author should know."""
    rule: str
    """The rule in one or two sentences."""
    source: str
    """Where the rule comes from; if no body has such a rule, what a reader would think."""
    bad: str
    """An example that breaks the rule."""
    good: str
    """An example that keeps it."""
    example: ExampleForm = "answers"
    """What the examples are: a text of that kind, or a part of an answers file in YAML.

    ``described`` ones are in words, because they need more than an answers file.
    """
    other_levels: str = ""
    """When a remark of this type has another level, in words."""

    def remark(
        self,
        place: str,
        text: str,
        remedy: str = "",
        *,
        level: Level | None = None,
        path: KeyPath = (),
        code: str = "",
    ) -> Remark:
        """Return a remark of this type on what is at *place*.

        *level* if it is not the usual one. *code* is the whole code for a type whose code ends in ``*``.
        """
        return Remark(code or self.code, level or self.level, place, text, remedy, path)
