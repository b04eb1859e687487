"""A clause: one piece of submission text, with what it rests on and where it may be used."""

from pydantic import Field

from drafter.model.base import Value
from drafter.model.kinds import ClauseKind
from drafter.model.question import Ask


class ClauseHead(Value):
    """The front matter of a clause file, as it is written."""

    title: str
    kind: ClauseKind
    themes: tuple[str, ...] = Field(min_length=1)
    groups: tuple[str, ...] = ()
    mechanisms: tuple[str, ...] = ("all",)
    """Mechanisms or families of them (``upr``, ``treaty-bodies``); ``all`` for every one."""
    position: str = "neutral"
    addressee: str = "state"
    """Whom a recommendation asks: ``state`` or one of the addressees in ``themes.yaml``."""
    legal_basis: tuple[str, ...] = ()
    """Treaty articles as ``treaty:article``, such as ``iccpr:9``."""
    authorities: tuple[str, ...] = ()
    """What the text cites, as ``authority`` or ``authority:locator``."""
    sources: tuple[str, ...] = ()
    """The source items that the clause carries, as ``source:item``."""
    questions: tuple[str | Ask, ...] = ()
    """Names of questions of the theme (``themes.yaml``), or questions of the clause's own."""
    note: str = ""
    """For authors: why the clause is as it is. Never printed."""


class Clause(Value):
    """A clause as the other rooms use it: the head, the text, and the questions found for their names."""

    id: str
    head: ClauseHead
    text: str
    """Markdown with Jinja fields and ``[^authority:locator]`` notes."""
    questions: tuple[Ask, ...] = ()
    file: str = ""
    text_line: int = 1
    """The line of the file on which the text begins."""
