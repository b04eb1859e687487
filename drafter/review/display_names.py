"""The names under which remarks refer to parts of a submission: titles and first words, never a key alone."""

from collections.abc import Iterable, Mapping

from drafter.model.answers import Answers, Case, OwnText, ThemeSection
from drafter.model.clause import Clause
from drafter.model.vocabulary import Themes
from drafter.privacy.private_file import NOT_PRINTED

PART_NAMES = {
    "title": "the title",
    "keywords": "the keywords",
    "summary": "the summary",
    "method": "the paragraph on sources and method",
    "themes": "the themes",
    "earlier": "the earlier recommendations",
    "closing": "the closing paragraph",
    "sign_off": "the signature",
}
"""The names of the common parts of a document."""
EXCERPT_LENGTH = 40
"""Characters of a text from which its author recognises it."""


def excerpt(text: str) -> str:
    """Return the first words of *text* in quotation marks."""
    words = " ".join(text.split())
    if len(words) <= EXCERPT_LENGTH:
        return f"“{words}”"
    return f"“{words[:EXCERPT_LENGTH].rsplit(' ', 1)[0].rstrip(',;:.')} …”"


def case_name(key: str, cases: Mapping[str, Case]) -> str:
    """Return the display name of the case *key*, with its pseudonym in brackets if it has one.

    What belongs to no case, because no document may have it, is called that.
    """
    if key == NOT_PRINTED:
        return "a name that you do not want printed"
    pseudonym = ((cases[key].pseudonym if key in cases else "") or "").strip()
    return f"case {key} ({pseudonym})" if pseudonym else f"case {key}"


class DisplayNames:
    """The display names of the parts, themes, own texts, clauses, positions, facts, sources and cases."""

    def __init__(self, answers: Answers, clauses: Iterable[Clause], vocabulary: Themes) -> None:
        self.answers = answers
        self.clauses = {clause.id: clause for clause in clauses}
        self.vocabulary = vocabulary

    def part(self, name: str) -> str:
        """Return the name of a common part, such as ``summary``."""
        return PART_NAMES[name]

    def case(self, key: str) -> str:
        """Return the key of a case with its pseudonym."""
        return case_name(key, self.answers.cases)

    def theme(self, section: ThemeSection) -> str:
        """Return the name of a theme: the heading that is printed over its *section*."""
        theme = self.vocabulary.themes.get(section.theme)
        title = (section.heading or "").strip() or (theme.title if theme else _key_in_words(section.theme))
        return f"theme “{title}”"

    def own_text(self, section: ThemeSection, own: OwnText) -> str:
        """Return the theme, the kind and the first words of an own text; the theme alone if it is empty."""
        theme, text = self.theme(section), own.wording or ""
        return f"{theme}, your {own.kind} {excerpt(text)}" if text.strip() else theme

    def clause(self, clause_id: str) -> str:
        """Return the title of a clause; its id if the clause is not among the chosen ones."""
        clause = self.clauses.get(clause_id)
        return f"clause “{clause.head.title}”" if clause else f"clause {clause_id}"

    def position(self, key: str) -> str:
        """Return the title of a position, which is the sentence that its holders agree with."""
        position = self.vocabulary.positions.get(key)
        return f"position “{position.title if position else _key_in_words(key)}”"

    def side(self, name: str) -> str:
        """Return the name of an item on one side of a conflict: a clause id, or ``position:KEY``."""
        kind, _, key = name.partition(":")
        return self.position(key) if kind == "position" else self.clause(name)

    def fact(self, key: str) -> str:
        """Return the key of a fact with its first words."""
        fact = self.answers.facts.get(key)
        text = (fact.text if fact else None) or ""
        return f"fact {key}, {excerpt(text)}" if text.strip() else f"fact {key}"

    def source(self, key: str) -> str:
        """Return the key of a source with its title."""
        source = self.answers.sources.get(key)
        title = (source.title or source.author or "") if source else ""
        return f"source {key}, {excerpt(title)}" if title.strip() else f"source {key}"


def _key_in_words(key: str) -> str:
    """Return *key* as words, for one that is not in the vocabulary."""
    return key.replace("-", " ").capitalize()
