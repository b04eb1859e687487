"""What things are called to the person who wrote them: by title and first words, never by a key alone."""

from collections.abc import Iterable, Mapping

from drafter.language.language import Language
from drafter.model.answers import Answers, Case, ThemeSection
from drafter.model.clause import Clause
from drafter.model.vocabulary import Themes

FIRST_WORDS = 40
"""Letters by which a text is known again."""


def begun(text: str) -> str:
    """Return the first words of *text*, quoted."""
    words = " ".join(text.split())
    if len(words) <= FIRST_WORDS:
        return f"“{words}”"
    return f"“{words[:FIRST_WORDS].rsplit(' ', 1)[0].rstrip(',;:.')} …”"


def case_name(key: str, cases: Mapping[str, Case]) -> str:
    """Return what the case *key* is called: its pseudonym stands with it, where there is one."""
    pseudonym = ((cases[key].pseudonym if key in cases else "") or "").strip()
    return f"case {key} ({pseudonym})" if pseudonym else f"case {key}"


class Naming:
    """What themes, clauses, positions, facts and sources of a submission are called."""

    def __init__(
        self, answers: Answers, chosen: Iterable[Clause], vocabulary: Themes, language: Language
    ) -> None:
        self.answers = answers
        self.language = language
        self.clauses = {clause.id: clause for clause in chosen}
        self.vocabulary = vocabulary

    def theme(self, section: ThemeSection) -> str:
        """Return a theme under the heading that is printed."""
        known = self.vocabulary.themes.get(section.theme)
        title = (section.heading or "").strip() or (known.title if known else _spoken(section.theme))
        return f"theme “{title}”"

    def clause(self, clause_id: str) -> str:
        """Return a clause by its title."""
        clause = self.clauses.get(clause_id)
        return f"clause “{clause.head.title}”" if clause else f"clause {clause_id}"

    def position(self, name: str) -> str:
        """Return a position by the sentence that its holders sign."""
        known = self.vocabulary.positions.get(name)
        return f"position “{known.title if known else _spoken(name)}”"

    def side(self, name: str) -> str:
        """Return one that stands on a side of a conflict: a clause, or ``position:NAME``."""
        kind, _, rest = name.partition(":")
        return self.position(rest) if kind == "position" else self.clause(name)

    def fact(self, key: str) -> str:
        """Return a fact with its first words."""
        fact = self.answers.facts.get(key)
        text = (fact.text if fact else None) or ""
        return f"fact {key}, {begun(text)}" if text.strip() else f"fact {key}"

    def source(self, key: str) -> str:
        """Return a source with its title."""
        source = self.answers.sources.get(key)
        title = (source.title or source.author or "") if source else ""
        return f"source {key}, {begun(title)}" if title.strip() else f"source {key}"


def _spoken(name: str) -> str:
    """Return a key as words, for one that no vocabulary knows."""
    return name.replace("-", " ").capitalize()
