"""Text from users and text from the library, joined in one sentence: escaped, Markdown or still open."""

from itertools import zip_longest

from markupsafe import Markup

from drafter.language.language import Language
from drafter.markup.escaping import escape, gap
from drafter.markup.pasted import read_pasted
from drafter.model.note_marks import NOTE
from drafter.model.trace_marks import between_marks
from drafter.model.xml_text import strip_xml_illegal
from drafter.patterns import pattern

_FENCE = pattern(r"(?<!\\):::")


class Prose(Markup):
    """Markdown from a clause, a template or a long answer. It is printed without escaping."""

    @classmethod
    def escape(cls, s: object) -> "Prose":
        """Return *s* as Markdown, escaped unless it is already Markdown."""
        return s if isinstance(s, cls) else cls(as_markdown(s))


class TypedText(str):
    """One line that a user typed. It is printed letter for letter, without characters illegal in XML."""

    __slots__ = ()

    def __new__(cls, text: str) -> "TypedText":
        """Return *text* as typed text."""
        return super().__new__(cls, strip_xml_illegal(text))

    def __html__(self) -> str:
        return escape(self)


class OpenAnswer(str):
    """An answer that is not known yet: false in a condition, a marked gap in print."""

    __slots__ = ("label",)
    label: str

    def __new__(cls, label: str) -> "OpenAnswer":
        """Return an open answer; *label* says what to complete."""
        answer = super().__new__(cls, "")
        answer.label = label
        return answer

    def __html__(self) -> str:
        return gap(self.label)


def as_markdown(value: object) -> str:
    """Return *value* as Markdown: Markdown unchanged, everything else escaped."""
    if hasattr(value, "__html__"):
        return str(value.__html__())
    return escape(str(value))


def printed_gap(label: str) -> Prose:
    """Return a marked gap that is true in a condition, for parts that are printed only if they are set."""
    return Prose(gap(label))


def typed_or_open(value: object, label: str) -> str:
    """Return *value* as typed text, or an open answer with *label* if it is ``None``."""
    return OpenAnswer(label) if value is None else TypedText(str(value).strip())


def typed_with_notes(text: str) -> Prose:
    """Return typed *text* as Markdown, letter for letter except its note marks, which become notes."""
    parts = NOTE.split(strip_xml_illegal(text).strip())
    marks = (f"[^{key}]" for key in parts[1::2])
    return Prose(
        "".join(part for pair in zip_longest(map(escape, parts[::2]), marks, fillvalue="") for part in pair)
    )


def prose_or_open(value: str | None, label: str) -> str:
    """Return a long answer as Markdown, or an open answer with *label* if it is ``None``.

    Pasted text is read as its author sees it: numbered paragraphs, bullets, lettered lists. ``:::`` fences
    are escaped: they belong to the shapes, and an unclosed one would swallow the rest of the document.
    """
    if value is None:
        return OpenAnswer(label)
    return Prose(_FENCE.sub(r"\:::", read_pasted(value).text).strip())


def nonblank(value: str | None) -> str | None:
    """Return *value*, or ``None`` if it is blank."""
    return value if value and value.strip() else None


def sentence(value: str, language: Language) -> str:
    """Return *value* with an initial capital and a full stop at its end."""
    return value if not value.strip() else _same_kind(value, between_marks(str(value), language.sentence))


def lower_first(value: str, language: Language) -> str:
    """Return *value* with its first letter in lower case, unless its first word is a name in capitals."""
    return value if not value else _same_kind(value, between_marks(str(value), language.lower_first))


def upper_first(value: str, language: Language) -> str:
    """Return *value* with an initial capital."""
    return value if not value else _same_kind(value, between_marks(str(value), language.upper_first))


def unstopped(value: str, language: Language) -> str:
    """Return *value* without its final full stop, for use inside a longer sentence."""
    return value if not value else _same_kind(value, between_marks(str(value), language.unstopped))


def phrase(value: str, language: Language) -> str:
    """Return typed *value* as a phrase within a sentence. Markdown, and what is open, stay as they are."""
    return _same_kind(value, between_marks(str(value), language.phrase)) if _is_typed(value) else value


def ending_phrase(value: str, language: Language) -> str:
    """Return typed *value* as a phrase before a full stop. Markdown, and what is open, stay as they are."""
    return _same_kind(value, between_marks(str(value), language.ending_phrase)) if _is_typed(value) else value


def _is_typed(value: str) -> bool:
    return bool(value) and not isinstance(value, Prose)


def of_state(value: str, language: Language) -> str:
    """Return the name of a State, with its article, after "of"."""
    return Prose(between_marks(as_markdown(value), language.of))


def _same_kind(value: str, text: str) -> str:
    """Return *text* as an instance of the class of *value*: typed text, Markdown or plain ``str``."""
    return type(value)(text)


def escape_sentence(value: str, language: Language) -> str:
    """Return typed *value* as an escaped Markdown sentence, with its capital and full stop."""
    return escape(sentence(strip_xml_illegal(value).strip(), language))
