"""A clause: a piece of submission text, with its legal basis, its sources and its uses."""

from zlib import crc32

from pydantic import Field

from drafter.model.base import Value
from drafter.model.facts_field import facts_field_last
from drafter.model.kinds import ClauseKind
from drafter.model.question import Ask


class ClauseHead(Value):
    """The front matter of a clause file."""

    title: str
    kind: ClauseKind
    themes: tuple[str, ...] = Field(min_length=1)
    groups: tuple[str, ...] = ()
    mechanisms: tuple[str, ...] = ("all",)
    """Mechanisms or families of mechanisms (``upr``, ``treaty-bodies``), or ``all``."""
    position: str = "neutral"
    addressee: str = "state"
    """The addressee of a recommendation: ``state``, or an addressee from ``themes.yaml``."""
    legal_basis: tuple[str, ...] = ()
    """Treaty articles as ``treaty:article``, such as ``iccpr:9``."""
    authorities: tuple[str, ...] = ()
    """The authorities that the text cites, as ``authority`` or ``authority:locator``."""
    sources: tuple[str, ...] = ()
    """The source items that the clause draws on, as ``source:item``."""
    questions: tuple[str | Ask, ...] = ()
    """Names of questions of the theme (``themes.yaml``), or the clause's own questions."""
    note: str = ""
    """The reasons for the clause, for its authors. Never printed."""


class Clause(Value):
    """A clause with its head, its text, and its questions in full instead of by name."""

    id: str
    head: ClauseHead
    text: str
    """Markdown with Jinja fields and ``[^authority:locator]`` notes."""
    questions: tuple[Ask, ...] = ()
    file: str = ""
    text_line: int = 1
    """The line of the file on which the text begins, from 1."""

    @property
    def version(self) -> str:
        """A short fingerprint of the text: eight letters and digits that change with the wording."""
        return f"{crc32(facts_field_last(self.text).encode()):08x}"
