"""A clause: a piece of submission text, with its legal basis, its sources and its uses."""

from zlib import crc32

from pydantic import Field

from drafter.model.base import Value
from drafter.model.facts_field import facts_field_last
from drafter.model.kinds import ClauseKind
from drafter.model.note_marks import NOTE
from drafter.model.question import Ask

STATE_FIELD = "{{ state"
"""The beginning of the field that a text has for the State, with or without filters."""


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
    """The source items that the clause says, as ``source:item``."""
    touches: tuple[str, ...] = ()
    """The source items on the same subject that the clause does not say."""
    repeats: tuple[str, ...] = ()
    """Places, as ``authority:locator``, that another clause of the theme cites as well.

    A sentence whose notes all cite them is left out if the section has cited them before.
    """
    general: str = ""
    """The text in a document about no State; it has no fields but ``facts``."""
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
    def texts(self) -> tuple[str, ...]:
        """Every text that the clause may print: its own, those of its choices, and the general one."""
        of_choices = (choice.text for ask in self.questions for choice in ask.choices if choice.text)
        return (self.text, *of_choices, *((self.head.general,) if self.head.general else ()))

    @property
    def notes(self) -> tuple[str, ...]:
        """The ``authority:locator`` keys of the notes in all its texts, each once, in reading order."""
        return tuple(dict.fromkeys(key for text in self.texts for key in NOTE.findall(text)))

    @property
    def without_state(self) -> "Clause":
        """The clause for a document about no State: with its general text and no questions, if it has one."""
        if not self.head.general:
            return self
        return self.model_copy(update={"text": self.head.general.strip(), "questions": ()})

    @property
    def names_state(self) -> bool:
        """Whether the text has a field for the State."""
        return STATE_FIELD in self.text

    @property
    def version(self) -> str:
        """A short fingerprint of the texts: eight letters and digits that change with the wording."""
        return f"{crc32(' '.join(map(facts_field_last, self.texts)).encode()):08x}"
