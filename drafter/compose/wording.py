"""Typed words and library words in one sentence: what is escaped, what is Markdown, what is still open."""

from markupsafe import Markup

from drafter.language.language import Language
from drafter.markup.escaping import escape, gap
from drafter.markup.pasted import read_pasted
from drafter.model.xml_text import strip_xml_illegal
from drafter.patterns import pattern

_FENCE = pattern(r"(?<!\\):::")


class Prose(Markup):
    """Markdown that a clause, a template or a long answer holds: it stands as it is."""

    @classmethod
    def escape(cls, s: object) -> "Prose":
        """Return *s* as Markdown, escaped unless it is Markdown already."""
        return s if isinstance(s, cls) else cls(markdown(s))


class Typed(str):
    """What a person typed on one line: it comes out letter for letter, but for what no file can carry."""

    __slots__ = ()

    def __new__(cls, text: str) -> "Typed":
        """Return *text* as typed."""
        return super().__new__(cls, strip_xml_illegal(text))

    def __html__(self) -> str:
        return escape(self)


class Open(str):
    """An answer that is not known yet: false in a condition, a marked gap where it is printed."""

    __slots__ = ("label",)
    label: str

    def __new__(cls, label: str) -> "Open":
        """Return an open answer; *label* says what is to be completed."""
        made = super().__new__(cls, "")
        made.label = label
        return made

    def __html__(self) -> str:
        return gap(self.label)


def markdown(value: object) -> str:
    """Return *value* as Markdown: what is Markdown already as it is, everything else letter for letter."""
    if hasattr(value, "__html__"):
        return str(value.__html__())
    return escape(str(value))


def blank(label: str) -> Prose:
    """Return a marked gap that a condition takes for an answer: for what is printed only where given."""
    return Prose(gap(label))


def typed(value: object, label: str) -> str:
    """Return *value* as typed text, or as an open answer where it is ``None``."""
    return Open(label) if value is None else Typed(str(value).strip())


def prose(value: str | None, label: str) -> str:
    """Return a long answer as Markdown, or as an open answer where it is ``None``.

    What was pasted is read as its author sees it: numbered paragraphs, bullets, lettered lists.

    Fences belong to the shapes: one in an answer, never closed, would take in the rest of the document.
    """
    return Open(label) if value is None else Prose(_FENCE.sub(r"\:::", read_pasted(value).text).strip())


def needed(value: str | None) -> str | None:
    """Return *value*, or ``None`` where there is nothing in it to print, for a place that needs something."""
    return value if value and value.strip() else None


def sentence(value: str, language: Language) -> str:
    """Return *value* with a capital at its start and a full stop at its end."""
    return value if not value.strip() else _as(value, language.sentence(str(value)))


def lower_first(value: str, language: Language) -> str:
    """Return *value* with a small first letter, unless its first word is a name in capitals."""
    return value if not value else _as(value, language.lower_first(str(value)))


def upper_first(value: str, language: Language) -> str:
    """Return *value* with a capital first letter."""
    return value if not value else _as(value, language.upper_first(str(value)))


def unstopped(value: str, language: Language) -> str:
    """Return *value* without the full stop at its end, for use inside a longer sentence."""
    return value if not value else _as(value, language.unstopped(str(value)))


def of_state(value: str, language: Language) -> str:
    """Return the name of a State, with its article, after "of"."""
    return Prose(language.of(markdown(value)))


def _as(value: str, text: str) -> str:
    """Return *text*, which was made of *value*, as what *value* is: typed, Markdown or an ordinary text."""
    return type(value)(text)


def escape_sentence(value: str, language: Language) -> str:
    """Return typed *value* as a Markdown sentence: escaped, with its capital and its full stop."""
    return escape(sentence(strip_xml_illegal(value).strip(), language))
